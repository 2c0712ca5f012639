/** The first line of an item: its key, title, estimate, state, people, priority and labels, told apart. */

import type { Estimate, ItemKind, ItemStatus } from '#domain/plan-file.ts'
import { estimateOf } from './estimate.ts'
import {
  CODE_MENTION,
  ENVIRONMENT,
  NAME,
  takeFacts,
  takeNameAndPoints,
  withoutFactSegments,
  withoutMentions,
} from './head-facts.ts'
import { issueReference } from './issue-refs.ts'
import { keyPrefix } from './key.ts'
import { peopleOf } from './people.ts'
import { exactStatus, markOf } from './status.ts'
import { taskMarks } from './task-marks.ts'
import { fold, linksOf, mayHoldEmoji, plain, squeeze, withoutEmoji } from './text.ts'
import { KINDS } from './vocabulary/levels.ts'

export interface Head {
  key: string | null
  /** The word before the number, folded: "story" of "Story 2.1". */
  keyWord: string | null
  title: string
  estimate: Estimate | null
  status: ItemStatus | null
  assignees: string[]
  priority: string | null
  labels: string[]
  kind: ItemKind | null
  stretch: boolean
  links: string[]
  /** The line was struck through. */
  struck: boolean
}

const GROUP = /\s*(?:\(([^()]{1,160})\)|\[([^[\]]{1,120})\]|（([^（）]{1,120})）|【([^【】]{1,80})】)\s*/gu

const TAIL_MARK = /[—–|:·]|-\s/

