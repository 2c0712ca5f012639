/** How well weights choose the cards of labelled documents. */
import { chooseCards } from '../choice/cards.ts'
import { chanceOf, oddsOf, type Weights } from '../choice/evidence.ts'
import type { Unit } from '../facts/unit.ts'
import { cardExamples, type LabelledDocument } from './document.ts'
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
  const groups = [...new Set(documents.map(({ group }) => group))].sort()
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]))
  const counts: Counts[] = []
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = ({ group }: LabelledDocument) => foldOf.get(group) === fold
    const weights = learnWeights(documents.filter((d) => !isHeld(d)).flatMap(cardExamples))
    for (const held of documents.filter(isHeld)) counts.push(countsOf(held, weights))
  }
  return sum(counts)
}

/** How often blocks that the weights give a chance of at least so much are right. */
export function precisionAbove(
  documents: readonly LabelledDocument[],
  weights: Weights,
  least: number,
): { right: number; lines: number } {
  let [right, lines] = [0, 0]
  for (const document of documents)
    for (const { block, wanted } of cardExamples(document)) {
      const chance = chanceOf(oddsOf(block, weights))
      if (chance < least && chance > 1 - least) continue
      lines += block.members.length
      if (chance >= 0.5 === (wanted === 1)) right += block.members.length
    }
  return { right, lines }
}
