/** Headings that are meetings or key dates: "## Sprint review (Jan 16)", "### Sprint planning" with its date below. */
import { findRange } from '../../dates.ts'
import { keyPrefix } from '../../key.ts'
import type { Node } from '../../outline.ts'
import type { Section } from '../../section.ts'
import { clip, fold, plain, squeeze } from '../../text.ts'
import { MEETING_FILLERS } from '../../vocabulary/ceremonies.ts'
import type { Context, Draft } from '../draft.ts'
import { addCeremony } from './add.ts'
import { whenOf } from './days.ts'
import { whenBelow } from './facts.ts'
import { ceremonyKind, exactKind, GLUED_LETTERS, isOfThing, isTask, MEETINGS } from './kind.ts'
import { timesIn } from './times.ts'
import { withoutWhen } from './title.ts'

/** What a heading did: nothing, a ceremony with details below, or a ceremony above lines that are read on. */
export type Met = 'details' | 'work' | null

export function ceremonyTitle(title: string): string {
  return squeeze(title.replace(/^\d{1,2}[.)]\s*/, '').replace(/\s*[(（][^()（）]*[)）]\s*$/, '')) || title
}

/** A heading among ceremonies that names one. */
export function ceremonyHeading(draft: Draft, context: Context, node: Node, section: Section): boolean {
  if (
    context.role !== 'ceremonies' ||
    section.box ||
    (section.role !== null &&
      section.exact &&
      !['ceremonies', 'context', 'softContext'].includes(section.role)) ||
    ceremonyKind(section.text) === null ||
    (section.role === 'ceremonies' && section.exact && node.children.some((child) => child.kind === 'item'))
  )
    return false
  const below = whenBelow(draft, node)
  const text = node.texts.join(' ')
  const title = withoutWhen(ceremonyTitle(section.text), draft)
  return (
    addCeremony(draft, context, below === '' ? text : `${text} — ${below}`, node.line, {
      title,
      rule: 'ceremony.heading',
    }) !== null
  )
}

/** A heading elsewhere that names a meeting and says when, itself or in the lines below. */
export function datedHeading(draft: Draft, context: Context, node: Node, section: Section): Met {
  const text = section.text
  if (section.role === 'work' || section.box || context.role === 'work' || text.length > 160) return null
  const kind = ceremonyKind(text)
  if (kind === null || findRange(text, draft.slash)?.end) return null
  const own = whenOf(text, draft)
  const stated = own.when !== null && (own.when.type !== 'daily' || timesIn(text, true).start !== null)
  const named = withoutWhen(text, draft)
  const title = ceremonyTitle(named)
  const work = holdsWork(node)
  const told = (below: string, met: Met): Met =>
    addCeremony(draft, context, below === '' ? text : `${text} — ${below}`, node.line, {
      title,
      rule: 'ceremony.heading',
    })
      ? met
      : null
  if (MEETINGS.has(kind) || kind === 'sync' || kind === 'digest') {
    const below = whenBelow(draft, node)
    if (stated && isMeetingName(title) && !(work && own.when?.type === 'weekly'))
      return told(below, work ? 'work' : 'details')
    return below !== '' && MEETINGS.has(kind) && title.split(' ').length <= 8 && !isOfThing(title)
      ? told(below, 'details')
      : null
  }
  return own.when?.type === 'dates' &&
    node.children.every((child) => child.kind === 'para' || child.kind === 'rule')
    ? told('', 'details')
    : null
}

/** Whether a name is made of a meeting's words and of such that stand beside them everywhere. */
function isMeetingName(name: string): boolean {
  const tokens = fold(name).split(' ')
  if (GLUED_LETTERS.test(name)) return name.length <= 16
  let at = 0
  let meetings = 0
  while (at < tokens.length) {
    let taken = 0
    for (let n = Math.min(4, tokens.length - at); n > 0 && taken === 0; n--)
      if (exactKind(tokens.slice(at, at + n).join(' ')) !== null) taken = n
    if (taken > 0) meetings++
    else if (!MEETING_FILLERS.has(tokens[at] as string) && !/^\d{1,3}$/.test(tokens[at] as string))
      return false
    at += taken || 1
  }
  return meetings > 0
}

/** A section of dated entries among which are meetings, whatever its heading: "## Cronograma", "## Plan of the fortnight". */
export function isCalendarSection(draft: Draft, node: Node): boolean {
  const entries = node.children.filter((child) => child.kind === 'item').slice(0, 30)
  if (entries.length < 2 || node.children.some((child) => child.kind === 'table') || holdsWork(node))
    return false
  const texts = entries.map((entry) => plain(clip(entry.texts.join(' '), 200)))
  const dated = texts.filter(
    (text) =>
      (withoutWhen(text, draft) !== text || /^[^:：]{2,40}[:：]/.test(text)) &&
      (whenOf(text, draft).when !== null || timesIn(text).start !== null),
  )
  if (dated.length < 2 || dated.length < (entries.length * 2) / 3) return false
  const meetings = dated.filter((text) => {
    const kind = ceremonyKind(withoutWhen(text, draft).slice(0, 60))
    return kind !== null && (MEETINGS.has(kind) || kind === 'sync') && !isTask(text)
  })
  return meetings.length >= 2 && meetings.length >= entries.length / 3
}

/** Boxes, keys or tables below: work rather than a meeting's topics. */
function holdsWork(node: Node): boolean {
  return node.children
    .slice(0, 40)
    .some(
      (child) =>
        child.kind === 'table' ||
        (child.kind === 'item' &&
          (Boolean(child.box) || keyPrefix(plain(clip(child.texts[0] ?? '', 120))) !== null)) ||
        ((child.kind === 'heading' || child.kind === 'label') && holdsWork(child)),
    )
}
