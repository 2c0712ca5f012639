import { expect, it } from 'vitest'
import { rankRisks } from './ranked-risks.ts'
import { scoreRegister } from './register.ts'
import type { SeenRisk } from './risk.ts'

const seen = (score: number): SeenRisk => ({ kind: 'no_movement', severity: 'low', score, reason: [] })
const feared = (id: string, level: 'low' | 'high' | null) => ({
  ...{ id, title: id, likelihood: level, impact: level, mitigation: null, owner: null, closedAt: null },
})

it('puts the gravest first, what the data show before what was feared as much, and what has no score last', () => {
  const register = scoreRegister([feared('unscored', null), feared('small', 'low'), feared('grave', 'high')])
  const ranked = rankRisks(register, [seen(1), seen(9), seen(4)])
  expect(ranked.map((each) => [each.source === 'data' ? 'seen' : each.risk.id, each.score])).toEqual([
    ['seen', 9],
    ['grave', 9],
    ['seen', 4],
    ['seen', 1],
    ['small', 1],
    ['unscored', 0],
  ])
})
