// What an import stores, what a second one changes, and what people did in between.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Plan } from '#domain/plan-file.ts'
import type { Item } from '#platform/store/generated/client.ts'
import { item, plan, planFile, points, sprint } from '#test/support/plans.ts'
import { useWorld, worldStart } from '#test/support/world.ts'
import { type ImportInput, importPlan } from './import.ts'

const world = useWorld()
const dates = { start: '2026-11-16', end: '2026-11-27', datesFrom: 'stated' as const }
let number = 0
let path = ''

beforeEach(() => {
  world.clock.set(worldStart)
  number += 1
  path = `plans/orchard-${number}.md`
})

/** A plan of a team of its own for each test. */
const ofTeam = (sprints: Plan['sprints'], fields: Partial<Plan> = {}) =>
  plan(sprints, {
    team: { name: `Orchard ${number}`, timeZone: 'Europe/Lisbon', channels: [], roles: [] },
    ...fields,
  })

const load = (plans: Plan[], input: Partial<ImportInput> = {}) =>
  importPlan(world.services, { file: planFile(plans), path, channels: new Map(), ...input })

async function importOne(one: Plan, input: Partial<ImportInput> = {}) {
  const { plans } = await load([one], input)
  const [imported] = plans
  if (!imported) throw new Error('nothing was imported')
  return imported
}

const itemsOf = (teamId: string): Promise<Item[]> =>
  world.services.db.item.findMany({ where: { teamId }, orderBy: [{ sprintId: 'asc' }, { position: 'asc' }] })

const eventsOf = async (teamId: string) => {
  const events = await world.services.db.itemEvent.findMany({
    where: { teamId },
    include: { item: true },
    orderBy: { id: 'asc' },
  })
  return events.map(({ field, from, to, item: { key } }) => [key, field, from, to])
}

