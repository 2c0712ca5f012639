// /sprint plan: the sprint as it is planned, and where that plan comes from.
import type { KnownBlock } from '@slack/types'
import type { LocalDate } from '#domain/calendar/types.ts'
import type { Diagnostic, EstimateUnit } from '#domain/plan-file.ts'
import type { ItemFacts, SprintStanding } from '#domain/sprint/types.ts'
import { actions, context, header, message, section } from '#platform/blocks/blocks.ts'
import { oneLine, plural, safe, slackDate } from '#platform/blocks/text.ts'
import { datedRange, dayTimeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { commandButton } from '#platform/slack/command.messages.ts'
import { amount, number, statusWords } from '#wording/amounts.ts'
import { listed } from '#wording/lines.ts'
import { estimateText, statusOrder } from '#wording/marks.ts'
import { shortSprintName } from '#wording/sprint-name.ts'

export interface PlanView {
  teamName: string
  /** The team's, IANA. */
  zone: string
  sprint: {
    name: string
    theme: string | null
    window: { start: LocalDate; end: LocalDate } | null
    /** "year inferred" and such: how sure the dates are; null: they are stated. */
    datesNote: string | null
    goals: string[]
    capacity: { low: number | null; high: number | null; committed: number | null; unit: EstimateUnit | null }
  }
  items: PlanItem[]
  /** Sums of the estimates in the sprint's unit; null: no item has one. */
  totals: { unit: EstimateUnit; committed: number; stretch: number } | null
  source: { path: string; revision: number; importedAt: Date } | null
  diagnostics: Diagnostic[]
  others: OtherSprint[]
  /** Items of the team that are in no sprint. */
  backlog: number
}

export interface OtherSprint {
  name: string
  state: SprintStanding
  window: { start: LocalDate; end: LocalDate } | null
  items: number
}

/** An item with the names of its owners. */
export interface PlanItem {
  item: Pick<
    ItemFacts,
    'key' | 'title' | 'status' | 'epic' | 'stretch' | 'estimateValue' | 'estimateUnit' | 'estimateSize'
  >
  owners: string[]
}

/** ItemFacts lines in all: with titles cut to 90 characters they fit into a message of 12,000. */
const mostLines = 48
const mostGroups = 16
const mostGoals = 5
const mostProblems = 3
const mostOthers = 8

export function planMessage(view: PlanView): Content {
  const { sprint, items } = view
  const name = shortSprintName(sprint.name, view.teamName)
  const committed = items.filter(({ item }) => !item.stretch)
  const stretch = items.filter(({ item }) => item.stretch)
  const blocks: KnownBlock[] = [header(`The plan of ${name}`), context(subtitle(view))]
  if (sprint.goals.length)
    blocks.push(
      section(
        listed(
          '*🎯 Goals*',
          sprint.goals.map((goal) => `• ${safe(oneLine(goal), 250)}`),
          mostGoals,
        ),
      ),
    )
  blocks.push(section(sums(view)))
  const groups = groupsOf(committed)
  if (stretch.length) groups.push({ title: 'Stretch, not committed', items: stretch })
  blocks.push(...groupBlocks(groups))
  if (items.length === 0) blocks.push(section('The plan has no items for this sprint.'))
  if (view.diagnostics.length) blocks.push(section(problems(view.diagnostics)))
  if (view.others.length)
    blocks.push(
      section(
        listed(
          '*Other sprints*',
          view.others.map((other) => otherLine(other, view.teamName)),
          mostOthers,
        ),
      ),
    )
  if (view.backlog) blocks.push(context(`+ ${plural(view.backlog, 'item')} in the backlog`))
  blocks.push(context(origin(view)))
  blocks.push(
    actions('plan.end', [
      commandButton('Status', 'status', 'status'),
      commandButton('Import a newer plan', 'import', 'import'),
    ]),
  )
  return message(
    `${safe(view.teamName, 100)}: the plan of ${safe(name, 100)}, ${plural(items.length, 'item')}`,
    blocks,
  )
}

interface Group {
  title: string
  items: PlanItem[]
}

/** By epic where the plan has two or more, else by status. */
function groupsOf(items: PlanItem[]): Group[] {
  const epics = [...new Set(items.map(({ item }) => item.epic))]
  if (epics.filter((epic) => epic !== null).length >= 2)
    return epics.map((epic) => ({
      title: epic ?? 'Without an epic',
      items: items.filter(({ item }) => item.epic === epic),
    }))
  return statusOrder
    .map((status) => ({
      title: `${statusWords[status].words[0]?.toUpperCase()}${statusWords[status].words.slice(1)}`,
      items: items.filter(({ item }) => item.status === status),
    }))
    .filter((group) => group.items.length > 0)
}

/** A section a group. Where lines have to be left out, the longest groups give first. */
function groupBlocks(groups: Group[]): KnownBlock[] {
  const shown = groups.slice(0, mostGroups)
  let most = mostLines
  const lines = (limit: number) => shown.reduce((sum, { items }) => sum + Math.min(items.length, limit), 0)
  while (most > 2 && lines(most) > mostLines) most -= 1
  const blocks = shown.map(({ title, items }) =>
    section(listed(`*${safe(oneLine(title), 120)}* (${items.length})`, items.map(itemLine), most)),
  )
  const left = groups.slice(mostGroups)
  const count = left.reduce((sum, { items }) => sum + items.length, 0)
  return left.length
    ? [...blocks, section(`… and ${plural(left.length, 'more group')} with ${plural(count, 'item')}`)]
    : blocks
}

function itemLine({ item, owners }: PlanItem): string {
  const facts = [estimateText(item), owners.length ? safe(oneLine(owners.join(', ')), 60) : null].filter(
    Boolean,
  )
  const tail = facts.length ? `  ·  ${facts.join('  ·  ')}` : ''
  return `${statusWords[item.status].mark} *${safe(item.key, 40)}*  ${safe(oneLine(item.title), 90)}${tail}`
}

function subtitle({ teamName, sprint }: PlanView): string {
  const dates = sprint.window
    ? datedRange(sprint.window.start, sprint.window.end)
    : 'no dates yet: `/sprint begin`'
  const note = sprint.window && sprint.datesNote ? ` (${safe(sprint.datesNote, 60)})` : ''
  const theme = sprint.theme ? [`_${safe(oneLine(sprint.theme), 200)}_`] : []
  return [`*${safe(oneLine(teamName), 100)}*`, `${dates}${note}`, ...theme].join('  ·  ')
}

function sums({ items, totals, sprint }: PlanView): string {
  const { low, high, committed, unit } = sprint.capacity
  const stretch = items.filter(({ item }) => item.stretch).length
  const own = totals
    ? `*${amount(totals.committed, totals.unit)}* in ${plural(items.length - stretch, 'item')}`
    : `*${plural(items.length - stretch, 'item')}*`
  const more = stretch
    ? ` + ${totals ? amount(totals.stretch, totals.unit) : plural(stretch, 'item')} stretch`
    : ''
  const name = unit ?? totals?.unit ?? 'points'
  const capacity =
    low === null || high === null
      ? null
      : `capacity *${low === high ? amount(low, name) : `${number(low)}–${amount(high, name)}`}*`
  const stated =
    committed !== null && committed !== totals?.committed
      ? `the plan says *${amount(committed, name)}* committed`
      : null
  return [`${own}${more}`, capacity, stated].filter((part) => part !== null).join('  ·  ')
}

function problems(diagnostics: Diagnostic[]): string {
  const lines = diagnostics.map(({ severity, line, message: said }) => {
    const mark = severity === 'error' ? '⛔' : severity === 'warning' ? '⚠️' : 'ℹ️'
    return `${mark} line ${line}: ${safe(oneLine(said), 200)}`
  })
  return listed(`*Worth a look in the file* (${diagnostics.length})`, lines, mostProblems)
}

function otherLine({ name, state, window, items }: OtherSprint, teamName: string): string {
  const short = safe(shortSprintName(name, teamName), 100)
  const dates = window ? datedRange(window.start, window.end) : 'no dates yet'
  return `• *${short}*  ${dates}  ·  ${plural(items, 'item')}  ·  ${state}`
}

function origin({ source, zone }: PlanView): string {
  if (!source) return 'The plan has no revision yet.'
  const when = slackDate(
    source.importedAt,
    '{date_short_pretty} at {time}',
    dayTimeText(source.importedAt, zone),
  )
  return `From \`${safe(oneLine(source.path).replaceAll('`', ''), 200)}\`, revision ${source.revision}, read ${when}`
}
