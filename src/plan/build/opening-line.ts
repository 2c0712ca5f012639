/** The line below a title that tells the sprint in parts: "Dec 1–12 · Team Compass · #compass · standup 9:15 CET". */

import { ceremonyKind } from '../ceremonies/kind.ts'
import { timesIn } from '../ceremonies/times.ts'
import { isWhen } from '../ceremonies/title.ts'
import { findDates } from '../dates.ts'
import { clip, plain, squeeze, withoutEmoji } from '../text.ts'
import { addMeetings } from './ceremonies/several.ts'
import { channelsIn } from './channels.ts'
import type { Context, Draft } from './draft.ts'
import { fieldOf } from './field.ts'
import { applySprintField } from './sprint-field.ts'
import { namedTeam } from './teams.ts'

const PARTS = /\s+[·•|]\s+/

/** Takes the parts that are facts of the sprint; false, and nothing taken, where fewer than two are. */
export function openingLine(draft: Draft, context: Context, raw: string, line: number): boolean {
  if (raw.length > 300 || context.role !== null || !/[·•|]/.test(raw)) return false
  const parts = squeeze(withoutEmoji(raw))
    .split(PARTS)
    .filter((part) => part !== '')
  if (parts.length < 2) return false
  const readers = parts.map((part) => readerOf(draft, context, part, line))
  if (readers.filter((reader) => reader !== null).length < 2) return false
  for (const read of readers) read?.()
  return true
}

function readerOf(draft: Draft, context: Context, part: string, line: number): (() => void) | null {
  const text = plain(part)
  const field = fieldOf(part)
  if (field && field.roles.length > 0) return () => applySprintField(draft, context, field, line)
  if (ceremonyKind(text) !== null && timesIn(text, true).start !== null)
    return () => addMeetings(draft, context, part, line)
  if (findDates(clip(text, 200), draft.slash).length > 0 && isWhen(text, draft))
    return () =>
      applySprintField(draft, context, { label: 'dates', roles: ['window'], value: part, bold: false }, line)
  if (/^#[\p{L}\d][\p{L}\d_-]*$/u.test(text))
    return () => {
      for (const channel of channelsIn(part)) draft.channels.add(channel)
    }
  const team = namedTeam(text)
  if (team !== null && text.length <= 40)
    return () => {
      draft.team.name ??= team
    }
  return null
}
