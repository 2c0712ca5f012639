/** Headings that are meetings or key dates: "## Sprint review (Jan 16)", "### Sprint planning" with its date below. */

import { whenOf } from '../../ceremonies/days.ts'
import { ceremonyKind, isMeetingName, isOfThing, isTask, MEETINGS } from '../../ceremonies/kind.ts'
import { timesIn } from '../../ceremonies/times.ts'
import { withoutWhen } from '../../ceremonies/title.ts'
import { findRange } from '../../dates.ts'
import { keyPrefix } from '../../key.ts'
import type { Node } from '../../outline.ts'
import type { Section } from '../../section.ts'
import { clip, plain, squeeze } from '../../text.ts'
import { type Context, type Draft, NOWHERE, type SprintDraft } from '../draft.ts'
import { addCeremony } from './add.ts'
import { whenBelow } from '../../ceremonies/below.ts'

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

/** "## Sprint 12 retrospective (May 15)" of a sprint that is known: its meeting, not the sprint again. */
export function sprintMeeting(draft: Draft, node: Node, section: Section): SprintDraft | null {
  const { box } = section
  if (
    !box ||
    ceremonyKind(box.rest) === null ||
    node.line === draft.titleLine ||
    findRange(section.text, draft.slash)?.end
  )
    return null
  const title = withoutWhen(section.text, draft)
  if (!isMeetingName(withoutWhen(box.rest, draft)) || whenOf(box.rest, draft).when?.type !== 'dates')
    return null
  const only = draft.sprints.length === 1 ? draft.sprints[0] : undefined
  const scope =
    draft.byId.get(`${box.kind}:${box.number}`) ??
    (only?.id === null && only.sprint.number === Number(box.number) ? only : undefined)
  if (!scope || holdsWork(node)) return null
  const told = addCeremony(draft, { ...NOWHERE, scope }, section.text, node.line, {
    title,
    rule: 'ceremony.heading',
  })
  return told ? scope : null
}

/** A section of dated entries among which are meetings, whatever its heading: "## Cronograma", "## Plan of the fortnight". */
export function isCalendarSection(draft: Draft, node: Node): boolean {
  const entries = node.children.filter((child) => child.kind === 'item').slice(0, 30)
  if (entries.length < 2 || node.children.some((child) => child.kind === 'table') || holdsWork(node))
    return false
  const texts = entries.map((entry) => plain(clip(entry.texts.join(' '), 200)))
  if (texts.filter((text) => ceremonyKind(text) !== null).length < Math.max(2, entries.length / 3))
    return false
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
