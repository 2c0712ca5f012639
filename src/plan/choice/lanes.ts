/** Lanes of a board are one level: what the entries of one are, those of its neighbours are too. */
import type { Block, Blocks } from '../blocks/block.ts'
import type { Unit } from '../facts/unit.ts'

/** Chances with those of lanes beside each other raised to that of the likeliest. */
export function alongLanes({ units, blocks }: Blocks, chances: readonly number[]): number[] {
  const boards = new Map<string, number[]>()
  for (const block of blocks) {
    const board = boardOf(block, units)
    if (board === null) continue
    const list = boards.get(board)
    if (list) list.push(block.index)
    else boards.set(board, [block.index])
  }
  const along = [...chances]
  for (const list of boards.values()) {
    const most = list.reduce((best, i) => Math.max(best, chances[i] as number), 0)
    for (const i of list) along[i] = most
  }
  return along
}

/** Entries of one kind right below lanes beside each other share a board. */
function boardOf(block: Block, units: readonly Unit[]): string | null {
  if (!block.features['lead.lane'] || block.features['parent.entry']) return null
  const lead = units[block.around[0] as number] as Unit
  return `${block.kind} ${lead.kind} ${lead.level} ${lead.parent}`
}