const HAS_GROUP = /[([（【]/

/** Both are sought in the last signs of a text, which are as many as the longest form has. */
const STATUS_LAST = /\s(DONE|COMPLETED?|READY|BLOCKED|TODO|WIP|IN PROGRESS|完成|已完成|完了|완료)[.!]?$/u
const ESTIMATE_LAST = /\s[~≈]?(\d{1,3}(?:\.\d)?(?:\s?[-–]\s?\d{1,3})?\s?(?:pts?|points?|sp|h|hrs?|hours?))$/iu

const EMOJI_EDGE = /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\u20E3|[\s✓✔☐☑])+/u

/** Reads the first line of an item, given as Markdown without list marker and check box. */
export function parseHead(markdown: string): Head {
  const head: Head = {
    key: null,
    keyWord: null,
    title: '',
    estimate: null,
    status: null,
    assignees: [],
    priority: null,
    labels: [],
    kind: null,
    stretch: false,
    links: linksOf(markdown),
    struck: markdown.includes('~~') && /^~~.*~~[.\s]*$/.test(markdown.trim()),
  }
  const issue = issueReference(markdown)
  const marks = taskMarks(issue?.rest ?? markdown)
  const marked = marks?.text ?? issue?.rest ?? markdown
  if (issue) head.key = issue.key
  if (marks) {
    head.status = marks.status
    head.priority = marks.priority
    head.estimate = marks.estimate
  }
  let text = plain(marked.includes('/') ? fromFileLink(marked) : marked)
  if (text.includes('@')) text = text.replace(/@@?\{[^{}]{0,40}\}/g, ' ')
  if (mayHoldEmoji(text)) {
    head.status ??= markOf(text, true)
    text = withoutEmoji(text.replace(EMOJI_EDGE, ''))
  }
  text = squeeze(text).replace(/^[:|—–-]\s*/, '')
  const numbered = /^\d{1,3}[.)]\s+/.exec(text)
  if (numbered) text = text.slice(numbered[0].length)
  const state = /^(DONE|TODO|DOING|WIP|BLOCKED)[:\s]\s*(?=\S)/.exec(text)
  if (state?.[1]) {
    head.status ??= exactStatus(state[1])
    text = text.slice(state[0].length)
  }
  const urgent = /^[[(]?(P[0-4])(?![-‑–]\d)[\])]?[:\s—–-]+(?=\S{2})/.exec(text)
  if (urgent?.[1]) {
    head.priority = urgent[1]
    text = text.slice(urgent[0].length)
  }
  const weighed = /^\[(\d{1,3})\]\s+/.exec(text)
  if (weighed?.[1]) {
    head.estimate = { value: Number(weighed[1]), unit: 'points' }
    text = text.slice(weighed[0].length)
  }
  const bracketed = /^\[([^[\]]{1,40})\]\s*[:—–-]?\s*/.exec(text)
  if (bracketed?.[1] && !keyPrefix(text)) {
    const left = takeFacts(bracketed[1], head)
    if (left.length === 0) text = text.slice(bracketed[0].length)
    else if (fold(bracketed[1]).length > 1 && text.length > bracketed[0].length) {
      head.kind = KINDS.get(fold(bracketed[1])) ?? null
      if (!head.kind) head.labels.push(bracketed[1].trim())
      text = text.slice(bracketed[0].length)
    }
  }
  const prefix = head.key === null ? keyPrefix(text) : null
  if (prefix) {
    head.key = prefix.key
    head.keyWord = prefix.word
    if (prefix.word) head.kind = KINDS.get(prefix.word) ?? null
    text = squeeze(prefix.rest)
  }
  /** The name behind a bracket of facts, at the very end. */
  let named = ''
  if (HAS_GROUP.test(text))
    text = text.replace(
      GROUP,
      (
        whole,
        a: string | undefined,
        b: string | undefined,
        c: string | undefined,
        d: string | undefined,
        at: number,
        all: string,
      ) => {
        const inner = a ?? b ?? c ?? d ?? ''
        const inside =
          at > 0 && at + whole.length < all.length && /^[\p{L}\p{N},;]/u.test(all.slice(at + whole.length))
        if ((inside || (a !== undefined && ENVIRONMENT.test(inner))) && exactStatus(inner)) return whole
        if (
          inner.split(/[,;/|·，、]/).filter((part) => /^\s*\d/.test(part) && estimateOf(part.trim()) !== null)
            .length > 1
        )
          return whole
        if (head.key === null && /^[A-Z][A-Z0-9]{0,9}-\d{1,6}$/.test(inner)) {
          head.key = inner
          return ' '
        }
        if (takeNameAndPoints(inner, head)) return ' '
        const before = head.estimate
        const left = takeFacts(inner, head)
        const gained = before === null && head.estimate !== null && head.assignees.length === 0
        if (gained && left.length === 1 && NAME.test(left[0]?.trim() ?? '')) {
          head.assignees = peopleOf(left[0] ?? '')
          return ' '
        }
        if (left.length === inner.split(/[,;|·，、]/).length) return whole
        if (left.length === 0 && head.assignees.length === 0) {
          const after = all.slice(at + whole.length)
          if (at > 0 && NAME.test(after) && !after.includes(' ')) {
            head.assignees = [after]
            named = after
          }
        }
        return left.length > 0 ? ` (${left.join(',').trim()}) ` : ' '
      },
    )
  if (named !== '') text = squeeze(text).slice(0, -named.length).trimEnd()
  if (TAIL_MARK.test(text)) text = withoutFactSegments(text, head)
  const word = STATUS_LAST.exec(text.slice(-14))
  if (word?.[1]) {
    head.status = exactStatus(word[1]) ?? head.status
    text = text.slice(0, word.index - Math.min(14, text.length))
  }
  const trailing = ESTIMATE_LAST.exec(text.slice(-24))
  if (trailing?.[1]) {
    const estimate = estimateOf(trailing[1])
    if (estimate) {
      head.estimate ??= estimate
      text = text.slice(0, trailing.index - Math.min(24, text.length))
    }
  }
  if (text.includes('@') && !CODE_MENTION.test(markdown)) text = withoutMentions(text, head)
  if (text.includes('#'))
    for (const tag of text.matchAll(/(?:^|\s)#([\p{L}][\p{L}\p{N}_/-]{1,40})/gu))
      head.labels.push(tag[1] as string)
  head.kind ??= head.labels.map((label) => KINDS.get(fold(label)) ?? null).find(Boolean) ?? null
  if (head.labels.length > 0) text = text.replace(/(?:\s+#[\p{L}][\p{L}\p{N}_/-]{1,40})+\s*$/u, '')
  head.title = squeeze(withoutEmoji(text))
    .replace(/^[\s:|—–>-]+/, '')
    .replace(/[\s:|—–-]+$/, '')
    .replace(/\*+$/, '')
  return head
}

/** "[`tasks/backlog/plat-038-ops-hub.md`](…)" is read as "plat-038 ops hub". */
function fromFileLink(markdown: string): string {
  const match =
    /^\[?`?(?:[\w.-]+\/)+([A-Za-z]{1,10}-\d{1,5})-([\w-]+)\.(?:md|markdown|txt|yml|yaml)`?(?:\]\([^()\s]*\))?$/.exec(
      markdown.trim(),
    )
  return match ? `${match[1]}: ${(match[2] as string).replaceAll('-', ' ')}` : markdown
}
