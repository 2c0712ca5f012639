import { beforeAll, describe, expect, it } from 'vitest'
import type { RuleKind } from '#domain/kinds.ts'
import type { Dependency } from '#platform/store/generated/client.ts'
import { outbox, planOccurrence, tickWorld } from '#test/support/occurrence.ts'
import { useWorld } from '#test/support/world.ts'
import { finishDependency } from './reminders.steps.ts'

describe('reminders', () => {
  const world = useWorld()
  let dependencies: Dependency[] = []
  const plan = (kind: RuleKind, title: string, opensAt: string) =>
    planOccurrence(world, { kind, title, opensAt, closesAt: '2026-11-18T23:00:00Z' })

  beforeAll(async () => {
    const { services, team, source, sprint } = world
    const own = {
      workspaceId: services.workspaceId,
      teamId: team.id,
      sourceId: source.id,
      sprintId: sprint.id,
    }
    await services.db.dependency.createMany({
      data: [
        { ...own, text: 'Bank API keys', due: new Date('2026-11-19'), position: 0, line: 50 },
        { ...own, text: 'Copy texts', on: 'Design', due: new Date('2026-11-18'), position: 1, line: 51 },
        { ...own, text: 'Load test', due: new Date('2026-11-26'), position: 2, line: 52 },
      ],
    })
    dependencies = await services.db.dependency.findMany({ orderBy: { position: 'asc' } })
  })

  it('tell in one message all that falls due by the next working day', async () => {
    await plan('dependency_due', 'Bank API keys', '2026-11-18T15:58:00Z')
    await plan('dependency_due', 'Copy texts', '2026-11-18T15:59:00Z')
    await tickWorld(world)
    const posts = await outbox(world)
    expect(posts).toHaveLength(1)
    expect(posts[0]?.text).toContain('2 dependencies fall due')
    expect(posts[0]?.text).toContain('Bank API keys · tomorrow, Thu 19 Nov')
    expect(posts[0]?.text).toContain('Copy texts · from Design · today, Wed 18 Nov')
    expect(posts[0]?.text).not.toContain('Load test')
  })

  it('strike out what is done, say by whom in the thread, and do so once', async () => {
    const { services, sprint, people, clock } = world
    clock.advance(30)
    const asked = {
      dependencyId: dependencies[1]?.id ?? '',
      sprintId: sprint.id,
      date: '2026-11-18',
      person: people.jonas,
    }
    await Promise.all([finishDependency(services, asked), finishDependency(services, asked)])
    const [, ...after] = await outbox(world)
    expect(after.map(({ kind }) => kind)).toEqual(['edit', 'post'])
    expect(after[0]?.text).toContain('✅ ~Copy texts')
    expect(after[1]?.text).toContain('done, says <@U0JONAS>')
  })

  it('come for a key date and a sync too, and not for what is done', async () => {
    const { services, clock } = world
    await services.db.dependency.updateMany({ data: { doneAt: new Date('2026-11-17T12:00:00Z') } })
    clock.set('2026-11-18T18:00:00Z')
    await plan('key_date', 'Code freeze', '2026-11-18T17:59:00Z')
    await plan('sync', 'Platform clinic', '2026-11-18T17:58:00Z')
    const third = await plan('dependency_due', 'Bank API keys', '2026-11-18T17:57:00Z')
    await tickWorld(world)
    const texts = (await outbox(world)).slice(3).map(({ text }) => text)
    expect(texts).toHaveLength(2)
    expect(texts.join('\n')).toContain('*Code freeze* is today, Wed 18 Nov.')
    expect(texts.join('\n')).toContain('*Platform clinic* · 10:58 MST to 16:00 MST')
    const skipped = await services.db.occurrence.findFirst({ where: { id: third.id } })
    expect(skipped).toMatchObject({ state: 'skipped', reason: 'skipped: all that falls due is done' })
  })

  it('are skipped, with the reason, where the team has no channel', async () => {
    const { services, team } = world
    await services.db.team.update({ where: { id: team.id }, data: { channelId: null } })
    const occurrence = await plan('sync', 'Office hours', '2026-11-18T17:50:00Z')
    await tickWorld(world)
    const after = await services.db.occurrence.findFirst({ where: { id: occurrence.id } })
    expect(after).toMatchObject({ state: 'skipped', reason: expect.stringContaining('/sprint team') })
  })
})
