// The one statement beside Prisma's own reads of the same rows.
import { beforeAll, describe, expect, it } from 'vitest'
import { connect, forWorkspace } from '#platform/store/client.ts'
import type { Sprint } from '#platform/store/generated/client.ts'
import { useWorld, type World } from '#test/support/world.ts'
import { type SprintRows, sprintRows } from './sprint-query.ts'

const none = { daysOff: [], items: [], events: [], blockers: [], risks: [], dependencies: [], objectives: [] }

describe('the rows of a sprint', () => {
  const world = useWorld()
  let next: Sprint
  beforeAll(async () => {
    next = await fill(world)
  })

  it('are those that Prisma reads, type for type and in the same order', async () => {
    const read = await sprintRows(world.services.db, world.sprint)
    expect(sorted(read)).toEqual(sorted(await readByPrisma(world, world.sprint)))
    const counts = Object.entries(read).map(([name, rows]) => [name, rows.length])
    expect(Object.fromEntries(counts)).toEqual({
      ...{ daysOff: 2, items: 6, events: 4, blockers: 3, risks: 3, dependencies: 3, objectives: 2 },
      ...{ decisions: 2, members: 4, planNames: 4, others: 4 },
    })
  })

  it('are the next sprint’s where that is asked for', async () => {
    const read = await sprintRows(world.services.db, next)
    expect(sorted(read)).toEqual(sorted(await readByPrisma(world, next)))
    expect(read.items.map(({ key }) => key)).toEqual(['HP-3'])
  })

  it('are the same in a transaction, and asked for ever so often', async () => {
    const once = await sprintRows(world.services.db, world.sprint)
    for (let times = 0; times < 15; times += 1)
      expect(await sprintRows(world.services.db, world.sprint)).toEqual(once)
    expect(await world.services.db.$transaction((tx) => sprintRows(tx, world.sprint))).toEqual(once)
  })

  it('are none of another workspace', async () => {
    const all = connect(world.connectionString, { connections: 1 })
    const { id: workspaceId } = await all.workspace.create({
      data: { slackTeamId: 'T0OTHER', name: 'Other', botUserId: 'U0BOT' },
    })
    const read = await sprintRows(forWorkspace(all, workspaceId), { ...world.sprint, workspaceId })
    await all.$disconnect()
    expect(read).toEqual({ ...none, decisions: [], members: [], planNames: [], others: [] })
  })
})

