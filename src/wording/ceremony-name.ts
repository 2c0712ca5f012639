// What a ceremony is called where it is told of.

import { kindOf, type RuleKind } from '#domain/kinds.ts'
import { cut, oneLine } from '#platform/blocks/text.ts'

/** The longest title that is a name, and no sentence. */
const longestName = 60
const brackets = /\s*[([][^()[\]]*[)\]]/g

/**
 * "Retro" for a ceremony of a kind that a team has once, whatever its plan says beside it ("Daily 9:30–9:45 MST"); of those that
 * stand side by side the plan's own title, without what it says in brackets. Not escaped.
 */
export function ceremonyName(kind: RuleKind, title: string): string {
  if (!kindOf(kind).several) return kindOf(kind).name
  const written = oneLine(title)
  const short = written.replace(brackets, '').trim() || written
  return cut(short, longestName)
}
