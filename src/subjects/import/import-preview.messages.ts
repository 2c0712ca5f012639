// What was understood of a plan, before it is stored and after.
import type { KnownBlock, ModalView } from '@slack/types'
import { countryName } from '#domain/calendar/countries.ts'
import type { Diagnostic, ItemStatus } from '#domain/plan-file.ts'
import type { PlanChange } from '#plan/diff.ts'
import { context, divider, section } from '#platform/blocks/blocks.ts'
import { modalText, textField } from '#platform/blocks/inputs.ts'
import { channelLink, oneLine, plural, safe } from '#platform/blocks/text.ts'
import { datedRange, withDays } from '#platform/blocks/when.ts'
import { statusLabel } from '#wording/marks.ts'
import { confirmForm, storedNotice } from './ids.ts'
import { changeText } from './plan-changes.messages.ts'

/** An item as it was read. */
export interface ItemRead {
  /** As the plan states it; null: it states none. */
  key: string | null
  title: string
  /** "5 points", "M", escaped; null: none. */
  estimate: string | null
  owners: string[]
  status: ItemStatus | null
  stretch: boolean
}

export interface SprintRead {
  name: string
  start: string | null
  end: string | null
  points: number
  goals: string[]
  items: ItemRead[]
}

export interface UnderstoodPlan {
  teamName: string
  /** The team would be made by this import. */
  made: boolean
  zone: string
  /** Whose public holidays its ceremonies observe, "DE"; null: nobody's. */
  country: string | null
  channelId: string | null
  /** Other channels, by id, that it posts in once somebody of them confirms. */
  waiting: string[]
  /** The number of the revision that it would be; from 1. */
  revision: number
  unchanged: boolean
  changes: PlanChange[]
  sprints: SprintRead[]
  backlog: ItemRead[]
  risks: number
  dependencies: number
  objectives: number
  /** "Stand-up · every working day at 09:45". */
  ceremonies: string[]
}

export interface Understood {
  path: string
  plans: UnderstoodPlan[]
  diagnostics: Diagnostic[]
  coverage: { contentLines: number; understood: number; unmapped: [number, number][] }
}

export interface Confirmation {
  /** What the confirmed import needs, as `confirmForm` encodes it. */
  metadata: string
  /** Pasted text, to be mended here; null for a file. */
  text: string | null
}

/** Text of sprints and items of a file, and of what changes: a modal is read, not scrolled for minutes. */
const mostReading = 9000
const mostChanges = 6000
/** A section holds 3,000 characters. */
const mostOfSection = 2800
const shownCeremonies = 8
const shownDiagnostics = 6
const shownWaiting = 5

/** What was understood and what was not. Nothing is stored yet. */
export function previewModal(understood: Understood, confirmation: Confirmation): ModalView {
  const everyUnchanged = understood.plans.every(({ unchanged }) => unchanged)
  return {
    type: 'modal',
    callback_id: confirmForm.id,
    private_metadata: confirmation.metadata,
    title: modalText('What was understood'),
    ...(everyUnchanged && confirmation.text === null ? {} : { submit: modalText('Store it') }),
    close: modalText('Cancel'),
    blocks: [
      ...understood.plans.flatMap((plan) => [...planBlocks(plan, understood.plans.length), divider()]),
      ...judgement(understood),
      ...(confirmation.text === null
        ? []
        : [
            textField({
              id: confirmForm.fields.text,
              label: 'The text',
              hint: 'What stands here is stored.',
              lines: true,
              initial: confirmation.text,
            }),
          ]),
    ],
  }
}

function planBlocks(plan: UnderstoodPlan, plans: number): KnownBlock[] {
  const points = plan.sprints.reduce((sum, sprint) => sum + sprint.points, 0)
  const items = plan.sprints.reduce((sum, sprint) => sum + sprint.items.length, plan.backlog.length)
  const counts = [
    plural(plan.sprints.length, 'sprint'),
    plural(items, 'item'),
    ...(points ? [`${round(points)} points`] : []),
    ...(plan.objectives ? [plural(plan.objectives, 'objective')] : []),
    ...(plan.risks ? [plural(plan.risks, 'risk')] : []),
    ...(plan.dependencies ? [plural(plan.dependencies, 'dependency', 'dependencies')] : []),
  ]
  const where = plan.channelId ? `, ${channelLink(plan.channelId)}` : ', no channel yet'
  const team = `*${safe(oneLine(plan.teamName), 200)}* (${plan.made ? 'a new team' : 'your team'}, ${safe(plan.zone, 60)}${where})`
  return [
    section(`${team}\n${counts.join(' · ')}`),
    ...revisionBlocks(plan, mostChanges / plans),
    ...sections(readingLines(plan), mostReading / plans, 'line'),
    ...(plan.ceremonies.length
      ? [
          section(
            `*Ceremonies in the plan*\n${listed(
              plan.ceremonies.map((line) => `• ${safe(oneLine(withDays(line)), 250)}`),
              shownCeremonies,
            )}`,
          ),
        ]
      : [context('The plan states no ceremonies: they get their default times. See `/sprint team`.')]),
    ...(plan.made ? [context(holidaysText(plan))] : []),
    ...(plan.waiting.length ? [context(waitingText(plan))] : []),
  ]
}

/** A new team's holidays follow from its zone: said at once, as a stand-up on a holiday is a bad beginning. */
function holidaysText({ country, zone }: UnderstoodPlan): string {
  return country
    ? `No ceremonies on public holidays (*${countryName(country)}*, as its zone ${safe(zone, 60)} says). Another country or region: \`/sprint team\`, _Days off_.`
    : 'No public holidays are observed until `/sprint team`, _Days off_, says whose.'
}

