// A team's settings as /sprint team shows them.

import { countryOfZone } from '#domain/calendar/countries.ts'
import { DAY_MILLIS } from '#domain/calendar/dates.ts'
import { defaultsFor } from '#domain/calendar/defaults.ts'
import { describeRecurrence } from '#domain/calendar/recurrence.ts'
import { RULE_KINDS } from '#domain/kinds.ts'
import { parkedMessages } from '#platform/delivery/parked.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { membersOf } from '#platform/slack/people.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { CeremonyRule, CeremonySetting, Team, TeamDayOff } from '#platform/store/generated/client.ts'
import { currentSprint } from '#records/current-sprint.ts'
import { holidaysChosen, isChosen } from '#records/import/team-of-plan.ts'
import { suggestPerson } from '#records/plan-names.ts'
import { calendarOf, todayOf } from '#records/team-calendar.ts'
import { chosenRecurrence, recurrenceOf } from '#schedule/recurrence-of.ts'
import { storedCeremonyName } from '#wording/ceremony-name.ts'
import type { CeremonyLine, TeamScreen } from './team.messages.ts'

/** Older misses are history. */
const missedWithinMillis = 7 * DAY_MILLIS
const shownMissed = 3

/** @throws SprintkeeperError `no_such_team` */
export async function teamScreen(services: Services, teamId: string): Promise<TeamScreen> {
  const { db, clock } = services
  const now = clock.now()
  const team = await db.team.findFirst({ where: { id: teamId } })
  if (!team) throw new SprintkeeperError('no_such_team', 'That team is not there any more.')
  const saidNone = await isChosen(db, team, holidaysChosen)
  const [leading, members, names, daysOff, settings, parked, tick, missed, late] = await Promise.all([
    db.teamRole.findMany({
      where: { teamId, role: 'facilitator' },
      include: { person: true },
      orderBy: { since: 'asc' },
    }),
    membersOf(db, teamId),
    db.planName.findMany({ where: { teamId }, include: { person: true }, orderBy: { name: 'asc' } }),
    db.teamDayOff.findMany({ where: { teamId }, orderBy: { date: 'asc' } }),
    db.ceremonySetting.findMany({ where: { teamId } }),
    parkedMessages(services, teamId),
    db.tick.findFirst({ orderBy: { at: 'desc' } }),
    db.occurrence.findMany({
      where: { teamId, state: 'missed', opensAt: { gt: new Date(now.getTime() - missedWithinMillis) } },
      orderBy: { opensAt: 'desc' },
      take: shownMissed,
    }),
    db.occurrence.findMany({
      where: { teamId, late: true, opensAt: { gt: new Date(now.getTime() - missedWithinMillis) } },
      orderBy: { opensAt: 'desc' },
      take: shownMissed,
    }),
  ])
  return {
    id: team.id,
    name: team.name,
    zone: team.zone,
    now,
    channelId: team.channelId,
    stakeholderChannelId: team.stakeholderChannelId,
    links: await linksOf(services, teamId),
    workingDays: team.workingDays,
    retroAnonymous: team.retroAnonymous,
    country: team.country,
    suggestedCountry: team.country || saidNone ? null : countryOfZone(team.zone),
    region: team.region,
    onHoliday: team.onHoliday,
    daysOff: daysOff.map(({ date, name }) => ({ date: fromDateColumn(date), name })),
    members: members.map(({ slackUserId }) => slackUserId),
    facilitators: leading.map(({ person }) => person.slackUserId),
    names: names.map(({ name, person, nobody }) => ({
      name,
      slackUserId: person?.slackUserId ?? null,
      nobody,
      suggestion: person || nobody ? null : suggested(name, members),
    })),
    ceremonies: await ceremoniesOf(services, team, daysOff, settings),
    parked: parked.length,
    parkedError: parked.at(-1)?.error ?? null,
    lastTickAt: tick?.at ?? null,
    missed: missed.map((row) => ({ title: storedCeremonyName(row), date: fromDateColumn(row.localDate) })),
    late: late.map((row) => ({ title: storedCeremonyName(row), date: fromDateColumn(row.localDate) })),
  }
}

async function linksOf({ db }: Services, teamId: string): Promise<TeamScreen['links']> {
  const links = await db.channelLink.findMany({ where: { teamId }, orderBy: { askedAt: 'asc' } })
  // A link of a plan of before stands under the channel's name until it is used.
  return links
    .filter(({ channelId }) => /^[CG][A-Z0-9]+$/.test(channelId))
    .map(({ channelId, state }) => ({ channelId, state }))
}

function suggested(name: string, members: Awaited<ReturnType<typeof membersOf>>): string | null {
  const suggestion = suggestPerson(name, members)
  return members.find(({ id }) => id === suggestion?.personId)?.slackUserId ?? null
}

async function ceremoniesOf(
  services: Services,
  team: Team,
  daysOff: TeamDayOff[],
  settings: CeremonySetting[],
): Promise<CeremonyLine[]> {
  const { db, clock } = services
  const sprint = await currentSprint(db, team, todayOf(team, clock.now()))
  const rules = sprint
    ? await db.ceremonyRule.findMany({ where: { sprintId: sprint.id }, orderBy: { key: 'asc' } })
    : []
  const defaults = defaultsFor(calendarOf(team, daysOff), null)
  const chosen = new Map(settings.map((setting) => [setting.kind, setting]))
  return RULE_KINDS.flatMap((kind): CeremonyLine[] => {
    const setting = chosen.get(kind)
    const enabled = setting?.enabled ?? true
    const windowMinutes = setting?.windowMinutes ?? null
    const own = rules.filter((rule) => rule.kind === kind && (rule.enabled || !enabled))
    const [first] = own
    if (first)
      return [
        {
          kind,
          enabled,
          when: own.map((rule) => whenText(rule, team.zone)),
          start: first.start,
          origin: first.origin,
          recurrence: recurrenceOf(first),
          windowMinutes,
        },
      ]
    if (!(kind in defaults))
      return enabled
        ? []
        : [{ kind, enabled, when: [], start: null, origin: 'person', recurrence: null, windowMinutes }]
    const { recurrence, start } = defaults[kind as keyof typeof defaults]
    const said = chosenRecurrence(setting) ?? recurrence
    const at = setting?.start ?? start
    const origin = setting?.start ? 'person' : 'default'
    return [
      {
        kind,
        enabled,
        when: [`${describeRecurrence(said)} at ${at}`],
        start: at,
        origin,
        recurrence: said,
        windowMinutes,
      },
    ]
  })
}

const whenText = (rule: CeremonyRule, zone: string): string =>
  `${describeRecurrence(recurrenceOf(rule))} at ${rule.start}${rule.zone && rule.zone !== zone ? ` (${rule.zone})` : ''}`