describe('a first import', () => {
  it('makes the team, its sprint and items, and no scope growth', async () => {
    const imported = await importOne(
      ofTeam([
        sprint(
          'Sprint 1',
          [
            item('OR-1', 'Plant trees', { estimate: points(3), status: 'in_progress', assignees: ['Ana'] }),
            item('OR-2', 'Dig holes', { estimate: { size: 'M' }, stretch: true }),
          ],
          { ...dates, goals: ['A green yard'], number: 1 },
        ),
      ]),
    )
    expect(imported).toMatchObject({ made: true, unchanged: false, changes: [] })
    expect(imported.team).toMatchObject({ slug: `orchard-${number}`, zone: 'Europe/Lisbon' })
    expect(imported.revision.number).toBe(1)
    const [stored] = await world.services.db.sprint.findMany({ where: { teamId: imported.team.id } })
    expect(stored).toMatchObject({
      name: 'Sprint 1',
      state: 'active',
      start: new Date('2026-11-16'),
      end: new Date('2026-11-27'),
      goals: ['A green yard'],
    })
    expect(await itemsOf(imported.team.id)).toMatchObject([
      { key: 'OR-1', status: 'in_progress', planStatus: 'in_progress', estimateValue: 3, assignees: ['Ana'] },
      { key: 'OR-2', status: 'backlog', planStatus: null, estimateSize: 'M', stretch: true },
    ])
    expect(await eventsOf(imported.team.id)).toEqual([])
  })

  it('puts the ceremonies on the calendar: those of the plan, and defaults for the rest', async () => {
    const standup = {
      kind: 'standup' as const,
      title: 'Daily',
      when: { type: 'daily' as const },
      start: '09:15',
      end: '09:30',
      timeZone: null,
      channel: null,
      line: 4,
    }
    const { team } = await importOne(
      ofTeam([sprint('Sprint 1', [item('OR-1', 'A')], { ...dates, ceremonies: [standup] })]),
    )
    const rules = await world.services.db.ceremonyRule.findMany({ where: { teamId: team.id } })
    expect(rules.find(({ kind }) => kind === 'standup')).toMatchObject({
      start: '09:15',
      origin: 'plan',
      line: 4,
    })
    expect(rules.find(({ kind }) => kind === 'retro')).toMatchObject({ origin: 'default' })
    const first = await world.services.db.occurrence.findFirst({
      where: { teamId: team.id, kind: 'standup' },
      orderBy: { opensAt: 'asc' },
    })
    // Wednesday's has passed in Lisbon: 09:15 on Thursday is the first, without summer time.
    expect(first?.opensAt).toEqual(new Date('2026-11-19T09:15:00Z'))
  })

  it('lets a sprint without dates wait', async () => {
    const { team } = await importOne(ofTeam([sprint('Sprint 1', [item('OR-1', 'A')], { lengthDays: 14 })]))
    const [stored] = await world.services.db.sprint.findMany({ where: { teamId: team.id } })
    expect(stored).toMatchObject({ state: 'planned', start: null, end: null, lengthDays: 14 })
    expect(await world.services.db.occurrence.count({ where: { teamId: team.id } })).toBe(0)
  })

  it('ends a sprint that states a start and a length', async () => {
    const fields = { start: '2026-11-16', lengthDays: 14, datesFrom: 'length stated' as const }
    const { sprints } = await importOne(ofTeam([sprint('Sprint 1', [item('OR-1', 'A')], fields)]))
    expect(sprints[0]).toMatchObject({ end: new Date('2026-11-29'), datesFrom: 'length stated' })
  })

  it('reminds of a date of the whole plan in the sprint that holds it, and only there', async () => {
    const dependency = { id: null, text: 'Get the soil', on: 'Farm', due: '2026-12-03', line: 9 }
    const { team } = await importOne(
      ofTeam(
        [
          sprint('Sprint 1', [item('OR-1', 'A')], dates),
          sprint('Sprint 2', [item('OR-2', 'B')], { start: '2026-11-30', end: '2026-12-11' }),
        ],
        { dependencies: [dependency] },
      ),
    )
    const due = await world.services.db.ceremonyRule.findMany({
      where: { teamId: team.id, kind: 'dependency_due' },
      include: { sprint: true },
    })
    expect(due.map((rule) => rule.sprint.name)).toEqual(['Sprint 2'])
  })

  it('stores text that PostgreSQL cannot hold without what it cannot hold', async () => {
    const { team } = await importOne(
      ofTeam([sprint('Sprint 1', [item('OR-1', 'Plant\0 \ud800trees')], dates)]),
    )
    expect((await itemsOf(team.id))[0]?.title).toBe('Plant \ufffdtrees')
  })

  it('makes duplicate keys and sprint names unique', async () => {
    const twice = [item('OR-1', 'Plant'), item('OR-1', 'Water')]
    const { team } = await importOne(ofTeam([sprint('Week 1', twice), sprint('Week 1', [])]))
    expect((await itemsOf(team.id)).map(({ key }) => key)).toEqual(['OR-1', 'OR-1 (2)'])
    const sprints = await world.services.db.sprint.findMany({
      where: { teamId: team.id },
      orderBy: { position: 'asc' },
    })
    expect(sprints.map(({ name }) => name)).toEqual(['Week 1', 'Week 1 (2)'])
  })

  it('refuses a file without a plan and stores nothing', async () => {
    const before = await world.services.db.team.count()
    await expect(load([ofTeam([])])).rejects.toMatchObject({ code: 'no_plan' })
    expect(await world.services.db.team.count()).toBe(before)
  })

  it('stores nothing at all when something fails half-way', async () => {
    const before = await world.services.db.team.count()
    const broken = ofTeam([sprint('Sprint 1', [item('OR-1', 'A')], { ...dates, start: '2026-99-99' })])
    await expect(
      load([ofTeam([sprint('Sprint 1', [item('OR-1', 'A')])]), { ...broken, side: 'theirs' }]),
    ).rejects.toThrow()
    expect(await world.services.db.team.count()).toBe(before)
  })
})

