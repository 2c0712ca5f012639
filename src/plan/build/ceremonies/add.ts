/** Adds a meeting, recurring update or key date to the plan: kind, days, local times, zone, channel. */

import type { Ceremony, CeremonyKind, CeremonyWhen } from '#domain/plan-file.ts'
import { datesOfMonthDay, whenOf } from '../../ceremonies/days.ts'
import { ceremonyKind, isMeetingName, says } from '../../ceremonies/kind.ts'
import { isNorm } from '../../ceremonies/norms.ts'
import {
  countsCalendar,
  datesOfSprintDay,
  type SprintDay,
  sprintDaysIn,
} from '../../ceremonies/sprint-days.ts'
import { endAfter, lengthIn, timesIn } from '../../ceremonies/times.ts'
import { titleOf } from '../../ceremonies/title.ts'
import type { RuleName } from '../../rules.ts'
import { clip, fold, plain, squeeze, withoutEmoji } from '../../text.ts'
import { BARE_NAMES, CADENCE, DAYS_OFF, MILESTONE_NAMES, WEEKLY } from '../../vocabulary/ceremonies.ts'
import { zoneIn } from '../../zones.ts'
import { channelsIn } from '../channels.ts'
import { type Context, type Draft, home } from '../draft.ts'

/** What the place of a text says of it. */
export interface Told {
  /** Where a column, label or heading names the ceremony. */
  title?: string | null
  /** What it is, where more than its words was asked; null: its words and its days say it. */
  kind?: CeremonyKind | null
  /** It was chosen before: nothing more is asked. */
  loose?: boolean
  rule?: RuleName
}

/** Adds what a text says about a meeting; null, and nothing added, when it names no meeting and no time. */
export function addCeremony(
  draft: Draft,
  context: Context,
  markdown: string,
  line: number,
  { title = null, kind: told = null, loose = false, rule = 'ceremony.entry' }: Told = {},
): Ceremony | null {
  const text = squeeze(withoutEmoji(plain(clip(markdown, 1500))))
  const name = nameOf(text, title ?? boldName(markdown, draft), draft)
  if (name === '') return null
  const label = title ?? name
  const named = MILESTONE_NAMES.has(fold(label)) ? 'milestone' : ceremonyKind(label)
  const known =
    (named === null && title === null) ||
    (named === 'milestone' && !loose && !MILESTONE_NAMES.has(fold(label)))
      ? ceremonyKind(text)
      : named
  const { when, dates, days } = whenOf(text.replace(/\S*[\w]\/[\w-]\S*\.\w+/g, ' '), draft)
  const times = timesIn(text, when !== null)
  if (known === null && when === null && !loose) return null
  if (
    title === null &&
    !loose &&
    when === null &&
    times.start === null &&
    (known === null || !nearStart(text))
  )
    return null
  if (!loose && isNorm(text, label, known, when, times.start)) return null
  if (known === null && says(fold(name), DAYS_OFF)) return null
  const kind = told ?? known ?? kindOfWhen(label, when, loose)
  const places = dates.length + days.length > 0 || isRecurring(text, when) ? [] : sprintDaysIn(text)
  const length = times.start !== null && times.end === null ? lengthIn(text) : null
  const ceremony: Ceremony = {
    kind,
    title: name,
    when: places.some((place) => place.of === 'day')
      ? null
      : when?.type === 'dates'
        ? { type: 'dates', dates: [] }
        : (when ??
          (kind === 'standup' && /daily|diari|täglich|quotid|ежедн|每日|毎日|매일/i.test(text)
            ? { type: 'daily' }
            : null)),
    start: times.start,
    end: times.start !== null && length !== null ? endAfter(times.start, length) : times.end,
    timeZone: zoneIn(text, line, draft),
    channel: channelsIn(markdown)[0] ?? null,
    line,
  }
  if (places.length > 0) draft.pending.push({ apply: () => takeSprintDays(draft, context, ceremony, places) })
  if (dates.length > 0 || days.length > 0)
    draft.pending.push({
      apply: (resolve) => {
        const sprints = (context.scope ? [context.scope] : draft.sprints).map((opened) => opened.sprint)
        const fromEnd = kind === 'review' || kind === 'retro'
        const iso = [
          ...dates.map(resolve).filter((date) => date !== null),
          ...days.flatMap((day) => datesOfMonthDay(day, sprints, fromEnd)),
        ]
        const windowed = sprints.some((sprint) => sprint.start !== null && sprint.end !== null)
        const weekday = days[0]?.weekday
        ceremony.when =
          iso.length > 0
            ? { type: 'dates', dates: [...new Set(iso)] }
            : weekday && windowed && typeof days[0]?.day === 'number'
              ? { type: 'weekly', weekdays: [weekday] }
              : null
      },
    })
  for (const channel of channelsIn(markdown)) draft.channels.add(channel)
  const { ceremonies } = home(draft, context)
  const same = sameStandup(ceremonies, ceremony)
  if (same) {
    same.start ??= ceremony.start
    same.end ??= ceremony.end
    same.timeZone ??= ceremony.timeZone
    same.channel ??= ceremony.channel
    draft.claims.add(rule, line, line, `ceremonies: ${same.title}`)
    return same
  }
  ceremonies.push(ceremony)
  draft.claims.add(rule, line, line, `ceremonies: ${name}`)
  return ceremony
}

