// Rows that stay the same thing over revisions: entries of a plan's list paired with the rows that are there.
import { likeness, titleOf } from '#plan/similarity.ts'

interface Named {
  /** Stated ("R-2"); null: none. */
  ref: string | null
  text: string
}

/** Entries at least this alike are one, reworded; below it, two sentences about one subject still share so many words. */
const rewordedFrom = 0.6

/** Each entry with its row (null: new), by stated reference, then by text, then by likeness. A row is used once. */
export function reconcile<Entry, Row>(
  entries: Entry[],
  rows: Row[],
  ofEntry: (entry: Entry) => Named,
  ofRow: (row: Row) => Named,
): Map<Entry, Row | null> {
  const pairs = new Map<Entry, Row | null>(entries.map((entry) => [entry, null]))
  const free = new Set(rows)
  const rules: ((a: Named, b: Named) => boolean)[] = [
    (a, b) => a.ref !== null && a.ref === b.ref,
    (a, b) => titleOf(a.text).folded === titleOf(b.text).folded,
    (a, b) =>
      (a.ref === null || b.ref === null) && likeness(titleOf(a.text), titleOf(b.text)) >= rewordedFrom,
  ]
  for (const rule of rules)
    for (const [entry, paired] of pairs) {
      if (paired) continue
      const named = ofEntry(entry)
      const row = [...free].find((candidate) => rule(named, ofRow(candidate)))
      if (!row) continue
      pairs.set(entry, row)
      free.delete(row)
    }
  return pairs
}
