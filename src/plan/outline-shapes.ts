/** The shapes of single lines: list markers, check boxes, fences, labels. */

import type { ItemStatus } from '#domain/plan-file.ts'
import { fold, plain, withoutEmoji } from './text.ts'
import { DETAIL_LABELS } from './vocabulary/index.ts'

const BULLETS = new Set(['-', '*', '+', '•', '▪', '◦', '‣', '●', '○', '■', '–', '·', '►', '▸', '➤'])

export function listMarkerOf(t: string): { length: number; ordered: string | null } | null {
  const c = t[0] as string
  if (BULLETS.has(c)) {
    const next = t[1]
    if (next === ' ' || next === '\t') return { length: 2, ordered: null }
    if ((c === '•' || c === '●' || c === '○' || c === '▪') && next !== undefined)
      return { length: 1, ordered: null }
    return next === '[' && /^.\[[ xX]\]/.test(t) ? { length: 1, ordered: null } : null
  }
  if (c >= '0' && c <= '9') {
    const match = /^(\d{1,4})(?:[.)](?:[ \t]|(?=[\p{Lu}*[`"']))|[）、]\s?|\uFF0E\s?)/u.exec(t.slice(0, 12))
    return match ? { length: match[0].length, ordered: match[1] as string } : null
  }
  if (c === '[' || c === '☐' || c === '☑' || c === '☒') {
    if (/^\[[ xX~\-/>]\]\s/.test(t) || c !== '[' || /^\[\d{1,3}\]\s(?!https?:)/.test(t))
      return { length: 0, ordered: null }
  }
  if ((c === 'D' || c === 'T' || c === 'W') && /^(?:DONE|TODO|DOING|WIP)[:\s]\s?\S/.test(t))
    return { length: 0, ordered: null }
  const letter = /^([a-zA-Z]|\([a-z0-9]\))\) /.exec(t.slice(0, 6))
  return letter ? { length: letter[0].length, ordered: letter[1] as string } : null
}

export interface Box {
  checked: boolean
  status: ItemStatus | null
}

export function checkboxOf(text: string): { box: Box; rest: string } | null {
  const t = text.trimStart()
  const c = t[0]
  if (c === '[') {
    const mark = t[1]
    if (t[2] !== ']' && mark !== ']') return null
    if (mark === ']')
      return t[2] === ' ' ? { box: { checked: false, status: null }, rest: t.slice(3).trim() } : null
    if (t[3] !== undefined && t[3] !== ' ' && t[3] !== '\t' && t[3] !== '*') return null
    const rest = t.slice(3).trim()
    if (mark === ' ') return { box: { checked: false, status: null }, rest }
    if (mark === 'x' || mark === 'X' || mark === '✓' || mark === '✔' || mark === 'v')
      return { box: { checked: true, status: 'done' }, rest }
    if (mark === '~' || mark === '/' || mark === 'o')
      return { box: { checked: false, status: 'in_progress' }, rest }
    if (mark === '-') return { box: { checked: false, status: 'dropped' }, rest }
    if (mark === '!') return { box: { checked: false, status: 'blocked' }, rest }
    return mark === '>' ? { box: { checked: false, status: null }, rest } : null
  }
  if (c === '☐' || c === '☑' || c === '☒')
    return { box: { checked: c !== '☐', status: c === '☐' ? null : 'done' }, rest: t.slice(1).trim() }
  return null
}

const MARKED = /^(✅|✔️?|❌|⬜|🔲|☑️?|🔄|⏳|🚧)\s*(?=\S)/u

/** A line that starts with a mark of state works as a list item. */
export function emojiBullet(t: string): { box: Box | undefined; rest: string } | null {
  const code = t.charCodeAt(0)
  if (code < 0x2300) return null
  const match = MARKED.exec(t)
  return match ? { box: undefined, rest: t } : null
}

export function fenceOf(t: string): { mark: string; lang: string } | null {
  const c = t[0]
  if ((c !== '`' && c !== '~') || t[1] !== c || t[2] !== c) return null
  let n = 3
  while (t[n] === c) n++
  const lang = t.slice(n).trim()
  if (c === '`' && lang.includes('`')) return null
  return { mark: c.repeat(n), lang: lang.slice(0, 40) }
}

const AFTER_BOLD =
  /^[\s:：—–\-|·,.]*(?:[*_]{1,2}[^*_]{1,60}[*_]{1,2}|\([^()]{1,80}\)|\[[^[\]]{1,60}\]|`[^`]{1,60}`)?[\s:：—–-]*(?:\([^()]{1,80}\)|\[[^[\]]{1,60}\])?\s*:?$/

const KEYED_LINE =
  /^(?:(?:user\sstory|story|task|ticket|issue|bug|us|hu|tarea|tarefa|t[âa]che|aufgabe|задача|任务|タスク|작업)\s?#?\d{1,4}(?:\.\d+)*|[A-Z]{1,8}-\d{1,5})\s?[:：.)–—-]\s?\S/iu

/**
 * 0: an ordinary line. 7: a line that works as a heading ("**IG-241 | Event schema** — *5 pts*", "**Week 1 Summary:**").
 * 8: the heading of a detail ("**Acceptance criteria:**", "Tasks:").
 */
export function labelLevelOf(t: string, next: string): number {
  if (t.length > 240) return 0
  const start = t.startsWith('**') ? 0 : /^[^\p{L}\p{N}*[(|`]{1,6}\*\*/u.exec(t)?.[0].length
  if (start !== undefined) {
    const from = start === 0 ? 2 : start
    const end = t.indexOf('**', from)
    if (end > from) {
      const inner = t.slice(from, end)
      const rest = withoutEmoji(t.slice(end + 2))
      if (AFTER_BOLD.test(rest) && !/^[\s:：]*$/.test(inner)) {
        const bare = fold(plain(inner)).replace(/ \d+$/, '')
        return DETAIL_LABELS.has(bare) ? 8 : 7
      }
    }
    return 0
  }
  if (
    t.length <= 50 &&
    t.length >= 4 &&
    /^[\p{Lu}\p{N} &/()-]+$/u.test(t) &&
    /\p{Lu}{4}/u.test(t) &&
    startsBlock(next)
  )
    return 7
  if (t.length <= 120 && KEYED_LINE.test(t) && startsBlock(next)) return 7
  const last = t.at(-1)
  if ((last === ':' || last === '：') && t.length <= 90 && startsBlock(next)) return 8
  return 0
}

/** "Risks", "Not now": a few words alone on a line, right above a list, without a mark of their own. */
export function leadsList(t: string, next: string): boolean {
  return (
    t.length <= 40 &&
    /^[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N} &/'’+-]*$/u.test(t) &&
    t.split(' ').length <= 4 &&
    /^\S/.test(next) &&
    listMarkerOf(next) !== null
  )
}

function startsBlock(next: string): boolean {
  return next !== '' && (listMarkerOf(next) !== null || next[0] === '|' || emojiBullet(next) !== null)
}