describe('the same file again', () => {
  it('changes nothing', async () => {
    const file = planFile([ofTeam([sprint('Sprint 1', [item('OR-1', 'A')], dates)])])
    const input = { file, path, channels: new Map<string, string>() }
    const first = await importPlan(world.services, input)
    const again = await importPlan(world.services, structuredClone(input))
    expect(first.unchanged).toBe(false)
    expect(again).toMatchObject({
      unchanged: true,
      plans: [{ unchanged: true, made: false, revision: { number: 1 } }],
    })
  })

  it('makes one team when two processes import it at the same time', async () => {
    const file = planFile([ofTeam([sprint('Sprint 1', [item('OR-1', 'A')], dates)])])
    const input = { file, path, channels: new Map<string, string>() }
    const results = await Promise.all([importPlan(world.services, input), importPlan(world.services, input)])
    expect(results.map(({ unchanged }) => unchanged).sort()).toEqual([false, true])
    expect(await world.services.db.team.count({ where: { name: `Orchard ${number}` } })).toBe(1)
  })
})

describe('a changed file', () => {
  const first = () =>
    ofTeam([
      sprint(
        'Sprint 1',
        [
          item('OR-1', 'Plant trees', { estimate: points(3), status: 'ready' }),
          item('OR-2', 'Dig holes', { estimate: points(2) }),
          item('s1-03', 'Paint the fence white', { keyStated: false }),
        ],
        dates,
      ),
      sprint('Sprint 2', [item('OR-9', 'Harvest', { estimate: points(8) })], {
        start: '2026-11-30',
        end: '2026-12-11',
      }),
    ])

  it('records scope that grew, shrank, moved and was estimated anew, and who recorded it', async () => {
    const before = await importOne(first())
    world.clock.advance(60)
    const { team, changes, revision } = await importOne(
      ofTeam([
        sprint(
          'Sprint 1',
          [
            item('OR-1', 'Plant trees', { estimate: points(5), status: 'ready' }),
            item('OR-9', 'Harvest', { estimate: points(8) }),
            item('OR-4', 'Buy seeds', { estimate: points(1) }),
            item('s1-01', 'Paint the garden fence white', { keyStated: false }),
          ],
          dates,
        ),
        sprint('Sprint 2', [], { start: '2026-11-30', end: '2026-12-11' }),
      ]),
    )
    expect(team.id).toBe(before.team.id)
    expect(revision.number).toBe(2)
    const events = await eventsOf(team.id)
    expect(events.toSorted()).toEqual(
      [
        ['OR-1', 'estimate', '3', '5'],
        ['OR-9', 'sprint', 'Sprint 2', 'Sprint 1'],
        ['OR-9', 'sprint', 'Sprint 2', 'Sprint 1'],
        ['OR-4', 'added', null, '1'],
        ['OR-2', 'removed', '2', null],
        ['s1-03', 'title', 'Paint the fence white', 'Paint the garden fence white'],
      ].toSorted(),
    )
    expect(changes.map(({ type }) => type).toSorted()).toEqual(
      ['item added', 'item estimated', 'item moved', 'item removed', 'item renamed'].toSorted(),
    )
    expect(revision.changes).toEqual(changes)
    const stored = await world.services.db.itemEvent.findMany({ where: { teamId: team.id } })
    expect(new Set(stored.map(({ revisionId }) => revisionId))).toEqual(new Set([revision.id]))
  })

  it('calls a sprint by its new name in the moves that are told of it', async () => {
    await importOne(first())
    const moved = (name: string) => {
      const [one, two] = first().sprints
      if (!one || !two) throw new Error('the plan has two sprints')
      return ofTeam([
        { ...one, number: 1, name, items: [...one.items, ...two.items] },
        { ...two, items: [] },
      ])
    }
    await importOne(moved('Sprint 1'))
    const { team } = await importOne(moved('Sprint 1: Planting'))
    const events = await eventsOf(team.id)
    expect(events).toEqual([
      ['OR-9', 'sprint', 'Sprint 2', 'Sprint 1: Planting'],
      ['OR-9', 'sprint', 'Sprint 2', 'Sprint 1: Planting'],
    ])
  })

  it('leaves what people did: status, owner and blockers', async () => {
    const { team } = await importOne(first())
    const { db, workspaceId } = world.services
    const [one] = await db.item.findMany({ where: { teamId: team.id, key: 'OR-1' } })
    const id = one?.id ?? ''
    await db.item.update({ where: { id }, data: { status: 'in_review', ownerId: world.people.priya.id } })
    await db.blocker.create({
      data: {
        workspaceId,
        teamId: team.id,
        itemId: id,
        number: 1,
        text: 'No spade',
        severity: 'high',
        raisedById: world.people.maya.id,
        raisedAt: world.clock.now(),
      },
    })
    const second = first()
    const [edited] = second.sprints[0]?.items ?? []
    if (edited) edited.title = 'Plant apple trees'
    await importOne(second)
    expect(await db.item.findFirst({ where: { id } })).toMatchObject({
      title: 'Plant apple trees',
      status: 'in_review',
      ownerId: world.people.priya.id,
    })
    expect(await db.blocker.count({ where: { itemId: id } })).toBe(1)
  })

  it("applies the plan's status when the plan's own word changed", async () => {
    const { team } = await importOne(first())
    await world.services.db.item.updateMany({
      where: { teamId: team.id, key: 'OR-1' },
      data: { status: 'in_review' },
    })
    const second = first()
    const [edited] = second.sprints[0]?.items ?? []
    if (edited) edited.status = 'done'
    await importOne(second)
    expect(await world.services.db.item.findFirst({ where: { teamId: team.id, key: 'OR-1' } })).toMatchObject(
      {
        status: 'done',
        planStatus: 'done',
      },
    )
    expect(await eventsOf(team.id)).toEqual([['OR-1', 'status', 'in_review', 'done']])
  })

  it('brings back an item that was cut, with its history', async () => {
    const { team } = await importOne(first())
    const cut = first()
    cut.sprints[0]?.items.splice(1, 1)
    await importOne(cut)
    await importOne(first())
    expect(await eventsOf(team.id)).toEqual([
      ['OR-2', 'removed', '2', null],
      ['OR-2', 'added', null, '2'],
    ])
    expect(await world.services.db.item.count({ where: { teamId: team.id, removedAt: null } })).toBe(4)
  })

  it('calls the items of a sprint that came with it no growth', async () => {
    const { team } = await importOne(first())
    const more = first()
    more.sprints.push(sprint('Sprint 3', [item('OR-20', 'Rest')], { start: '2026-12-14', end: '2026-12-18' }))
    await importOne(more)
    expect(await eventsOf(team.id)).toEqual([])
  })

  it('lets two items exchange made keys for stated ones', async () => {
    const loose = { keyStated: false }
    const before = ofTeam([
      sprint('Sprint 1', [item('A-1', 'Plant trees', loose), item('A-2', 'Paint a fence', loose)], dates),
    ])
    const { team } = await importOne(before)
    await importOne(
      ofTeam([sprint('Sprint 1', [item('A-2', 'Plant trees'), item('A-1', 'Paint a fence')], dates)]),
    )
    const items = await world.services.db.item.findMany({
      where: { teamId: team.id },
      orderBy: { key: 'asc' },
    })
    expect(items.map(({ key, title }) => [key, title])).toEqual([
      ['A-1', 'Paint a fence'],
      ['A-2', 'Plant trees'],
    ])
  })

  it('keeps the window that a person set until the plan states one', async () => {
    const waiting = (fields = {}) => ofTeam([sprint('Sprint 1', [item('OR-1', 'A')], fields)])
    const { sprints } = await importOne(waiting())
    const id = sprints[0]?.id ?? ''
    const { db } = world.services
    const begun = { start: new Date('2026-11-18'), end: new Date('2026-12-01'), datesFrom: 'begun' }
    await db.sprint.update({ where: { id }, data: { ...begun, state: 'active' } })
    await importOne(waiting({ goals: ['Fruit'] }))
    expect(await db.sprint.findFirst({ where: { id } })).toMatchObject({
      ...begun,
      state: 'active',
      goals: ['Fruit'],
    })
    await importOne(waiting({ ...dates, goals: ['Fruit'] }))
    expect(await db.sprint.findFirst({ where: { id } })).toMatchObject({
      start: new Date('2026-11-16'),
      datesFrom: 'stated',
    })
  })

  it('keeps a risk that was closed, closed', async () => {
    const withRisk = (title: string) => {
      const risk = { id: null, title, likelihood: null, impact: null, mitigation: null, owner: null, line: 3 }
      return ofTeam([sprint('Sprint 1', [item('OR-1', 'A')], dates)], { risks: [risk] })
    }
    const { team } = await importOne(withRisk('The harvest fails after a late frost'))
    const closedAt = world.clock.now()
    await world.services.db.risk.updateMany({ where: { teamId: team.id }, data: { closedAt } })
    await importOne(withRisk('The harvest fails after a late frost in May'))
    expect(await world.services.db.risk.findMany({ where: { teamId: team.id } })).toMatchObject([
      { title: 'The harvest fails after a late frost in May', closedAt, removedAt: null },
    ])
  })

  it('keeps a sprint that is over as history when the next one is written over it', async () => {
    const sprintOf = (name: string, items: Plan['backlog'], start: string, end: string) =>
      ofTeam([sprint(name, items, { start, end })])
    const carried = item('OR-2', 'Dig holes', { estimate: points(2) })
    const { team } = await importOne(
      sprintOf('Current sprint', [item('OR-1', 'Plant'), carried], '2026-11-02', '2026-11-13'),
    )
    const { changes } = await importOne(
      sprintOf('Current sprint', [carried, item('OR-3', 'Water')], '2026-11-16', '2026-11-27'),
    )
    const { db } = world.services
    const sprints = await db.sprint.findMany({ where: { teamId: team.id }, orderBy: { start: 'asc' } })
    expect(sprints.map(({ name, state, removedAt }) => [name, state, removedAt])).toEqual([
      ['Current sprint (until 2026-11-13)', 'closed', null],
      ['Current sprint', 'active', null],
    ])
    const items = await db.item.findMany({ where: { teamId: team.id }, orderBy: { key: 'asc' } })
    expect(items.map(({ key, sprintId, removedAt }) => [key, sprintId, removedAt])).toEqual([
      ['OR-1', sprints[0]?.id, null],
      ['OR-2', sprints[1]?.id, null],
      ['OR-3', sprints[1]?.id, null],
    ])
    expect(changes.map(({ type }) => type)).not.toContain('item removed')
    expect((await eventsOf(team.id)).filter(([, field]) => field === 'removed')).toEqual([])
  })

  it('takes up a carried-over item again after a sprint without it, with its history', async () => {
    const carried = item('OR-2', 'Dig holes')
    const load = (name: string, items: Plan['backlog'], start: string, end: string) =>
      importOne(ofTeam([sprint(name, items, { start, end })]))
    const { team } = await load('Sprint 1', [carried], '2026-10-19', '2026-10-30')
    await load('Sprint 2', [item('OR-5', 'Rest')], '2026-11-02', '2026-11-13')
    await load('Sprint 3', [carried], '2026-11-16', '2026-11-27')
    const rows = await world.services.db.item.findMany({
      where: { teamId: team.id, key: 'OR-2' },
      include: { sprint: true },
    })
    expect(rows.map((row) => [row.sprint?.name, row.removedAt])).toEqual([['Sprint 3', null]])
  })

  it('gives a made key that comes free to another item without its history', async () => {
    const loose = (title: string) => item('s1-01', title, { keyStated: false })
    const { team } = await importOne(
      ofTeam([sprint('Sprint 1', [loose('Paint the fence'), item('OR-1', 'A')], dates)]),
    )
    await importOne(ofTeam([sprint('Sprint 1', [item('OR-1', 'A')], dates)]))
    await importOne(ofTeam([sprint('Sprint 1', [loose('Count the bees'), item('OR-1', 'A')], dates)]))
    const rows = await world.services.db.item.findMany({ where: { teamId: team.id, keyStated: false } })
    expect(rows.map(({ title, removedAt }) => [title, removedAt === null])).toEqual(
      expect.arrayContaining([
        ['Paint the fence', false],
        ['Count the bees', true],
      ]),
    )
  })

  it('removes a sprint with what is still to come of it', async () => {
    const { team } = await importOne(first())
    const one = first()
    one.sprints.pop()
    await importOne(one)
    const { db } = world.services
    const gone = await db.sprint.findFirst({ where: { teamId: team.id, name: 'Sprint 2' } })
    expect(gone?.removedAt).toEqual(world.clock.now())
    expect(await db.occurrence.count({ where: { sprintId: gone?.id ?? '' } })).toBe(0)
  })
})

