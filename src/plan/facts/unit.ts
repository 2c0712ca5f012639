/** A unit is a line that may stand for something by itself: what it is, where it hangs, and what its words show. */

import type { CeremonyKind } from '#domain/plan-file.ts'
import type { Columns } from '../build/table-columns.ts'
import type { Node } from '../outline.ts'
import type { Section } from '../section.ts'
import type { Role } from '../vocabulary/index.ts'

export type UnitKind = 'heading' | 'label' | 'item' | 'bold' | 'para' | 'table' | 'row' | 'fence' | 'code'

export interface Unit {
  readonly kind: UnitKind
  /** 1-based line of the file. */
  readonly line: number
  /** Of headings and labels their outline level, of entries their depth in the list, else 0. */
  readonly level: number
  /** Index of the unit that it hangs from; -1 at the top. */
  readonly parent: number
  readonly node: Node
  /** Markdown, marker and box removed, cut to what rules look at. */
  readonly raw: string
  /** The same without markup and pictures. */
  readonly text: string
  /** The text without key, estimate, people and state. */
  readonly title: string
  /** "c:us-0" for a code, "n" for a number, "" for neither. */
  readonly shape: string
  readonly key: string | null
  readonly startsWithKey: boolean
  readonly hasEstimate: boolean
  readonly hasOwner: boolean
  readonly status: string | null
  readonly dates: number
  /** Kind of the meeting or key date that the words name. */
  readonly meeting: CeremonyKind | null
  /** Roles of the label that the line starts with; null: no field. */
  readonly field: readonly Role[] | null
  readonly fieldHasValue: boolean
  readonly section: Section
  /** 0: no check box, 1: an open one, 2: a checked one. */
  readonly box: 0 | 1 | 2
  readonly ordered: boolean
  /** Of tables. */
  readonly columns: Columns | null
  /** Of rows: cells without markup. */
  readonly cells: readonly string[]
}

/** Kinds that may be cards. */
export const MAY_BE_CARD: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'heading',
  'label',
  'item',
  'row',
  'bold',
  'code',
])
