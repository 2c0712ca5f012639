// Who is told that a message cannot go, how often, and what goes again once somebody mended it.
import { afterEach, describe, expect, it } from 'vitest'
import type { Prisma } from '#platform/store/generated/client.ts'
import { useWorld } from '#test/support/world.ts'
import { parkedMessages, responsibleFor, retryParked, tellOnce } from './parked.ts'

const world = useWorld()

afterEach(async () => {
  await world.services.db.message.deleteMany()
})

async function write(key: string, fields: Partial<Prisma.MessageUncheckedCreateInput> = {}): Promise<void> {
  const { services, team } = world
  const now = world.clock.now()
  await services.db.message.create({
    data: {
      ...{ workspaceId: services.workspaceId, teamId: team.id, key, strand: key, kind: 'post' },
      ...{ channel: 'C0HARBOR', payload: { text: key }, dueAt: now, createdAt: now },
      ...{ state: 'dead', error: 'not_in_channel', attempts: 3 },
      ...fields,
    },
  })
}

describe('a message that is parked', () => {
  const tell = async (error: string, fields: { key?: string; channel?: string } = {}) => {
    const message = { key: 'standup', teamId: world.team.id, channel: 'C0HARBOR', ...fields }
    await world.services.db.$transaction((tx) => tellOnce(tx, world.services, message, error))
    return world.services.db.message.count()
  }

  it('is told once a day for a team, a channel and an error', async () => {
    expect(await tell('not_in_channel')).toBe(1)
    expect(await tell('not_in_channel', { key: 'digest' })).toBe(1)
    expect(await tell('is_archived')).toBe(2)
    expect(await tell('not_in_channel', { channel: 'C0STAKE' })).toBe(3)
    const before = world.clock.now()
    world.clock.advance(24 * 60)
    expect(await tell('not_in_channel')).toBe(4)
    world.clock.set(before.toISOString())
  })

  it.each([
    ['message_not_found', 'the message to edit was deleted'],
    ['parent_not_sent', 'its thread was told of already'],
    ['invalid_auth', 'nothing can be told in Slack'],
    ['missing_scope', 'nothing can be told in Slack'],
  ])('is told to nobody when it is %s: %s', async (error) => {
    expect(await tell(error)).toBe(0)
  })

  it('is told to nobody when it is itself the message that tells', async () => {
    await tell('not_in_channel')
    const { key } = await world.services.db.message.findFirstOrThrow()
    expect(await tell('user_disabled', { key, channel: 'U0MAYA' })).toBe(1)
  })
})

describe('who is told', () => {
  const told = async () => (await responsibleFor(world.services.db, world.team.id))?.name
  const imported = (number: number, importedAt: string, personId: string) =>
    world.services.db.planRevision.create({
      data: {
        ...{
          workspaceId: world.services.workspaceId,
          sourceId: world.source.id,
          number,
          sha256: `${number}`,
        },
        ...{ plan: {}, diagnostics: [], changes: [], importedAt: new Date(importedAt), personId },
      },
    })

  it('is the first member by name who is no bot and still there, where nobody imported a plan', async () => {
    const { db, workspaceId } = world.services
    const bot = await db.person.create({
      data: {
        ...{ workspaceId, slackUserId: 'U0ABOT', name: 'A bot', displayName: 'A bot', timeZone: 'UTC' },
        isBot: true,
      },
    })
    await db.membership.create({
      data: { workspaceId, teamId: world.team.id, personId: bot.id, role: 'Bot' },
    })
    expect(await told()).toBe('Jonas Weber')
    await db.person.update({ where: { id: world.people.jonas.id }, data: { active: false } })
    expect(await told()).toBe('Maya Okafor')
    await db.person.update({ where: { id: world.people.jonas.id }, data: { active: true } })
  })

  it('is who imported the newest plan, as long as they are there', async () => {
    await imported(1, '2026-11-17T10:00:00Z', world.people.tomas.id)
    await imported(2, '2026-11-18T10:00:00Z', world.people.priya.id)
    expect(await told()).toBe('Priya Raman')
    await world.services.db.person.update({ where: { id: world.people.priya.id }, data: { active: false } })
    expect(await told()).toBe('Jonas Weber')
    await world.services.db.person.update({ where: { id: world.people.priya.id }, data: { active: true } })
  })
})

describe('after the cure', () => {
  const states = async () => {
    const rows = await world.services.db.message.findMany({ orderBy: { sequence: 'asc' } })
    return rows.map(({ key, state, attempts, error }) => `${key} ${state} ${attempts} ${error}`)
  }

  it('goes what somebody could mend and what is still worth saying, from the first try on', async () => {
    const now = world.clock.now()
    await write('sound')
    await write('edit', { kind: 'edit', editsKey: 'sound', sendingAt: now })
    await write('doubtful', { sendingAt: now })
    await write('incurable', { error: 'invalid_blocks' })
    await write('over', { expiresAt: now })
    await write('in time', { expiresAt: new Date(now.getTime() + 1000) })
    expect((await parkedMessages(world.services)).map(({ key }) => key)).toEqual([
      'sound',
      'edit',
      'doubtful',
      'in time',
    ])
    expect(await retryParked(world.services)).toBe(4)
    expect(await states()).toEqual([
      'sound due 0 null',
      'edit due 0 null',
      'doubtful unknown 0 null',
      'incurable dead 3 invalid_blocks',
      'over dead 3 not_in_channel',
      'in time due 0 null',
    ])
  })

  it('go those of the team alone that was mended', async () => {
    const { db, workspaceId } = world.services
    const other = await db.team.create({ data: { workspaceId, slug: 'other', name: 'Other', zone: 'UTC' } })
    await write('own')
    await write('other', { teamId: other.id })
    expect(await retryParked(world.services, world.team.id)).toBe(1)
    expect(await states()).toEqual(['own due 0 null', 'other dead 3 not_in_channel'])
    expect(await retryParked(world.services)).toBe(1)
  })
})
