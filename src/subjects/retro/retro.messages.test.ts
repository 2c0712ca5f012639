import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tallyRetro } from '#domain/sprint/retro.ts'
import { messageViolations, viewViolations } from '#test/support/block-kit-limits.ts'
import { hostileText, markupViolations } from '#test/support/hostile.ts'
import { actionForOwner } from './actions.messages.ts'
import { actionModal, notesModal, voteModal } from './modals.messages.ts'
import { retroNotes } from './notes.messages.ts'
import { type RetroScreen, retroAnnouncement, retroClosed, retroOverview } from './retro.messages.ts'

const note = fc.record({
  id: fc.uuid(),
  column: fc.constantFrom('well' as const, 'didnt' as const, 'try' as const),
  text: hostileText(3000),
  author: fc.constantFrom(null, 'U0MAYA'),
})
const action = fc.record({
  id: fc.uuid(),
  text: hostileText(1000),
  owner: fc.constantFrom(null, 'U0MAYA'),
  due: fc.constantFrom(null, '2026-11-20'),
  state: fc.constant('open' as const),
  createdAt: fc.date({ noInvalidDate: true }),
  overdue: fc.boolean(),
})
const screen: fc.Arbitrary<RetroScreen> = fc.record({
  retroId: fc.uuid(),
  sprint: hostileText(300),
  zone: fc.constant('America/Denver'),
  closesAt: fc.constant(new Date('2026-11-18T18:00:00Z')),
  now: fc.constantFrom(new Date('2026-11-18T17:00:00Z'), new Date('2026-11-17T17:00:00Z')),
  anonymous: fc.boolean(),
  tally: fc.array(note, { maxLength: 130 }).map((notes) => tallyRetro(notes, [])),
  earlier: fc.array(action, { maxLength: 30 }),
  decided: fc.array(action, { maxLength: 30 }),
  carried: fc.array(fc.record({ date: fc.constant('2026-11-04'), notes: fc.nat(90) }), { maxLength: 3 }),
})
const few = { numRuns: 25 }

describe('the retro’s messages', () => {
  it('keep Slack’s limits and let no markup through, whatever is written', () => {
    fc.assert(
      fc.property(screen, fc.boolean(), (shown, flag) => {
        const made = [
          retroAnnouncement(shown, flag),
          retroClosed(shown),
          retroOverview(shown, flag ? 'open' : 'closed', '<!here>'),
          retroOverview(shown, flag ? 'planned' : 'notHeld', '<!here>'),
          ...retroNotes(shown.tally),
          ...shown.decided.map((each) => actionForOwner(each, each.id, 'U0MAYA', shown.sprint)),
        ]
        expect(made.flatMap(messageViolations)).toEqual([])
        expect(made.flatMap(markupViolations)).toEqual([])
        const views = [
          notesModal(shown),
          voteModal(shown, new Set()),
          actionModal('x', shown.sprint, '2026-12-01'),
        ]
        expect(views.flatMap(viewViolations)).toEqual([])
        expect(views.flatMap(markupViolations)).toEqual([])
      }),
      few,
    )
  })

  it('publish every note', () => {
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 130 }), (notes) => {
        const numbered = notes.map((each, index) => ({ ...each, text: `#${index}# ${each.text}` }))
        const published = JSON.stringify(retroNotes(tallyRetro(numbered, [])))
        expect(numbered.filter((_, index) => !published.includes(`#${index}#`))).toEqual([])
      }),
      few,
    )
  })
})
