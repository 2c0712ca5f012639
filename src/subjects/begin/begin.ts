// A sprint begins: it gets its window, its ceremonies go on the calendar, and the team's channel is told.

import { addDays, daysBetween } from '#domain/calendar/dates.ts'
import type { LocalDate, SprintWindow } from '#domain/calendar/types.ts'
import { dueState } from '#domain/sprint/due-state.ts'
import { datedRange } from '#platform/blocks/when.ts'
import { post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn, toDateColumn } from '#platform/store/date-column.ts'
import type { Person, Sprint, Team } from '#platform/store/generated/client.ts'
import { claimTeam, requireAccess } from '#records/access.ts'
import { audit } from '#records/audit.ts'
import { chooseSprint } from '#records/current-sprint.ts'
import { todayOf } from '#records/team-calendar.ts'
import { syncTeam } from '#schedule/rules.ts'
import { storedCeremonyName } from '#wording/ceremony-name.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import { type BegunScreen, sprintBegun } from './begin.messages.ts'
import { type Length, lastWorkingDay, windowFrom, workingDayFrom } from './begin-window.ts'

export interface BeginInput {
  sprintId: string
  start: LocalDate
  length: Length
  /** The sprints after it that have no dates get the windows that follow. */
  following: boolean
  person: Person
}

export interface Begun {
  team: Team
  sprint: Sprint
  screen: BegunScreen
  /** The team's channel is told; not when it has none, or when nothing changed. */
  announced: boolean
}

/** The sprints that a team may begin or move, and what the modal proposes. */
export interface BeginChoices {
  sprints: { id: string; name: string; window: SprintWindow | null }[]
  chosen: string
  start: LocalDate
  weeks: number
}

/**
 * What `/sprint begin` offers: first the next sprint without dates, beginning on the working day after the last that has
 * some, for as long as its plan says (two weeks where it says nothing).
 *
 * @param sprintId the one that was asked for, instead of the next
 * @throws SprintkeeperError `no_sprint`
 */
export async function beginChoices(services: Services, team: Team, sprintId?: string): Promise<BeginChoices> {
  const all = await services.db.sprint.findMany({
    where: { teamId: team.id, removedAt: null },
    orderBy: [{ sourceId: 'asc' }, { position: 'asc' }],
  })
  const today = todayOf(team, services.clock.now())
  const waiting = all.filter((sprint) => windowOf(sprint) === null && sprint.state !== 'closed')
  const asked = all.find(({ id }) => id === sprintId)
  const chosen = asked ?? waiting[0] ?? chooseSprint(all, today)
  if (!chosen)
    throw new SprintkeeperError(
      'no_sprint',
      `${team.name} has no sprint yet.`,
      'Import its plan first, with /sprint import.',
    )
  const ends = all.flatMap((sprint) => windowOf(sprint)?.end ?? []).filter((end) => end >= today)
  const last = ends.sort().at(-1)
  const own = windowOf(chosen)
  const order = (sprint: Sprint) => (sprint === chosen ? 0 : windowOf(sprint) === null ? 1 : 2)
  return {
    sprints: all
      .toSorted((a, b) => order(a) - order(b))
      .map((sprint) => ({
        id: sprint.id,
        name: shortSprintName(sprint.name, team.name),
        window: windowOf(sprint),
      })),
    chosen: chosen.id,
    start: own?.start ?? workingDayFrom(team, last ? addDays(last, 1) : today),
    weeks: weeksOf(own ? daysBetween(own.start, own.end) + 1 : chosen.lengthDays),
  }
}

/**
 * Gives a sprint its window and plans its ceremonies, in one transaction with the announcement. The same window again
 * announces nothing.
 *
 * @throws SprintkeeperError `not_allowed`, `no_sprint`, `bad_window`
 */
