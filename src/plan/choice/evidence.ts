/** Weighted evidence: a table of whole numbers, in hundredths of log-odds, for what is known of a block. */
import type { Block } from '../blocks/block.ts'

export interface Weights {
  readonly base: number
  readonly features: Readonly<Record<string, number>>
  readonly words: Readonly<Record<string, number>>
}

const UNIT = 100

/** Log-odds that a block has the role that the weights are of. */
export function oddsOf(block: Block, weights: Weights): number {
  let sum = weights.base
  for (const name in block.features) sum += (block.features[name] as number) * (weights.features[name] ?? 0)
  for (const word of block.words) sum += weights.words[word] ?? 0
  return sum / UNIT
}

export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))
