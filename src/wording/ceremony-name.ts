// What a ceremony is called where it is told of.

import { ceremonyKind, kindOf, type RuleKind } from '#domain/kinds.ts'
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

/** As a row of the database has the kind; one of a newer version keeps its title. */
export function storedCeremonyName({ kind, title }: { kind: string; title: string }): string {
  const known = ceremonyKind.safeParse(kind)
  return known.success ? ceremonyName(known.data, title) : oneLine(title)
}

/** A kind's name within a sentence, after "the": "retro", "daily report of changes"; a title stays as it is written. */
export function nameInSentence(kind: RuleKind, title: string): string {
  if (kind === 'delta') return 'daily report of changes'
  const name = oneLine(ceremonyName(kind, title))
  return kindOf(kind).several ? name : name.charAt(0).toLowerCase() + name.slice(1)
}
