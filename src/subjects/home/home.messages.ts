// App Home: what a person wants to see in five seconds. The day of the sprint, what is theirs, what comes next.
import type { Button, HomeView, KnownBlock } from '@slack/types'
import type { LocalDate } from '#domain/calendar/types.ts'
import type { Progress } from '#domain/sprint/progress.ts'
import { actions, button, context, divider, header, section, sectionWith } from '#platform/blocks/blocks.ts'
import { channelLink, oneLine, plural, safe } from '#platform/blocks/text.ts'
import { dateRange, dayText, dayTimeText, inDays, timeText } from '#platform/blocks/when.ts'
import type { Item } from '#platform/store/generated/client.ts'
import type { BlockerCard } from '#subjects/blockers/blockers.messages.ts'
import { blockerName } from '#subjects/blockers/blockers.messages.ts'
import { statusSelect } from '#subjects/items/items.messages.ts'
import { ageText, estimateText, severityMarks } from '#wording/marks.ts'
import { progressLines } from '#wording/progress.ts'
import { shortSprintName } from '#wording/sprint-name.ts'

export interface HomeData {
  name: string
  /** The person's, IANA. */
  zone: string
  teams: HomeTeam[]
  /** Names of further teams. */
  others: string[]
}

export interface HomeTeam {
  id: string
  name: string
  channelId: string | null
  sprint: {
    name: string
    goals: string[]
    progress: Progress
    /** Null: the sprint has no dates yet. */
    window: { start: LocalDate; end: LocalDate; startsInDays: number; endsInDays: number } | null
  } | null
  /** The person's, in plan order. */
  items: Item[]
  /** Open ones that the person raised, has, or is asked to help with. */
  blockers: BlockerCard[]
  /** All of the team. */
  openBlockers: number
  actions: { id: string; text: string; due: LocalDate | null; overdue: boolean }[]
  next: { title: string; at: Date }[]
  /** Null: no stand-up can be answered now. */
  checkIn: { occurrenceId: string; open: boolean; opensAt: Date; closesAt: Date; answered: boolean } | null
}

const shownItems = 10
const shownBlockers = 5
const shownActions = 5

export function homeView({ name, zone, teams, others }: HomeData): HomeView {
  const blocks: KnownBlock[] =
    teams.length === 0 ? welcome(name) : teams.flatMap((team) => teamBlocks(team, zone))
  if (others.length)
    blocks.push(
      context(`You are in ${plural(others.length, 'more team')}: ${safe(oneLine(others.join(', ')), 1000)}`),
    )
  return { type: 'home', blocks }
}

function welcome(name: string): KnownBlock[] {
  return [
    header(`Hello ${name} 👋`),
    section(
      "You are in no team yet. Join your team's channel and type `/sprint team` there, or load its plan with `/sprint import`: then your items, blockers and ceremonies stand here.",
    ),
    actions('home.welcome', [button('help.open', 'What can Sprintkeeper do?', 'all', 'primary')]),
  ]
}

function teamBlocks(team: HomeTeam, zone: string): KnownBlock[] {
  const { sprint } = team
  const title = sprint ? `${shortSprintName(sprint.name, team.name)} · ${dayOf(sprint)}` : team.name
  const where = team.channelId ? ` in ${channelLink(team.channelId)}` : ''
  const dates = sprint?.window ? ` · ${dateRange(sprint.window.start, sprint.window.end)}` : ''
  const blocks: KnownBlock[] = [header(title), context(`*${safe(oneLine(team.name), 100)}*${where}${dates}`)]
  blocks.push(section(sprint ? overview(sprint) : 'No sprint yet. Load the plan with `/sprint import`.'))
  blocks.push(buttons(team))
  if (team.checkIn) blocks.push(context(checkInLine(team.checkIn, zone)))
  blocks.push(...itemBlocks(team.items), ...blockerBlocks(team), ...actionBlocks(team.actions))
  if (team.next.length)
    blocks.push(
      section(
        [
          '*Next for you*',
          ...team.next.map(({ title, at }) => `🗓️ ${dayTimeText(at, zone)}  ${safe(oneLine(title), 150)}`),
        ].join('\n'),
      ),
    )
  return [...blocks, divider()]
}

