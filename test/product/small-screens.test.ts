// Screens that show one or two texts: each within Slack's limits, whatever is in them.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noticeModal } from '#platform/blocks/notice.ts'
import { channelLink } from '#platform/blocks/text.ts'
import { digestPosted } from '#subjects/digests/digest.messages.ts'
import { readingModal } from '#subjects/import/import.messages.ts'
import { type AbsenceView, absenceList } from '#subjects/presence/absence.messages.ts'
import { hoursModal, hoursSaved, hoursSavedModal } from '#subjects/presence/working-hours.messages.ts'
import { actionAdded } from '#subjects/retro/actions.messages.ts'
import { statusPosted } from '#subjects/status/status.messages.ts'
import { messageViolations, viewViolations } from '../support/block-kit-limits.ts'
import { hostileText, hostileTitle, markupViolations } from '../support/hostile.ts'

const runs = { numRuns: 60 }

it('working hours, as a form and once they are set', () => {
  const days = fc.subarray(['MO', 'WE', 'SU'] as const)
  fc.assert(
    fc.property(hostileTitle(400), days, (zone, some) => {
      const hours = { zone, start: '09:00', end: '17:00', days: [...some] }
      const content = hoursSaved(hours)
      expect([...messageViolations(content), ...markupViolations(content)]).toEqual([])
      const views = [hoursModal(hours), hoursSavedModal(hours)]
      expect([...views.flatMap(viewViolations), ...views.flatMap(markupViolations)]).toEqual([])
    }),
    runs,
  )
})

it('an action that was added, and what takes the place of a preview that was posted', () => {
  const action = fc.record({
    text: hostileText(2000),
    owner: fc.constantFrom(null, 'U0MAYA'),
    due: fc.constantFrom(null, '2026-11-20'),
  })
  fc.assert(
    fc.property(action, (one) => {
      const made = [
        actionAdded(one),
        digestPosted(channelLink('C0SQUAD')),
        statusPosted(channelLink('C0SQUAD')),
      ]
      expect([...made.flatMap(messageViolations), ...made.flatMap(markupViolations)]).toEqual([])
    }),
    runs,
  )
})

it('a message as a modal, and the modal that waits', () => {
  const absence: fc.Arbitrary<AbsenceView> = fc.record({
    id: fc.uuid(),
    from: fc.constant('2026-11-18'),
    to: fc.constant('2026-11-20'),
    note: hostileText(500),
  })
  fc.assert(
    fc.property(fc.array(absence, { maxLength: 40 }), hostileTitle(400), (absences, says) => {
      const views = [noticeModal(absenceList(absences, says)), readingModal()]
      expect([...views.flatMap(viewViolations), ...views.flatMap(markupViolations)]).toEqual([])
    }),
    runs,
  )
})
