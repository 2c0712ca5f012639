// /sprint status: the sprint at a glance.
import type { KnownBlock } from '@slack/types'
import type { AgedBlocker } from '#domain/sprint/blockers.ts'
import type { Burndown } from '#domain/sprint/burndown.ts'
import type { Forecast } from '#domain/sprint/forecast.ts'
import type { Progress } from '#domain/sprint/progress.ts'
import type { RankedRisk } from '#domain/sprint/ranked-risks.ts'
import type { LocalDate } from '#domain/sprint/types.ts'
import { actions, context, divider, header, message, section } from '#platform/blocks/blocks.ts'
import { mention, oneLine, plural, safe } from '#platform/blocks/text.ts'
import { dateRange, dayText, dayTimeText, inDays, timeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { openBegin } from '#subjects/begin/index.ts'
import { forecastText } from '#wording/forecast.ts'
import { ageText, escalatedMark, severityMarks } from '#wording/marks.ts'
import { burndownLine, doneOfCommitted, progressLines, statusCounts } from '#wording/progress.ts'
import { riskLine } from '#wording/risk-lines.ts'
import { postStatusButton } from './ids.ts'

export interface StatusView {
  sprintId: string
  /** What the button "Post to channel" carries, so that one answer is posted once. */
  nonce: string
  teamName: string
  sprintName: string
  theme: string | null
  /** Null: the sprint has no dates yet. */
  window: { start: LocalDate; end: LocalDate; startsInDays: number; endsInDays: number } | null
  goals: string[]
  progress: Progress
  burndown: Burndown | null
  blockers: AgedBlocker[]
  /** The gravest first. */
  risks: RankedRisk[]
  forecast: Forecast
  next: { title: string; at: Date } | null
  /** What is still posted today, by itself, before that. */
  later: { title: string; at: Date }[]
  /** The team's, IANA. */
  zone: string
  /** Who had it posted; null: it is shown to the asker. */
  postedBy: string | null
}

const blockersShown = 5
const risksShown = 3
const goalsShown = 4

export function statusMessage(view: StatusView): Content {
  const { sprintName, progress } = view
  const when = dayOf(view)
  const blocks: KnownBlock[] = [header(`${sprintName} · ${when}`), context(subtitle(view))]
  if (view.goals.length) blocks.push(section(goalLines(view.goals)))
  const counts = statusCounts(progress)
  const burndown = view.burndown && burndownLine(view.burndown)
  blocks.push(
    section(
      ['*Progress*', progressLines(progress), counts, burndown && `Burndown ${burndown}`]
        .filter(Boolean)
        .join('\n'),
    ),
  )
  if (view.window && progress.phase === 'running')
    blocks.push(section(`*Forecast*\n${forecastText(view.forecast)}`))
  blocks.push(section(blockerLines(view.blockers)))
  if (view.risks.length) blocks.push(section(riskLines(view)))
  blocks.push(divider(), context(footer(view)))
  if (!view.postedBy) blocks.push(statusButtons(view))
  const text = `${safe(oneLine(view.teamName), 100)} · ${safe(oneLine(sprintName), 100)}: ${when}, ${doneOfCommitted(progress)} done, ${plural(view.blockers.length, 'open blocker')}`
  return message(text, blocks)
}

/** What stands in place of the answer once its button was used. */
export function statusPosted(channel: string): Content {
  const text = 'Posted. Everyone in the channel sees it now.'
  return message(text, [context(`✅ Posted to ${channel}.`)])
}

function dayOf({ window, progress }: StatusView): string {
  if (!window) return 'no dates yet'
  if (window.startsInDays > 0) return `starts ${inDays(window.startsInDays)}`
  if (window.endsInDays < 0) return `ended on ${dayText(window.end)}`
  return `day ${Math.max(1, progress.day)} of ${Math.max(1, progress.days)}`
}

function subtitle({ teamName, sprintName, theme, window }: StatusView): string {
  const parts = [safe(oneLine(teamName), 100)]
  if (theme && !sprintName.includes(theme)) parts.push(safe(oneLine(theme), 200))
  parts.push(
    window
      ? dateRange(window.start, window.end)
      : 'The plan gives no dates: begin the sprint, and its ceremonies start.',
  )
  return parts.join(' · ')
}

function goalLines(goals: string[]): string {
  const shown = goals.slice(0, goalsShown).map((goal) => safe(oneLine(goal), 300))
  const more = goals.length - shown.length
  const lines = shown.length === 1 ? shown : shown.map((goal) => `• ${goal}`)
  return ['*Goal*', ...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n')
}

function blockerLines(blockers: AgedBlocker[]): string {
  if (blockers.length === 0) return '*Blockers*\nNone open. 🎉'
  const lines = blockers.slice(0, blockersShown).map((blocker) => {
    const about = blocker.itemKey ? ` · ${safe(oneLine(blocker.itemKey), 60)}` : ''
    const who = blocker.takenBy ? ` · ${safe(oneLine(blocker.takenBy), 60)} is on it` : ' · nobody yet'
    const escalated = blocker.state === 'escalated' ? ` · ${escalatedMark} escalated` : ''
    return `${severityMarks[blocker.severity]} *B-${blocker.number}* ${safe(oneLine(blocker.text), 160)}${about} · ${ageText(blocker.ageDays)}${who}${escalated}`
  })
  const more = blockers.length - lines.length
  if (more > 0) lines.push(`… and ${more} more: \`/sprint blockers\``)
  return [`*Blockers* (${blockers.length})`, ...lines].join('\n')
}

function riskLines({ risks }: StatusView): string {
  const lines = risks.slice(0, risksShown).map((risk) => riskLine(risk))
  if (risks.length > risksShown) lines.push(`… and ${risks.length - risksShown} more: \`/sprint risks\``)
  return ['*Top risks*', ...lines].join('\n')
}

function footer({ next, later, zone, postedBy }: StatusView): string {
  const still = later.map(({ title, at }) => `${safe(oneLine(title), 80)}, ${timeText(at, zone)}`)
  const parts = [
    ...(still.length ? [`Today still: ${still.join('; ')}`] : []),
    next
      ? `Next: ${safe(oneLine(next.title), 200)}, ${dayTimeText(next.at, zone)}`
      : 'Nothing is planned next.',
  ]
  if (postedBy) parts.push(`Posted by ${mention(postedBy)}`)
  return parts.join('  ·  ')
}

function statusButtons({ sprintId, nonce, window }: StatusView): KnownBlock {
  const post = postStatusButton.button('Post to channel', { sprintId, nonce })
  if (window) return actions('status.actions', [post])
  return actions('status.actions', [
    openBegin.button('Begin the sprint', sprintId, { style: 'primary' }),
    post,
  ])
}
