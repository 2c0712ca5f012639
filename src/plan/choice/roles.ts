/** What a block may be besides the cards, by learnt evidence. */
import type { Block } from '../blocks/block.ts'
import { chanceOf, oddsOf, type Weights } from './evidence.ts'
import { CEREMONIES, OBJECTIVES, RISKS } from './weights.ts'

export type LearntRole = 'objectives' | 'ceremonies' | 'risks'

/** Blocks of what is rare are told by less than an even chance: at this one most of them are found, and few others. */
export const ENOUGH = 0.3

export type RoleChances = Readonly<Record<LearntRole, number>>

export const ROLE_WEIGHTS: Readonly<Record<LearntRole, Weights>> = {
  objectives: OBJECTIVES,
  ceremonies: CEREMONIES,
  risks: RISKS,
}

export function roleChances(block: Block): RoleChances {
  return {
    objectives: chanceOf(oddsOf(block, OBJECTIVES)),
    ceremonies: chanceOf(oddsOf(block, CEREMONIES)),
    risks: chanceOf(oddsOf(block, RISKS)),
  }
}

export function likeliest(chances: RoleChances): { role: LearntRole; chance: number } {
  let best: LearntRole = 'objectives'
  for (const role of ['ceremonies', 'risks'] as const) if (chances[role] > chances[best]) best = role
  return { role: best, chance: chances[best] }
}
