// Who a name in a plan is: surely somebody, likely somebody, or nobody.
import { describe, expect, it } from 'vitest'
import type { Person } from '#platform/store/generated/client.ts'
import { importPlan } from '#subjects/import/import.ts'
import { answerName } from '#subjects/team/name-question.ts'
import { saveNames } from '#subjects/team/team-people.ts'
import { teamScreen } from '#subjects/team/team-screen.ts'
import { item, plan, planFile, sprint } from '#test/support/plans.ts'
import { useWorld } from '#test/support/world.ts'
import { type Candidate, namesIn, suggestPerson } from './plan-names.ts'

const people: Candidate[] = [
  { id: 'maya', name: 'Maya Okafor', displayName: 'maya.o', role: 'Product Owner' },
  { id: 'tomas', name: 'Tomás Rivera', displayName: 'Tomas', role: 'Tech Lead' },
  { id: 'priya', name: 'Priya Raman', displayName: 'Priya', role: 'Backend Engineer' },
  { id: 'priya2', name: 'Priya Nair', displayName: 'Priya N', role: 'Backend Engineer' },
]

describe('a name', () => {
  it.each([
    ['Maya Okafor', 'maya'],
    ['@maya.o', 'maya'],
    ['TOMAS RIVERA', 'tomas'],
    ['Tomás', 'tomas'],
    ['Tech Lead', 'tomas'],
    ['Priya Nair', 'priya2'],
  ])('%s surely means one person', (name, personId) => {
    expect(suggestPerson(name, people)).toEqual({ personId, certain: true })
  })

  it.each([
    ['Tomas Riviera', 'tomas'],
    ['Lead', 'tomas'],
  ])('%s likely means somebody', (name, personId) => {
    expect(suggestPerson(name, people)).toEqual({ personId, certain: false })
  })

  it.each(['Backend Engineer', 'Zoë', 'TBD', '@', 'QA'])('%s means nobody that can be told', (name) => {
    expect(suggestPerson(name, people)).toBeNull()
  })
})

it('is looked for in roles, assignees and owners of risks, once each, and never in a sentence', () => {
  const risk = {
    id: null,
    title: 'Frost',
    likelihood: null,
    impact: null,
    mitigation: null,
    owner: 'Maya',
    line: 1,
  }
  const one = plan(
    [
      sprint('Week 1', [item('A-1', 'Plant', { assignees: ['Priya', 'maya'] })], {
        risks: [{ ...risk, owner: 'x'.repeat(90) }],
      }),
    ],
    {
      team: {
        name: 'Orchard',
        timeZone: null,
        channels: [],
        roles: [{ role: 'Gardener', names: ['Ana'], headcount: null, effectiveDays: null }],
      },
      backlog: [item('A-2', 'Rest', { assignees: ['Rui'] })],
      risks: [risk],
    },
  )
  expect(namesIn(one).sort()).toEqual(['Ana', 'Gardener', 'Maya', 'Priya', 'Rui'])
})

