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
  of(line: number): readonly Claim[]
  has(line: number): boolean
}

const NONE: readonly Claim[] = []

export function makeClaims(): Claims {
  const byLine: (Claim[] | undefined)[] = []
  return {
    add(rule, first, last, field) {
      const short = field.length > 120 ? `${field.slice(0, 117)}…` : field
      for (let line = first; line <= last; line++) {
        const list = byLine[line]
        if (!list) byLine[line] = [{ line, rule, field: short }]
        else if (list.length < 12) list.push({ line, rule, field: short })
      }
    },
    of: (line) => byLine[line] ?? NONE,
    has: (line) => byLine[line] !== undefined,
  }
}

export function describeRule(rule: RuleName): string {
  return RULES[rule]
}
