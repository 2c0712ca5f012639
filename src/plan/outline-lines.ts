/** Questions about single lines: their indent, whether they are headings, rules, titles, the end of a fence. */
import type { Line } from './conflict.ts'
import { listMarkerOf } from './outline-shapes.ts'

/** In a text without any heading, a short first line that stands alone is the title; -1 when there is none. */
export function titleLine(lines: readonly Line[], from: number): number {
  const at = lines.findIndex((line, n) => n >= from && line.text.trim() !== '')
  if (
    at < 0 ||
    lines.some((line) => /^#{1,6}[ \t]/.test(line.text) || /^(?:={3,}|-{3,})\s*$/.test(line.text))
  )
    return -1
  const t = (lines[at] as Line).text.trim()
  const next = lines[at + 1]?.text.trim() ?? ''
  const plainText = /^[\p{L}\p{N}]/u.test(t) && t.length <= 100 && !/[:;,{.]$/.test(t) && !t.includes('|')
  return plainText && next === '' && listMarkerOf(t) === null && !/^[\p{L} ]{2,24}[:：]\s/u.test(t) ? at : -1
}

/** A line that starts a field of its own although it follows a list item without a blank line. */
export function startsField(t: string, indent: number): boolean {
  return (
    indent < 2 &&
    (t.startsWith('**') || t.startsWith('__') || /^[\p{Lu}][\p{L} ]{1,24}: /u.test(t.slice(0, 40)))
  )
}

export function unquote(text: string): string {
  if (!text.includes('>')) return text
  let t = text
  for (let n = 0; n < 3; n++) {
    const match = /^ {0,3}> ?/.exec(t)
    if (!match) break
    t = t.slice(match[0].length)
  }
  return t
}

export function indentOf(text: string): number {
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 32 || c === 0xa0) n++
    else if (c === 9) n += 4 - (n % 4)
    else if (c === 0x3000) n += 2
    else break
  }
  return n
}

export function headingOf(t: string): number {
  if (t.charCodeAt(0) !== 35) return 0
  let n = 1
  while (n < 7 && t.charCodeAt(n) === 35) n++
  if (n > 6) return 0
  const next = t[n]
  if (next === undefined) return 0
  if (next === ' ' || next === '\t' || next === '\u00a0') return n
  return n > 1 && next !== '#' ? n : 0
}

export function isRule(t: string): boolean {
  const c = t[0]
  if (c !== '-' && c !== '*' && c !== '_' && c !== '=' && c !== '—' && c !== '─' && c !== '━' && c !== '═')
    return false
  let marks = 0
  for (const x of t) {
    if (x === c) marks++
    else if (x !== ' ') return false
  }
  return marks >= 3
}

export const isUnderline = (t: string) => (t[0] === '-' || t[0] === '=') && !t.includes(' ')

export function closingFence(lines: readonly Line[], at: number, mark: string): number {
  for (let i = at + 1; i < lines.length; i++) {
    const t = unquote((lines[i] as Line).text).trim()
    if (t.startsWith(mark) && isRepeat(t, mark[0] as string)) return i
  }
  return -1
}

function isRepeat(t: string, c: string): boolean {
  for (const x of t) if (x !== c) return false
  return true
}

export function nextText(lines: readonly Line[], at: number): string {
  for (let i = at + 1; i < lines.length && i < at + 4; i++) {
    const t = unquote((lines[i] as Line).text).trim()
    if (t !== '') return t
  }
  return ''
}
