// Changes of a team by the people in it: each in one transaction, with its audit entry, and the calendar follows.
import { isLocalDate, isLocalTime } from '../calendar/dates.ts'
import { isHolidayRegion } from '../calendar/holidays.ts'
import { isTimeZone } from '../calendar/instant.ts'
import type { LocalDate, Recurrence, Weekday } from '../calendar/types.ts'
import { fieldError, SprintkeeperError } from '../errors.ts'
import type { Services } from '../services.ts'
import type { Tx } from '../store/client.ts'
import type { Person, Prisma, Team } from '../store/generated/client.ts'
import type { CeremonyKind, HolidayRule } from '../store/generated/enums.ts'
import { freeSlug, slugOf, zoneChosen } from '../store/import/team-of-plan.ts'
import { personBySlackId } from '../store/people.ts'
import { joinByChannel } from './join.ts'
import { syncTeamNames } from './plan-names.ts'
import { toDateColumn } from './planning.ts'
import { syncTeam } from './rules.ts'

export interface TeamChange {
  teamId: string
  person: Person
}

/** Runs a change of a team that the person may make. @throws SprintkeeperError `no_such_team`, `not_a_member` */
async function changeTeam<Result>(
  services: Services,
  { teamId, person }: TeamChange,
  work: (tx: Tx, team: Team, audit: Audit) => Promise<Result>,
): Promise<Result> {
  return services.db.$transaction(async (tx) => {
    const team = await tx.team.findFirst({ where: { id: teamId } })
    if (!team)
      throw new SprintkeeperError(
        'no_such_team',
        'That team is not there any more.',
        'Try /sprint team again.',
      )
    await requireMember(tx, team, person)
    return work(tx, team, auditOf(tx, services, team.id, person))
  })
}

/** Anybody in the team may change it, so that it never hangs on one; a team without members is anybody's. */
async function requireMember(tx: Tx, team: Team, person: Person): Promise<void> {
  const active = { teamId: team.id, person: { active: true, isBot: false } }
  if (await tx.membership.findFirst({ where: { ...active, personId: person.id } })) return
  if (!(await tx.membership.findFirst({ where: active }))) return
  throw new SprintkeeperError(
    'not_a_member',
    `Only the people in ${team.name} can change it.`,
    'Ask one of them to add you in /sprint team.',
  )
}

type Audit = (action: string, detail: Prisma.InputJsonObject) => Promise<unknown>

function auditOf(tx: Tx, services: Services, teamId: string, person: Person): Audit {
  const { workspaceId, clock } = services
  return (action, detail) =>
    tx.auditEntry.create({
      data: { workspaceId, teamId, personId: person.id, action, target: teamId, detail, at: clock.now() },
    })
}

/** Name, zone, working days and whether retros are anonymous. @throws SprintkeeperError `field:zone`, `field:name`, `field:days` */
export async function saveBasics(
  services: Services,
  change: TeamChange & { name: string; zone: string; workingDays: Weekday[]; retroAnonymous: boolean },
): Promise<void> {
  const { zone, workingDays, retroAnonymous } = change
  const name = change.name.trim()
  if (name === '') throw fieldError('name', 'A team needs a name.')
  if (!isTimeZone(zone))
    throw fieldError(
      'zone',
      `There is no time zone ${JSON.stringify(zone)}: an IANA name such as Europe/Lisbon is expected.`,
    )
  if (workingDays.length === 0) throw fieldError('days', 'Choose at least one working day.')
  await changeTeam(services, change, async (tx, team, audit) => {
    await tx.team.update({ where: { id: team.id }, data: { name, zone, workingDays, retroAnonymous } })
    if (zone !== team.zone) await audit(zoneChosen, { from: team.zone, to: zone })
    await audit('team.basics', { name, workingDays, retroAnonymous })
    await syncTeam(tx, services, team.id)
  })
}

/** The team's channel and its stakeholders'. @throws SprintkeeperError `field:channel` for a channel of another team */
export async function saveChannels(
  services: Services,
  change: TeamChange & { channelId: string | null; stakeholderChannelId: string | null },
): Promise<void> {
  const { channelId, stakeholderChannelId } = change
  const before = await changeTeam(services, change, async (tx, team, audit) => {
    await requireFree(tx, channelId, team.id)
    await tx.team.update({ where: { id: team.id }, data: { channelId, stakeholderChannelId } })
    await audit('team.channels', { channelId, stakeholderChannelId })
    return team
  })
  if (channelId && channelId !== before.channelId) await joinFrom(services, { ...before, channelId })
}