describe('the team of a plan', () => {
  it('is found by its name, whatever else it is called', async () => {
    const named = { ...plan([]).team, name: 'Harbor Payments Squad' }
    const { team, made } = await importOne(ofTeam([sprint('Sprint 40', [item('X-1', 'A')])], { team: named }))
    expect([team.id, made]).toEqual([world.team.id, false])
  })

  it('is found by its channel', async () => {
    const named = { ...plan([]).team, name: null, channels: ['#harbor'] }
    const { team } = await importOne(ofTeam([sprint('Sprint 41', [item('X-1', 'A')])], { team: named }), {
      channels: new Map([['harbor', 'C0HARBOR']]),
    })
    expect(team.id).toBe(world.team.id)
  })

  it.each([
    ['its title', { title: 'Tidal Flats — Sprint 9 (Nov 16 – Nov 27)' }, ['#elsewhere'], 'Tidal Flats'],
    ['its channel', { title: 'Sprint 9 Plan' }, ['#salt-marsh'], 'Salt Marsh'],
    ['its file', { title: 'Sprint 9 Plan' }, [], 'Orchard '],
  ])('is called after %s when the plan names none', async (_, fields, channels, name) => {
    const unnamed = { ...plan([]).team, name: null, channels }
    const { team } = await importOne(
      ofTeam([sprint('Sprint 9', [item('X-1', 'A')])], { ...fields, team: unnamed }),
    )
    expect(team.name.startsWith(name)).toBe(true)
  })

  it("is linked to its channel and its stakeholders' when it is made", async () => {
    const named = { ...plan([]).team, name: 'Meadow', channels: ['#meadow-updates', '#meadow'] }
    const { team } = await importOne(ofTeam([sprint('Sprint 1', [item('X-1', 'A')])], { team: named }), {
      channels: new Map([
        ['meadow', 'C0MEADOW'],
        ['meadow-updates', 'C0MEADOWUP'],
      ]),
    })
    expect(team).toMatchObject({ channelId: 'C0MEADOW', stakeholderChannelId: 'C0MEADOWUP' })
  })

  it('is one for each side of a merge conflict, and both sides are in or none', async () => {
    const ofSide = (side: 'ours' | 'theirs', name: string) => ({
      ...plan([sprint('Sprint 1', [item('X-1', name)])]),
      side,
      team: { ...plan([]).team, name },
    })
    const { plans } = await load([ofSide('ours', `Kelp ${number}`), ofSide('theirs', `Coral ${number}`)])
    expect(plans.map(({ team, source }) => [team.name, source.side])).toEqual([
      [`Kelp ${number}`, 'ours'],
      [`Coral ${number}`, 'theirs'],
    ])
  })

  it('makes nobody a member for a name in the plan, which is a label until somebody of the team says who it is', async () => {
    const { db } = world.services
    const { team } = await importOne(
      ofTeam([
        sprint(
          'Sprint 1',
          [item('X-1', 'A', { assignees: ['Priya Raman', 'Jonas', 'Backend Engineer'] })],
          dates,
        ),
      ]),
    )
    const members = await db.membership.findMany({ where: { teamId: team.id } })
    expect(members.map(({ personId }) => personId)).toEqual([])
    const names = await db.planName.findMany({ where: { teamId: team.id }, orderBy: { name: 'asc' } })
    expect(names.map(({ name, personId }) => [name, personId])).toEqual([
      ['Backend Engineer', null],
      ['Jonas', null],
      ['Priya Raman', null],
    ])
  })
})
