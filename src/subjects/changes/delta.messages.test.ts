import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DeltaInput, deltaSince } from '#domain/sprint/delta.ts'
import { messageViolations } from '#test/support/block-kit-limits.ts'
import { hostileText, markupViolations } from '#test/support/hostile.ts'
import { shownText, sprintData, timeline } from '#test/support/report-data.ts'
import type { MissedNote } from '#wording/late.ts'
import { type DeltaView, deltaMessage } from './delta.messages.ts'

const since = new Date('2026-11-17T23:30:00Z')
const nothing: DeltaInput = { items: [], events: [], blockers: [], dependencies: [], timeline }
const view = (input: DeltaInput, more: Partial<DeltaView> = {}): DeltaView => ({
  teamName: 'Harbor Payments',
  sprintName: 'Sprint 32',
  today: '2026-11-18',
  zone: 'America/Denver',
  delta: deltaSince(since, input),
  missedNotes: [],
  late: false,
  ...more,
})

const missedNote = (own: Partial<MissedNote>): MissedNote => ({
  kind: 'standup',
  title: 'Daily 9:30',
  date: '2026-11-17',
  cause: 'stopped',
  ...own,
})

describe('the delta message', () => {
  it('keeps Slack’s limits and lets no markup through, whatever happened', () => {
    fc.assert(
      fc.property(sprintData, hostileText(300), fc.array(hostileText(200)), (data, name, titles) => {
        const missedNotes = titles.map((title) => missedNote({ kind: 'sync', title }))
        const made = deltaMessage(
          view(data, { teamName: name, sprintName: name, missedNotes, late: 'stopped' }),
        )
        expect(messageViolations(made)).toEqual([])
        expect(markupViolations(made)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('is one short line when nothing happened', () => {
    const made = deltaMessage(view(nothing))
    expect(made.blocks).toHaveLength(1)
    expect(shownText(made)).toBe(
      '*What changed today* · nothing moved since Tue 17 Nov, 16:30 MST. The sprint has no items yet.',
    )
  })

  it('says what was missed, and that it is late, once each', () => {
    const text = shownText(deltaMessage(view(nothing, { missedNotes: [missedNote({})], late: 'stopped' })))
    expect(text).toContain('This report is late')
    expect(text).toContain('Missed while Sprintkeeper was not running: the stand-up of Tue 17 Nov.')
  })
})
