import { describe, expect, it } from 'vitest'
import type { Item } from '#platform/store/generated/client.ts'
import { moveItem } from '#records/items.ts'
import { messageViolations } from '#test/support/block-kit-limits.ts'
import { useWorld } from '#test/support/world.ts'
import { openCards } from './blocker-card.ts'
import { refreshOpenCards } from './blocker-posts.ts'
import { escalateBlocker, type Raise, raiseBlocker, resolveBlocker, takeBlocker } from './blockers.ts'

const world = useWorld()
const db = () => world.services.db
const itemOf = (key: string) => world.items.find((item) => item.key === key) as Item
const statusOf = async (key: string) =>
  (await db().item.findFirstOrThrow({ where: { id: itemOf(key).id } })).status

let submissions = 0
async function raise(more: Partial<Raise> = {}) {
  const change = await raiseBlocker(world.services, {
    teamId: world.team.id,
    personId: world.people.maya.id,
    text: 'No access to staging',
    severity: 'medium',
    itemId: null,
    helperId: null,
    submission: `V${submissions++}`,
    ...more,
  })
  if (!change) throw new Error('the submission was handled before')
  return change.card
}

/** The outbox rows of a blocker, as "kind channel text". */
async function messagesOf(blockerId: string): Promise<string[]> {
  const rows = await db().message.findMany({
    where: { OR: [{ key: { contains: blockerId } }, { editsKey: { contains: blockerId } }] },
    orderBy: { sequence: 'asc' },
  })
  return rows.map(({ kind, channel, threadKey, payload }) => {
    const { text } = payload as { text: string }
    expect(messageViolations(payload as unknown as { text: string })).toEqual([])
    return `${kind} ${channel}${threadKey ? ' thread' : ''}: ${text}`
  })
}

describe('raiseBlocker', () => {
  it('blocks the item, posts the card, and asks the helper in a direct message', async () => {
    const { maya, tomas } = world.people
    const card = await raise({ itemId: itemOf('HP-2').id, helperId: tomas.id, severity: 'high' })
    expect(await statusOf('HP-2')).toBe('blocked')
    expect(card).toMatchObject({
      number: 1,
      state: 'open',
      raisedBy: 'U0MAYA',
      helper: 'U0TOMAS',
      ageDays: 0,
    })
    expect(await messagesOf(card.id)).toEqual([
      'post C0HARBOR: Blocker B-1: HP-2: No access to staging',
      'post U0TOMAS: B-1 needs your help: No access to staging',
    ])
    expect(await db().blockerEvent.findMany({ where: { blockerId: card.id } })).toMatchObject([
      { state: 'open', personId: maya.id, note: 'No access to staging' },
    ])
  })

  it('numbers blockers of one team without a gap when many are raised at once', async () => {
    const cards = await Promise.all(Array.from({ length: 8 }, () => raise()))
    const numbers = cards.map(({ number }) => number).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 8 }, (_, index) => (numbers[0] ?? 0) + index))
  })

  it('raises once what Slack submits twice', async () => {
    const form: Raise = {
      teamId: world.team.id,
      personId: world.people.maya.id,
      text: 'Twice',
      severity: 'low',
      itemId: null,
      helperId: null,
      submission: 'SAME',
    }
    const both = await Promise.all([raiseBlocker(world.services, form), raiseBlocker(world.services, form)])
    expect(both.filter((change) => change === null)).toHaveLength(1)
    expect(await db().blocker.count({ where: { text: 'Twice' } })).toBe(1)
  })
})

