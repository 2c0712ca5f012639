// App Home: what a person wants to see in five seconds. The day of the sprint, what is theirs, what comes next.
import type { HomeView, KnownBlock } from '@slack/types'
import type { Progress } from '#domain/sprint/progress.ts'
import type { LocalDate } from '#domain/sprint/types.ts'
import { actions, context, divider, header, section } from '#platform/blocks/blocks.ts'
import { openHelp } from '#platform/blocks/ids.ts'
import { channelLink, oneLine, plural, safe } from '#platform/blocks/text.ts'
import { dateRange, dayText, dayTimeText, inDays } from '#platform/blocks/when.ts'
import type { HomeShown } from '#subjects/subject.ts'
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
  /** What the subjects show, in their order. */
  parts: HomeShown[]
  next: { title: string; at: Date }[]
}

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
    actions('home.welcome', [openHelp.button('What can Sprintkeeper do?', undefined, { style: 'primary' })]),
  ]
}

function teamBlocks(team: HomeTeam, zone: string): KnownBlock[] {
  const { sprint } = team
  const title = sprint ? `${shortSprintName(sprint.name, team.name)} · ${dayOf(sprint)}` : team.name
  const where = team.channelId ? ` in ${channelLink(team.channelId)}` : ''
  const dates = sprint?.window ? ` · ${dateRange(sprint.window.start, sprint.window.end)}` : ''
  const blocks: KnownBlock[] = [header(title), context(`*${safe(oneLine(team.name), 100)}*${where}${dates}`)]
  blocks.push(section(sprint ? overview(sprint) : 'No sprint yet. Load the plan with `/sprint import`.'))
  const buttons = team.parts.flatMap((part) => part.buttons ?? [])
  if (buttons.length) blocks.push(actions(`home.team.${team.id}`, buttons))
  blocks.push(...team.parts.flatMap((part) => part.blocks ?? []))
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
