/** Labelled documents → a table of weights for each part. */
import type { Tables } from '../choice/roles.ts'
import { cardExamples, type LabelledDocument, lineExamples } from './document.ts'
import { learnWeights } from './table.ts'

/** What is rare is learnt with less restraint. */
const RARE = 35

export function learnTables(documents: readonly LabelledDocument[]): Tables {
  const told = documents.filter(({ labels }) => labels.objectives !== null)
  return {
    cards: learnWeights(documents.flatMap(cardExamples)),
    ceremonies: learnWeights(
      documents.flatMap((d) => lineExamples(d, d.labels.ceremonies)),
      RARE,
    ),
    objectives: learnWeights(told.flatMap((d) => lineExamples(d, d.labels.objectives ?? []))),
    risks: learnWeights(
      documents.flatMap((d) => lineExamples(d, d.labels.risks)),
      RARE,
    ),
  }
}