describe('takeBlocker', () => {
  it('gives it to the first of two who press at once, and tells the other who has it', async () => {
    const { id } = await raise()
    const { jonas, priya } = world.people
    const both = await Promise.allSettled([
      takeBlocker(world.services, { blockerId: id, person: jonas }),
      takeBlocker(world.services, { blockerId: id, person: priya }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const rejected = both.find((one) => one.status === 'rejected')
    expect(rejected?.reason).toMatchObject({
      message: expect.stringMatching(/^(Jonas|Priya) has B-\d+ already/),
    })
    const events = await db().blockerEvent.findMany({ where: { blockerId: id, state: 'taken' } })
    expect(events).toHaveLength(1)
  })

  it('says so when the same person presses twice', async () => {
    const { id } = await raise()
    await takeBlocker(world.services, { blockerId: id, person: world.people.jonas })
    await expect(
      takeBlocker(world.services, { blockerId: id, person: world.people.jonas }),
    ).rejects.toMatchObject({ message: expect.stringContaining('You have B-') })
  })
})

describe('resolveBlocker', () => {
  const resolve = (blockerId: string, resolution = 'Rotated the key') =>
    resolveBlocker(world.services, { blockerId, person: world.people.tomas, resolution })

  it('gives the item its status back, edits the card and answers in its thread', async () => {
    const card = await raise({ itemId: itemOf('HP-3').id })
    world.clock.advance(24 * 60)
    const change = await resolve(card.id)
    expect(change.card).toMatchObject({ state: 'resolved', resolvedBy: 'U0TOMAS', ageDays: 1 })
    expect(await statusOf('HP-3')).toBe('ready')
    expect(await messagesOf(card.id)).toEqual([
      expect.stringMatching(/^post C0HARBOR: Blocker/),
      expect.stringMatching(/^edit C0HARBOR: Resolved/),
      expect.stringMatching(
        /^post C0HARBOR thread: ✅ <@U0TOMAS> resolved B-\d+ after 1 working day. <@U0MAYA> fyi.\n\*HP-3\* is back/,
      ),
    ])
    world.clock.advance(-24 * 60)
  })

  it('refuses what is resolved already: resolving, taking and escalating', async () => {
    const { id } = await raise()
    await resolve(id, 'Found it')
    const person = world.people.jonas
    const refused = {
      code: 'blocker_resolved',
      message: expect.stringContaining('resolved already: Found it'),
    }
    await expect(resolve(id)).rejects.toMatchObject(refused)
    await expect(takeBlocker(world.services, { blockerId: id, person })).rejects.toMatchObject(refused)
    await expect(
      escalateBlocker(world.services, { blockerId: id, person, reason: 'x', toId: null }),
    ).rejects.toMatchObject(refused)
  })

  it('keeps an item blocked as long as another blocker holds it, then gives back the first status', async () => {
    await db().item.update({ where: { id: itemOf('HP-4').id }, data: { status: 'in_review' } })
    const first = await raise({ itemId: itemOf('HP-4').id })
    const second = await raise({ itemId: itemOf('HP-4').id })
    expect((await resolve(first.id)).itemNote).toBe(`*HP-4* stays blocked by B-${second.number}.`)
    expect(await statusOf('HP-4')).toBe('blocked')
    await resolve(second.id)
    expect(await statusOf('HP-4')).toBe('in_review')
  })

  it('leaves an item alone that somebody has moved since', async () => {
    const { id } = await raise({ itemId: itemOf('HP-5').id })
    const move = { itemId: itemOf('HP-5').id, to: 'done' as const, personId: world.people.jonas.id }
    const moved = await db().$transaction((tx) => moveItem(tx, world.services, move))
    expect(moved.openBlockers.map((blocker) => blocker.id)).toEqual([id])
    expect((await resolve(id)).itemNote).toBeNull()
    expect(await statusOf('HP-5')).toBe('done')
  })

  it('resolves a blocker whose item the plan has cut', async () => {
    const { id } = await raise({ itemId: itemOf('HP-1').id })
    await db().item.update({ where: { id: itemOf('HP-1').id }, data: { removedAt: world.clock.now() } })
    expect((await resolve(id)).card.state).toBe('resolved')
  })
})

describe('escalateBlocker', () => {
  it('asks the stakeholders, keeps the question as a decision until it is resolved, and happens once', async () => {
    const card = await raise()
    const { jonas, priya, tomas } = world.people
    const escalate = () =>
      escalateBlocker(world.services, {
        blockerId: card.id,
        person: jonas,
        reason: 'Pick a vendor',
        toId: priya.id,
      })
    const both = await Promise.allSettled([escalate(), escalate()])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await messagesOf(card.id)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^post C0STAKE: Harbor Payments asks for help/),
        expect.stringMatching(/^post U0PRIYA: B-\d+ needs your help/),
        expect.stringMatching(/^post C0HARBOR thread: ⏫ <@U0JONAS> escalated/),
      ]),
    )
    const question = `B-${card.number}: Pick a vendor`
    expect(await db().decision.findMany({ where: { question } })).toMatchObject([{ decidedAt: null }])
    const taken = await takeBlocker(world.services, { blockerId: card.id, person: priya })
    expect(taken.card).toMatchObject({ state: 'escalated', takenBy: 'U0PRIYA' })
    await resolveBlocker(world.services, { blockerId: card.id, person: tomas, resolution: 'Vendor A' })
    expect(await db().decision.findMany({ where: { question } })).toMatchObject([
      { decidedAt: world.clock.now(), answer: 'Vendor A' },
    ])
    expect(await messagesOf(card.id)).toContainEqual(expect.stringMatching(/^edit C0STAKE: /))
  })
})

describe('openCards', () => {
  it('counts age in working days and puts the gravest, then the oldest first', async () => {
    await db().blocker.updateMany({ where: {}, data: { state: 'resolved' } })
    world.clock.set('2026-11-13T17:00:00Z')
    const friday = await raise({ severity: 'medium' })
    world.clock.set('2026-11-18T16:00:00Z')
    const today = await raise({ severity: 'medium' })
    const high = await raise({ severity: 'high' })
    const cards = await openCards(db(), world.team, world.clock.now())
    expect(cards.map(({ id, ageDays }) => [id, ageDays])).toEqual([
      [high.id, 0],
      [friday.id, 3],
      [today.id, 0],
    ])
  })
})

describe('refreshOpenCards', () => {
  it('brings the age on the cards up to date, and leaves those of today and resolved ones alone', async () => {
    await db().blocker.updateMany({ where: {}, data: { state: 'resolved' } })
    world.clock.set('2026-11-20T17:00:00Z')
    const friday = await raise()
    world.clock.set('2026-11-23T17:00:00Z')
    const monday = await raise()
    await db().$transaction((tx) => refreshOpenCards(tx, world.services, world.team))
    const edits = await db().message.findMany({ where: { kind: 'edit', createdAt: world.clock.now() } })
    expect(edits.map(({ editsKey }) => editsKey)).toEqual([`blocker:${friday.id}:card`])
    expect(JSON.stringify(edits[0]?.payload)).toContain('open for 1 working day')
    expect(monday.ageDays).toBe(0)
  })
})
