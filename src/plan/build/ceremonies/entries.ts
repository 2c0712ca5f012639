/** List entries and lines that are ceremonies: under their own heading, under a timeline, and elsewhere where they say a time. */

import { whenOf } from '../../ceremonies/days.ts'
import { ceremonyKind, isMeetingName, isTask } from '../../ceremonies/kind.ts'
import { timesIn } from '../../ceremonies/times.ts'
import { isWhen, withoutWhen } from '../../ceremonies/title.ts'
import type { Node } from '../../outline.ts'
import { plain, squeeze, withoutEmoji } from '../../text.ts'
import type { Role } from '../../vocabulary/index.ts'
import { channelsIn } from '../channels.ts'
import type { Context, Draft } from '../draft.ts'
import { type Field, fieldOf } from '../field.ts'
import { applySprintField } from '../sprint-field.ts'
import { addCeremony } from './add.ts'
import { whenBelow } from '../../ceremonies/below.ts'
import { addMeetings } from './several.ts'

/** Labels of the document's own history, which name no meeting. */
export const NO_MEETING =
  /^(?:revision|next review|last review|last updated?|version|reviewed|updated|created|release notes?|reviewers?|due|due date)$/i

/** Fields that stand among ceremonies and describe the sprint or team. */
const APART: ReadonlySet<Role> = new Set<Role>(['window', 'goal', 'capacity', 'channel', 'timeZone'])

const DATE_ROLES: ReadonlySet<Role> = new Set<Role>(['window', 'start', 'end'])

/** The name that a bold label gives; a label that only says when gives none. */
export function labelName(field: Field | null, draft: Draft): string | null {
  return field?.bold && field.value !== '' && !isWhen(field.label, draft) ? field.label : null
}

/** An entry under a heading of ceremonies. */
export function ceremonyEntry(draft: Draft, context: Context, node: Node, raw: string): void {
  for (const channel of channelsIn(raw)) draft.channels.add(channel)
  const parts = raw.split(/\s+\|\s+/)
  const several = parts.length > 1 && parts.every((part) => fieldOf(part) !== null)
  const below = (several ? '' : whenBelow(draft, node)) || dayOfHeading(draft, context, plain(raw))
  for (const part of several ? parts : [raw]) {
    const field = fieldOf(part)
    if (
      field &&
      ceremonyKind(field.label) === null &&
      !isWhen(field.label, draft) &&
      !isHourOfMeeting(field.value)
    ) {
      if (field.roles.some((role) => APART.has(role))) {
        applySprintField(draft, context, field, node.line)
        continue
      }
      if (field.roles.some((role) => DATE_ROLES.has(role))) applySprintField(draft, context, field, node.line)
    }
    const text =
      below === '' || whenOf(plain(part), draft).when?.type === 'dates' ? part : `${part} — ${below}`
    const title = labelName(field, draft) ?? (text === part ? null : nameAlone(part, draft))
    if (title === null) addMeetings(draft, context, text, node.line)
    else addCeremony(draft, context, text, node.line, { title })
  }
  for (const child of node.children)
    if (child.kind === 'item') {
      const text = child.texts.join(' ')
      if (
        ceremonyKind(text) !== null &&
        (timesIn(plain(text)).start !== null || whenOf(plain(text), draft).when !== null)
      )
        addCeremony(draft, context, text, child.line)
    }
}

/** "Start: 10:00 – stand-up": the label tells the part of the day, and the value a meeting. */
const isHourOfMeeting = (value: string) =>
  timesIn(plain(value)).start !== null && ceremonyKind(value) !== null

/** What a heading such as "Daily cadence" says of the days of an entry that states its hour alone. */
function dayOfHeading(draft: Draft, context: Context, text: string): string {
  return timesIn(text).start !== null &&
    ceremonyKind(text) !== null &&
    whenOf(text, draft).when === null &&
    whenOf(context.heading, draft).when?.type === 'daily'
    ? context.heading
    : ''
}

const nameAlone = (part: string, draft: Draft) =>
  withoutWhen(squeeze(withoutEmoji(plain(part))).replace(/\s*[:：]$/, ''), draft)

/**
 * An entry of a timeline: a date and what is on it, in either order. A span of days without a meeting's name is a
 * stretch of work and none.
 */
export function calendarEntry(draft: Draft, context: Context, raw: string, line: number): boolean {
  const text = squeeze(withoutEmoji(plain(raw)))
  if (text.length > 200 || /^\[[ xX]\]/.test(raw)) return false
  const { when, dates, days } = whenOf(text, draft)
  if (when?.type !== 'dates' || dates.length + days.length > 2) return false
  const name = withoutWhen(text, draft)
  const field = fieldOf(raw)
  if (
    field &&
    !isWhen(field.label, draft) &&
    (NO_MEETING.test(field.label) || field.roles.some((role) => DATE_ROLES.has(role)))
  )
    return false
  if (name === text && field === null) return false
  const kind = ceremonyKind(name)
  if (kind === null && dates.length + days.length > 1) return false
  return (
    addCeremony(draft, context, raw, line, { title: labelName(field, draft), rule: 'ceremony.calendar' }) !==
    null
  )
}

/** An entry that starts with a meeting's name and says a time or date, where no heading says what it is. */
export function looksLikeCeremony(raw: string, draft: Draft): boolean {
  if (raw.length > 400) return false
  const text = squeeze(withoutEmoji(plain(raw)))
  if (text.length >= 120 || NO_MEETING.test((text.split(/[:：]/)[0] ?? '').trim())) return false
  if (ceremonyKind(text) === null) return false
  const named = withoutWhen(text, draft)
  if (isTask(named)) return false
  if (named !== text && isMeetingName(named) && whenOf(text, draft).when !== null) return true
  return (
    ceremonyKind(named.split(/[:：(—–]/)[0] ?? '') !== null &&
    (timesIn(text, whenOf(text, draft).when !== null).start !== null ||
      whenOf(text, draft).when?.type === 'dates')
  )
}
