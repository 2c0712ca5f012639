// The modal and the announcement of /sprint begin keep Slack's limits and escape what they show.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { messageViolations, viewViolations } from '#test/support/block-kit-limits.ts'
import { hostileText, hostileTitle, markupViolations } from '#test/support/hostile.ts'
import { beginModal, begunModal, sprintBegun } from './begin.messages.ts'

const window = { start: '2026-11-16', end: '2026-11-27' }
const anySprint = fc.record({
  id: fc.uuid(),
  name: hostileTitle(400),
  window: fc.constantFrom(null, window),
})
const anyForm = fc
  .record({
    teamName: hostileTitle(200),
    sprints: fc.array(anySprint, { minLength: 1, maxLength: 150 }),
    weeks: fc.integer({ min: 1, max: 6 }),
  })
  .map((form) => ({ ...form, chosen: form.sprints[0]?.id ?? '', start: '2026-11-23' }))

const anyScreen = fc.record({
  sprint: fc.record({
    name: hostileTitle(500),
    goals: fc.array(hostileText(4000), { maxLength: 12 }),
    state: fc.constantFrom('planned' as const, 'active' as const, 'closed' as const),
  }),
  window: fc.constant(window),
  moved: fc.boolean(),
  zone: fc.constantFrom('Europe/Lisbon', 'Asia/Kolkata'),
  items: fc.nat(200),
  ceremonies: fc.array(
    fc.record({ title: hostileTitle(200), opensAt: fc.constant(new Date('2026-11-23T09:15:00Z')) }),
    {
      maxLength: 40,
    },
  ),
  following: fc.array(fc.record({ name: hostileTitle(300), window: fc.constant(window) }), { maxLength: 30 }),
  by: fc.constant('U0MAYA'),
})

it('opens whatever the plan is like', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const view = beginModal(form)
      expect([...viewViolations(view), ...markupViolations(view)]).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('announces and confirms whatever the plan is like', () => {
  fc.assert(
    fc.property(anyScreen, (screen) => {
      const content = sprintBegun(screen)
      const view = begunModal(screen, 'C0SQUAD', true)
      expect([...messageViolations(content), ...markupViolations(content)]).toEqual([])
      expect([...viewViolations(view), ...markupViolations(view)]).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('says what begins, for how long and what comes first', () => {
  const content = sprintBegun({
    sprint: { name: 'Sprint 12', goals: ['Upgrade the cluster'], state: 'active' },
    window,
    moved: false,
    zone: 'Europe/Lisbon',
    items: 6,
    ceremonies: [{ title: 'Stand-up', opensAt: new Date('2026-11-16T09:45:00Z') }],
    following: [],
    by: 'U0MAYA',
  })
  expect(content.text).toBe('Sprint 12 begins: Mon 16 Nov – Fri 27 Nov 2026')
  const text = JSON.stringify(content.blocks)
  for (const part of ['Upgrade the cluster', '6 items', 'Stand-up · Mon 16 Nov, 09:45', '<@U0MAYA>'])
    expect(text).toContain(part)
})
