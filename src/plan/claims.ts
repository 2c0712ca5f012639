/** What became of each line and by which rule: the base of coverage and of `plan explain`. */
import { RULES, type RuleName } from './rules.ts'

export interface Claim {
  line: number
  rule: RuleName
  /** The field of plan JSON that the line went to, with the value's beginning. */
  field: string
}

export interface Claims {
  add(rule: RuleName, first: number, last: number, field: string): void
  of(line: number): Claim[]
  has(line: number): boolean
}

export function makeClaims(): Claims {
  const byLine = new Map<number, Claim[]>()
  return {
    add(rule, first, last, field) {
      for (let line = first; line <= last; line++) {
        const list = byLine.get(line)
        const claim = { line, rule, field: field.length > 120 ? `${field.slice(0, 117)}…` : field }
        if (!list) byLine.set(line, [claim])
        else if (list.length < 12) list.push(claim)
      }
    },
    of: (line) => byLine.get(line) ?? [],
    has: (line) => byLine.has(line),
  }
}

export function describeRule(rule: RuleName): string {
  return RULES[rule]
}
