import { describe, expect, it } from 'vitest'
import { finishDependency } from '#subjects/reminders/reminders.steps.ts'
import { outbox, planOccurrence, tickWorld } from '#test/support/occurrence.ts'
import { useWorld } from '#test/support/world.ts'
import { addRisk, closeRisk, reopenRisk, sprintRisks } from './risks.steps.ts'

describe('the risk register', () => {
  const world = useWorld()
  const add = (title: string) =>
    addRisk(world.services, {
      sprintId: world.sprint.id,
      person: world.people.maya,
      title,
      likelihood: 'high',
      impact: 'high',
      mitigation: null,
      owner: 'Maya Okafor',
    })

  it('takes a risk that a person adds, and tells the team', async () => {
    const risk = await add('Bank holiday in the test week')
    expect((await sprintRisks(world.services, world.team)).register).toMatchObject([
      { id: risk.id, score: 9, title: 'Bank holiday in the test week' },
    ])
    const [told] = await outbox(world)
    expect(told).toMatchObject({ key: `risk:${risk.id}:added`, channel: 'C0HARBOR' })
    expect(told?.text).toContain('added by <@U0MAYA>')
  })

  it('is posted once at its time, and follows what is closed and reopened', async () => {
    const { services, clock, people, sprint } = world
    clock.set('2026-11-19T17:00:00Z')
    await planOccurrence(world, {
      kind: 'risk_digest',
      title: 'Risk digest',
      opensAt: '2026-11-19T17:00:00Z',
      closesAt: '2026-11-19T21:00:00Z',
    })
    await tickWorld(world)
    await tickWorld(world)
    const posted = (await outbox(world)).filter(({ key }) => key.startsWith('risk_digest:'))
    expect(posted).toHaveLength(1)
    expect(posted[0]?.text).toContain('Bank holiday in the test week')
    expect(posted[0]?.text).toContain(
      '*HP-2* “Refund API” has been in progress for 3 working days without a change',
    )

    const [risk] = await services.db.risk.findMany()
    const messageKey = posted[0]?.key ?? ''
    const change = {
      riskId: risk?.id ?? '',
      person: people.tomas,
      digest: { sprintId: sprint.id, messageKey },
    }
    await Promise.all([closeRisk(services, change), closeRisk(services, change)])
    expect((await sprintRisks(services, world.team)).register).toEqual([])
    const edited = (await outbox(world)).at(-1)
    expect(edited?.key).toContain(`${messageKey}:edit:`)
    expect(edited?.text).not.toContain('Bank holiday')
    await reopenRisk(services, change)
    expect((await outbox(world)).at(-1)?.text).toContain('Bank holiday')
    const audit = await services.db.auditEntry.findMany({ orderBy: { at: 'asc' } })
    expect(audit.map(({ action }) => action).sort()).toEqual(['risk.add', 'risk.close', 'risk.reopen'])
  })

  it('lets a dependency that falls due be marked done where it is seen', async () => {
    const { services, team, source, sprint, people, clock } = world
    const dependency = await services.db.dependency.create({
      data: {
        ...{ workspaceId: services.workspaceId, teamId: team.id, sourceId: source.id, sprintId: sprint.id },
        ...{ text: 'Bank API keys', due: new Date('2026-11-20'), position: 0, line: 50 },
      },
    })
    clock.set('2026-11-19T18:00:00Z')
    const { seen } = await sprintRisks(services, team)
    expect(seen.find(({ kind }) => kind === 'dependency_due')?.dependencyId).toBe(dependency.id)
    const asked = { dependencyId: dependency.id, sprintId: sprint.id, date: '2026-11-19' }
    expect(await finishDependency(services, { ...asked, person: people.maya })).toEqual({
      text: 'Bank API keys',
      told: false,
    })
    expect((await sprintRisks(services, team)).seen.some(({ kind }) => kind === 'dependency_due')).toBe(false)
  })

  it('answers kindly when the risk or the sprint is gone', async () => {
    const { services, people } = world
    const gone = { riskId: crypto.randomUUID(), person: people.maya, digest: null }
    await expect(closeRisk(services, gone)).rejects.toMatchObject({ code: 'gone' })
    await expect(closeRisk(services, { ...gone, riskId: 'old' })).rejects.toMatchObject({ code: 'gone' })
    await expect(add('  ')).rejects.toMatchObject({ code: 'no_title' })
  })
})
