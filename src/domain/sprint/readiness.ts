/** Refinement: the items that are not ready, and what each lacks. */

import type { ItemState } from './types.ts'

export type Lack = 'estimate' | 'acceptance' | 'owner'

export interface NotReady {
  key: string
  title: string
  lacks: Lack[]
}

/** Items whose work has not begun, the emptiest first, otherwise in their order. A size ("M") is an estimate. */
export function notReadyItems(items: readonly ItemState[]): NotReady[] {
  return items
    .filter(({ status }) => status === 'backlog' || status === 'ready')
    .map((item) => ({ key: item.key, title: item.title, lacks: lacksOf(item) }))
    .filter(({ lacks }) => lacks.length > 0)
    .sort((a, b) => b.lacks.length - a.lacks.length)
}

function lacksOf(item: ItemState): Lack[] {
  const lacks: Lack[] = []
  if (item.estimate === null) lacks.push('estimate')
  if (item.acceptance.length === 0) lacks.push('acceptance')
  if (item.owners.length === 0) lacks.push('owner')
  return lacks
}
