/** Dates: weekdays that don't match, ends before starts, inferred years, the past. */

import type { Diagnostic } from '#domain/plan-file.ts'
import { OPEN_DATE } from '../date-order.ts'
import { findDates, inferYear, isoDate, mayDate, weekdayOf } from '../dates.ts'
import { clip, fold } from '../text.ts'
import { mayBeWeekday, WEEKDAY_ORDER, WEEKDAYS } from '../vocabulary/calendar.ts'
import { someWord } from '../word-sieve.ts'
import { type Checked, type Family, report } from './report.ts'

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const dayName = (iso: string) => DAY_NAMES[WEEKDAY_ORDER.indexOf(weekdayOf(iso))]

export const dates: Family = (checked) => [...windows(checked), ...weekdays(checked), ...openDates(checked)]

function windows(checked: Checked): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const part of checked.side.draft.sprints) {
    const { sprint } = part
    const line = part.dates.line || sprint.line
    if (sprint.start && sprint.end && sprint.end < sprint.start)
      found.push(
        report(
          checked,
          'warning',
          'end-before-start',
          line,
          '',
          `${sprint.name} ends on ${sprint.end}, before it starts on ${sprint.start}.`,
          'Swap the dates, or mend the year.',
        ),
      )
    if (sprint.datesFrom === 'year inferred')
      found.push(
        report(
          checked,
          'info',
          'year-inferred',
          line,
          '',
          `${sprint.name} states no year; ${sprint.start ?? '?'} to ${sprint.end ?? '?'} was inferred.`,
          'Write the year: “Sep 22 – Oct 3, 2025”.',
        ),
      )
    const open = sprint.items.filter(
      (item) => item.status !== 'done' && item.status !== 'dropped' && item.status !== null,
    )
    if (
      checked.today &&
      sprint.end &&
      sprint.end < checked.today &&
      sprint.status !== 'closed' &&
      open.length > 0
    )
      found.push(
        report(
          checked,
          'info',
          'past-open-work',
          line,
          '',
          `${sprint.name} ended on ${sprint.end}, and ${open.length} of its items are marked as open.`,
          'Mark what is done, or move it to the running sprint.',
        ),
      )
    for (const item of sprint.items) {
      const due =
        sprint.start && sprint.end ? findDates(clip(item.title, 300), checked.side.draft.slash)[0] : undefined
      const iso = due
        ? isoDate(due.year ?? inferYear(due, sprint.start as string) ?? 0, due.month, due.day)
        : null
      if (iso && (iso < (sprint.start as string) || iso > (sprint.end as string)))
        found.push(
          report(
            checked,
            'info',
            'item-outside-sprint',
            item.line,
            '',
            `“${item.title.slice(0, 60)}” names ${iso}, outside ${sprint.name} (${sprint.start} to ${sprint.end}).`,
            'Move it to the sprint of that date, or mend the date.',
          ),
        )
    }
  }
  return found
}

/** What takes dates: a date in a line of another kind decides nothing. */
const DATED = /^(?:sprint|ceremony|dependency|document\.(?:title|frontmatter))/

/** Dates that can be read two ways, where nothing in the document says which. */
function openDates(checked: Checked): Diagnostic[] {
  const found: Diagnostic[] = []
  const { draft } = checked.side
  if (draft.slashSure) return found
  for (const { number: line, text } of draft.lines) {
    if (found.length >= 20) break
    if (!/\d[/-]\d/.test(text) || !draft.claims.rules(line).some((rule) => DATED.test(rule))) continue
    for (const match of clip(text, 600).matchAll(OPEN_DATE)) {
      const [first, second] = [Number(match[1]), Number(match[3])]
      const dashed = match[2] === '-'
      if (first === second || first > 12 || second > 12 || (dashed && match[4]?.length !== 4)) continue
      const year = match[4] === undefined ? null : Number(match[4].length === 2 ? `20${match[4]}` : match[4])
      const dayFirst = draft.slash === 'dmy' || (dashed && draft.slash === 'open')
      const readings = [dateName(year, second, first), dateName(year, first, second)]
      const [taken, other] = dayFirst ? readings : readings.toReversed()
      if (!taken || !other) continue
      found.push(
        report(
          checked,
          'warning',
          'ambiguous-date',
          line,
          match.index + 1,
          `“${match[0]}” is ${taken} or ${other}; it was read as ${taken}.`,
          `Write the month’s name or the year first: ${year ?? 'YYYY'}-${pad(dayFirst ? second : first)}-${pad(dayFirst ? first : second)}.`,
        ),
      )
      break
    }
  }
  return found
}

const pad = (n: number) => String(n).padStart(2, '0')

const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ')

/** "4 March 2026"; null where no such day exists. */
function dateName(year: number | null, month: number, day: number): string | null {
  if (isoDate(year ?? 2024, month, day) === null) return null
  return `${day} ${MONTH_NAMES[month - 1]}${year === null ? '' : ` ${year}`}`
}

/** Whether a short word or a CJK sign of the line names a weekday; most lines name none and need no search for dates. */
function namesWeekday(text: string): boolean {
  return someWord(
    text,
    600,
    (from, to) => to - from <= 13 && mayBeWeekday(text, from) && WEEKDAYS.has(fold(text.slice(from, to))),
  )
}

/** Each date with its weekday, in the year that is written or was inferred for the document. */
function weekdays(checked: Checked): Diagnostic[] {
  const found: Diagnostic[] = []
  const anchor = checked.side.plan.sprints.find((sprint) => sprint.start !== null)?.start ?? null
  for (const { number: line, text } of checked.side.draft.lines) {
    const rules = checked.side.draft.claims.rules(line)
    if (rules.every((rule) => rule.startsWith('context.') || rule === 'item.detail')) continue
    if (!mayDate(text) || !namesWeekday(text)) continue
    for (const date of findDates(clip(text, 600), checked.side.draft.slash)) {
      if (!date.weekday) continue
      const year = date.year ?? (anchor ? inferYear({ ...date, weekday: null }, anchor) : null)
      const iso = year === null ? null : isoDate(year, date.month, date.day)
      if (iso && weekdayOf(iso) !== date.weekday && found.length < 50)
        found.push(
          report(
            checked,
            'warning',
            'weekday-mismatch',
            line,
            date.at + 1,
            `${iso} is a ${dayName(iso)}, not a ${DAY_NAMES[WEEKDAY_ORDER.indexOf(date.weekday)]}.`,
            'Mend the weekday or the date.',
          ),
        )
    }
  }
  return found
}
