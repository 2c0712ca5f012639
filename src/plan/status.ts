/** The state that a cell, field or mark says. */

import type { ItemStatus } from '#domain/plan-file.ts'
import { fold } from './text.ts'
import { PLAIN_STATUS_MARKS, STATUS_MARKS, STATUSES } from './vocabulary/status.ts'

const SHARE = /[(（[]?\s*[~≈]?\s*(\d{1,3})(?:[.,]\d)?\s?%\s*[)）\]]?/

/** "Complete (~75 %)", "95% finished", "已完成 85%": a state and how much of it is reached, and nothing else. */
function shareDone(text: string): ItemStatus | null {
  const share = text.includes('%') ? SHARE.exec(text) : null
  if (!share) return null
  const state = STATUSES.get(
    fold(`${text.slice(0, share.index)} ${text.slice(share.index + share[0].length)}`),
  )
  if (state !== 'done' && state !== 'in_progress') return null
  const percent = Number(share[1])
  return percent >= 100 ? 'done' : percent > 0 ? 'in_progress' : 'ready'
}

/** Reads a status cell or field: words first, marks second; of a chain of lanes ("Backlog → Ready") the first. */
export function statusOf(text: string): ItemStatus | null {
  const first = text.split(/→|->|=>/)[0] ?? ''
  const folded = fold(first)
  if (folded !== '') {
    const exact = STATUSES.get(folded) ?? shareDone(first)
    if (exact) return exact
    const tokens = folded.split(' ')
    for (let n = Math.min(4, tokens.length); n > 0; n--) {
      const lead = STATUSES.get(tokens.slice(0, n).join(' '))
      if (lead) return lead
    }
    const percent = /^(\d{1,3})%/.exec(folded)
    if (percent) return Number(percent[1]) >= 100 ? 'done' : Number(percent[1]) > 0 ? 'in_progress' : 'ready'
    for (let n = Math.min(3, tokens.length); n > 0; n--) {
      const tail = STATUSES.get(tokens.slice(-n).join(' '))
      if (tail) return tail
    }
  }
  return markOf(first, false)
}

const MAY_BE_MARK = /[\u2300-\uffff]/

/** The state of the first mark in a text; only the marks that say one anywhere when `plainOnly`. */
export function markOf(text: string, plainOnly: boolean): ItemStatus | null {
  if (!MAY_BE_MARK.test(text)) return null
  for (const c of text) {
    if (c.charCodeAt(0) < 0x2300) continue
    const status = STATUS_MARKS.get(c)
    if (status && (!plainOnly || PLAIN_STATUS_MARKS.has(c))) return status
  }
  return null
}

/** A text that is a state and nothing else ("[COMPLETED ✅]", "READY"). Short words that are common otherwise need capitals. */
export function exactStatus(text: string): ItemStatus | null {
  const folded = fold(text)
  if (folded === '') return markOf(text, true)
  const status = STATUSES.get(folded) ?? shareDone(text)
  if (status) return status
  const lead = STATUSES.get(folded.split(' ')[0] as string)
  return lead === 'done' && /^\S+\s(?:\d|on |in |v\d|\(|—|-|am |le |el )/i.test(text) ? 'done' : null
}
