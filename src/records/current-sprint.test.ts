import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/support/world.ts'
import { chooseSprint, currentSprint } from './current-sprint.ts'

type State = 'planned' | 'active' | 'closed'
const sprint = (id: string, start: string | null, end: string | null, state: State = 'planned') => ({
  id,
  state,
  position: 0,
  start: start ? new Date(start) : null,
  end: end ? new Date(end) : null,
})
const before = sprint('before', '2026-11-02', '2026-11-13')
const now = sprint('now', '2026-11-16', '2026-11-27')
const after = sprint('after', '2026-11-30', '2026-12-11')
const undated = sprint('undated', null, null)

describe('the sprint that a team means', () => {
  it.each([
    ['the one whose window holds the date', [before, after, now, undated], '2026-11-18', 'now'],
    ['… on its first day', [before, after, now], '2026-11-16', 'now'],
    ['… on its last day', [before, after, now], '2026-11-27', 'now'],
    ['the next one, between two sprints', [before, after, undated], '2026-11-18', 'after'],
    ['one that overran, before the next', [{ ...before, state: 'active' }, after], '2026-11-14', 'before'],
    ['one without dates, when all dated ones are over', [before, undated], '2026-11-18', 'undated'],
    ['one without dates that was begun', [after, { ...undated, state: 'active' }], '2026-11-18', 'undated'],
    ['the one that ended last, when all are over', [before, now], '2026-12-24', 'now'],
    ['not one that was closed early', [{ ...now, state: 'closed' }, after], '2026-11-18', 'after'],
    [
      'the begun one of two that overlap',
      [{ ...now, state: 'active' }, sprint('late', '2026-11-17', '2026-11-30')],
      '2026-11-18',
      'now',
    ],
  ] as const)('is %s', (_, sprints, today, expected) => {
    expect(chooseSprint(sprints, today)?.id).toBe(expected)
    expect(chooseSprint([...sprints].reverse(), today)?.id).toBe(expected)
  })

  it('is none where there is no sprint', () => {
    expect(chooseSprint([], '2026-11-18')).toBeNull()
  })
})

describe('currentSprint', () => {
  const world = useWorld()

  it('reads the team’s sprints, and leaves out those that a revision removed', async () => {
    const { services, team, sprint } = world
    expect((await currentSprint(services.db, team, '2026-11-18'))?.id).toBe(sprint.id)
    await services.db.sprint.update({ where: { id: sprint.id }, data: { removedAt: services.clock.now() } })
    expect(await currentSprint(services.db, team, '2026-11-18')).toBeNull()
  })
})
