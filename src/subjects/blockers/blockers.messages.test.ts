import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageViolations, viewViolations } from '#test/support/block-kit-limits.ts'
import { blockerCardData, slackId } from '#test/support/generated.ts'
import { hostileText, hostileTitle, markupViolations } from '#test/support/hostile.ts'
import { escalateBlockerModal, raiseBlockerModal, resolveBlockerModal } from './blocker-modals.messages.ts'
import {
  type BlockerCard,
  blockerAsk,
  blockerCard,
  blockerHelpRequest,
  blockerList,
  blockerReply,
} from './blockers.messages.ts'

const plainCard: BlockerCard = {
  id: 'b',
  number: 3,
  text: 'No access to staging',
  severity: 'high',
  state: 'open',
  item: { key: 'HP-2', title: 'Refund API' },
  raisedBy: 'U0MAYA',
  helper: 'U0TOMAS',
  takenBy: null,
  resolvedBy: null,
  resolution: null,
  raisedAt: new Date('2026-11-18T16:00:00Z'),
  raisedAtText: 'Wed 18 Nov, 09:00 MST',
  escalation: null,
  ageDays: 2,
}

/** The labels of a message's buttons. */
const labels = (content: { blocks?: unknown[] }) =>
  [...JSON.stringify(content.blocks).matchAll(/"type":"plain_text","text":"([^"]+)"/g)].map(
    ([, label]) => label,
  )

describe("a blocker's messages", () => {
  it('keep the limits of Slack and let no markup through, whatever was written', () => {
    fc.assert(
      fc.property(blockerCardData, hostileTitle(200), slackId, (card, name, by) => {
        const contents = [
          blockerCard(card),
          blockerHelpRequest(card, { channelId: 'C0HARBOR', key: `blocker:${card.id}:card` }),
          blockerAsk(card, name),
          blockerReply(card, 'taken', by, null),
          blockerReply(card, 'resolved', by, '*HP-1* is back: 🔵 in progress.'),
        ]
        for (const content of contents)
          expect([...messageViolations(content), ...markupViolations(content)]).toEqual([])
        for (const modal of [resolveBlockerModal(card), escalateBlockerModal(card, 'stakeholders')])
          expect([...viewViolations(modal), ...markupViolations(modal)]).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('list any number of blockers within one message', () => {
    const open = blockerCardData.filter(({ state }) => state !== 'resolved')
    fc.assert(
      fc.property(fc.array(open, { maxLength: 60 }), hostileTitle(200), (cards, name) => {
        const content = blockerList(cards, { id: 'team', name })
        expect([...messageViolations(content), ...markupViolations(content)]).toEqual([])
        if (cards.length > 25) expect(JSON.stringify(content)).toContain(`… and ${cards.length - 25} more`)
      }),
      { numRuns: 30 },
    )
  })

  it('offer to raise one among any number of items, the chosen one first', () => {
    const one = fc.record({ id: fc.uuid(), key: hostileTitle(100), title: hostileTitle(500) })
    const items = fc.uniqueArray(one, { maxLength: 150, selector: ({ id }) => id })
    fc.assert(
      fc.property(items, hostileText(5000), fc.nat(149), (all, text, index) => {
        const itemId = all[index]?.id ?? null
        const modal = raiseBlockerModal({ teamId: 'team', items: all, itemId, text })
        expect([...viewViolations(modal), ...markupViolations(modal)]).toEqual([])
        if (itemId) expect(JSON.stringify(modal)).toContain(`"initial_option":{"text":`)
      }),
      { numRuns: 30 },
    )
  })

  it('offer what fits the state: take, resolve and escalate; once taken no take; once resolved nothing', () => {
    expect(labels(blockerCard(plainCard))).toEqual(['I’ll take it', 'Resolve…', 'Escalate…'])
    expect(labels(blockerCard({ ...plainCard, state: 'taken', takenBy: 'U0PRIYA' }))).toEqual([
      'Resolve…',
      'Escalate…',
    ])
    const escalated = { ...plainCard, state: 'escalated' as const, escalation: { by: 'U0MAYA', reason: 'x' } }
    expect(labels(blockerCard(escalated))).toEqual(['I’ll take it', 'Resolve…'])
    expect(labels(blockerCard({ ...plainCard, state: 'resolved' }))).toEqual([])
    expect(labels(blockerHelpRequest({ ...plainCard, state: 'resolved' }, null))).toEqual([])
    expect(labels(blockerAsk({ ...escalated, state: 'resolved' }, 'Harbor'))).toEqual([])
  })

  it('say in the list who has it, since when, and how bad it is', () => {
    const shown = JSON.stringify(
      blockerList([{ ...plainCard, takenBy: 'U0PRIYA' }], { id: 't', name: 'Harbor' }),
    )
    expect(shown).toContain('🔴 *B-3* · *HP-2* Refund API')
    expect(shown).toContain('open for 2 working days')
    expect(shown).toContain('<@U0PRIYA> has it')
  })

  it('are friendly when nothing is blocked', () => {
    expect(JSON.stringify(blockerList([], { id: 't', name: 'Harbor' }))).toContain('Nothing is blocked')
  })
})
