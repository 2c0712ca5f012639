import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageViolations } from '#test/support/block-kit-limits.ts'
import { hostileText, markupViolations } from '#test/support/hostile.ts'
import { shownText } from '#test/support/report-data.ts'
import { finishDependencyButton } from './ids.ts'
import { dependencyDone, dueReminder, keyDateReminder, syncReminder } from './reminders.messages.ts'

const at = new Date('2026-11-18T16:00:00Z')
const dependency = fc.record({
  id: fc.uuid(),
  text: hostileText(900),
  on: fc.option(hostileText(200), { nil: null }),
  due: fc.constantFrom('2026-11-18', '2026-11-19'),
  inDays: fc.integer({ min: -3, max: 4 }),
  done: fc.boolean(),
})

describe('reminders', () => {
  it('keep Slack’s limits and let no markup through', () => {
    fc.assert(
      fc.property(fc.array(dependency, { maxLength: 40 }), hostileText(400), (dependencies, name) => {
        const made = [
          dueReminder({ sprintId: 's', sprintName: name, date: '2026-11-18', dependencies }),
          keyDateReminder(name, '2026-11-20', 2, name),
          syncReminder(name, at, at, 'America/Denver'),
          dependencyDone(name, 'U0MAYA'),
        ]
        expect(made.flatMap(messageViolations)).toEqual([])
        expect(made.flatMap(markupViolations)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('are a line each', () => {
    expect(shownText(keyDateReminder('Code freeze', '2026-11-20', 1, 'Sprint 32'))).toContain(
      '📅 *Code freeze* is tomorrow, Fri 20 Nov.',
    )
    expect(shownText(keyDateReminder('Code freeze', '2026-11-23', 3, 'Sprint 32'))).toContain(
      '📅 *Code freeze* is on Mon 23 Nov, in 3 days.',
    )
    const end = new Date('2026-11-18T16:30:00Z')
    expect(shownText(syncReminder('Platform clinic', at, end, 'America/Denver'))).toBe(
      '🔔 *Platform clinic* · 09:00 MST to 09:30 MST',
    )
  })

  it('carry in their buttons what is done and where it stands', () => {
    const [depId, sprintId] = ['01a2b3c4-0000-7000-8000-000000000001', '01a2b3c4-0000-7000-8000-000000000002']
    const reminder = {
      sprintId,
      sprintName: 'Sprint 32',
      date: '2026-11-18',
      dependencies: [
        { id: depId, text: 'Bank keys', on: null, due: '2026-11-19', inDays: 1, done: false },
        { id: 'dep-2', text: 'Copy texts', on: 'Design', due: '2026-11-18', inDays: 0, done: true },
      ],
    }
    const made = dueReminder(reminder)
    const value = /"value":"([^"]*)"/.exec(JSON.stringify(made))?.[1] ?? ''
    expect(finishDependencyButton.parse(value)).toEqual({ dependencyId: depId, sprintId, date: '2026-11-18' })
    expect(shownText(made)).toContain('Bank keys · tomorrow, Thu 19 Nov')
    expect(shownText(made)).toContain('✅ ~Copy texts · from Design~')
  })
})
