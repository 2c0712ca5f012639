import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBlockers } from '#domain/sprint/blockers.ts'
import { burndownOf } from '#domain/sprint/burndown.ts'
import { deltaSince } from '#domain/sprint/delta.ts'
import { headlineOf } from '#domain/sprint/headline.ts'
import { progressOf } from '#domain/sprint/progress.ts'
import { type RankedRisk, rankRisks } from '#domain/sprint/ranked-risks.ts'
import { scoreRegister } from '#domain/sprint/register.ts'
import { seenRisks } from '#domain/sprint/risk.ts'
import {
  answerDecisionModal,
  askDecisionModal,
  decisionAnswered,
  decisionAsked,
  decisionList,
} from '#subjects/decisions/decisions.messages.ts'
import { objectiveLine, objectiveList, reportModal } from '#subjects/objectives/objectives.messages.ts'
import { messageViolations, viewViolations } from '#test/support/block-kit-limits.ts'
import { hostileText, markupViolations } from '#test/support/hostile.ts'
import { buttonIds, shownText, sprintData, timeline } from '#test/support/report-data.ts'
import { type DigestView, stakeholderDigest } from './digest.messages.ts'

const since = new Date('2026-11-16T07:00:00Z')
const zone = 'America/Denver'
const quiet: DigestView = {
  sprintId: 'sprint-1',
  nonce: '1',
  teamName: 'Harbor Payments',
  sprintName: 'Sprint 32',
  goals: ['Settle refunds within a day'],
  zone,
  today: '2026-11-18',
  window: timeline,
  headline: { standing: 'on_track', reason: { type: 'near_ideal' } },
  progress: progressOf([], timeline),
  burndown: null,
  forecast: { method: 'none', why: 'nothing has been finished yet' },
  objectives: [],
  risks: [],
  decisions: [],
  decided: [],
  escalated: [],
  delta: deltaSince(since, { items: [], events: [], blockers: [], dependencies: [], timeline }),
  since: { lastDigest: false, day: 'Mon 16 Nov' },
  finished: [],
  shown: { as: 'posted', by: null, late: false },
}
const objective = fc.record({
  id: fc.uuid(),
  text: hostileText(900),
  metric: fc.option(hostileText(300), { nil: null }),
  baseline: fc.option(hostileText(300), { nil: null }),
  target: fc.option(hostileText(300), { nil: null }),
  direction: fc.constantFrom(null, 'up', 'down'),
  latest: fc.option(fc.record({ value: hostileText(100), at: fc.constant(since) }), { nil: null }),
  previous: fc.option(fc.record({ value: hostileText(100), at: fc.constant(since) }), { nil: null }),
})
const decision = fc.record({ id: fc.uuid(), question: hostileText(1000), ageDays: fc.nat(60) })

