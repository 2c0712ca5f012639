// Whose plan it is: the team that a plan belongs to, found or made.
import { basename, extname } from 'node:path'
import { countryOfZone } from '#domain/calendar/countries.ts'
import { isTimeZone } from '#domain/calendar/instant.ts'
import type { Plan } from '#domain/plan-file.ts'
import { fold } from '#plan/text.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { newestPlans } from './revisions.ts'

export interface TeamChoice {
  /** The team that the caller names; null: it is found from the plan. */
  teamId: string | null
  path: string
  side: string
  /** IANA; of a new team whose plan states no zone. */
  defaultZone: string
  /** Ids of the channels that the bot can see, by name without "#". */
  channels: ReadonlyMap<string, string>
  /** Where the plan names no channel that is there: the one that it was handed in from; null: none. */
  channelId: string | null
  /** Whether the plan may become a revision of a team's. */
  mayImport(teamId: string): Promise<boolean>
}

/** Words of a team's name that do not tell it from others: "Harbor Payments Squad" is "Harbor Payments". */
const genericWords = new Set(['team', 'squad', 'crew', 'tribe', 'the'])
/** Names of channels that are for readers outside the team. */
const forStakeholders = /stakeholder|update|announce|digest|status|broadcast|news|leads/

/**
 * The team of a plan: the one that the caller names, else the one with the plan's team name, else the one whose channel
 * the plan names, else the one that the same path was imported for before, else a new one.
 *
 * @throws SprintkeeperError `no_such_team` when the caller's is not there
 */
export async function teamOfPlan(
  tx: Tx,
  services: Services,
  plan: Plan,
  choice: TeamChoice,
): Promise<{ team: Team; made: boolean }> {
  const found =
    (await namedByCaller(tx, choice.teamId)) ??
    (await byName(tx, plan)) ??
    (await byChannel(tx, plan, choice)) ??
    (await byPath(tx, choice))
  if (found) return { team: await completed(tx, found, plan, choice), made: false }
  return { team: await makeTeam(tx, services, plan, choice), made: true }
}

