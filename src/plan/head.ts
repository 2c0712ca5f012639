/** The first line of an item: its key, title, estimate, state, people, priority and labels, told apart. */
import { estimateOf } from './estimate.ts'
import { isNobody, peopleOf } from './people.ts'
import { exactStatus, markOf } from './status.ts'
import { fold, linksOf, plain, squeeze, withoutEmoji } from './text.ts'
import type { Estimate, ItemKind, ItemStatus } from './types.ts'
import { isRole } from './vocabulary/index.ts'
import { KINDS, PRIORITIES } from './vocabulary/levels.ts'

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

const WORD_KEY =
  /^((?:user\s?stor(?:y|ies)|story|task|ticket|issue|item|card|bug|feature|epic|wave|step|spike|chore|enabler|part|job|milestone|aufgabe|tarea|tarefa|t[âa]che|historia(?:\sde\susuario)?|hist[óo]ria|задача|история|завдання|zadanie|g[öo]rev|任务|任務|タスク|ストーリー|작업|스토리|uppgift|taak|compito|us|hu|pbi|deliverable|goal|module|theme|track)(?:\s?[#№]?\s?\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?|\s[A-Z]\d{0,3}))(?![\p{L}\d])/iu
const CODE_KEY =
  /^([A-Za-z][A-Za-z0-9]{0,11}(?:[-_‑][A-Za-z0-9]{1,14}){0,4}[-_‑]\d{1,6}(?:[.-]\d{1,4}){0,3}[a-z]?)(?![\p{L}\d]|[-.][a-z])/u
const BARE_CODE = /^([A-Z]{1,4}\d{1,4}(?:\.\d{1,3}){0,2}[a-z]?)(?![\p{L}\d.])/u
const NAME_CODE = /^([A-Z]{2,}(?:[-_][A-Z0-9]{2,}){1,4})(?![\p{L}\d])/u
const HASH_KEY = /^(#\d{1,7})(?!\d)/
const DOTTED_KEY = /^(\d{1,3}(?:\.\d{1,3}){1,3})[.)]?(?=\s|:|—|–|$)/

export const AFTER_KEY = /^[\s:.|)\]—–\-→>~、：*`]+/

/** Terms of the trade with a number in them; keys only where a mark follows. */
const TERMS =
  /^(?:utf|iso|sha|md|http|rfc|soc|wcag|gpt|oauth|ipv|es|cve|aes|rsa|base|python|node|vue|react|angular|java|php|ie|mp|covid|sprint|week|day|phase|part|level|tier|top|claude|llama|rs|ecma)[-_]?\d/i

export interface KeyPrefix {
  key: string
  word: string | null
  rest: string
  /** Whether the form alone makes it a key: words like "UTF-8" in front of a sentence are not followed by a mark. */
  firm: boolean
}

/** The key at the start of plain text. */
export function keyPrefix(text: string): KeyPrefix | null {
  const bracket = text[0] === '[' || text[0] === '('
  const t = bracket ? text.slice(1) : text
  for (const [form, kind] of [
    [WORD_KEY, 'word'],
    [CODE_KEY, 'code'],
    [HASH_KEY, 'code'],
    [DOTTED_KEY, 'dotted'],
    [BARE_CODE, 'bare'],
    [NAME_CODE, 'name'],
  ] as const) {
    const match = form.exec(t)
    if (!match?.[1]) continue
    let rest = t.slice(match[0].length)
    if (bracket) {
      if (rest[0] !== ']' && rest[0] !== ')') continue
      rest = rest.slice(1)
    }
    const mark = AFTER_KEY.exec(rest)?.[0] ?? ''
    const marked = bracket || /[:|—–→)\]：]|^\s*-\s|\.\s/.test(mark) || rest === ''
    if (kind === 'bare' && !marked) continue
    if (kind === 'name' && !/^\s*[:|—–]/.test(mark)) continue
    if (kind === 'code' && !marked && (mark === '' || TERMS.test(match[1]))) continue
    if (
      kind === 'word' &&
      !marked &&
      !/^\s*$/.test(mark) &&
      mark.trim() === '' &&
      /^[a-z]/.test(rest.trimStart())
    )
      continue
    const word = kind === 'word' ? fold(match[1]).replace(/ ?#? ?(?:\d[\d .]*[a-z]?|[a-z]\d*)$/, '') : null
    return {
      key: match[1].replaceAll('‑', '-'),
      word,
      rest: rest.slice(mark.length),
      firm: kind !== 'code' || marked || /^[A-Z]/.test(t),
    }
  }
  return null
}

const GROUP = /\s*(?:\(([^()]{1,160})\)|\[([^[\]]{1,120})\]|（([^（）]{1,120})）|【([^【】]{1,80})】)\s*/gu
const SEGMENTS = /\s+[—–|·]\s+|\s+-\s+|\s*[—–|]\s*(?=\S+$)/
const STATUS_TAIL = /\s*(?:[—–|:]|-(?=\s)|·)\s*([^—–|·]{1,60})$/u
const TAIL_MARK = /[—–|:·]|-\s/
const HAS_GROUP = /[([（【]/

/** Takes known facts out of one comma list; returns what is left of it. */
function takeFacts(inner: string, head: Head): string[] {
  return inner.split(/[,;|·，、]/).filter((raw) => {
    const part = raw.trim()
    if (part === '') return false
    const named = /^([\p{L}\p{M} .]{2,24})[:：=]\s*(.{1,60})$/u.exec(part)
    if (named?.[1] && named[2]) {
      if (isRole(named[1], 'estimate')) {
        if (/complex/i.test(named[1])) return false
        const estimate = estimateOf(named[2], 'points')
        if (estimate) return setEstimate(head, estimate)
      }
      if (isRole(named[1], 'priority')) {
        head.priority ??= named[2].trim()
        return false
      }
      if (isRole(named[1], 'assignee')) {
        for (const name of peopleOf(named[2])) if (!head.assignees.includes(name)) head.assignees.push(name)
        return false
      }
      if (isRole(named[1], 'status')) {
        head.status ??= exactStatus(named[2])
        return false
      }
    }
    const estimate = estimateOf(part)
    if (estimate && !('size' in estimate && part.length === 1 && !/^[SML]$/.test(part)))
      return setEstimate(head, estimate)
    const status = PRIORITIES.has(fold(part)) ? null : exactStatus(part)
    if (status) {
      head.status ??= status
      return false
    }
    const folded = fold(part)
    if (PRIORITIES.has(folded) || /^p\d$/.test(folded)) {
      head.priority ??= part
      return false
    }
    if (/^(?:stretch|optional|opcional|bonus|nice to have|可选|選択)$/.test(folded)) {
      head.stretch = true
      return false
    }
    const kind = KINDS.get(folded)
    if (kind && kind !== 'story' && kind !== 'task') {
      head.kind ??= kind
      return false
    }
    if (/^@[\w.-]+/.test(part)) {
      for (const name of peopleOf(part)) if (!head.assignees.includes(name)) head.assignees.push(name)
      return false
    }
    return true
  })
}

function setEstimate(head: Head, estimate: Estimate): false {
  head.estimate ??= estimate
  return false
}

/** A person's name: one to three capitalised words, or a few signs without case. */
const NAME =
  /^(?:\p{Lu}[\p{L}.'’-]{0,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){0,2}|[\u3400-\u9fff\uac00-\ud7af\u30a0-\u30ff]{2,5})$/u

const EMOJI_EDGE = /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\u20E3|[\s✓✔☐☑])+/u

/** "Pagination — 5 points — Luis": segments after the title that are facts; beside a fact, a name is the owner. */
function withoutFactSegments(text: string, head: Head): string {
  const segments = text.split(SEGMENTS).filter((segment) => segment.trim() !== '')
  if (segments.length > 1 && segments.length < 8) {
    const facts = segments.map((segment, i) => i > 0 && segment.length <= 60 && consumes(segment, head))
    if (facts.some(Boolean)) {
      const kept = segments.filter((segment, i) => {
        if (facts[i]) return false
        if (i === 0 || head.assignees.length > 0 || !NAME.test(segment.trim())) return true
        head.assignees = peopleOf(segment)
        return false
      })
      return kept.join(' — ')
    }
  }
  const tail = STATUS_TAIL.exec(text)
  return tail?.[1] && tail.index > 0 && consumes(tail[1], head) ? text.slice(0, tail.index) : text
}

/** Takes a segment into the head when all of it is facts. */
function consumes(segment: string, head: Head): boolean {
  const trial: Head = { ...head, assignees: [...head.assignees], labels: [...head.labels] }
  if (takeFacts(segment, trial).length > 0) return false
  Object.assign(head, trial)
  return true
}

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
    struck: /^~~.*~~[.\s]*$/.test(markdown.trim()),
  }
  let text = plain(fromFileLink(markdown)).replace(/@@?\{[^{}]{0,40}\}/g, ' ')
  head.status = markOf(text, true)
  text = squeeze(withoutEmoji(text.replace(EMOJI_EDGE, ''))).replace(/^[:|—–-]\s*/, '')
  const numbered = /^\d{1,3}[.)]\s+/.exec(text)
  if (numbered) text = text.slice(numbered[0].length)
  const state = /^(DONE|TODO|DOING|WIP|BLOCKED)[:\s]\s*(?=\S)/.exec(text)
  if (state?.[1]) {
    head.status ??= exactStatus(state[1])
    text = text.slice(state[0].length)
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
  const prefix = keyPrefix(text)
  if (prefix) {
    head.key = prefix.key
    head.keyWord = prefix.word
    if (prefix.word) head.kind = KINDS.get(prefix.word) ?? null
    text = squeeze(prefix.rest)
  }
  const groups: string[] = []
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
        if (inside && exactStatus(inner)) return whole
        if (
          inner.split(/[,;/|·，、]/).filter((part) => /^\s*\d/.test(part) && estimateOf(part.trim()) !== null)
            .length > 1
        )
          return whole
        if (head.key === null && /^[A-Z][A-Z0-9]{0,9}-\d{1,6}$/.test(inner)) {
          head.key = inner
          return ' '
        }
        const before = head.estimate
        const left = takeFacts(inner, head)
        const gained = before === null && head.estimate !== null && head.assignees.length === 0
        if (gained && left.length === 1 && NAME.test(left[0]?.trim() ?? '')) {
          head.assignees = peopleOf(left[0] ?? '')
          return ' '
        }
        if (left.length === inner.split(/[,;|·，、]/).length) return whole
        groups.push(inner)
        return left.length > 0 ? ` (${left.join(',').trim()}) ` : ' '
      },
    )
  if (TAIL_MARK.test(text)) text = withoutFactSegments(text, head)
  const word = /\s(DONE|COMPLETED?|READY|BLOCKED|TODO|WIP|IN PROGRESS|完成|已完成|完了|완료)[.!]?$/u.exec(
    text,
  )
  if (word?.[1]) {
    head.status = exactStatus(word[1]) ?? head.status
    text = text.slice(0, word.index)
  }
  const trailing =
    /\s[~≈]?(\d{1,3}(?:\.\d)?(?:\s?[-–]\s?\d{1,3})?\s?(?:pts?|points?|sp|h|hrs?|hours?))$/iu.exec(text)
  if (trailing?.[1]) {
    const estimate = estimateOf(trailing[1])
    if (estimate) {
      head.estimate ??= estimate
      text = text.slice(0, trailing.index)
    }
  }
  if (text.includes('@'))
    for (const mention of text.matchAll(
      /(?:^|\s)@([\p{L}][\p{L}\p{N}_.-]{0,40}(?![\p{L}\p{N}/_.-])(?:\s\p{Lu}[\p{Ll}]+)?)/gu,
    )) {
      const name = (mention[1] as string).replace(/[.-]+$/, '')
      if (!isNobody(name) && !head.assignees.includes(name)) head.assignees.push(name)
    }
  if (head.assignees.length > 0)
    text = text.replace(/\s@[\p{L}][\p{L}\p{N}_.-]{0,40}(?:\s\p{Lu}\p{Ll}+)?\s*$/u, '')
  if (text.includes('#'))
    for (const tag of text.matchAll(/(?:^|\s)#([\p{L}][\p{L}\p{N}_/-]{1,40})/gu))
      head.labels.push(tag[1] as string)
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