async function requireFree(tx: Tx, channelId: string | null, teamId: string | null): Promise<void> {
  const holder = channelId ? await tx.team.findFirst({ where: { channelId } }) : null
  if (holder && holder.id !== teamId)
    throw fieldError('channel', `That channel belongs to ${holder.name}: a channel has one team.`)
}

/** The people of a newly linked channel join; the link stands when Slack does not say who they are. */
async function joinFrom(services: Services, team: Team): Promise<void> {
  try {
    await joinByChannel(services, team)
    await services.db.$transaction((tx) => syncTeamNames(tx, services, team.id))
  } catch (error) {
    const event = { workspace: services.workspaceId, team: team.id, err: error }
    services.log.warn(event, "the members of the team's channel could not be read")
  }
}

/** A day that a team has off, as people write it. */
export interface NamedDay {
  date: LocalDate
  name: string
}

/** Lines such as "2026-12-24 Christmas Eve". @throws SprintkeeperError `field:days` that names the line */
export function readDaysOff(text: string): NamedDay[] {
  const days = new Map<string, NamedDay>()
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const [date = '', ...words] = line.split(/[\s:–—-]*\s[\s:–—-]*/)
    if (!isLocalDate(date))
      throw fieldError(
        'days',
        `“${line.slice(0, 60)}” begins with no date: write a line a day, such as 2026-12-24 Christmas Eve.`,
      )
    days.set(date, { date, name: words.join(' ').slice(0, 80) || 'Day off' })
  }
  return [...days.values()]
}

/** Public holidays and own days off. @throws SprintkeeperError `field:country`, `field:region`, `field:days` */
export async function saveHolidays(
  services: Services,
  change: TeamChange & { country: string; region: string; onHoliday: HolidayRule; daysOff: string },
): Promise<void> {
  const country = change.country.trim().toUpperCase() || null
  const region = change.region.trim().toUpperCase() || null
  if (country && !isHolidayRegion(country, null))
    throw fieldError(
      'country',
      `No public holidays are known for “${country}”: two letters are expected, such as DE, PT or US.`,
    )
  if (region && (!country || !isHolidayRegion(country, region)))
    throw fieldError(
      'region',
      `“${region}” is no region of ${country ?? 'no country'} that is known: such as BY for Bavaria, or none.`,
    )
  const days = readDaysOff(change.daysOff)
  const { onHoliday } = change
  await changeTeam(services, change, async (tx, team, audit) => {
    const { workspaceId } = services
    await tx.team.update({ where: { id: team.id }, data: { country, region, onHoliday } })
    await tx.teamDayOff.deleteMany({ where: { teamId: team.id } })
    const data = days.map(({ date, name }) => ({
      workspaceId,
      teamId: team.id,
      date: toDateColumn(date),
      name,
    }))
    if (data.length) await tx.teamDayOff.createMany({ data })
    await audit('team.holidays', { country, region, onHoliday, days: days.length })
    await syncTeam(tx, services, team.id)
  })
}

/** When a kind of ceremony is held: as the plan or the default says (null), or as a person chose. */
export interface ChosenTime {
  recurrence: Recurrence | null
  start: string
}

/** @throws SprintkeeperError `field:start`, `field:weekdays` */
export async function saveCeremony(
  services: Services,
  change: TeamChange & { kind: CeremonyKind; enabled: boolean; chosen: ChosenTime | null },
): Promise<void> {
  const { kind, enabled, chosen } = change
  if (chosen && !isLocalTime(chosen.start)) throw fieldError('start', 'Choose a time.')
  if (chosen?.recurrence?.type === 'weekly' && chosen.recurrence.weekdays.length === 0)
    throw fieldError('weekdays', 'Choose at least one weekday.')
  await changeTeam(services, change, async (tx, team, audit) => {
    const { workspaceId } = services
    const key = { teamId: team.id, kind }
    // Written anew: a JSON column is emptied by leaving it out.
    await tx.ceremonySetting.deleteMany({ where: key })
    if (!enabled || chosen) {
      const recurrence = chosen?.recurrence
        ? { recurrence: { ...chosen.recurrence } as Prisma.InputJsonObject }
        : {}
      const data = { workspaceId, ...key, enabled, start: chosen?.start ?? null, ...recurrence }
      await tx.ceremonySetting.create({ data })
    }
    await audit('team.ceremony', {
      kind,
      enabled,
      chosen: chosen ? { ...chosen, recurrence: chosen.recurrence as Prisma.InputJsonObject | null } : null,
    })
    await syncTeam(tx, services, team.id)
  })
}

