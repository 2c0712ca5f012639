/** A block is a group of parallel siblings: one level of a list, a table's body, headings or labels of one shape under one parent. */
import type { Unit, UnitKind } from '../facts/unit.ts'

/** What is known of a block, by name, as numbers; what is absent is 0. */
export type Features = Record<string, number>

export interface Block {
  readonly index: number
  readonly kind: UnitKind
  /** Indices of units, in the order of their lines. */
  readonly members: readonly number[]
  /** Units around it, the nearest first. */
  readonly around: readonly number[]
  /** The unit that names the box of time around it; -1: none. */
  readonly scope: number
  /** Blocks of one series have the same shape and stand in the same place of their parts of the document. */
  readonly series: string
  /** Blocks that hold this one's parent, and blocks inside it. */
  readonly above: readonly number[]
  readonly inside: readonly number[]
  /** Series that tell most of this one's entries again. */
  readonly toldBy: ReadonlySet<string>
  readonly features: Features
  /** Words of the headings around it and of its columns, with where they stand: "lead:goals", "column:owner". */
  readonly words: readonly string[]
}

export interface Blocks {
  readonly units: readonly Unit[]
  readonly blocks: readonly Block[]
  /** How many entries each series has. */
  readonly sizes: ReadonlyMap<string, number>
}
