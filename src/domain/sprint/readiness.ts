/** Refinement: the items that are not ready, and what each lacks. */

import type { ItemState } from './types.ts'

export type Lack = 'estimate' | 'acceptance' | 'owner'

export interface NotReady {
  key: string
  title: string
  lacks: Lack[]
}

export interface Readiness {
  /** Items whose work has not begun: those that were looked at. */
  waiting: number
  /** Of these, those that lack something: the emptiest first, otherwise in their order. */
  notReady: NotReady[]
}

/** What waits to begin, and what of it is not ready. A size ("M") is an estimate. */
export function readinessOf(items: readonly ItemState[]): Readiness {
  const waiting = items.filter(({ status }) => status === 'backlog' || status === 'ready')
  const notReady = waiting
    .map((item) => ({ key: item.key, title: item.title, lacks: lacksOf(item) }))
    .filter(({ lacks }) => lacks.length > 0)
    .sort((a, b) => b.lacks.length - a.lacks.length)
  return { waiting: waiting.length, notReady }
}

function lacksOf(item: ItemState): Lack[] {
  const lacks: Lack[] = []
  if (item.estimate === null) lacks.push('estimate')
  if (item.acceptance.length === 0) lacks.push('acceptance')
  if (item.owners.length === 0) lacks.push('owner')
  return lacks
}
