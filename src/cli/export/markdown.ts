// A status report as Markdown, for a folder beside the plans: the same state gives the same text.

import type { Estimate } from '#domain/sprint/types.ts'
import { oneLine, plural } from '#platform/blocks/text.ts'
import { dayText, dayTimeText } from '#platform/blocks/when.ts'
import { statusWords } from '#wording/amounts.ts'
import { forecastText } from '#wording/forecast.ts'
import { reasonWords, standings } from '#wording/headline.ts'
import { doneOfCommitted } from '#wording/progress.ts'
import type { Report } from './gather.ts'

/** The report, with a line end at its end. */
export function reportMarkdown(report: Report): string {
  const { state, digest } = report
  const { standing, reason } = digest.headline
  const words = standings[standing].words
  const end = digest.window ? dayText(digest.window.end) : 'its end'
  const parts = [
    `# ${md(digest.teamName)}: ${md(digest.sprintName)}`,
    `As of ${dayTimeText(state.now, digest.zone)}.`,
    `**${words.charAt(0).toUpperCase()}${words.slice(1)}**: ${reasonWords(reason, end)}`,
    bullets(facts(report)),
    chapter('Goals', bullets(digest.goals.map(md))),
    chapter('Items', items(report)),
    chapter('Objectives', objectives(report)),
    chapter('Blockers', blockers(report)),
    chapter('Risks', risks(report)),
    chapter('Dependencies', dependencies(report)),
    chapter('Decisions', decisions(report)),
    chapter('Actions', actions(report)),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function facts({ state, digest }: Report): string[] {
  const { progress, window } = digest
  const lines = [`${doneOfCommitted(progress)} done, ${plural(progress.committed.items, 'item')} committed`]
  if (window) lines.unshift(`${window.start} to ${window.end}`)
  if (window && progress.phase === 'running')
    lines.push(`Day ${progress.day} of ${progress.days}`, forecastText(digest.forecast))
  if (!state.dated) lines.push('The sprint has no dates yet')
  return lines
}

function items({ state }: Report): string {
  return table(
    ['Key', 'Item', 'Status', 'Estimate', 'Owner'],
    state.items
      .filter(({ inSprint }) => inSprint)
      .map(({ key, title, status, estimate, owners, stretch }) => [
        key,
        stretch ? `${title} (stretch)` : title,
        statusWords[status].words,
        estimateText(estimate),
        owners.join(', '),
      ]),
  )
}

function objectives({ state: { objectives } }: Report): string {
  return table(
    ['Objective', 'Baseline', 'Target', 'Reading'],
    objectives.map(({ text, baseline, target, latest }) => [
      text,
      baseline ?? '',
      target ?? '',
      latest ? `${latest.value} (${latest.at.toISOString().slice(0, 10)})` : '',
    ]),
  )
}

function blockers({ blockers }: Report): string {
  return table(
    ['Blocker', 'What', 'Item', 'Severity', 'State', 'Working days'],
    blockers.map(({ number, text, itemKey, severity, state, takenBy, ageDays }) => [
      `B-${number}`,
      text,
      itemKey ?? '',
      severity,
      takenBy ? `${state} (${takenBy})` : state,
      String(ageDays),
    ]),
  )
}

function risks({ register }: Report): string {
  return table(
    ['Score', 'Risk', 'Likelihood', 'Impact', 'Mitigation', 'Owner'],
    register.map(({ score, title, likelihood, impact, mitigation, owner }) => [
      score === null ? '' : String(score),
      title,
      likelihood ?? '',
      impact ?? '',
      mitigation ?? '',
      owner ?? '',
    ]),
  )
}

function dependencies({ state }: Report): string {
  return bullets(
    state.dependencies.map(
      ({ text, due, doneAt }) => `${box(doneAt !== null)} ${md(text)}${due ? ` (due ${due})` : ''}`,
    ),
  )
}

function decisions({ state }: Report): string {
  return bullets(
    state.decisions.map(({ question, answer, decidedAt }) =>
      decidedAt
        ? `${box(true)} ${md(question)} → ${md(answer ?? '')} (${decidedAt.toISOString().slice(0, 10)})`
        : `${box(false)} ${md(question)}`,
    ),
  )
}

function actions({ actions }: Report): string {
  return bullets(
    actions.map(({ text, owner, due, done }) => {
      const told = [owner, due && `due ${due}`].filter(Boolean).join(', ')
      return `${box(done)} ${md(text)}${told ? ` (${md(told)})` : ''}`
    }),
  )
}

function estimateText(estimate: Estimate | null): string {
  if (!estimate) return ''
  return 'size' in estimate ? estimate.size : `${estimate.value} ${estimate.unit}`
}

const box = (checked: boolean) => (checked ? '[x]' : '[ ]')
const chapter = (title: string, body: string) => (body === '' ? '' : `## ${title}\n\n${body}`)
const bullets = (lines: string[]) => lines.map((line) => `- ${line}`).join('\n')

function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return ''
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells.map(md)))].join('\n')
}

/** Text as Markdown that shows it as it was written, on one line. */
const md = (text: string) => oneLine(text).replace(/[\\`*_[\]<>|#~]/g, '\\$&')
