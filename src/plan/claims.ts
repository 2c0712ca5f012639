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
  /** The rules that took a line, in the order in which they did. */
  rules(line: number): readonly RuleName[]
  /** What became of a line; empty fields where they are not kept. */
  of(line: number): Claim[]
}

/** More rules than this a line are not kept. */
const MOST = 12
const NONE: readonly RuleName[] = []

/** The fields are kept only for who asks what became of a line: they take more room than the plan. */
export function makeClaims(keepFields: boolean): Claims {
  const rules: (RuleName[] | undefined)[] = []
  const fields: (string[] | undefined)[] = []
  return {
    add(rule, first, last, field) {
      const short = keepFields && field.length > 120 ? `${field.slice(0, 117)}…` : field
      for (let line = first; line <= last; line++) {
        const known = rules[line]
        if (!known) rules[line] = [rule]
        else if (known.length < MOST) known.push(rule)
        else continue
        if (keepFields) fields[line] = [...(fields[line] ?? []), short]
      }
    },
    rules: (line) => rules[line] ?? NONE,
    of: (line) => (rules[line] ?? NONE).map((rule, i) => ({ line, rule, field: fields[line]?.[i] ?? '' })),
  }
}

export function describeRule(rule: RuleName): string {
  return RULES[rule]
}
