// The stakeholder digest: one screen for people outside the team, who know no keys and no jargon.

import type { KnownBlock } from '@slack/types'
import type { AgedBlocker } from '#domain/sprint/blockers.ts'
import type { Burndown } from '#domain/sprint/burndown.ts'
import type { Delta } from '#domain/sprint/delta.ts'
import type { Forecast } from '#domain/sprint/forecast.ts'
import type { Headline } from '#domain/sprint/headline.ts'
import type { Progress } from '#domain/sprint/progress.ts'
import type { RankedRisk } from '#domain/sprint/ranked-risks.ts'
import type { LocalDate, ObjectiveLine } from '#domain/sprint/types.ts'
import { actions, context, divider, header, message, section, sectionWith } from '#platform/blocks/blocks.ts'
import { mention, oneLine, plural, safe } from '#platform/blocks/text.ts'
import { dateRange, dayText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { commandButton } from '#platform/slack/command.messages.ts'
import { answerButton, openAsking, questionLine } from '#subjects/decisions/index.ts'
import { objectiveLine } from '#subjects/objectives/index.ts'
import { amount } from '#wording/amounts.ts'
import { forecastText } from '#wording/forecast.ts'
import { headlineText, standings } from '#wording/headline.ts'
import { type Late, lateNote } from '#wording/late.ts'
import { ageText, escalatedMark } from '#wording/marks.ts'
import { burndownLine, doneOfCommitted, progressLines } from '#wording/progress.ts'
import { riskLine } from '#wording/risk-lines.ts'
import { postDigestButton } from './ids.ts'

export interface DigestView {
  sprintId: string
  /** What the button that posts carries, so that one preview is posted once. */
  nonce: string
  teamName: string
  sprintName: string
  goals: string[]
  zone: string
  today: LocalDate
  /** Null: no dates yet. */
  window: { start: LocalDate; end: LocalDate } | null
  headline: Headline
  progress: Progress
  burndown: Burndown | null
  forecast: Forecast
  objectives: ObjectiveLine[]
  risks: RankedRisk[]
  decisions: { id: string; question: string; ageDays: number }[]
  /** Decided since the last digest. */
  decided: { question: string; answer: string }[]
  escalated: AgedBlocker[]
  /** Since the last digest, or since the sprint began. */
  delta: Delta
  since: { lastDigest: boolean; day: string }
  /** Titles of what was finished since. */
  finished: string[]
  /** A preview has buttons to post and to fill in; a posted one says by whom when a person had it posted. */
  shown: { as: 'preview'; hasStakeholders: boolean } | { as: 'posted'; by: string | null; late: Late }
}

const most = { goals: 3, objectives: 8, risks: 3, decisions: 5, finished: 8, blockers: 4, changes: 6 }

export function stakeholderDigest(view: DigestView): Content {
  const { headline, window, progress, shown, zone } = view
  const { mark, words } = standings[headline.standing]
  const end = window ? dayText(window.end) : 'its end'
  const blocks: KnownBlock[] = [
    header(`${mark} ${view.sprintName}: ${words}`),
    context(subtitle(view)),
    section([headlineText(headline, end), ...goalLines(view.goals)].join('\n')),
    section(progressText(view)),
  ]
  if (view.objectives.length)
    blocks.push(
      section(list('Objectives', view.objectives, most.objectives, (each) => objectiveLine(each, zone))),
    )
  if (view.risks.length)
    blocks.push(section(list('Top risks', view.risks, most.risks, (risk) => riskLine(risk, { keys: false }))))
  blocks.push(...asks(view), ...news(view))
  if (shown.as === 'preview')
    blocks.push(
      divider(),
      context('Only you see this preview.'),
      actions('digest.actions', [
        postDigestButton.button(
          shown.hasStakeholders ? 'Post to stakeholders' : 'Post in the team’s channel',
          { sprintId: view.sprintId, nonce: view.nonce },
          { style: 'primary' },
        ),
        ...(view.objectives.length ? [commandButton('Report objectives', 'objectives', 'objectives')] : []),
        openAsking.button('Ask for a decision'),
      ]),
    )
  else if (shown.late) blocks.push(context(lateNote('digest', shown.late)))
  else if (shown.by) blocks.push(context(`Posted by ${mention(shown.by)}`))
  const names = `${safe(oneLine(view.teamName), 100)} · ${safe(oneLine(view.sprintName), 100)}`
  return message(`${names}: ${words}, ${doneOfCommitted(progress)} done`, blocks)
}

/** What stands in place of the preview once it was posted. */
export function digestPosted(channel: string): Content {
  return message('The digest is posted.', [context(`✅ Posted to ${channel}.`)])
}

function subtitle({ teamName, window, progress }: DigestView): string {
  const parts = [safe(oneLine(teamName), 100)]
  if (window) parts.push(dateRange(window.start, window.end))
  if (window && progress.phase === 'running') parts.push(`day ${progress.day} of ${progress.days}`)
  return parts.join(' · ')
}

function goalLines(goals: string[]): string[] {
  const shown = goals.slice(0, most.goals).map((goal) => `> ${safe(oneLine(goal), 300)}`)
  return shown.length ? ['*Goal*', ...shown] : []
}

function progressText({ progress, burndown, forecast, window }: DigestView): string {
  const line = burndown && burndownLine(burndown)
  const lines = ['*Progress*', progressLines(progress)]
  if (line) lines.push(`Burndown ${line}`)
  if (window && progress.phase === 'running') lines.push(forecastText(forecast))
  return lines.join('\n')
}

/** What the team needs of its readers: decisions, and help with what was escalated. */
function asks({ decisions, escalated }: DigestView): KnownBlock[] {
  if (decisions.length + escalated.length === 0) return [section('*Needed from you*\nNothing at the moment.')]
  const blocks = [section('*Needed from you*')]
  for (const decision of decisions.slice(0, most.decisions))
    blocks.push(sectionWith(questionLine(decision, 600), answerButton(decision)))
  if (decisions.length > most.decisions)
    blocks.push(
      context(`… and ${plural(decisions.length - most.decisions, 'more decision')}: \`/sprint decide\``),
    )
  if (escalated.length)
    blocks.push(
      section(
        list(
          null,
          escalated,
          most.blockers,
          (blocker) =>
            `${escalatedMark} *Help wanted* · ${safe(oneLine(blocker.text), 300)} · open ${blocker.ageDays === 0 ? 'since today' : `for ${ageText(blocker.ageDays)}`}`,
        ),
      ),
    )
  return blocks
}

/** What changed and what was finished since. */
function news(view: DigestView): KnownBlock[] {
  const changes = changesSince(view)
  const { finished } = view
  const since = view.since.lastDigest
    ? `since the last digest (${view.since.day})`
    : `since ${view.since.day}`
  if (changes.length + finished.length === 0)
    return [context(`Nothing changed and nothing was finished ${since}.`)]
  const done = (title: string) => `✅ ${safe(oneLine(title), 200)}`
  return [
    ...(changes.length ? [section(list(`Changes ${since}`, changes, most.changes, (line) => line))] : []),
    ...(finished.length ? [section(list(`Finished ${since}`, finished, most.finished, done))] : []),
  ]
}

function changesSince({ delta, decided }: DigestView): string[] {
  const unit = delta.progress.unit
  const size = (value: number | null) => (value === null || unit === null ? '' : ` (${amount(value, unit)})`)
  const changes = [
    ...delta.added.map(({ title, value }) => `➕ Added: ${safe(oneLine(title), 160)}${size(value)}`),
    ...delta.cut.map(({ title, value }) => `➖ Taken out: ${safe(oneLine(title), 160)}${size(value)}`),
    ...decided.map(
      ({ question, answer }) => `⚖️ Decided: ${safe(oneLine(question), 160)} → ${safe(oneLine(answer), 160)}`,
    ),
  ]
  const counts = [
    delta.reestimated.length ? `${plural(delta.reestimated.length, 'estimate')} changed` : null,
    delta.blockersOpened.length ? plural(delta.blockersOpened.length, 'new blocker') : null,
    delta.blockersResolved.length ? `${plural(delta.blockersResolved.length, 'blocker')} resolved` : null,
  ].filter((part) => part !== null)
  if (counts.length) changes.push(counts.join(' · '))
  return changes
}

function list<T>(title: string | null, all: T[], count: number, line: (one: T) => string): string {
  const lines = all.slice(0, count).map(line)
  if (all.length > count) lines.push(`… and ${all.length - count} more`)
  return [...(title ? [`*${title}*`] : []), ...lines].join('\n')
}
