/** The document as blocks of neighbouring lines: what each was taken for, and how sure that is. */
import type { BlockRole, Block as Outcome, Plan } from '#domain/plan-file.ts'
import type { Block } from '../blocks/block.ts'
import type { Cards } from '../choice/choose.ts'
import type { Claims } from '../claims.ts'
import { hasContent } from '../coverage.ts'
import type { Unit } from '../facts/unit.ts'
import { type Judgement, judge, judgeText } from './confidence.ts'
import { lineRoles } from './line-roles.ts'

/** One side of a document: what came of it, and the choice that made it. */
export interface Reading {
  readonly plan: Plan
  readonly cards: Cards
}

const CARDS: ReadonlySet<BlockRole> = new Set<BlockRole>(['items', 'backlog'])
const RANK = { sure: 2, likely: 1, unsure: 0 }

/** Lines that no rule took are in no block. */
export function outcomeOf(readings: readonly Reading[], lines: readonly string[], claims: Claims): Outcome[] {
  const roles = lineRoles(
    readings.map(({ plan }) => plan),
    claims,
    lines.length,
  )
  const held = new Map<number, { cards: Cards; block: Block; unit: Unit }>()
  for (const { cards } of [...readings].reverse())
    for (const block of cards.all.blocks)
      for (const at of block.members) {
        const unit = cards.all.units[at] as Unit
        held.set(unit.line, { cards, block, unit })
      }
  const ends = endsOfCards(readings)
  const blocks: Outcome[] = []
  let group: Block | null = null
  let cardEnd = 0
  lines.forEach((text, i) => {
    const line = i + 1
    const role = roles.get(line)
    if (role === undefined || !hasContent(text)) return
    const here = held.get(line)
    const last = blocks.at(-1)
    if (role === 'details' && line <= cardEnd && last && CARDS.has(last.role)) {
      last.endLine = line
      return
    }
    const judged: Judgement = here ? judge(here.cards, here.block, here.unit, role) : judgeText(role)
    const joins = last?.role === role && group === (here?.block ?? null)
    if (last && joins && (here || last.endLine === line - 1)) {
      last.endLine = line
      if (RANK[judged.confidence] < RANK[last.confidence]) Object.assign(last, judged)
    } else blocks.push({ line, endLine: line, role, ...judged })
    group = here?.block ?? null
    cardEnd = CARDS.has(role) ? (ends.get(line) ?? line) : 0
  })
  return blocks
}

/** The last line of each card, by its first. */
function endsOfCards(readings: readonly Reading[]): Map<number, number> {
  const ends = new Map<number, number>()
  for (const { plan } of readings)
    for (const item of [...plan.backlog, ...plan.sprints.flatMap((sprint) => sprint.items)])
      ends.set(item.line, item.endLine)
  return ends
}
