import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount, bar, percent, sparkline } from './amounts.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('amounts', () => {
  it.each([
    [1, 'points', '1 point'],
    [2.5, 'days', '2.5 days'],
    [0.96, 'hours', '1 hour'],
    [0, 'items', '0 items'],
    [12.349, 'points', '12.3 points'],
  ] as const)('%d %s is %j', (value, unit, expected) => {
    expect(amount(value, unit)).toBe(expected)
  })

  it('say 100 % and draw a full bar only when all is done, and an empty bar only when nothing is', () => {
    fc.assert(
      fc.property(share, (part) => {
        expect(percent(part) === '100 %').toBe(part === 1)
        expect(bar(part)).toHaveLength(20)
        expect(bar(part).endsWith('▰')).toBe(part === 1)
        expect(bar(part).startsWith('▱')).toBe(part === 0)
      }),
    )
  })

  it('draw a bar that never falls while work goes on', () => {
    const filled = (part: number) => bar(part).split('▰').length
    fc.assert(
      fc.property(share, share, (a, b) => {
        expect(filled(Math.min(a, b))).toBeLessThanOrEqual(filled(Math.max(a, b)))
      }),
    )
  })

  it.each([
    [-0.5, '0 %', 0],
    [0, '0 %', 0],
    [0.004, '0 %', 1],
    [0.304, '30 %', 6],
    [0.306, '31 %', 6],
    [0.53, '53 %', 11],
    [0.999, '99 %', 19],
    [1, '100 %', 20],
    [1.2, '120 %', 20],
  ])('of a share of %d are %s and %i cells of twenty', (part, words, cells) => {
    expect(percent(part)).toBe(words)
    expect(bar(part)).toBe('▰'.repeat(cells) + '▱'.repeat(20 - cells))
  })

  it('draw a sparkline that stays within its characters', () => {
    expect(sparkline([20, -4, 1, 15], 16)).toBe('█▁▁█')
    expect(sparkline([], 16)).toBe('')
  })

  it('draw a sparkline of one of one character a value, the highest at the top', () => {
    expect(sparkline([16, 8, 4, 0], 16)).toBe('█▅▃▁')
    expect(sparkline([0, 0], 0)).toBe('▁▁')
  })
})
