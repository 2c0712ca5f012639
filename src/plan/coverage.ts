/** Which lines with content a rule took, and which none did. */

import type { Coverage } from '#domain/plan-file.ts'
import type { Claims } from './claims.ts'

/** A sign that is no decoration. */
const CONTENT = /[^\s#>*_=~|:+\-–—─━═.…`│┌┐└┘├┤┬┴┼╔╗╚╝║]/

export function coverageOf(lines: readonly string[], claims: Claims): Coverage {
  let contentLines = 0
  let understood = 0
  const unmapped: [number, number][] = []
  lines.forEach((text, i) => {
    if (!CONTENT.test(text.length > 400 ? text.slice(0, 400) : text)) return
    contentLines++
    const line = i + 1
    if (claims.rules(line).length > 0) {
      understood++
      return
    }
    const last = unmapped.at(-1)
    if (last && last[1] === line - 1) last[1] = line
    else unmapped.push([line, line])
  })
  return { contentLines, understood, unmapped }
}