/** The order of these lists says nothing. */
const sorted = (rows: SprintRows): SprintRows => ({
  ...rows,
  daysOff: rows.daysOff.toSorted((a, b) => a.date.getTime() - b.date.getTime()),
  planNames: rows.planNames.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  others: rows.others.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

/** What the statement means, in Prisma's words. */
async function readByPrisma({ services: { db }, team }: World, sprint: Sprint): Promise<SprintRows> {
  const [teamId, sprintId] = [team.id, sprint.id]
  const ofSprintOrPlan = {
    ...{ teamId, removedAt: null },
    OR: [{ sprintId }, { sprintId: null, sourceId: sprint.sourceId }],
  }
  const item = {
    ...{ id: true, key: true, title: true, sprintId: true, removedAt: true, createdAt: true, status: true },
    ...{ statusAt: true, stretch: true, estimateValue: true, estimateUnit: true, estimateSize: true },
    ...{ ownerId: true, assignees: true, acceptance: true },
  }
  const known = { id: true, name: true, displayName: true }
  const names = new Map((await db.person.findMany()).map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null
  const events = await db.itemEvent.findMany({
    where: { sprintId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const items = [
    ...(await db.item.findMany({
      where: { sprintId },
      orderBy: [{ position: 'asc' }, { key: 'asc' }],
      select: item,
    })),
    ...(await db.item.findMany({
      where: { id: { in: events.map(({ itemId }) => itemId) }, NOT: { sprintId } },
      orderBy: { key: 'asc' },
      select: item,
    })),
  ]
  const blockers = await db.blocker.findMany({
    where: { teamId, OR: [{ sprintId }, { state: { not: 'resolved' } }] },
    orderBy: { number: 'asc' },
    include: { item: true },
  })
  const memberships = await db.membership.findMany({
    where: { teamId, person: { active: true, isBot: false } },
    include: { person: { select: known } },
    orderBy: { person: { name: 'asc' } },
  })
  const planNames = await db.planName.findMany({
    where: { teamId, personId: { not: null } },
    select: { name: true, personId: true },
  })
  const meant = [...items.map(({ ownerId }) => ownerId), ...planNames.map(({ personId }) => personId)]
  return {
    daysOff: await db.teamDayOff.findMany({ where: { teamId } }),
    items,
    events: events.map(({ itemId, at, field, from, to, revisionId, personId }) => {
      return { itemId, at, field, from, to, revisionId, person: nameOf(personId) }
    }),
    blockers: blockers.map(({ raisedById, helperId, takenById, item: of, ...blocker }) => {
      const { id, number, text, severity, state, raisedAt, resolvedAt, resolution } = blocker
      return {
        ...{ id, number, text, severity, state, raisedAt, resolvedAt, resolution, itemKey: of?.key ?? null },
        ...{ raisedBy: nameOf(raisedById), helper: nameOf(helperId), takenBy: nameOf(takenById) },
      }
    }),
    risks: await db.risk.findMany({
      where: ofSprintOrPlan,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: {
        ...{ id: true, title: true, likelihood: true, impact: true, mitigation: true, owner: true },
        closedAt: true,
      },
    }),
    dependencies: await db.dependency.findMany({
      where: ofSprintOrPlan,
      orderBy: [{ due: 'asc' }, { position: 'asc' }],
      select: { id: true, text: true, on: true, due: true, doneAt: true },
    }),
    objectives: await db.objective.findMany({
      where: { sprintId },
      orderBy: { position: 'asc' },
      select: {
        ...{ id: true, text: true, metric: true, baseline: true, target: true, direction: true },
        readings: { orderBy: { at: 'desc' }, take: 2, select: { value: true, at: true } },
      },
    }),
    decisions: await db.decision.findMany({
      where: { teamId, OR: [{ sprintId }, { decidedAt: null }] },
      orderBy: { askedAt: 'asc' },
    }),
    members: memberships.map(({ person }) => person),
    planNames,
    others: await db.person.findMany({
      where: { id: { in: meant.filter((id) => id !== null) } },
      select: known,
    }),
  }
}

/** Gives each table rows that belong to the sprint and rows that do not. @returns the sprint after it */
async function fill({ services, team, source, sprint, items, people }: World): Promise<Sprint> {
  const { db, workspaceId } = services
  const [teamId, sourceId, sprintId] = [team.id, source.id, sprint.id]
  const at = (hours: number) => new Date(Date.UTC(2026, 10, 16, 15 + hours, 7, 30, 123))
  const day = (date: string) => new Date(`2026-11-${date}T00:00:00Z`)
  const own = { workspaceId, teamId }
  const later = { ...own, sourceId, name: 'Sprint 33', position: 1, start: day('30'), line: 90 }
  const next = await db.sprint.create({ data: later })
  const elsewhere = await db.planSource.create({ data: { ...own, path: 'plans/other.md' } })
  const left = await db.person.create({
    data: {
      ...{ workspaceId, slackUserId: 'U0LEFT', name: 'Ines "Nes" O’Leary\n', displayName: 'ines' },
      ...{ timeZone: 'UTC', active: false },
    },
  })
  await db.membership.create({ data: { workspaceId, teamId, personId: left.id, role: null } })
  const [first, second, third, fourth] = items
  const itemId = (item: { id: string } | undefined) => item?.id ?? ''
  await db.item.update({ where: { id: itemId(third) }, data: { sprintId: next.id } })
  await db.item.update({
    where: { id: itemId(fourth) },
    data: {
      ...{ ownerId: left.id, estimateSize: 'XL', removedAt: at(5), title: 'A "quoted" \\ {title}, 🎉' },
      ...{ assignees: ['A, B', '', 'null'], acceptance: ['1 < 2 & "so"'] },
    },
  })
  const item = { ...own, sourceId, keyStated: false, title: 'Of the backlog', tasks: [], line: 1 }
  const instants = { createdAt: at(1), statusAt: at(2) }
  await db.item.createMany({
    data: [
      { ...item, ...instants, key: 'HP-90', position: 0, sprintId, estimateValue: 0.1, estimateUnit: 'days' },
      { ...item, ...instants, key: 'HP-91', position: 0 },
    ],
  })
  const event = { ...own, sprintId, personId: people.maya.id }
  await db.itemEvent.createMany({
    data: [
      { ...event, itemId: itemId(first), at: at(3), field: 'status', from: 'ready', to: 'done' },
      { ...event, itemId: itemId(third), at: at(2), field: 'sprint', from: 'Sprint 32', to: 'Sprint 33' },
      { ...event, itemId: itemId(second), at: at(1), field: 'estimate', to: '8', personId: null },
      {
        ...event,
        itemId: itemId(fourth),
        at: at(3),
        field: 'removed',
        personId: sprintId,
        revisionId: sprintId,
      },
      { ...event, itemId: itemId(third), at: at(2), field: 'sprint', sprintId: next.id },
    ],
  })
  await db.teamDayOff.createMany({
    data: [
      { ...own, date: day('26'), name: 'Thanksgiving' },
      { ...own, date: day('27'), name: 'Bridge' },
    ],
  })
  const blocker = { ...own, text: 'Bank is down', severity: 'high', raisedAt: at(4) } as const
  const resolved = { state: 'resolved', resolvedAt: at(9), resolution: 'It is up' } as const
  const raisedById = people.tomas.id
  await db.blocker.createMany({
    data: [
      { ...blocker, ...resolved, number: 3, raisedById, sprintId, takenById: left.id },
      { ...blocker, number: 1, raisedById, sprintId, itemId: itemId(second), helperId: people.maya.id },
      { ...blocker, number: 2, raisedById: sprintId, state: 'taken', itemId: itemId(third) },
      { ...blocker, ...resolved, number: 4, raisedById, sprintId: next.id },
    ],
  })
  const risk = { ...own, sourceId, position: 1, line: 1 }
  await db.risk.createMany({
    data: [
      { ...risk, sprintId, title: 'Of the sprint', likelihood: 'low', impact: 'high', closedAt: at(6) },
      { ...risk, sprintId, title: 'First', position: 0, mitigation: 'None', owner: 'Maya' },
      { ...risk, title: 'Of the plan' },
      { ...risk, title: 'Cut', sprintId, removedAt: at(1) },
      { ...risk, title: 'Of the next', sprintId: next.id },
      { ...risk, title: 'Of another plan', sourceId: elsewhere.id },
    ],
  })
  const dependency = { ...own, sourceId, position: 0, line: 1 }
  await db.dependency.createMany({
    data: [
      { ...dependency, sprintId, text: 'Without a date' },
      { ...dependency, sprintId, text: 'Late', due: day('25'), on: 'Bank' },
      { ...dependency, text: 'Of the plan', due: day('20'), doneAt: at(3) },
      { ...dependency, text: 'Of another plan', sourceId: elsewhere.id },
    ],
  })
  const objective = { workspaceId, sprintId, line: 1 }
  const share = await db.objective.create({
    data: { ...objective, text: 'Refunds', metric: 'share', target: '95 %', position: 1 },
  })
  await db.objective.create({ data: { ...objective, text: 'Pages', position: 0, direction: 'down' } })
  await db.reading.createMany({
    data: [7, 9, 8].map((hours) => {
      return { workspaceId, objectiveId: share.id, value: `${hours}0 %`, at: at(hours) }
    }),
  })
  const decision = { ...own, question: 'Which bank?', askedById: people.maya.id }
  await db.decision.createMany({
    data: [
      { ...decision, askedAt: at(8), sprintId, answer: 'Ours', decidedAt: at(9) },
      { ...decision, askedAt: at(7), sprintId: next.id },
      { ...decision, askedAt: at(6), sprintId: next.id, answer: 'Theirs', decidedAt: at(9) },
    ],
  })
  await db.planName.createMany({
    data: [
      { ...own, name: 'QA', personId: people.jonas.id },
      { ...own, name: 'Lead', personId: left.id },
      { ...own, name: 'Nobody yet' },
    ],
  })
  return next
}
