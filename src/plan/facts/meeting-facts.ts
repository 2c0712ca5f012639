/** What a line shows of a meeting or key date: how it names one, and in which ways it says when. */

import type { CeremonyKind } from '#domain/plan-file.ts'
import { boxOf } from '../box.ts'
import type { Columns } from '../build/table-columns.ts'
import { whenBelow } from '../ceremonies/below.ts'
import { type Ordered, whenOf } from '../ceremonies/days.ts'
import { ceremonyKind, isMeetingName, isOfThing, isTask, MEETINGS, says } from '../ceremonies/kind.ts'
import { isNorm } from '../ceremonies/norms.ts'
import { sprintDaysIn } from '../ceremonies/sprint-days.ts'
import { lengthIn, timesIn } from '../ceremonies/times.ts'
import { isWhen, withoutWhen } from '../ceremonies/title.ts'
import { findDates } from '../dates.ts'
import { clip, fold, squeeze } from '../text.ts'
import { ADDRESSED, CADENCE, PAST_WORDS, TAKES_PLACE } from '../vocabulary/ceremonies.ts'
import type { Unit } from './unit.ts'

/** How a text names a meeting: as its whole name, in a part of an enumeration, at its start, somewhere. */
export type Naming = 'whole' | 'part' | 'start' | 'inside' | 'none'

export interface MeetingFacts {
  readonly kind: CeremonyKind | null
  readonly naming: Naming
  /** The words that name it, without when it is. */
  readonly name: string
  readonly dates: number
  readonly weekday: boolean
  readonly clock: boolean
  readonly daily: boolean
  readonly weekly: boolean
  /** A day told by its place in the sprint. */
  readonly sprintDay: boolean
  /** Such a day that is an end or a middle: what is stated for it is a key date, and no stretch of work. */
  readonly sprintEdge: boolean
  /** The end of a range of such days: a stretch and no day. */
  readonly sprintTo: number | null
  readonly length: boolean
  /** A word for coming back: "weekly", "every two hours". */
  readonly cadence: boolean
  /** A word for whom it is meant. */
  readonly addressed: boolean
  /** Behind a label, in a bracket or at the end stands when it is and nothing else. */
  readonly thenWhen: boolean
  /** What stands before a colon; empty: no colon. */
  readonly label: string
  /** The line starts with when it is. */
  readonly opensWithWhen: boolean
  /** What the lines below say of days and times; empty: nothing. */
  readonly below: string
  readonly task: boolean
  readonly ofThing: boolean
  /** A rule of how the team works. */
  readonly norm: boolean
  readonly past: boolean
  readonly takesPlace: boolean
  readonly words: number
}

const NAME_LENGTH = 60