function dayOf({ window, progress }: NonNullable<HomeTeam['sprint']>): string {
  if (!window) return 'no dates yet'
  if (window.startsInDays > 0) return `starts ${inDays(window.startsInDays)}`
  if (window.endsInDays < 0) return `ended on ${dayText(window.end)}`
  return `day ${Math.max(1, progress.day)} of ${Math.max(1, progress.days)}`
}

function overview({ goals, progress }: NonNullable<HomeTeam['sprint']>): string {
  const goal = goals[0] ? [`🎯 ${safe(oneLine(goals[0]), 300)}`] : []
  const more = goals.length > 1 ? [`… and ${plural(goals.length - 1, 'more goal')}`] : []
  return [...goal, ...more, progressLines(progress)].join('\n')
}

function buttons(team: HomeTeam): KnownBlock {
  const { checkIn } = team
  const answer: Button[] = checkIn
    ? [
        checkIn.answered
          ? button('standup.edit', 'Edit my check-in', checkIn.occurrenceId)
          : button(
              'standup.answer',
              checkIn.open ? 'Check in' : 'Check in ahead',
              checkIn.occurrenceId,
              checkIn.open ? 'primary' : undefined,
            ),
      ]
    : []
  return actions(`home.team.${team.id}`, [
    ...answer,
    button('blocker.open', 'Raise a blocker', JSON.stringify({ teamId: team.id })),
    button('help.open', 'Help', 'all'),
  ])
}

function checkInLine(
  { open, answered, opensAt, closesAt }: NonNullable<HomeTeam['checkIn']>,
  zone: string,
): string {
  const until = `until ${timeText(closesAt, zone)}`
  if (answered) return `✅ You have checked in. You can edit it ${until}.`
  return open ? `🟢 The stand-up is open ${until}.` : `The next stand-up opens ${dayTimeText(opensAt, zone)}.`
}

function itemBlocks(items: Item[]): KnownBlock[] {
  if (items.length === 0)
    return [section('*My items*\nNothing open is yours. `/sprint plan` shows what waits.')]
  const more = items.length - shownItems
  return [
    section(`*My items* (${items.length})`),
    ...items.slice(0, shownItems).map((item): KnownBlock => {
      const estimate = estimateText(item)
      return {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: `*${safe(item.key, 60)}*  ${safe(oneLine(item.title), 200)}${estimate ? `  ·  ${estimate}` : ''}`,
        },
        accessory: statusSelect(item, 'Move to…'),
      }
    }),
    ...(more > 0 ? [context(`… and ${more} more`)] : []),
  ]
}

function blockerBlocks({ blockers, openBlockers }: HomeTeam): KnownBlock[] {
  const others = openBlockers - blockers.length
  const elsewhere = others > 0 ? `${plural(others, 'other blocker')} in the team: \`/sprint blockers\`` : null
  if (blockers.length === 0) return elsewhere ? [context(`⛔ ${elsewhere}`)] : []
  const more = blockers.length - shownBlockers
  return [
    section(`*My blockers* (${blockers.length})`),
    ...blockers.slice(0, shownBlockers).map((card) => {
      const item = card.item ? ` · ${safe(card.item.key, 60)}` : ''
      const line = `${severityMarks[card.severity]} *${blockerName(card)}*${item}  ${safe(oneLine(card.text), 200)}  ·  ${ageText(card.ageDays)}`
      return sectionWith(line, button('blocker.resolve', 'Resolve…', card.id))
    }),
    ...(more > 0 ? [context(`… and ${more} more`)] : []),
    ...(elsewhere ? [context(elsewhere)] : []),
  ]
}

function actionBlocks(open: HomeTeam['actions']): KnownBlock[] {
  if (open.length === 0) return []
  const more = open.length - shownActions
  return [
    section(`*My actions from retros* (${open.length})`),
    ...open.slice(0, shownActions).map(({ id, text, due, overdue }) => {
      const by = due ? `  ·  ${overdue ? '⏰ was due' : 'due'} ${dayText(due)}` : ''
      return sectionWith(`☐ ${safe(oneLine(text), 300)}${by}`, button('home.action-done', 'Done', id))
    }),
    ...(more > 0 ? [context(`… and ${more} more`)] : []),
  ]
}
