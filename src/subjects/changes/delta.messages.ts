// The daily delta: what changed in the sprint since the last one.
import type { KnownBlock } from '@slack/types'
import type { Delta, MovedItem, ReestimatedItem, ScopeChange } from '#domain/sprint/delta.ts'
import type { LocalDate } from '#domain/sprint/types.ts'
import { context, header, message, section } from '#platform/blocks/blocks.ts'
import { oneLine, plural, safe } from '#platform/blocks/text.ts'
import { dayText, dayTimeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { amount, bar, number, percent, statusWords } from '#wording/amounts.ts'
import { type Late, lateNote, type MissedNote, missedTexts } from '#wording/late.ts'
import { severityMarks } from '#wording/marks.ts'
import { dependencyText } from '#wording/plan-words.ts'
import { doneOfCommitted } from '#wording/progress.ts'

export interface DeltaView {
  teamName: string
  sprintName: string
  today: LocalDate
  /** The team's, IANA. */
  zone: string
  delta: Delta
  /** What was missed since the team's last message. */
  missedNotes: MissedNote[]
  late: Late
}

const linesShown = 12

export function deltaMessage(view: DeltaView): Content {
  const { delta, today, zone } = view
  const since = dayTimeText(delta.since, zone)
  const notes = noteLines(view)
  const summary = `${safe(oneLine(view.teamName), 100)}, what changed today: ${summaryOf(delta)}`
  if (delta.empty) {
    const line = `*What changed today* · nothing moved since ${since}. ${paceText(delta)}`
    return message(summary, [section(line), ...notes.map(context)])
  }
  const blocks: KnownBlock[] = [
    header(`What changed today · ${dayText(today)}`),
    context(subtitle(view, since)),
  ]
  const parts = [
    listed('Moved', delta.moved.map(movedLine)),
    listed('Scope', [
      ...delta.added.map((change) => scopeLine('➕', 'added', change, delta)),
      ...delta.cut.map((change) => scopeLine('➖', 'cut', change, delta)),
      ...delta.reestimated.map((change) => estimateLine(change)),
    ]),
    `*Progress*\n${bar(delta.progress.share ?? 0)}  ${paceText(delta)}`,
    listed('Blockers', blockerLines(delta)),
    listed('Due', dueLines(delta)),
  ]
  for (const part of parts) if (part !== null) blocks.push(section(part))
  return message(summary, [...blocks, ...notes.map(context)])
}

function subtitle({ teamName, sprintName, delta }: DeltaView, since: string): string {
  const { phase, day, days } = delta.progress
  const parts = [safe(oneLine(teamName), 100), safe(oneLine(sprintName), 100)]
  if (phase === 'running') parts.push(`day ${day} of ${days}`)
  return [...parts, `since ${since}`].join(' · ')
}

function summaryOf(delta: Delta): string {
  if (delta.empty) return 'nothing moved.'
  const counted = [
    [delta.finished.length, 'finished'],
    [delta.moved.length - delta.finished.length, 'moved'],
    [delta.added.length, 'added'],
    [delta.cut.length, 'cut'],
    [delta.reestimated.length, 're-estimated'],
  ] as const
  const parts = counted.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  if (delta.blockersOpened.length) parts.push(plural(delta.blockersOpened.length, 'new blocker'))
  if (delta.blockersResolved.length)
    parts.push(`${plural(delta.blockersResolved.length, 'blocker')} resolved`)
  const overdue = delta.dueNext.filter((next) => next.overdue).length
  if (overdue) parts.push(`${overdue} overdue`)
  if (delta.dueNext.length > overdue) parts.push(`${delta.dueNext.length - overdue} due next`)
  return `${parts.join(', ')}.`
}

/** "5 of 16 points done (31 %), 1.8 points behind the ideal line." */
function paceText({ progress, left, idealLeft }: Delta): string {
  if (progress.share === null) return 'The sprint has no items yet.'
  const done = `*${doneOfCommitted(progress)}* done (${percent(progress.share)})`
  if (idealLeft === null) return `${done}.`
  const ahead = idealLeft - left
  const distance = amount(Math.abs(ahead), progress.unit ?? 'items')
  if (number(Math.abs(ahead)) === '0') return `${done}, right on the ideal line for tonight.`
  return `${done}, ${distance} ${ahead > 0 ? 'ahead of' : 'behind'} the ideal line for tonight.`
}

function movedLine({ key, title, from, to, by }: MovedItem): string {
  const who = by ? ` · ${safe(oneLine(by), 80)}` : ''
  return `${statusWords[to].mark} ${named(key, title)} · ${statusWords[from].words} → *${statusWords[to].words}*${who}`
}

function scopeLine(
  mark: string,
  word: string,
  { key, title, value, stretch }: ScopeChange,
  { progress }: Delta,
): string {
  const size = value === null || progress.unit === null ? '' : ` · ${amount(value, progress.unit)}`
  return `${mark} ${named(key, title)} · ${word}${size}${stretch ? ' · stretch' : ''}`
}

function estimateLine({ key, title, from, to }: ReestimatedItem): string {
  const shown = (estimate: string | null) => (estimate === null ? 'no estimate' : safe(oneLine(estimate), 30))
  return `✏️ ${named(key, title)} · ${shown(from)} → *${shown(to)}*`
}

function blockerLines({ blockersOpened, blockersResolved, since }: Delta): string[] {
  return [
    ...blockersOpened.map(({ severity, number: n, text, itemKey }) => {
      const about = itemKey ? ` · ${safe(oneLine(itemKey), 60)}` : ''
      return `${severityMarks[severity]} *B-${n}* ${safe(oneLine(text), 200)}${about} · opened`
    }),
    ...blockersResolved.map(({ number: n, text, resolution, raisedAt }) => {
      const how = resolution ? ` · ${safe(oneLine(resolution), 200)}` : ''
      const what = raisedAt > since ? 'opened and resolved' : 'resolved'
      return `✅ *B-${n}* ${safe(oneLine(text), 160)} · ${what}${how}`
    }),
  ]
}

function dueLines({ dueNext }: Delta): string[] {
  return dueNext.map(({ text, due, overdue }) => {
    const when = overdue ? `*overdue* since ${dayText(due)}` : dayText(due)
    return `${overdue ? '🔴' : '⏰'} ${dependencyText(text, due, 240)} · ${when}`
  })
}

function noteLines({ missedNotes, late }: DeltaView): string[] {
  return [...(late ? [lateNote('report', late)] : []), ...missedTexts(missedNotes)]
}

const named = (key: string, title: string): string =>
  `*${safe(oneLine(key), 60)}* ${safe(oneLine(title), 160)}`

/** A titled list; null without lines. */
function listed(title: string, lines: string[]): string | null {
  if (lines.length === 0) return null
  const shown = lines.slice(0, linesShown)
  const more = lines.length - shown.length
  return [`*${title}*`, ...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n')
}
