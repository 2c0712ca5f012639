/** What a block may be besides the cards, by learnt evidence. */
import type { Block } from '../blocks/block.ts'
import { chanceOf, oddsOf, type Weights } from './evidence.ts'
import { CARDS, CEREMONIES, OBJECTIVES, RISKS } from './weights.ts'

export type LearntRole = 'objectives' | 'ceremonies' | 'risks'

/** Blocks of what is rare are told by less than an even chance: at this one most of them are found, and few others. */
export const ENOUGH = 0.3

export type RoleChances = Readonly<Record<LearntRole, number>>

/** A table of weights for each part that is learnt. */
export type Tables = Readonly<Record<LearntRole | 'cards', Weights>>

export const LEARNT: Tables = { cards: CARDS, objectives: OBJECTIVES, ceremonies: CEREMONIES, risks: RISKS }

export function roleChances(block: Block, tables: Tables): RoleChances {
  return {
    objectives: chanceOf(oddsOf(block, tables.objectives)),
    ceremonies: chanceOf(oddsOf(block, tables.ceremonies)),
    risks: chanceOf(oddsOf(block, tables.risks)),
  }
}

export function likeliest(chances: RoleChances): { role: LearntRole; chance: number } {
  let best: LearntRole = 'objectives'
  for (const role of ['ceremonies', 'risks'] as const) if (chances[role] > chances[best]) best = role
  return { role: best, chance: chances[best] }
}