const waitingText = ({ waiting }: UnderstoodPlan): string =>
  `:hourglass_flowing_sand: ${listed(waiting.map(channelLink), shownWaiting).replaceAll('\n', ', ')}: nothing is posted there before somebody in it confirms.`

function revisionBlocks({ unchanged, revision, changes }: UnderstoodPlan, most: number): KnownBlock[] {
  if (unchanged) return [context(':white_check_mark: This is stored already: nothing changes.')]
  if (revision === 1) return []
  const lines = changes.map((change) => safe(changeText(change), 300))
  const text = lines.length ? lines : ['Nothing that concerns sprints or items.']
  return sections([`*What changes* (revision ${revision})`, ...text], most, 'change')
}

/** Lines in as few sections as they fit in, up to `most` characters; then how many are left. */
function sections(lines: string[], most: number, noun: string): KnownBlock[] {
  const texts: string[] = []
  let used = 0
  let shown = 0
  for (const line of lines) {
    used += line.length + 1
    if (used > most) break
    shown += 1
    const last = texts.at(-1)
    if (last !== undefined && last.length + line.length < mostOfSection)
      texts[texts.length - 1] = `${last}\n${line}`
    else texts.push(line)
  }
  const left = lines.length - shown
  return [...texts.map(section), ...(left > 0 ? [context(`… and ${plural(left, `more ${noun}`)}`)] : [])]
}

/** What was read, in the order of the plan: each sprint with its goals and items, and the backlog. */
function readingLines({ sprints, backlog }: UnderstoodPlan): string[] {
  const lines = sprints.flatMap((sprint) => [
    sprintLine(sprint),
    ...sprint.goals.map((goal) => `    🎯 ${safe(oneLine(goal), 300)}`),
    ...sprint.items.map(itemLine),
  ])
  if (sprints.length === 0) lines.push('_No sprint: everything is in the backlog._')
  if (backlog.length) lines.push(`*Backlog* · ${plural(backlog.length, 'item')}`, ...backlog.map(itemLine))
  return lines
}

/** "• HP-412 Refund API · 5 points · Maya · 🔵 in progress". */
function itemLine({ key, title, estimate, owners, status, stretch }: ItemRead): string {
  const facts = [
    ...(estimate === null ? [] : [estimate]),
    ...(owners.length ? [safe(oneLine(owners.join(', ')), 100)] : []),
    ...(status === null ? [] : [statusLabel(status)]),
    ...(stretch ? ['stretch'] : []),
  ]
  const head = `${key === null ? '' : `*${safe(oneLine(key), 40)}* `}${safe(oneLine(title), 200)}`
  return `    • ${[head, ...facts].join(' · ')}`
}

function sprintLine({ name, start, end, items, points }: SprintRead): string {
  const when = start && end ? datedRange(start, end) : 'no dates: it waits for `/sprint begin`'
  return `*${safe(oneLine(name), 200)}* · ${when} · ${plural(items.length, 'item')}${points ? `, ${round(points)} points` : ''}`
}

function judgement({ diagnostics, coverage }: Understood): KnownBlock[] {
  const { contentLines, understood, unmapped } = coverage
  const share = contentLines ? Math.floor((100 * understood) / contentLines) : 100
  const missed = unmapped
    .slice(0, 5)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
  const left = unmapped.length > missed.length ? ` and ${unmapped.length - missed.length} more places` : ''
  const notUnderstood = missed.length ? ` Not understood: lines ${missed.join(', ')}${left}.` : ''
  const telling = diagnostics.filter(({ severity }) => severity !== 'info')
  const lines = telling.map(
    ({ severity, line, message }) =>
      `${severity === 'error' ? ':x:' : ':warning:'} line ${line}: ${safe(oneLine(message), 300)}`,
  )
  return [
    ...(lines.length
      ? [section(`*What the plan could say better*\n${listed(lines, shownDiagnostics)}`)]
      : []),
    context(`${share} % of ${plural(contentLines, 'line')} understood.${notUnderstood}`),
  ]
}

/** After it was stored. */
export function storedModal(understood: Understood): ModalView {
  const waiting = understood.plans.some(({ sprints }) => sprints.some(({ start, end }) => !start || !end))
  const homeless = understood.plans.some(({ channelId }) => channelId === null)
  const lines = understood.plans.map(({ teamName, revision, unchanged, changes, made }) => {
    const what = unchanged
      ? 'was there already'
      : made
        ? 'is a team now'
        : revision === 1
          ? 'has a new plan'
          : `has revision ${revision}: ${plural(changes.length, 'change')}`
    return `:white_check_mark: *${safe(oneLine(teamName), 200)}* ${what}.`
  })
  return {
    type: 'modal',
    callback_id: storedNotice,
    title: modalText('Stored'),
    close: modalText('Close'),
    blocks: [
      section(lines.join('\n')),
      ...(waiting ? [section('A sprint has no dates yet: `/sprint begin` gives it some.')] : []),
      ...(homeless
        ? [section('A team has no channel yet: `/sprint team` in its channel links the two.')]
        : []),
      context('`/sprint plan` shows it; `/sprint team` shows its ceremonies and who the names in it are.'),
    ],
  }
}

const round = (points: number): number => Math.round(points * 10) / 10

function listed(lines: string[], most: number): string {
  const left = lines.length - most
  return [...lines.slice(0, most), ...(left > 0 ? [`… and ${left} more`] : [])].join('\n')
}