/** "harbor-payments" of "Harbor Payments Squad"; letters of every script stay. */
export function slugOf(name: string): string {
  const words = fold(name).replace(/[%#]/g, ' ').split(/\s+/).filter(Boolean)
  const telling = words.filter((word) => !genericWords.has(word))
  return (telling.length ? telling : words).join('-').slice(0, 60) || 'team'
}

async function namedByCaller(tx: Tx, teamId: string | null): Promise<Team | null> {
  if (teamId === null) return null
  const team = await tx.team.findFirst({ where: { id: teamId } })
  if (!team)
    throw new SprintkeeperError('no_such_team', 'That team is not there any more.', 'Choose another one.')
  return team
}

async function byName(tx: Tx, plan: Plan): Promise<Team | null> {
  const name = teamNameOf(plan)
  const named = name === null ? null : await tx.team.findFirst({ where: { slug: slugOf(name) } })
  if (named || plan.team.name) return named
  // A title such as "Tidepool Mobile: four weeks of hardening" names its team among other words.
  const title = ` ${fold(plan.title)} `
  const teams = await tx.team.findMany()
  const mentioned = teams.filter((team) => title.includes(` ${fold(team.name)} `))
  return mentioned.length === 1 ? (mentioned[0] ?? null) : null
}

const planning =
  /\b(?:sprint|iteration|cycle|weeks?|milestone|release|quarter|roadmap|plan|backlog|q[1-4])\b/iu

/** The team's name: stated, or what stands before the sprint in a title ("Harbor Payments — Sprint 32"). */
export function teamNameOf(plan: Plan): string | null {
  if (plan.team.name) return plan.team.name
  for (const title of [plan.title, ...plan.sprints.map(({ name }) => name)]) {
    const [head = ''] = title.slice(0, 200).split(/\s[—–|-]\s|:\s/)
    const name = (head.split(planning)[0] ?? '').replace(/[\s—–|:(-]+$/, '').trim()
    if (name.length <= 60 && /\p{L}{2}/u.test(name) && name !== title) return name
  }
  return null
}

async function byChannel(tx: Tx, plan: Plan, { channels }: TeamChoice): Promise<Team | null> {
  const ids = plan.team.channels.flatMap((name) => channels.get(channelName(name)) ?? [])
  for (const channelId of ids) {
    const team = await tx.team.findFirst({ where: { channelId } })
    if (team) return team
  }
  return null
}

/** Another team's plan of the same path is none of ours. */
async function byPath(tx: Tx, { path, side, mayImport }: TeamChoice): Promise<Team | null> {
  const source = await tx.planSource.findFirst({
    where: { path, side },
    include: { team: true },
    orderBy: { id: 'desc' },
  })
  return source && (await mayImport(source.teamId)) ? source.team : null
}

async function makeTeam(tx: Tx, services: Services, plan: Plan, choice: TeamChoice): Promise<Team> {
  const name = nameOf(plan, choice.path)
  const { zone, channel, stakeholders } = statedBy(plan, choice)
  return tx.team.create({
    data: {
      workspaceId: services.workspaceId,
      slug: await freeSlug(tx, slugOf(name)),
      name,
      zone: zone ?? choice.defaultZone,
      country: zone && countryOfZone(zone),
      channelId: await freeChannel(tx, channel),
      stakeholderChannelId: stakeholders,
      createdAt: services.clock.now(),
    },
  })
}

/** A team made before its channel was there, or from a plan that stated no zone, gets them now; what people chose stays. */
async function completed(tx: Tx, team: Team, plan: Plan, choice: TeamChoice): Promise<Team> {
  const { channel, stakeholders } = statedBy(plan, choice)
  const zone = await newZone(tx, team, plan, choice)
  const data = {
    zone: zone ?? team.zone,
    ...(zone && !(await isChosen(tx, team, holidaysChosen)) ? { country: countryOfZone(zone) } : {}),
    channelId: team.channelId ?? (await freeChannel(tx, channel)),
    stakeholderChannelId: team.stakeholderChannelId ?? stakeholders,
  }
  const same =
    zone === null &&
    data.channelId === team.channelId &&
    data.stakeholderChannelId === team.stakeholderChannelId
  return same ? team : tx.team.update({ where: { id: team.id }, data })
}

/** The zone that the plan states, where nobody chose one and no other plan of the team states another. */
async function newZone(tx: Tx, team: Team, plan: Plan, choice: TeamChoice): Promise<string | null> {
  const { zone } = statedBy(plan, choice)
  if (zone === null || zone === team.zone) return null
  if (await isChosen(tx, team, zoneChosen)) return null
  const sources = await tx.planSource.findMany({ where: { teamId: team.id } })
  const own = sources.find(({ path, side }) => path === choice.path && side === choice.side)
  const plans = await newestPlans(
    tx,
    sources.map(({ id }) => id),
  )
  const others = [...plans].filter(([id, { team: stated }]) => id !== own?.id && stated.timeZone !== null)
  return others.length === 0 ? zone : null
}

/** The audit entries that say that a person chose the team's zone, or whose holidays count: plans change neither any more. */
export const zoneChosen = 'team.zone'
export const holidaysChosen = 'team.holidays'

/** Whether a person did what leaves such an entry. */
export async function isChosen(tx: Tx, { id: teamId }: Pick<Team, 'id'>, action: string): Promise<boolean> {
  return (await tx.auditEntry.findFirst({ where: { teamId, action } })) !== null
}

function statedBy(plan: Plan, { channels, channelId }: TeamChoice) {
  const named = plan.team.channels.map(channelName)
  const known = named.filter((name) => channels.has(name))
  const own = known.find((name) => !forStakeholders.test(name)) ?? null
  const outside = known.find((name) => forStakeholders.test(name)) ?? null
  const zone = plan.team.timeZone && isTimeZone(plan.team.timeZone) ? plan.team.timeZone : null
  return {
    zone,
    channel: own === null ? channelId : (channels.get(own) ?? channelId),
    stakeholders: outside === null ? null : (channels.get(outside) ?? null),
  }
}

function nameOf(plan: Plan, path: string): string {
  const channel = plan.team.channels.map(channelName).find((name) => !forStakeholders.test(name))
  const asWords = (name: string) =>
    name
      .split(/[-_\s]+/)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ')
      .trim()
  const fromFile = asWords(basename(path, extname(path)))
  return (teamNameOf(plan) ?? (channel && asWords(channel)) ?? (fromFile || plan.title)).slice(0, 80)
}

export async function freeSlug(tx: Tx, slug: string): Promise<string> {
  const taken = await tx.team.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } })
  const slugs = new Set(taken.map((team) => team.slug))
  if (!slugs.has(slug)) return slug
  for (let number = 2; ; number += 1) if (!slugs.has(`${slug}-${number}`)) return `${slug}-${number}`
}

/** A channel belongs to one team. */
async function freeChannel(tx: Tx, channelId: string | null): Promise<string | null> {
  if (channelId === null) return null
  return (await tx.team.findFirst({ where: { channelId } })) ? null : channelId
}

/** "harbor-payments" of "#harbor-payments". */
export const channelName = (name: string): string => name.trim().replace(/^#/, '').toLowerCase()
