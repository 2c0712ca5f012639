/** Documents parted so that nothing is measured by what was learnt from the same author. */
import type { LabelledDocument } from './document.ts'

export interface Fold {
  readonly held: readonly LabelledDocument[]
  readonly rest: readonly LabelledDocument[]
}

export function foldsOf(documents: readonly LabelledDocument[], folds: number): Fold[] {
  const groups = [...new Set(documents.map(({ group }) => group))].sort()
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]))
  return Array.from({ length: folds }, (_, fold) => ({
    held: documents.filter(({ group }) => foldOf.get(group) === fold),
    rest: documents.filter(({ group }) => foldOf.get(group) !== fold),
  }))
}
