import fc from 'fast-check'
import { expect, it } from 'vitest'
import { messageViolations } from '#test/support/block-kit-limits.ts'
import { hostileTitle, markupViolations } from '#test/support/hostile.ts'
import { type HoursQuestionView, hoursQuestion, hoursQuestionSettled } from './hours-question.messages.ts'

const time = fc.constantFrom('09:00', '17:30', '23:59')
const view: fc.Arbitrary<HoursQuestionView> = fc.record({
  questionId: fc.uuid(),
  kind: fc.constantFrom('moved', 'assumed', 'outside'),
  slackZone: hostileTitle(200),
  now: fc.record({ zone: hostileTitle(200), start: time, end: time, days: fc.constant([]) }),
  keptZone: hostileTitle(200),
  teamName: hostileTitle(300),
  times: fc.array(time, { maxLength: 3 }),
  offersSlackZone: fc.boolean(),
})

it('the question and what becomes of it keep Slack’s limits, and let no markup of others through', () => {
  fc.assert(
    fc.property(view, (one) => {
      for (const content of [hoursQuestion(one), hoursQuestionSettled(one.now), hoursQuestionSettled(null)]) {
        expect(messageViolations(content)).toEqual([])
        expect(markupViolations(content)).toEqual([])
      }
    }),
    { numRuns: 100 },
  )
})

it.each([
  ['moved', true, ['Use Europe/Lisbon', 'Keep Europe/Berlin']],
  ['assumed', true, ['Use Europe/Lisbon', 'Use Europe/Berlin']],
  ['outside', false, ['Keep 09:00 to 17:00', 'Set my hours']],
] as const)('the buttons of a question “%s” say what they set', (kind, offersSlackZone, labels) => {
  const now = { zone: 'Europe/Berlin', start: '09:00', end: '17:00', days: [] }
  const zones = { slackZone: 'Europe/Lisbon', keptZone: 'Europe/Berlin' }
  const content = hoursQuestion({
    ...{ questionId: 'q', kind, ...zones, now, teamName: 'Harbor', times: [], offersSlackZone },
  })
  const last = content.blocks?.at(-1)
  const buttons = last?.type === 'actions' ? last.elements : []
  expect(buttons.map((each) => ('text' in each ? each.text?.text : ''))).toEqual(labels)
})
