/** Which of the lines that are no work are ceremonies. */
import type { Blocks } from '../blocks/block.ts'
import type { Ordered } from '../ceremonies/days.ts'
import { isScrum } from '../facts/meeting-facts.ts'
import { type CeremonyCandidate, ceremonyCandidates, type Taken } from './ceremony-features.ts'
import { type CeremonyForm, formOf, standsAlone } from './ceremony-forms.ts'

export interface ChosenCeremony extends CeremonyCandidate {
  readonly form: CeremonyForm
}

/** Where the document itself is one card. */
export const NO_CEREMONIES: ReadonlyMap<number, ChosenCeremony> = new Map()

function isBelow(all: Blocks, at: number, chosen: ReadonlySet<number>): boolean {
  for (let up = all.units[at]?.parent ?? -1; up >= 0; up = all.units[up]?.parent ?? -1)
    if (chosen.has(up)) return true
  return false
}

/** @returns by line. */
export function chooseCeremonies(
  all: Blocks,
  taken: Taken,
  order: Ordered,
): ReadonlyMap<number, ChosenCeremony> {
  const chosen: ChosenCeremony[] = []
  const decided = new Set<number>()
  for (const candidate of ceremonyCandidates(all, taken, order)) {
    const form = formOf(candidate)
    if (form === null || (isBelow(all, candidate.at, decided) && !standsAlone(candidate.facts))) continue
    decided.add(candidate.at)
    chosen.push({ ...candidate, form })
  }
  const few = tablesOfOthers(all, chosen)
  return new Map(
    chosen
      .filter(({ unit, facts }) => isScrum(facts) || unit.kind !== 'row' || !few.has(unit.parent))
      .map((one) => [one.line, one] as const),
  )
}

/** Tables of which few rows would be key dates: those few are none either. */
function tablesOfOthers(all: Blocks, chosen: readonly ChosenCeremony[]): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const { unit } of chosen)
    if (unit.kind === 'row') counts.set(unit.parent, (counts.get(unit.parent) ?? 0) + 1)
  const rows = (table: number) => (all.units[table]?.node.rows.length ?? 1) - 1
  return new Set([...counts].filter(([table, count]) => count * 2 <= rows(table)).map(([table]) => table))
}