/** A cadence outweighs a day of the sprint: "daily from day 2". */
const isRecurring = (text: string, when: CeremonyWhen | null): boolean =>
  when?.type === 'daily' || (when?.type === 'weekly' && says(fold(text), CADENCE))

/** A day that stands by its place in the sprint has a date where the sprint has. */
function takeSprintDays(
  draft: Draft,
  context: Context,
  ceremony: Ceremony,
  places: readonly SprintDay[],
): void {
  if (ceremony.when !== null) return
  const sprints = (context.scope ? [context.scope] : draft.sprints).map((opened) => opened.sprint)
  const all = draft.sprints.map((opened) => opened.sprint)
  const calendar = countsCalendar(draft.lines.map((line) => line.text).join('\n'), sprints)
  const dates = places
    .slice(0, 4)
    .flatMap((place) =>
      datesOfSprintDay(place, place.of === 'sprint' && place.number !== null ? all : sprints, calendar),
    )
  if (dates.length > 0) ceremony.when = { type: 'dates', dates: [...new Set(dates)].sort() }
}

/** The title; of "Milestone: first sale" what stands behind the colon. */
function nameOf(text: string, title: string | null, draft: Draft): string {
  if (title === null) return withoutLength(titleOf(text, draft))
  if (!BARE_NAMES.has(fold(title))) return title
  const told = /^[^:：]{2,60}[:：]\s*(.*)$/.exec(text)?.[1] ?? ''
  const named = told === '' ? '' : titleOf(told, draft)
  return /\p{L}{3}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(named) &&
    whenOf(named, draft).when === null
    ? named
    : title
}

/** "**Daily** Mon–Fri 9:45": the name is what is set apart, where the rest says when. */
function boldName(markdown: string, draft: Pick<Draft, 'slash'>): string | null {
  const bold = /^[^\p{L}*]{0,6}\*\*([^*]{2,60})\*\*(.{3,})$/su.exec(clip(markdown, 600))
  if (!bold?.[1] || !bold[2] || /[:：]\s*$/.test(bold[1]) || !isMeetingName(bold[1])) return null
  return whenOf(plain(bold[2]), draft).when !== null ? squeeze(withoutEmoji(plain(bold[1]))) : null
}

/** "Sprint planning (4 hours)" without its length. */
function withoutLength(name: string): string {
  const group = /\s*[(（]([^()（）]*)[)）]$/.exec(name)
  return group?.[1] !== undefined && group.index > 0 && lengthIn(group[1]) !== null
    ? name.slice(0, group.index)
    : name
}

/** What nobody named: a date is a milestone, what comes back every week a sync. */
function kindOfWhen(name: string, when: CeremonyWhen | null, loose: boolean): CeremonyKind {
  if (when?.type === 'dates') return 'milestone'
  if (when?.type === 'weekly' && says(fold(name), WEEKLY)) return 'sync'
  return loose && when === null ? 'milestone' : 'other'
}

/** The daily stand-ups of each list of ceremonies. */
const dailies = new WeakMap<readonly Ceremony[], Ceremony[]>()

/** A stand-up is compared with no more than this many; no team has as many. */
const MOST_DAILIES = 10

/** A daily stand-up that a plan tells of twice, in its agreements and its calendar, is one: the one told before. */
function sameStandup(ceremonies: readonly Ceremony[], ceremony: Ceremony): Ceremony | undefined {
  if (ceremony.kind !== 'standup' || ceremony.when?.type !== 'daily') return undefined
  const known = dailies.get(ceremonies) ?? []
  dailies.set(ceremonies, known)
  const told = known.find((other) => isSameStandup(other, ceremony))
  if (!told && known.length < MOST_DAILIES) known.push(ceremony)
  return told
}

function isSameStandup(a: Ceremony, b: Ceremony): boolean {
  return (
    a.kind === 'standup' &&
    b.kind === 'standup' &&
    a.when?.type === 'daily' &&
    b.when?.type === 'daily' &&
    (a.start === b.start || a.start === null || b.start === null) &&
    (a.timeZone === b.timeZone || a.timeZone === null || b.timeZone === null)
  )
}

/** Whether the meeting is what the text is about: it is named in the first words. */
function nearStart(text: string): boolean {
  const colon = /^([^:：]{2,60})[:：]/.exec(text)?.[1]
  if (colon !== undefined)
    return ceremonyKind(colon) !== null && (colon.split(' ').length <= 4 || whenWords(text))
  const words = text.split(/\s+/)
  return ceremonyKind(words.slice(0, 4).join(' ')) !== null && (words.length <= 12 || whenWords(text))
}

function whenWords(text: string): boolean {
  return /every|each|weekly|daily|monthly|end of|start of|beginning|after each|at the end|semana|cada|jede|chaque|кажд|每|毎|매/i.test(
    text,
  )
}
