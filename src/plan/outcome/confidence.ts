/** How sure it is what a line was taken for, and what it would be instead: by the chances that decided. */
import type { BlockRole, Confidence } from '#domain/plan-file.ts'
import type { Block } from '../blocks/block.ts'
import type { Cards } from '../choice/choose.ts'
import { likeliest, type RoleChances } from '../choice/roles.ts'
import type { Unit } from '../facts/unit.ts'

export interface Judgement {
  readonly confidence: Confidence
  readonly instead: BlockRole | null
}

/**
 * Bounds that were set by plans whose authors were held out, so that what is called sure is rarely wrong
 * (`npm run learn -- DOCS LABELS --check` prints how often).
 */
const CARD = { sure: 0.9, likely: 0.5 }
/** Of a whole document's choice, as expected F1: below the second no part of it is sure. */
const DOCUMENT = { sure: 0.9, some: 0.7 }
/** The largest chance of anything else. */
const CONTEXT_RIVAL = { sure: 0.02, likely: 0.1 }
const PART_RIVAL = { sure: 0.1, likely: 0.3 }
/** The least chance of its own of a part that is learnt. */
const OWN = 0.3

const CARDS: ReadonlySet<BlockRole> = new Set<BlockRole>(['items', 'backlog'])
const UNTOLD: ReadonlySet<BlockRole> = new Set<BlockRole>(['context', 'details'])

const UNLEARNT: RoleChances = { objectives: 0, ceremonies: 0, risks: 0 }

/** A heading that is wholly a known one, or a part right below such a heading: nothing but cards comes near. */
function isNamed(block: Block, unit: Unit, role: BlockRole): boolean {
  const leads = unit.kind === 'heading' || unit.kind === 'label' || unit.kind === 'bold'
  if (leads && role === 'context') return unit.section.role !== null && unit.section.exact
  return !UNTOLD.has(role) && role !== 'done' && Boolean(block.features['lead.exact'])
}

/** Of a line that is no entry, heading or row: the evidence says nothing of it, only the rule that took it. */
export function judgeText(role: BlockRole): Judgement {
  return { confidence: role === 'goals' || role === 'items' ? 'sure' : 'likely', instead: null }
}

/** Of an entry, heading or row that was taken for `role`. */
export function judge(cards: Cards, block: Block, unit: Unit, role: BlockRole): Judgement {
  const chance = cards.chances[block.index] as number
  const others = cards.others[block.index] as RoleChances
  if (CARDS.has(role)) return judgeCard(cards, block, chance, others)
  const named = isNamed(block, unit, role)
  const judged = judgePart(cards, chance, named ? UNLEARNT : others, unit, role)
  return named && judged.confidence === 'unsure' && chance < CARD.likely
    ? { ...judged, confidence: 'likely' }
    : judged
}

function judgeCard(cards: Cards, block: Block, chance: number, others: RoleChances): Judgement {
  const { expected } = cards.choice
  if (chance >= CARD.sure && expected >= DOCUMENT.sure) return { confidence: 'sure', instead: null }
  const told = likeliest(others)
  const isPart = block.above.some((other) => (cards.chances[other] as number) >= CARD.likely / 2)
  return {
    confidence: Math.min(chance, expected) >= CARD.likely ? 'likely' : 'unsure',
    instead: isPart ? 'details' : told.chance >= CONTEXT_RIVAL.likely ? told.role : 'context',
  }
}

function judgePart(
  cards: Cards,
  chance: number,
  others: RoleChances,
  unit: Unit,
  role: BlockRole,
): Judgement {
  let [rival, instead]: [number, BlockRole] = [chance, 'items']
  for (const other of ['objectives', 'ceremonies', 'risks'] as const)
    if (other !== role && others[other] > rival) [rival, instead] = [others[other], other]
  const bounds = UNTOLD.has(role) ? CONTEXT_RIVAL : PART_RIVAL
  const own = role in others && others !== UNLEARNT ? others[role as keyof RoleChances] : 1
  const mayBeMore = UNTOLD.has(role) && (unit.section.mention !== null || unit.meeting !== null)
  const doubted = mayBeMore || own < OWN || (!UNTOLD.has(role) && cards.choice.expected < DOCUMENT.some)
  return {
    confidence: rival >= bounds.likely ? 'unsure' : rival >= bounds.sure || doubted ? 'likely' : 'sure',
    instead: rival >= CONTEXT_RIVAL.sure ? instead : null,
  }
}
