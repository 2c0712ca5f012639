/** Whether a value that was reported reaches an objective's target, where both are numbers. */

const NUMBER = /-?\d+(?:[.,]\d+)*/
const AT_LEAST = /≥|>|\bat least\b|\bmin(?:imum)?\b|\bover\b|\babove\b|\bmore than\b/i
const AT_MOST = /≤|<|\bat most\b|\bmax(?:imum)?\b|\bunder\b|\bbelow\b|\bless than\b/i

export interface Targeted {
  target: string | null
  direction: string | null
  baseline: string | null
}

/** Null where it cannot be told: no number in one of them, or nothing says which way is better. */
export function reachesTarget({ target, direction, baseline }: Targeted, value: string): boolean | null {
  const wanted = numberIn(target)
  const actual = numberIn(value)
  if (wanted === null || actual === null || target === null) return null
  const from = numberIn(baseline)
  const side = AT_LEAST.test(target)
    ? 'up'
    : AT_MOST.test(target)
      ? 'down'
      : (direction ?? (from === null || from === wanted ? null : from < wanted ? 'up' : 'down'))
  if (side === 'up') return actual >= wanted
  return side === 'down' ? actual <= wanted : null
}

/** The first number in a text: "≥ 93 %" is 93; a comma before exactly three digits groups thousands, else it is decimal. */
function numberIn(text: string | null): number | null {
  const match = text === null ? null : NUMBER.exec(text)?.[0]
  if (!match) return null
  const value = Number(match.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'))
  return Number.isNaN(value) ? null : value
}
