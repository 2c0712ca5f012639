/** The plural forms of the whole house: a count with its noun, an amount with its unit. */

import type { EstimateUnit } from './plan-file.ts'

/** A count with its noun: "1 item", "3 items", "2 dependencies". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** "Squad's", "Harbor Payments'". */
export const possessive = (name: string): string => (/s$/i.test(name) ? `${name}'` : `${name}'s`)

/** At most one decimal, and none that is zero: 8, 2.5. */
export const number = (value: number): string => String(Math.round(value * 10) / 10)

/** "8 points", "1 hour", "2.5 days", "3 items". */
export function amount(value: number, unit: EstimateUnit | 'items'): string {
  const shown = number(value)
  return `${shown} ${shown === '1' ? unit.slice(0, -1) : unit}`
}
