/** Which lines with content were understood, and which no rule took. */

import type { Block, Coverage } from '#domain/plan-file.ts'
import type { Claims } from './claims.ts'

/** A sign that is no decoration. */
const CONTENT = /[^\s#>*_=~|:+\-–—─━═.…`│┌┐└┘├┤┬┴┼╔╗╚╝║]/

export const hasContent = (text: string): boolean =>
  CONTENT.test(text.length > 400 ? text.slice(0, 400) : text)

/** Lines of an unsure block count as neither understood nor unmapped. */
export function coverageOf(lines: readonly string[], claims: Claims, blocks: readonly Block[]): Coverage {
  const unsure = new Set<number>()
  for (const { line, endLine, confidence } of blocks)
    if (confidence === 'unsure') for (let at = line; at <= endLine; at++) unsure.add(at)
  let contentLines = 0
  let understood = 0
  const unmapped: [number, number][] = []
  lines.forEach((text, i) => {
    if (!hasContent(text)) return
    contentLines++
    const line = i + 1
    if (claims.rules(line).length > 0) {
      if (!unsure.has(line)) understood++
      return
    }
    const last = unmapped.at(-1)
    if (last && last[1] === line - 1) last[1] = line
    else unmapped.push([line, line])
  })
  return { contentLines, understood, unmapped }
}
