/** Estimates as people write them: "5 pts", "~4h", "2-4 hours" (the upper end counts), "M", "SP:2", "S (1-2d)". */

import type { Estimate, EstimateUnit } from '#domain/plan-file.ts'
import { fold } from './text.ts'
import { SIZES, UNITS } from './vocabulary/levels.ts'

const LEAD =
  /^(?:est(?:imate|imated|imation|imado|imativa)?|effort|points?|story points?|sp|size|time|estimated (?:time|effort|duration)|duration|complexity|aufwand|schatzung|pts?|puntos|pontos|оценка|трудозатраты|工时|预估|预计|估时|見積もり|工数|예상 ?시간|예상 ?공수|uoc luong)\b/u
const NUMBER =
  /(\d{1,4}(?:[.,]\d{1,2})?)(?:\s?(?:[-–—~～]|to|bis|a|до)\s?(\d{1,4}(?:[.,]\d{1,2})?))?\s?\+?\s?(%|[\p{L}\p{M}]{1,12}(?: points?| puntos)?)?/u

/** Reads a text that holds nothing but an estimate; null when it says anything else. */
export function estimateOf(text: string, unit: EstimateUnit | null = null): Estimate | null {
  const t = text
    .replace(/[*_`\\]/g, '')
    .replace(/^(?:[\s~≈≃±<≤=:：]|🎯|⏱|⏰|\uFE0F)+/u, '')
    .trim()
  if (t === '' || t.length > 60) return null
  const size = SIZES.get(fold(t))
  if (size) return { size }
  const sized = /^(XXL|XL|XS|S|M|L)\s*[(（:]\s*([^()（）]{1,20})\)?）?$/i.exec(t)
  if (sized?.[2]) return estimateOf(sized[2], unit) ?? { size: (sized[1] as string).toUpperCase() }
  const folded = fold(t)
  const lead = LEAD.exec(folded)
  const leadUnit: EstimateUnit | null = lead
    ? /^(?:points?|story points?|sp|pts?|puntos|pontos)/.test(lead[0])
      ? 'points'
      : unit
    : unit
  const rest = lead ? t.replace(/^[\p{L}\p{M} ]+[:：=]?\s*[~≈]?/u, '') : t
  if (lead && SIZES.has(fold(rest))) return { size: SIZES.get(fold(rest)) as string }
  const match = NUMBER.exec(rest)
  if (!match || match.index > 0) return null
  const after = rest.slice(match[0].length).trim()
  const value = Number((match[2] ?? match[1] ?? '').replace(',', '.'))
  const word = match[3] ? fold(match[3]) : null
  if (word === null)
    return leadUnit !== null && (after === '' || /^[(（]/.test(after))
      ? { value, unit: leadUnit }
      : lead && after === ''
        ? { value, unit: 'points' }
        : null
  const known = UNITS.get(word) ?? UNITS.get(word.split(' ')[0] as string)
  if (!known) return null
  if (after !== '' && !isTail(after)) return null
  return { value: round(value * known.factor), unit: known.unit }
}

/** What may follow an estimate without changing it: "h total", "days (upper bound)", "each". */
function isTail(text: string): boolean {
  return /^(?:[(（].*|\.|estimated|est\.?|total|max|each|of work|effort|→.*|->.*)$/i.test(text)
}

/** Two decimals at most: 20 minutes are 0.33 hours. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** The unit that a column header or field label names: "Est (hrs)", "Points", "Aufwand (Stunden)". */
export function unitOfLabel(label: string): EstimateUnit | null {
  const folded = fold(label)
  for (const word of folded.split(' ')) {
    if (word.length < 2 && word !== 'h' && word !== 'd') continue
    if (/^(?:punkt|point|punto|ponto|pts|sp$|story|очк|балл|puan|poin|diem)/.test(word)) return 'points'
    const unit = UNITS.get(word)
    if (unit && unit.factor >= 1 && (unit.unit !== 'days' || unit.factor === 1)) return unit.unit
  }
  if (/[点點ポ포]/.test(folded)) return 'points'
  if (/工时|工時|小时|時間|시간/.test(folded)) return 'hours'
  if (/人日|天|日数/.test(folded)) return 'days'
  return null
}
