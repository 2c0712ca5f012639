import { describe, expect, it } from 'vitest'
import { reachesTarget } from './target.ts'

const objective = (
  target: string | null,
  direction: string | null = null,
  baseline: string | null = null,
) => ({
  target,
  direction,
  baseline,
})

describe('reaching a target', () => {
  it.each([
    [objective('≥ 93 %'), '94 %', true],
    [objective('≥ 93 %'), '92,9 %', false],
    [objective('< 200 ms'), '180 ms', true],
    [objective('at most 5 incidents'), '6', false],
    [objective('1,500 users', 'up'), '1499', false],
    [objective('30', null, '45'), '29.5', true],
    [objective('60', null, '45'), '59', false],
    [objective('-3', 'down'), '-4', true],
    [objective('30'), '30', null],
    [objective('≥ 93 %'), '93 %', true],
    [objective('< 200 ms'), '200 ms', true],
    [objective('min 5'), '4', false],
    [objective('minimum 5'), '5', true],
    [objective('max 5'), '6', false],
    [objective('maximum 5'), '5', true],
    [objective('1,200 users', 'up'), '1,199', false],
    [objective('12,500', 'up'), '12.5', false],
    [objective('45', null, '45'), '50', null],
    [objective('45', null, 'a few'), '50', null],
    [objective('60', 'sideways', '45'), '70', null],
    [objective('≥ 93 %'), 'better', null],
    [objective('better', 'up'), '93', null],
    [objective('a daily list'), 'sent', null],
    [objective(null, 'up'), '5', null],
  ])('of %j by %s is %s', (objective, value, expected) => {
    expect(reachesTarget(objective, value)).toBe(expected)
  })
})
