import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreRegister } from '#domain/sprint/register.ts'
import { seenRisks } from '#domain/sprint/risk.ts'
import { messageViolations, viewViolations } from '#test/support/block-kit-limits.ts'
import { hostileText, markupViolations } from '#test/support/hostile.ts'
import { buttonIds, shownText, sprintData } from '#test/support/report-data.ts'
import { closeRiskButton } from './ids.ts'
import { addRiskModal } from './risk-modal.messages.ts'
import { type RiskDigestView, riskAdded, riskClosed, riskDigest } from './risks.messages.ts'

const seenOf = (data: Parameters<typeof seenRisks>[0]) =>
  seenRisks(data).map((risk) => ({
    ...risk,
    dependencyId: risk.kind.startsWith('dependency') ? crypto.randomUUID() : null,
  }))
const digest = { sprintId: crypto.randomUUID(), messageKey: `risk_digest:${crypto.randomUUID()}:2026-11-18` }
const quiet: RiskDigestView = {
  sprintId: digest.sprintId,
  teamName: 'Harbor Payments',
  sprintName: 'Sprint 32',
  today: '2026-11-18',
  register: [],
  seen: [],
  digest: null,
  late: false,
}

describe('the risk digest', () => {
  it('keeps Slack’s limits and lets no markup through, whatever the risks say', () => {
    fc.assert(
      fc.property(sprintData, hostileText(400), (data, name) => {
        const register = scoreRegister(data.risks)
        const view = { ...quiet, teamName: name, sprintName: name, register, seen: seenOf(data), digest }
        const made = [
          riskDigest(view),
          ...register.flatMap((risk) => [riskClosed(risk, digest), riskAdded(risk, 'U0MAYA')]),
        ]
        expect(made.flatMap(messageViolations)).toEqual([])
        expect(made.flatMap(markupViolations)).toEqual([])
        const modal = addRiskModal({ sprintId: digest.sprintId, title: name, owner: name })
        expect(viewViolations(modal)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('orders the register by score and says what is missing', () => {
    const register = scoreRegister([
      {
        id: 'a',
        title: 'Late keys',
        likelihood: 'low',
        impact: 'high',
        mitigation: null,
        owner: null,
        closedAt: null,
      },
      {
        id: 'b',
        title: 'Fraud rules',
        likelihood: 'high',
        impact: null,
        mitigation: 'Shadow mode',
        owner: 'Tomás',
        closedAt: null,
      },
    ])
    const text = shownText(riskDigest({ ...quiet, register }))
    expect(text.indexOf('🔴 *6*  Fraud rules')).toBeLessThan(text.indexOf('🟠 *3*  Late keys'))
    expect(text).toContain('high × medium (one of them assumed) · owner: Tomás\n_Mitigation:_ Shadow mode')
    expect(text).toContain('low × high · no owner\n_No mitigation yet_')
  })

  it('says that it is late', () => {
    expect(shownText(riskDigest({ ...quiet, late: 'stopped' }))).toContain('This digest is late')
  })

  it('says so when there is nothing to fear, and still lets one add a risk', () => {
    const made = riskDigest(quiet)
    expect(shownText(made)).toContain('nothing to report')
    expect(buttonIds(made)).toEqual(['risk.open'])
  })

  it('carries in its buttons which digest to bring up to date', () => {
    const riskId = '01a2b3c4-0000-7000-8000-000000000001'
    const made = JSON.stringify(riskClosed({ id: riskId, title: 'Late keys' }, digest))
    const value = /"value":"(01a2[^"]*)"/.exec(made)?.[1] ?? ''
    expect(closeRiskButton.parse(value)).toEqual({ riskId, digest })
    expect(closeRiskButton.parse(riskId)).toEqual({ riskId, digest: null })
  })
})