/** Who is in the team, by Slack user id. The person who changes it may leave; somebody stays. */
export async function saveMembers(
  services: Services,
  change: TeamChange & { slackUserIds: string[] },
): Promise<void> {
  const people = await Promise.all(change.slackUserIds.map((id) => personBySlackId(services, id)))
  const wanted = people.filter(({ isBot }) => !isBot).map(({ id }) => id)
  if (wanted.length === 0) throw fieldError('members', 'A team needs at least one person.')
  await changeTeam(services, change, async (tx, team, audit) => {
    const { workspaceId } = services
    await tx.membership.deleteMany({ where: { teamId: team.id, personId: { notIn: wanted } } })
    const data = wanted.map((personId) => ({ workspaceId, teamId: team.id, personId }))
    await tx.membership.createMany({ data, skipDuplicates: true })
    await syncTeamNames(tx, services, team.id)
    await audit('team.members', { members: wanted.length })
  })
}

/** Who the plan's names are, by Slack user id; null: nobody. Whoever is named becomes a member. */
export async function saveNames(
  services: Services,
  change: TeamChange & { names: Map<string, string | null> },
): Promise<void> {
  const people = new Map<string, string | null>()
  for (const [name, slackUserId] of change.names)
    people.set(name, slackUserId ? (await personBySlackId(services, slackUserId)).id : null)
  await changeTeam(services, change, async (tx, team, audit) => {
    const { workspaceId } = services
    for (const [name, personId] of people) {
      await tx.planName.updateMany({ where: { teamId: team.id, name }, data: { personId } })
      if (personId)
        await tx.membership.createMany({
          data: [{ workspaceId, teamId: team.id, personId }],
          skipDuplicates: true,
        })
    }
    await audit('team.names', { names: people.size })
  })
}

/** Links a channel to a team that is there. @throws SprintkeeperError `field:channel`, `not_a_member` */
export async function linkTeam(
  services: Services,
  change: TeamChange & { channelId: string },
): Promise<Team> {
  const { channelId } = change
  const linked = await changeTeam(services, change, async (tx, team, audit) => {
    await requireFree(tx, channelId, team.id)
    await audit('team.channels', { channelId, before: team.channelId })
    return tx.team.update({ where: { id: team.id }, data: { channelId } })
  })
  await joinFrom(services, linked)
  return linked
}

/** A new team in a channel; whoever makes it is in it. @throws SprintkeeperError `field:name`, `field:zone`, `field:channel` */
export async function createTeam(
  services: Services,
  input: { name: string; zone: string; channelId: string | null; person: Person },
): Promise<Team> {
  const { zone, channelId, person } = input
  const name = input.name.trim()
  if (!/[\p{L}\p{N}]/u.test(name)) throw fieldError('name', 'Give the team a name.')
  if (!isTimeZone(zone)) throw fieldError('zone', `There is no time zone ${JSON.stringify(zone)}.`)
  const { workspaceId, clock } = services
  const made = await services.db.$transaction(async (tx) => {
    await requireFree(tx, channelId, null)
    const taken = await tx.team.findFirst({ where: { slug: slugOf(name) } })
    if (taken)
      throw fieldError('name', `There is a team ${taken.name} already: choose it above, or another name.`)
    const slug = await freeSlug(tx, slugOf(name))
    const team = await tx.team.create({
      data: { workspaceId, slug, name, zone, channelId, createdAt: clock.now() },
    })
    await tx.membership.create({ data: { workspaceId, teamId: team.id, personId: person.id } })
    const audit = auditOf(tx, services, team.id, person)
    await audit('team.create', { name })
    await audit(zoneChosen, { from: null, to: zone })
    return team
  })
  await joinFrom(services, made)
  return made
}