describe('the stakeholder digest', () => {
  it('keeps Slack’s limits and lets no markup through, whatever the sprint holds', () => {
    const more = fc.record({
      name: hostileText(300),
      goals: fc.array(hostileText(2000), { maxLength: 8 }),
      objectives: fc.array(objective, { maxLength: 30 }),
      decisions: fc.array(decision, { maxLength: 30 }),
      decided: fc.array(fc.record({ question: hostileText(1000), answer: hostileText(1000) }), {
        maxLength: 12,
      }),
      preview: fc.boolean(),
    })
    fc.assert(
      fc.property(sprintData, more, (data, { name, preview, ...lists }) => {
        const blockers = openBlockers(data.blockers, timeline)
        const progress = progressOf(data.items, timeline)
        const delta = deltaSince(since, data)
        const { left, idealLeft } = delta
        const forecast = quiet.forecast
        const made = stakeholderDigest({
          ...quiet,
          ...lists,
          teamName: name,
          sprintName: name,
          delta,
          progress,
          headline: headlineOf({
            dated: true,
            window: timeline,
            progress,
            forecast,
            left,
            idealLeft,
            blockers,
            before: null,
          }),
          burndown: burndownOf(data.items, data.events, timeline),
          risks: rankRisks(scoreRegister(data.risks), seenRisks(data)),
          escalated: blockers.filter(({ state }) => state === 'escalated'),
          finished: data.items.map(({ title }) => title),
          shown: preview
            ? { as: 'preview', hasStakeholders: true }
            : { as: 'posted', by: 'U0MAYA', late: false },
        })
        expect(messageViolations(made)).toEqual([])
        expect(markupViolations(made)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('says in one line where the sprint stands, and what is needed', () => {
    const text = shownText(
      stakeholderDigest({
        ...quiet,
        headline: { standing: 'off_track', reason: { type: 'ends_late', likely: '2026-12-02' } },
        decisions: [{ id: 'd', question: 'Ship without Apple Pay?', ageDays: 2 }],
      }),
    )
    expect(text).toContain('🔴 Sprint 32: off track')
    expect(text).toContain(
      'at the present pace the work is finished around Wed 2 Dec, and the sprint ends on Fri 27 Nov.',
    )
    expect(text).toContain('❓ Ship without Apple Pay? · asked 2 days ago')
    expect(shownText(stakeholderDigest(quiet))).toContain('*Needed from you*\nNothing at the moment.')
  })

  it('lists the top risks as they are ranked, at most three, and nothing of risks where there are none', () => {
    const risks = [1, 2, 3, 4].map((n): RankedRisk => {
      const risk = { id: `R-${n}`, title: `Risk ${n}`, likelihood: null, impact: null, mitigation: null }
      return {
        source: 'register',
        score: 10 - n,
        risk: { ...risk, owner: null, closedAt: null, score: 10 - n, assumed: false },
      }
    })
    const text = shownText(stakeholderDigest({ ...quiet, risks }))
    expect(text).toMatch(/\*Top risks\*\n.*Risk 1\n.*Risk 2\n.*Risk 3\n… and 1 more/)
    expect(text).not.toContain('Risk 4')
    expect(shownText(stakeholderDigest({ ...quiet, risks: risks.slice(0, 1) }))).toMatch(
      /Top risks\*\n.*Risk 1$/m,
    )
    expect(shownText(stakeholderDigest(quiet))).not.toContain('risks')
  })

  it.each([
    [1, null],
    [5, null],
    [6, '1 more'],
    [9, '4 more'],
  ])('asks for at most five of %i decisions, each with a button, and counts the others', (count, more) => {
    const decisions = Array.from({ length: count }, (_, n) => ({
      id: `d${n}`,
      question: `Question ${n}?`,
      ageDays: n,
    }))
    const made = stakeholderDigest({ ...quiet, decisions })
    expect(buttonIds(made)).toHaveLength(Math.min(count, 5))
    expect(shownText(made).match(/Question \d/g)).toEqual(
      decisions.slice(0, 5).map((_, n) => `Question ${n}`),
    )
    expect(/… and (\d+ more) decisions?:/.exec(shownText(made))?.[1] ?? null).toBe(more)
  })

  it('has the buttons of a preview only for the one who asked', () => {
    expect(
      buttonIds(stakeholderDigest({ ...quiet, shown: { as: 'preview', hasStakeholders: true } })),
    ).toEqual(['digest.post', 'decision.open'])
    expect(buttonIds(stakeholderDigest(quiet))).toEqual([])
  })
})

describe('objectives and decisions', () => {
  it('keep Slack’s limits and let no markup through', () => {
    fc.assert(
      fc.property(
        fc.array(objective, { maxLength: 60 }),
        fc.array(decision, { maxLength: 60 }),
        hostileText(300),
        (objectives, decisions, name) => {
          const made = [
            objectiveList(name, objectives, zone),
            decisionList(name, decisions),
            ...decisions.flatMap((each) => [
              decisionAsked(each, 'U0MAYA'),
              decisionAnswered({ ...each, answer: name }, 'U0MAYA'),
            ]),
          ]
          expect(made.flatMap(messageViolations)).toEqual([])
          expect(made.flatMap(markupViolations)).toEqual([])
          const views = [
            askDecisionModal('team', name),
            ...objectives.map(reportModal),
            ...decisions.map(answerDecisionModal),
          ]
          expect(views.flatMap(viewViolations)).toEqual([])
          expect(views.flatMap(markupViolations)).toEqual([])
        },
      ),
      { numRuns: 30 },
    )
  })

  it('show the latest reading against baseline and target, and whether it is reached', () => {
    const approvals = {
      id: 'o',
      text: 'First-try approvals ≥ 93 % (baseline 91 %)',
      metric: 'First-try approvals',
      baseline: '91 %',
      target: '≥ 93 %',
      direction: null,
      latest: null,
      previous: null,
    }
    expect(objectiveLine(approvals, zone)).toBe(
      '⚪ First-try approvals · baseline 91 %, target ≥ 93 % · no reading yet',
    )
    const at = new Date('2026-11-18T16:00:00Z')
    expect(objectiveLine({ ...approvals, latest: { value: '92 %', at } }, zone)).toBe(
      '🔸 First-try approvals: *92 %* (Wed 18 Nov) · baseline 91 %, target ≥ 93 %',
    )
    const previous = { value: '92 %', at: since }
    expect(objectiveLine({ ...approvals, latest: { value: '94 %', at }, previous }, zone)).toBe(
      '🎯 First-try approvals: *94 %* (Wed 18 Nov, before 92 %) · baseline 91 %, target ≥ 93 %',
    )
  })
})
