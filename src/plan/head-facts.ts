/** Facts in brackets and between dashes: estimates, states, people, priorities. */
import { estimateOf } from './estimate.ts'
import type { Head } from './head.ts'
import { peopleOf } from './people.ts'
import { exactStatus } from './status.ts'
import { fold } from './text.ts'
import type { Estimate } from './types.ts'
import { isRole } from './vocabulary/index.ts'
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
export const NAME =
  /^(?:\p{Lu}[\p{L}.'’-]{0,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){0,2}|[\u3400-\u9fff\uac00-\ud7af\u30a0-\u30ff]{2,5})$/u

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
