/** Blocks → rows of a table to learn from, and what was learnt → weights in whole numbers. */
import type { Block } from '../blocks/block.ts'
import type { Weights } from '../choice/evidence.ts'
import { type Fit, type Row, regress } from './logistic.ts'

export interface Example {
  readonly block: Block
  /** 1: has the role. */
  readonly wanted: number
  readonly weight: number
  /** Documents by one author are held out together. */
  readonly group: string
}

/** A feature that fewer blocks have, or a word in fewer groups, tells nothing that lasts. */
const LEAST_BLOCKS = 8
const LEAST_GROUPS = 5
const PENALTY = 50
const WORD_SCALE = 0.5
const UNIT = 100

/** @returns the weights that tell wanted blocks from others. */
export function learnWeights(examples: readonly Example[], penalty = PENALTY): Weights {
  const features = commonFeatures(examples)
  const words = commonWords(examples)
  const at = new Map(features.map((name, i) => [name, i]))
  const wordAt = new Map(words.map((word, i) => [word, features.length + i]))
  const rows = examples.map(({ block, wanted, weight, group }): Row => {
    const columns: number[] = []
    const values: number[] = []
    for (const name in block.features) {
      const column = at.get(name)
      const value = block.features[name]
      if (column === undefined || !value) continue
      columns.push(column)
      values.push(value)
    }
    for (const word of block.words) {
      const column = wordAt.get(word)
      if (column === undefined) continue
      columns.push(column)
      values.push(WORD_SCALE)
    }
    return { columns, values, wanted, weight, group }
  })
  return inWholeNumbers(regress(rows, features.length + words.length, penalty), features, words)
}

function inWholeNumbers(
  { base, weights }: Fit,
  features: readonly string[],
  words: readonly string[],
): Weights {
  const table = (names: readonly string[], from: number, scale: number) => {
    const kept: Record<string, number> = {}
    names.forEach((name, i) => {
      const weight = Math.round((weights[from + i] as number) * scale * UNIT)
      if (weight !== 0) kept[name] = weight
    })
    return kept
  }
  return {
    base: Math.round(base * UNIT),
    features: table(features, 0, 1),
    words: table(words, features.length, WORD_SCALE),
  }
}

function commonFeatures(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>()
  for (const { block } of examples)
    for (const name in block.features) if (block.features[name]) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= LEAST_BLOCKS)
    .map(([name]) => name)
    .sort()
}

function commonWords(examples: readonly Example[]): string[] {
  const groups = new Map<string, Set<string>>()
  for (const { block, group } of examples)
    for (const word of block.words) groups.set(word, (groups.get(word) ?? new Set()).add(group))
  return [...groups]
    .filter(([, held]) => held.size >= LEAST_GROUPS)
    .map(([word]) => word)
    .sort()
}
