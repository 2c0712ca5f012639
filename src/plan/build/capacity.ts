/** Capacity, velocity and stated totals. */

import type { Sprint } from '#domain/plan-file.ts'
import { estimateOf } from '../estimate.ts'
import { fold, plain } from '../text.ts'
import { rolesOf } from '../vocabulary/index.ts'
import { UNITS } from '../vocabulary/levels.ts'
import { bareKey } from './candidates.ts'
import { type Context, type Draft, home } from './draft.ts'

/** "Planned: SB-007(3) + SB-008(3)": estimates told in one line. */
export function takeKeyedEstimates(draft: Draft, text: string): void {
  for (const match of plain(text).matchAll(
    /([A-Za-z][A-Za-z0-9]{0,9}[-‑_]\d{1,5})\s?[(（](\d{1,3}(?:\.\d)?)\s?(?:pts?|sp|points?)?[)）]/gi,
  ))
    draft.keyed.set(bareKey((match[1] as string).replaceAll('‑', '-')), Number(match[2]))
}

/** "≈ 69 pts (excl. stretch)", "25 points"; of "60–77 h" the upper end, which no sum is held against. */
export function takeTotal(
  draft: Draft,
  context: Context,
  value: string,
  line: number,
  label: string,
): boolean {
  takeKeyedEstimates(draft, value)
  const match =
    /[~≈]?\s?(\d{1,4}(?:\.\d)?)(?:\s?(?:[-–—~]|to|bis|à|до)\s?(\d{1,4}(?:\.\d)?))?\s?(pts?|points?|sp|story points|h|hrs|hours|pontos|puntos|punkte|点|점|days?|дн|баллов|ч)?(?![\p{L}\d]|\s?[-–—~]\s?\d)/iu.exec(
      value,
    )
  if (!match?.[1]) return false
  const unit = match[3] ? ((estimateOf(`1 ${match[3]}`) as { unit: string } | null)?.unit ?? null) : null
  if (
    /items?|stories|tickets|tasks/i.test(
      value.slice(match.index + match[0].length, match.index + match[0].length + 12),
    ) &&
    unit === null
  )
    return false
  if (!/point|pts|sp|total|sum|commit|hours|effort|estim|planned|итого|gesamt|comprom/i.test(label))
    return false
  const raw = draft.texts[line - 1] ?? ''
  const stated = Number(match[2] ?? match[1])
  if (match[2] === undefined)
    (context.scope ? context.scope.totals : draft.totals).push({
      value: stated,
      unit,
      line,
      column: Math.max(1, raw.indexOf(match[1]) + 1),
    })
  const capacity = home(draft, context).capacity
  const said = (unit as Sprint['capacity']['unit']) ?? 'points'
  if (!/stories|items|tasks|count/.test(label) && (capacity.unit === null || capacity.unit === said)) {
    capacity.committed ??= stated
    capacity.unit = said
  }
  draft.claims.add('total.stated', line, line, `capacity.committed = ${stated}`)
  return true
}

export function takeCapacity(draft: Draft, context: Context, value: string, line: number): void {
  takeKeyedEstimates(draft, value)
  const capacity = home(draft, context).capacity
  const match =
    /[~≈]?(\d{1,4})\s?(?:(?:[-–—]|to)\s?(\d{1,4}))?\s?[*_]{0,2}\s?(pts?|points?|sp|story points|hours|hrs|h|days|pontos|puntos|баллов|点|점)(?![\p{L}\d])/iu.exec(
      value,
    )
  if (match?.[1] && match[3]) {
    const unit =
      (estimateOf(`1 ${match[3]}`) as { unit: Sprint['capacity']['unit'] } | null)?.unit ?? 'points'
    if (capacity.points === null && capacity.unit !== unit) capacity.committed = null
    if (capacity.points === null) capacity.unit = unit
    capacity.points ??= [Number(match[1]), Number(match[2] ?? match[1])]
    const commit = /commit\w*\s?[~≈]?(\d{1,4})/i.exec(value)
    if (commit?.[1]) capacity.committed ??= Number(commit[1])
  } else {
    for (const part of value.split(/[,;]/)) {
      const people = /^\s*(\d{1,3})\s?[x×]?\s+(\p{L}[\p{L}\p{N}\s/&+-]{2,50}?)\.?\s*$/u.exec(part)
      if (people?.[1] && people[2] && rolesOf(people[2]).length === 0 && !UNITS.has(fold(people[2])))
        draft.team.roles.push({
          role: people[2],
          names: [],
          headcount: Number(people[1]),
          effectiveDays: null,
        })
    }
  }
  draft.claims.add('capacity.entry', line, line, 'capacity')
}
