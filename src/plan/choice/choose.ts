/** The one decision about a document: which lines are cards, and how sure that is. */
import type { Block, Blocks } from '../blocks/block.ts'
import { blocksOf } from '../blocks/blocks.ts'
import type { SlashOrder } from '../dates.ts'
import type { Unit } from '../facts/unit.ts'
import { unitsOf } from '../facts/units.ts'
import type { Node } from '../outline.ts'
import { type CardChoice, chooseCards } from './cards.ts'
import { chanceOf, oddsOf } from './evidence.ts'
import { alongLanes } from './lanes.ts'
import { ENOUGH, type LearntRole, likeliest, type RoleChances, roleChances, type Tables } from './roles.ts'
import { isDirected, withDirectives } from './stated.ts'

/** A block that is likelier something else is hardly the cards. */
const UNLIKELY = 0.01

export interface Cards {
  readonly all: Blocks
  readonly chances: readonly number[]
  /** Of each block the chances of its other parts. */
  readonly others: readonly RoleChances[]
  readonly choice: CardChoice
  isCard(line: number): boolean
  /** The line tells a card again that stands elsewhere. */
  repeats(line: number): boolean
  /** The part of a line that is no card, where the evidence for it is enough. */
  roleAt(line: number): LearntRole | null
  /** A card stands below the node. */
  holds(node: Node): boolean
}

/** Where the document itself is the one card. */
export const NO_CARDS: Cards = {
  all: { units: [], blocks: [], sizes: new Map() },
  chances: [],
  others: [],
  choice: { blocks: new Set(), expected: 1 },
  isCard: () => false,
  repeats: () => false,
  roleAt: () => null,
  holds: () => false,
}

/** @param lines how many the file has. */
export function chooseFor(root: Node, slash: SlashOrder, lines: number, tables: Tables): Cards {
  const all = blocksOf(unitsOf(root, slash), lines)
  const evident = all.blocks.map((block) => chanceOf(oddsOf(block, tables.cards)))
  const others = all.blocks.map((block) => roleChances(block, tables))
  const chances = withDirectives(
    all,
    alongLanes(all, evident).map((chance, i) =>
      likeliest(others[i] as RoleChances).chance > chance ? chance * UNLIKELY : chance,
    ),
  )
  const choice = chooseCards(all, chances)
  const chosen = [...choice.blocks].map((i) => all.blocks[i] as Block)
  const cards = linesOf(all, chosen)
  const repeats = linesOf(all, tellersOf(all, chosen))
  const roles = rolesOf(all, choice, others)
  const holders = new Set<Node>()
  for (const block of chosen)
    for (const at of block.members) {
      const unit = all.units[at] as Unit
      const table =
        unit.kind === 'row' || unit.kind === 'code' || unit.kind === 'bold' || unit.kind === 'para'
      for (let up = table ? unit.node : unit.node.parent; up && !holders.has(up); up = up.parent)
        holders.add(up)
    }
  return {
    all,
    chances,
    others,
    choice,
    isCard: (line) => cards.has(line),
    repeats: (line) => repeats.has(line) && !cards.has(line),
    roleAt: (line) => roles.get(line) ?? null,
    holds: (node) => holders.has(node),
  }
}

/** The parts of lines that stand in lists and tables and are no cards. */
function rolesOf(all: Blocks, choice: CardChoice, chances: readonly RoleChances[]): Map<number, LearntRole> {
  const roles = new Map<number, LearntRole>()
  for (const block of all.blocks) {
    if (choice.blocks.has(block.index) || (block.kind !== 'item' && block.kind !== 'row')) continue
    const told = likeliest(chances[block.index] as RoleChances)
    if (told.chance < ENOUGH || isDirected(all, block)) continue
    for (const at of block.members) roles.set((all.units[at] as Unit).line, told.role)
  }
  return roles
}

function linesOf({ units }: Blocks, blocks: readonly Block[]): Set<number> {
  return new Set(blocks.flatMap((block) => block.members.map((at) => (units[at] as Unit).line)))
}

/** Blocks whose entries are mostly told by chosen series, or that tell most of one. */
function tellersOf(all: Blocks, chosen: readonly Block[]): Block[] {
  const series = new Set(chosen.map((block) => block.series))
  const told = new Set(chosen.flatMap((block) => [...block.toldBy]))
  return all.blocks.filter(
    (block) =>
      !series.has(block.series) &&
      !isDirected(all, block) &&
      (told.has(block.series) || [...block.toldBy].some((other) => series.has(other))),
  )
}
