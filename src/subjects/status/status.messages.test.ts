import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBlockers } from '#domain/sprint/blockers.ts'
import { burndownOf } from '#domain/sprint/burndown.ts'
import { progressOf } from '#domain/sprint/progress.ts'
import { type RankedRisk, rankRisks } from '#domain/sprint/ranked-risks.ts'
import { scoreRegister } from '#domain/sprint/register.ts'
import { seenRisks } from '#domain/sprint/risk.ts'
import { messageViolations } from '#test/support/block-kit-limits.ts'
import { hostileText, markupViolations } from '#test/support/hostile.ts'
import { buttonIds, shownText, sprintData, timeline } from '#test/support/report-data.ts'
import { type StatusView, statusMessage } from './status.messages.ts'

const quiet: StatusView = {
  sprintId: 'sprint-1',
  nonce: '1',
  teamName: 'Harbor Payments',
  sprintName: 'Sprint 32',
  theme: null,
  window: { start: '2026-11-16', end: '2026-11-27', startsInDays: -2, endsInDays: 9 },
  goals: ['Settle refunds within a day'],
  progress: progressOf([], timeline),
  burndown: null,
  blockers: [],
  risks: [],
  forecast: { method: 'none', why: 'nothing has been finished yet' },
  next: { title: 'Daily stand-up', at: new Date('2026-11-19T16:30:00Z') },
  later: [],
  zone: 'America/Denver',
  postedBy: null,
}

describe('the status message', () => {
  it('keeps Slack’s limits and lets no markup through, whatever the sprint holds', () => {
    const texts = fc.record({
      teamName: hostileText(300),
      sprintName: hostileText(300),
      theme: hostileText(900),
    })
    const goals = fc.array(hostileText(2000), { maxLength: 12 })
    fc.assert(
      fc.property(sprintData, texts, goals, fc.boolean(), (data, names, goals, dated) => {
        const made = statusMessage({
          ...quiet,
          ...names,
          goals,
          window: dated ? quiet.window : null,
          progress: progressOf(data.items, timeline, 40),
          burndown: burndownOf(data.items, data.events, timeline),
          blockers: openBlockers(data.blockers, timeline),
          risks: rankRisks(scoreRegister(data.risks), seenRisks(data)),
          next: { title: names.sprintName, at: timeline.now },
        })
        expect(messageViolations(made)).toEqual([])
        expect(markupViolations(made)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('names the day, the next ceremony in local time, and says so when nothing blocks', () => {
    const text = shownText(statusMessage(quiet))
    expect(text).toContain('Sprint 32 · day 3 of 10')
    expect(text).toContain('Next: Daily stand-up, Thu 19 Nov, 09:30 MST')
    expect(text).toContain('None open')
    expect(text).toContain('No forecast: nothing has been finished yet.')
  })

  it.each([
    [{ start: '2026-11-30', end: '2026-12-11', startsInDays: 3, endsInDays: 14 }, 'starts in 3 days'],
    [{ start: '2026-11-19', end: '2026-12-11', startsInDays: 1, endsInDays: 14 }, 'starts tomorrow'],
    [{ start: '2026-11-02', end: '2026-11-13', startsInDays: -16, endsInDays: -5 }, 'ended on Fri 13 Nov'],
  ])('says when a sprint lies ahead or behind', (window, expected) => {
    expect(shownText(statusMessage({ ...quiet, window }))).toContain(`Sprint 32 · ${expected}`)
  })

  it('lists the top risks as they are ranked, at most three, and nothing of risks where there are none', () => {
    const risks = [1, 2, 3, 4].map((n): RankedRisk => {
      const reason = [{ type: 'text' as const, text: `Risk ${n}` }]
      return { source: 'data', score: 5, risk: { kind: 'no_movement', severity: 'medium', score: 5, reason } }
    })
    const text = shownText(statusMessage({ ...quiet, risks }))
    expect(text).toMatch(/\*Top risks\*\n.*Risk 1\n.*Risk 2\n.*Risk 3\n… and 1 more: `\/sprint risks`/)
    expect(text).not.toContain('Risk 4')
    expect(shownText(statusMessage({ ...quiet, risks: risks.slice(0, 3) }))).toMatch(/.*Risk 3$/m)
    expect(shownText(statusMessage({ ...quiet, risks: risks.slice(0, 3) }))).not.toContain('more')
    expect(shownText(statusMessage(quiet))).not.toContain('risks')
  })

  it('offers to begin a sprint without dates', () => {
    const made = statusMessage({ ...quiet, window: null })
    expect(shownText(made)).toContain('Sprint 32 · no dates yet')
    expect(buttonIds(made)).toEqual(['begin.open', 'status.post'])
  })

  it('names who had it posted, and then has no button', () => {
    const made = statusMessage({ ...quiet, postedBy: 'U0MAYA' })
    expect(shownText(made)).toContain('Posted by <@U0MAYA>')
    expect(buttonIds(made)).toEqual([])
  })
})