/** @param columns of the table that a row stands in. */
export function meetingFacts(unit: Unit, columns: Columns | null, order: Ordered): MeetingFacts {
  const { text, name, naming } = unit.kind === 'row' ? rowParts(unit, columns, order) : lineParts(unit, order)
  const kind =
    ceremonyKind(withoutBox(name)) ?? (unit.kind === 'row' ? null : ceremonyKind(withoutBox(clip(text, 200))))
  const { when, dates, days } = whenOf(text, order)
  const folded = fold(text)
  const places = sprintDaysIn(text)
  const { start } = timesIn(text, true)
  return {
    kind,
    naming: kind === null ? 'none' : naming,
    name,
    dates: dates.length + days.length,
    weekday: when?.type === 'weekly' && when.weekdays.length > 0,
    clock: start !== null,
    daily: when?.type === 'daily',
    weekly: when?.type === 'weekly' && when.weekdays.length === 0,
    sprintDay: places.length > 0 || (unit.kind === 'row' && unit.cells.some(isBoxAlone)),
    sprintEdge: places.some((place) => place.edge !== null && place.edge !== 'start'),
    sprintTo: places.find((place) => place.to !== null)?.to ?? null,
    length: lengthIn(text) !== null,
    cadence: saysCadence(text),
    addressed: says(folded, ADDRESSED),
    thenWhen: thenWhen(unit, text, order),
    label: labelOf(text),
    opensWithWhen: opensWithWhen(text, order),
    below: unit.kind === 'row' ? '' : whenBelow(order, unit.node),
    task: isTask(name) || isTask(text),
    ofThing: isOfThing(name.split(/[,;:(（]|\s[—–-]\s/)[0] ?? name),
    norm: isNorm(text, name, kind, when, start),
    past: says(folded, PAST_WORDS),
    takesPlace: says(folded, TAKES_PLACE),
    words: folded.split(' ').length,
  }
}

export const saysWhen = (facts: MeetingFacts): boolean =>
  facts.dates > 0 ||
  facts.weekday ||
  facts.clock ||
  facts.daily ||
  facts.weekly ||
  facts.sprintDay ||
  facts.below !== ''

export const isNamed = (facts: MeetingFacts): boolean =>
  facts.naming === 'whole' || facts.naming === 'part' || facts.naming === 'start'

export const isScrum = ({ kind }: MeetingFacts): boolean => kind !== null && MEETINGS.has(kind)

/** "Every two hours", "each sprint", "alle zwei Wochen". */
const RECURS =
  /(?:each|every|after each|cada|jede[nrsm]?|alle|chaque|tous les|toutes les|todos los|todas las|todos os|todas as|ogni|elke|varje|hver|кажд\p{L}+|що)\s(?:(?:\d{1,2}|two|three|second|other|zwei|drei|dos|deux|deux)\s)?\p{L}{3}/iu

/** Whether a text says that something comes back. */
export const saysCadence = (text: string): boolean => says(fold(text), CADENCE) || RECURS.test(text)

interface Parts {
  text: string
  name: string
  naming: Naming
}

/** A text behind the name of a box of time: "Phase 2" and "Sprint 3" are no events, what stands behind them may be. */
function withoutBox(text: string): string {
  const box = boxOf(text)
  return box && box.kind !== 'milestone' && box.before === '' ? box.rest : text
}

function lineParts(unit: Unit, order: Ordered): Parts {
  const text = clip(unit.text, 400)
  const label = LABELLED.exec(text)
  const dated = label?.[1] !== undefined && isWhenOrPlace(label[1], order)
  const told = dated ? (label?.[2] ?? '') : text
  const bare = withoutBox(withoutWhen(told, order))
    .replace(/\s*[(（][^()（）]*[)）]\s*$/, '')
    .trim()
  const bold = /^[^\p{L}*]{0,6}\*\*([^*]{2,60}?)[:：]?\*\*/su.exec(unit.raw)?.[1]
  if (!dated && bold !== undefined && bold !== bare && isMeetingName(bold))
    return { text, name: bold, naming: 'whole' }
  if (!dated && label?.[1] !== undefined && ceremonyKind(withoutBox(label[1])) !== null) {
    const name = withoutWhen(label[1], order)
    return { text, name, naming: isMeetingName(name) ? 'whole' : 'start' }
  }
  const undated = withoutDays(bare, order)
  if (undated !== bare && isMeetingName(undated)) return { text, name: undated, naming: 'whole' }
  return { text, name: bare, naming: namingOf(bare) }
}

/** A label and what follows it; the colon of an hour parts nothing. */
const LABELLED = /^([^:：]{2,60}?)(?:(?<!\d)[:：]|[:：](?!\d))\s*(.*)$/su

const labelOf = (text: string): string => LABELLED.exec(text)?.[1]?.trim() ?? ''

/** The words without dates, hours and weekdays, wherever they stand. */
function withoutDays(text: string, order: Ordered): string {
  let left = text
  for (const date of findDates(text, order.slash).toReversed())
    left = `${left.slice(0, date.at)} ${left.slice(date.end)}`
  return squeeze(left.replace(/\d{1,2}(?::\d{2}|\s?[ap]m\b)/gi, ' ').replace(/[\s,–—-]+$/u, ''))
}

function namingOf(name: string): Naming {
  if (isMeetingName(name)) return 'whole'
  const head = /^(.{3,60}?)\s+[–—-]\s/u.exec(name)?.[1]
  if (head !== undefined && isMeetingName(head)) return 'whole'
  const parts = name.split(/,\s|;\s|\s\+\s|\s[–—-]\s|、|，|。/).filter((part) => part !== '')
  if (parts.length > 1 && parts.some((part) => isMeetingName(part.replace(/\.$/, '')))) return 'part'
  const opening = name.split(/\s+/).slice(0, 4).join(' ')
  return ceremonyKind(opening) === null ? 'inside' : 'start'
}

const RANKS: readonly Naming[] = ['whole', 'part', 'start']

/** Of a row the cell in the column of ceremonies; else the one that names a meeting best, else its title. */
function rowParts(unit: Unit, columns: Columns | null, order: Ordered): Parts {
  const text = clip(unit.cells.filter((cell) => cell !== '').join(' | '), 400)
  const column = columns?.at.ceremonies
  const told = column === undefined ? '' : (unit.cells[column] ?? '')
  if (told !== '' && !isWhen(told, order)) return { text, name: told, naming: namingOf(nameIn(told, order)) }
  let best: { name: string; rank: number } | null = null
  for (const cell of unit.cells.slice(0, 8)) {
    if (cell.length > NAME_LENGTH || isWhen(cell, order) || ceremonyKind(withoutBox(cell)) === null) continue
    const rank = RANKS.indexOf(namingOf(nameIn(cell, order)))
    if (rank >= 0 && (best === null || rank < best.rank)) best = { name: cell, rank }
  }
  if (best) return { text, name: best.name, naming: RANKS[best.rank] as Naming }
  return { text, name: unit.text, naming: 'inside' }
}

const nameIn = (text: string, order: Ordered): string =>
  withoutBox(withoutWhen(text, order)).replace(/\s*[(（][^()（）]*[)）]\s*$/, '')

/** "Week 1", "Fri 15 May", "Day 3-4", "Sprint 6". */
function isWhenOrPlace(text: string, order: Ordered): boolean {
  return (
    isWhen(text, order) ||
    (text.length < 40 &&
      ((sprintDaysIn(text).length > 0 && ceremonyKind(withoutBox(text)) === null) ||
        /^sprint \d{1,3}$/i.test(text)))
  )
}

function opensWithWhen(text: string, order: Ordered): boolean {
  const opening = /^(.{2,40}?)(?:[:：|]|\s[—–-]\s)/.exec(text)?.[1]
  return opening !== undefined && isWhenOrPlace(opening, order)
}

/** "Release date: 2026-07-21", "Sprint Review (End of Week 2)", "Retro 15 May 14:00": a name, and then when it is. */
function thenWhen(unit: Unit, text: string, order: Ordered): boolean {
  if (unit.kind === 'row') return unit.cells.some((cell) => cell !== '' && isWhenOrPlace(cell, order))
  const label = LABELLED.exec(text)
  if (label?.[1] && label[2] && label[2].length <= 80) return isWhenOrPlace(opening(label[2]), order)
  const bracket = /^(.{2,80}?)\s*[(（]([^()（）]{2,60})[)）]\W*$/su.exec(text)
  if (bracket?.[1] && bracket[2]) return isWhenOrPlace(opening(bracket[2]), order)
  const left = withoutWhen(text, order)
  return text.length < 120 && left !== text && text.startsWith(left)
}

/** A cell that is the name of a sprint or phase: the entry is due with it. */
function isBoxAlone(cell: string): boolean {
  const box = cell.length < 24 ? boxOf(cell) : null
  return box !== null && box.kind !== 'milestone' && box.before === '' && !/\p{L}/u.test(box.rest)
}

/** What stands before a comma or bracket. */
const opening = (text: string): string => text.split(/[,;(（]|\s[—–-]\s/)[0]?.trim() ?? text
