/** Where candidates stand: in one table or list, in a row or in a heading. */
import type { Candidate } from './draft.ts'

/** Where each sprint uses a key of letters and a number: in a row of an overview, then in a heading, if nowhere else. */
export function placesOfKeys(all: readonly Candidate[]): Map<unknown, Map<string, string>> {
  const places = new Map<unknown, Map<string, string>>()
  for (const c of all) {
    if (!c.bareKey || !/\p{L}/u.test(c.bareKey) || !/\d/.test(c.bareKey)) continue
    const keys = places.get(c.scope) ?? new Map<string, string>()
    places.set(c.scope, keys)
    const place = c.rule === 'item.row' ? 'row ' : c.rule === 'item.heading' ? 'heading ' : 'list '
    if ((keys.get(c.bareKey) ?? '').length < 20) keys.set(c.bareKey, (keys.get(c.bareKey) ?? '') + place)
  }
  return places
}

/** The number of each row's table, the rows being in the order of their lines. */
export function tablesOf(all: readonly Candidate[]): Map<Candidate, number> {
  const tables = new Map<Candidate, number>()
  let table = 0
  let end = 0
  for (const c of all) {
    if (c.rule !== 'item.row') continue
    if (c.item.line > end + 1) table++
    end = c.item.endLine
    tables.set(c, table)
  }
  return tables
}

/** Two rows of one table, or two entries of one list without more words: each stands for itself. */
export function sameBlock(tables: ReadonlyMap<Candidate, number>, a: Candidate, b: Candidate): boolean {
  if (a.node === null || b.node === null)
    return a.rule === 'item.row' && b.rule === 'item.row' && tables.get(a) === tables.get(b)
  return (
    a.node.kind === 'item' &&
    b.node.kind === 'item' &&
    a.node.parent === b.node.parent &&
    a.item.description === null &&
    b.item.description === null
  )
}
