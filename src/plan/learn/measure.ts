/** How well weights choose the cards of labelled documents. */
import { chooseCards } from '../choice/cards.ts'
import { chanceOf, oddsOf, type Weights } from '../choice/evidence.ts'
import type { Unit } from '../facts/unit.ts'
import { cardExamples, type LabelledDocument } from './document.ts'
import { foldsOf } from './folds.ts'
import { learnWeights } from './table.ts'

export interface Measured {
  /** F1 of all items together. */
  readonly items: number
  /** Mean of the documents' F1. */
  readonly mean: number
}

type Counts = readonly [hit: number, wanted: number, found: number]

function countsOf({ labels, blocks }: LabelledDocument, weights: Weights): Counts {
  const chances = blocks.blocks.map((block) => chanceOf(oddsOf(block, weights)))
  const chosen = chooseCards(blocks, chances).blocks
  const free = new Set(
    blocks.blocks
      .filter((block) => chosen.has(block.index))
      .flatMap((block) => block.members.map((at) => (blocks.units[at] as Unit).line)),
  )
  const found = free.size
  let hit = 0
  for (const lines of labels.items) {
    const told = lines.find((line) => free.has(line))
    if (told === undefined) continue
    free.delete(told)
    hit++
  }
  return [hit, labels.items.length, found]
}

const f1 = ([hit, wanted, found]: Counts) => (wanted + found === 0 ? 1 : (2 * hit) / (wanted + found))

function sum(counts: readonly Counts[]): Measured {
  const all = counts.reduce<Counts>(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0])
  return {
    items: f1(all),
    mean: counts.reduce((total, one) => total + f1(one), 0) / Math.max(1, counts.length),
  }
}

/** Learns from all authors but a fold's, and measures that fold; documents are told by what they were not learnt from. */
export function crossValidate(documents: readonly LabelledDocument[], folds: number): Measured {
  return sum(
    foldsOf(documents, folds).flatMap(({ held, rest }) => {
      const weights = learnWeights(rest.flatMap(cardExamples))
      return held.map((document) => countsOf(document, weights))
    }),
  )
}
