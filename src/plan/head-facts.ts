/** Facts in brackets and between dashes: estimates, states, people, priorities. */

import type { Estimate } from '#domain/plan-file.ts'
import { estimateOf } from './estimate.ts'
import type { Head } from './head.ts'
import { isNobody, peopleOf } from './people.ts'
import { exactStatus } from './status.ts'
import { fold } from './text.ts'
import { CONTAINERS } from './vocabulary/containers.ts'
import { isRole, rolesOf } from './vocabulary/index.ts'
import { KINDS, PRIORITIES } from './vocabulary/levels.ts'

const SEGMENTS = /\s+[—–|·]\s+|\s+-\s+|\s*[—–|]\s*(?=\S+$)/

const STATUS_TAIL = /\s*(?:[—–|:]|-(?=\s)|·)\s*([^—–|·]{1,60})$/u

/** Takes known facts out of one comma list; returns what is left of it. */
export function takeFacts(inner: string, head: Head): string[] {
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
    if (
      estimate &&
      !isHorizon(estimate) &&
      !('size' in estimate && part.length === 1 && !/^[SML]$/.test(part))
    )
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

/** "(Ana, 3)": who does it and how big it is; a number alone is points beside a name. */
export function takeNameAndPoints(inner: string, head: Head): boolean {
  if (head.estimate !== null || head.assignees.length > 0) return false
  const parts = inner.split(/[,;/|·，、]/).map((part) => part.trim())
  const [a, b] = parts
  if (parts.length !== 2 || a === undefined || b === undefined) return false
  const [name, size] = /^\d/.test(a) ? [b, a] : [a, b]
  const points = /^\d{1,2}(?:[.,]5)?$/.exec(size)?.[0]
  if (points === undefined || !isPersonName(name)) return false
  head.estimate = { value: Number(points.replace(',', '.')), unit: 'points' }
  head.assignees = peopleOf(name)
  return true
}

/** A text that is formed like a name and is no word of the trade. */
export function isPersonName(text: string): boolean {
  const folded = fold(text)
  return (
    NAME.test(text) &&
    !isNobody(text) &&
    exactStatus(text) === null &&
    !KINDS.has(folded) &&
    !PRIORITIES.has(folded) &&
    rolesOf(text).length === 0 &&
    folded.split(' ').every((word) => !CONTAINERS.has(word))
  )
}

/** "Forecast (12 weeks)", "Trial (30 days)": from four weeks on, a bare length is what the work is about and no card's size. */
function isHorizon(estimate: Estimate): boolean {
  return 'unit' in estimate && estimate.unit === 'days' && estimate.value >= 20
}

function setEstimate(head: Head, estimate: Estimate): false {
  head.estimate ??= estimate
  return false
}

/** A person's name: one to three capitalised words, or a few signs without case. */
export const NAME =
  /^(?:\p{Lu}[\p{L}.'’-]{0,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){0,2}|[\u3400-\u9fff\uac00-\ud7af\u30a0-\u30ff]{2,5})$/u

/** "Celery monitor (dev)": a place where software runs, in small letters and round brackets, and no state. */
export const ENVIRONMENT = /^(?:dev|qa|uat|test|live)$/

const MENTION = /(^|[\s(])@([\p{L}][\p{L}\p{N}_.-]{0,40}(?![\p{L}\p{N}/_.-])(?:\s\p{Lu}[\p{Ll}]+)?)/gu

const LAST_MENTION =
  /(?:\s(?:and|und|y|e|et|и))?[\s,;&+|·—–-]\s*@[\p{L}][\p{L}\p{N}_.-]{0,40}(?:\s\p{Lu}\p{Ll}+)?\s*$/u

/** Words behind "@" that are code: annotations and rules of style sheets. */
const CODE_WORD =
  /^(?:import|media|keyframes|layer|apply|supports|include|mixin|extend|use|param|returns?|deprecated|override|mentions?|\p{L}*\p{Ll}\p{Lu}\p{L}*)$/u

/** "`@Cron`": a word that is code by its marks. */
export const CODE_MENTION = /`@/

/**
 * Takes the people who are named by "@": at the end, in brackets, after a dash or comma, or first.
 * One in the middle ("Move @import to a link") is what the work is about.
 */
export function withoutMentions(text: string, head: Head): string {
  for (const mention of text.matchAll(MENTION)) {
    const name = (mention[2] as string).replace(/[.-]+$/, '')
    const before = text.slice(0, mention.index).trimEnd()
    const after = text.slice(mention.index + mention[0].length)
    const apart =
      mention[1] === '(' || /[—–,;:|·&+-]$/.test(before) || /^\s*(?:$|[)@#,;&+|·—–-]|\d)/.test(after)
    const first = before === '' && (/^\s*[:—–,-]/.test(after) || !CODE_WORD.test(name))
    if ((apart && before !== '') || first || (before === '' && after.trim() === ''))
      if (!isNobody(name) && !head.assignees.includes(name)) head.assignees.push(name)
  }
  let rest = text
  if (head.assignees.length > 0)
    for (let end = LAST_MENTION.exec(rest); end; end = LAST_MENTION.exec(rest))
      rest = rest.slice(0, end.index)
  return rest
}

/** "Pagination — 5 points — Luis": segments after the title that are facts; beside a fact, a name is the owner. */
export function withoutFactSegments(text: string, head: Head): string {
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