describe('an import', () => {
  const world = useWorld()
  const load = (assignees: string[], roles: { role: string; names: string[] }[] = []) =>
    importPlan(world.services, {
      file: planFile([
        plan([sprint('Sprint 50', [item('HP-50', 'Plant', { assignees })])], {
          team: {
            name: 'Harbor Payments',
            timeZone: null,
            channels: [],
            roles: roles.map((role) => ({ ...role, headcount: null, effectiveDays: null })),
          },
        }),
      ]),
      path: 'plans/names.md',
      channels: new Map(),
    })
  const meant = async () => {
    const rows = await world.services.db.planName.findMany({
      include: { person: true },
      orderBy: { name: 'asc' },
    })
    return Object.fromEntries(rows.map(({ name, person }) => [name, person?.name ?? null]))
  }

  const asked = async () =>
    (await world.services.db.message.findMany({ where: { kind: 'post' }, orderBy: { key: 'asc' } })).map(
      ({ key, channel }) => [key.split(':').at(-1), channel],
    )
  const said = { 'Jonas Weber': 'Jonas Weber', 'Tomás Rivera': 'Tomás Rivera' }

  it('A2: gives no name to anybody, however surely it is theirs, and asks them, each once', async () => {
    await load(['Priya', 'Frontend Engineer', 'Tomas Riviera', 'Nobody Known'])
    expect(await meant()).toEqual({
      ...said,
      ...{ Priya: null, 'Frontend Engineer': null, 'Tomas Riviera': null, 'Nobody Known': null },
    })
    const questions = [
      ['frontend engineer', 'U0JONAS'],
      ['priya', 'U0PRIYA'],
      ['tomas riviera', 'U0TOMAS'],
    ]
    expect((await asked()).toSorted()).toEqual(questions)
    await load(['Priya', 'Frontend Engineer', 'Tomas Riviera'])
    expect((await asked()).toSorted()).toEqual(questions)
  })

  it('means who said that it is them, and nobody else who says so', async () => {
    const { services, team, people } = world
    const say = (person: Person, name: string, isMine = true) =>
      answerName(services, { teamId: team.id, name, person, isMine })
    await expect(say(people.tomas, 'Priya')).rejects.toThrow('for somebody else')
    await say(people.priya, 'Priya')
    await say(people.jonas, 'Frontend Engineer', false)
    expect(await meant()).toMatchObject({ Priya: 'Priya Raman', 'Frontend Engineer': null })
    const audited = await services.db.auditEntry.findMany({ where: { action: 'name.claimed' } })
    expect(audited).toMatchObject([{ personId: people.priya.id, detail: { name: 'Priya' } }])
  })

  it('asks nobody about what a facilitator said, and lets nobody take it', async () => {
    const { services, team, people } = world
    const names = new Map([['Frontend Engineer', 'U0MAYA']])
    await saveNames(services, { teamId: team.id, person: people.maya, names })
    const waiting = await services.db.message.count({ where: { key: { endsWith: ':frontend engineer' } } })
    expect(waiting).toBe(0)
    expect(await meant()).toMatchObject({ 'Frontend Engineer': 'Maya Okafor' })
    await expect(
      answerName(services, {
        ...{ teamId: team.id, name: 'Frontend Engineer', person: people.jonas, isMine: true },
      }),
    ).rejects.toThrow()
    const [entry] = await services.db.auditEntry.findMany({ where: { action: 'team.names' } })
    expect(entry).toMatchObject({
      personId: people.maya.id,
      detail: { name: 'Frontend Engineer', to: people.maya.id },
    })
  })

  it('never changes what a person chose', async () => {
    const { db } = world.services
    await db.planName.updateMany({ where: { name: 'Priya' }, data: { personId: world.people.maya.id } })
    await load(['Priya', 'Jonas'])
    expect(await meant()).toMatchObject({ Priya: 'Maya Okafor', Jonas: null })
  })

  it('does not ask again about a name that is nobody, and gives it to nobody, until somebody is named', async () => {
    const { services, team, people } = world
    const say = (slackUserId: string | null) =>
      saveNames(services, {
        ...{ teamId: team.id, person: people.maya },
        names: new Map([['Tomas Riviera', slackUserId]]),
      })
    const shown = async () =>
      (await teamScreen(services, team.id)).names.find(({ name }) => name === 'Tomas Riviera')
    const open = { slackUserId: null, nobody: false, suggestion: 'U0TOMAS' }
    expect(await shown()).toMatchObject(open)
    await say(null)
    // From now on one member is called so: without the answer they would be asked.
    await services.db.person.update({ where: { id: people.tomas.id }, data: { name: 'Tomas Riviera' } })
    await load(['Tomas Riviera', 'Another'])
    expect(await shown()).toMatchObject({ slackUserId: null, nobody: true, suggestion: null })
    await say('U0TOMAS')
    expect(await shown()).toMatchObject({ slackUserId: 'U0TOMAS', nobody: false })
  })

  it("takes a member's role from the plan where none was given", async () => {
    const { db } = world.services
    await db.membership.updateMany({ where: { personId: world.people.jonas.id }, data: { role: null } })
    await load(['Release Captain'], [{ role: 'Release Captain', names: ['Jonas Weber'] }])
    const member = await db.membership.findFirst({ where: { personId: world.people.jonas.id } })
    expect(member?.role).toBe('Release Captain')
    expect(await meant()).toMatchObject({ 'Release Captain': 'Jonas Weber' })
  })
})