export async function beginSprint(services: Services, input: BeginInput): Promise<Begun> {
  return services.db.$transaction(async (tx) => {
    const sprint = await tx.sprint.findFirst({
      where: { id: input.sprintId, removedAt: null },
      include: { team: true },
    })
    if (!sprint)
      throw new SprintkeeperError(
        'no_sprint',
        'That sprint is not in the plan any more.',
        'Try /sprint begin again.',
      )
    const { team } = sprint
    const allowed = await requireAccess(services, input.person, 'sprint.begin', team.id)
    await claimTeam(tx, services, allowed, team.id, input.person)
    const today = todayOf(team, services.clock.now())
    const { window, span } = windowFrom(team, input.start, input.length, today)
    const before = windowOf(sprint)
    const isSame = before?.start === window.start && before.end === window.end
    await requireFree(tx, sprint, window)
    await setWindow(tx, sprint, window, today)
    const following = input.following
      ? await giveFollowing(tx, sprint, { start: window.start, span, today })
      : []
    await audit(tx, services, {
      teamId: team.id,
      personId: input.person.id,
      action: 'sprint.begin',
      target: sprint.name,
      detail: { ...window, following: following.length },
    })
    await syncTeam(tx, services, team.id)
    const stored = await tx.sprint.findUniqueOrThrow({ where: { id: sprint.id }, include: { team: true } })
    const screen = await screenOf(tx, stored, {
      ...{ window, following, moved: before !== null, by: input.person.slackUserId },
    })
    const announced = team.channelId !== null && (!isSame || following.length > 0)
    if (team.channelId && announced) {
      const key = `begin:${sprint.id}:${window.start}:${window.end}`
      await post(tx, services, { key, channel: team.channelId, teamId: team.id, ...sprintBegun(screen) })
    }
    return { team, sprint: stored, screen, announced }
  })
}

/** A team has one sprint at a time. @throws SprintkeeperError `sprints_overlap` */
async function requireFree(tx: Tx, sprint: Sprint, window: SprintWindow): Promise<void> {
  const other = await tx.sprint.findFirst({
    where: {
      ...{ teamId: sprint.teamId, removedAt: null, id: { not: sprint.id }, state: { not: 'closed' } },
      ...{ start: { lte: toDateColumn(window.end) }, end: { gte: toDateColumn(window.start) } },
    },
    include: { team: true },
    orderBy: { start: 'asc' },
  })
  const own = other && windowOf(other)
  if (!other || !own) return
  const name = shortSprintName(other.name, other.team.name)
  throw new SprintkeeperError(
    'sprints_overlap',
    `${name} runs ${datedRange(own.start, own.end)}, and two sprints of a team cannot run at once.`,
    `Choose days before or after it, or move ${name} first.`,
  )
}

const windowOf = ({ start, end }: Sprint): SprintWindow | null =>
  start && end ? { start: fromDateColumn(start), end: fromDateColumn(end) } : null

const weeksOf = (days: number | null): number =>
  days && days > 0 ? Math.min(6, Math.max(1, Math.round(days / 7))) : 2

async function setWindow(tx: Tx, sprint: Sprint, window: SprintWindow, today: LocalDate): Promise<void> {
  const data = {
    start: toDateColumn(window.start),
    end: toDateColumn(window.end),
    datesFrom: 'begun',
    state: dueState({ ...window, state: 'planned' }, today),
  }
  await tx.sprint.update({ where: { id: sprint.id }, data })
}

/** Consecutive windows of the same length for the sprints of the same plan that come after and have none. */
async function giveFollowing(
  tx: Tx,
  { sourceId, position, team }: Sprint & { team: Team },
  { start, span, today }: { start: LocalDate; span: number; today: LocalDate },
): Promise<BegunScreen['following']> {
  const waiting = await tx.sprint.findMany({
    where: { sourceId, position: { gt: position }, start: null, removedAt: null, state: { not: 'closed' } },
    orderBy: { position: 'asc' },
  })
  const given: BegunScreen['following'] = []
  for (const [index, next] of waiting.entries()) {
    const from = addDays(start, span * (index + 1))
    const window = { start: from, end: lastWorkingDay(team, from, addDays(from, span - 1)) }
    await setWindow(tx, next, window, today)
    given.push({ name: next.name, window })
  }
  return given
}

async function screenOf(
  tx: Tx,
  sprint: Sprint & { team: Team },
  begun: Pick<BegunScreen, 'window' | 'following' | 'moved' | 'by'>,
): Promise<BegunScreen> {
  const { team } = sprint
  const planned = await tx.occurrence.findMany({
    where: { sprintId: sprint.id, state: 'planned' },
    orderBy: { opensAt: 'asc' },
  })
  const items = await tx.item.count({ where: { sprintId: sprint.id, removedAt: null } })
  const seen = new Set<string>()
  const firsts = planned.filter(({ ruleId }) => !seen.has(ruleId) && seen.add(ruleId))
  return {
    sprint: { name: shortSprintName(sprint.name, team.name), goals: sprint.goals, state: sprint.state },
    ...begun,
    zone: team.zone,
    items,
    ceremonies: firsts.map((row) => ({ title: storedCeremonyName(row), opensAt: row.opensAt })),
  }
}
