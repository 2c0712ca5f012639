import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageViolations } from '#test/support/block-kit-limits.ts'
import { instant, item, level, slackId, status } from '#test/support/generated.ts'
import { hostileText, hostileTitle, markupViolations } from '#test/support/hostile.ts'
import { chooseItemMessage, movedMessage, unknownKeyMessage } from './item-moves.messages.ts'
import { itemCard } from './items.messages.ts'

const blocker = fc.record({
  id: fc.uuid(),
  number: fc.integer({ min: 1, max: 9999 }),
  text: hostileTitle(2000),
  severity: level,
  ageDays: fc.nat(300),
})
const blockers = fc.uniqueArray(blocker, { maxLength: 12, selector: ({ number }) => number })
const card = fc.record({
  item,
  sprintName: fc.option(hostileTitle(200), { nil: null }),
  owners: fc.record({
    people: fc.array(slackId, { maxLength: 9 }),
    unknown: fc.array(hostileTitle(100), { maxLength: 9 }),
  }),
  blockers,
  dependsOn: fc.array(
    fc.record({
      key: hostileTitle(100),
      title: fc.option(hostileTitle(1000), { nil: null }),
      status: fc.option(status, { nil: null }),
    }),
    { maxLength: 20 },
  ),
  tasks: fc.array(fc.record({ text: hostileText(4000), done: fc.boolean() }), { maxLength: 30 }),
  since: fc.record({ date: fc.constant('Tue 17 Nov'), days: fc.nat(99) }),
  lastMove: fc.option(
    fc.record({ from: fc.option(status, { nil: null }), by: fc.option(slackId, { nil: null }) }),
    { nil: null },
  ),
})

describe("an item's messages", () => {
  it('keep the limits of Slack and let no markup through, whatever the plan says', () => {
    fc.assert(
      fc.property(card, (data) => {
        const content = itemCard(data)
        expect([...messageViolations(content), ...markupViolations(content)]).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('answer a move within the limits', () => {
    fc.assert(
      fc.property(item, status, blockers, fc.boolean(), instant, (moved, from, open, changed, at) => {
        const undo = changed ? JSON.stringify({ item: moved.id, at }) : null
        const answer = { item: moved, from, changed, took: changed, blockers: open, undo }
        const content = movedMessage(answer)
        expect([...messageViolations(content), ...markupViolations(content)]).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('answer unknown and missing keys within the limits', () => {
    fc.assert(
      fc.property(
        hostileText(4000),
        fc.array(fc.record({ key: hostileTitle(3000), title: hostileTitle(500) }), { maxLength: 4 }),
        (key, near) => {
          const content = unknownKeyMessage('item', key, near)
          expect([...messageViolations(content), ...markupViolations(content)]).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
    fc.assert(
      fc.property(fc.array(item, { maxLength: 15 }), (items) => {
        const content = chooseItemMessage('start', items)
        expect([...messageViolations(content), ...markupViolations(content)]).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('say that a blocker is still open when its item is done, and offer to resolve it', () => {
    const [moved] = fc.sample(item, { numRuns: 1, seed: 1 })
    if (!moved) throw new Error('no sample')
    const open = { id: 'b7', number: 7, text: 'No access', severity: 'high' as const, ageDays: 1 }
    const answer = { item: { ...moved, status: 'done' as const }, from: 'blocked' as const, changed: true }
    const shown = JSON.stringify(movedMessage({ ...answer, took: false, blockers: [open], undo: '{}' }))
    expect(shown).toContain('A blocker is still open')
    expect(shown).toContain('Resolve B-7')
    expect(shown).toContain('"item.undo"')
  })
})
