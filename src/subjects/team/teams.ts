// A team's name, zone and channels, as people in it choose them; a new team, and a channel that gets one.
import { isTimeZone } from '#domain/calendar/instant.ts'
import type { Weekday } from '#domain/calendar/types.ts'
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { readChannel } from '#platform/slack/channel-members.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import { addFacilitator, requireAccess } from '#records/access.ts'
import { wantChannel } from '#records/channel-links.ts'
import { freeSlug, slugOf, zoneChosen } from '#records/import/team-of-plan.ts'
import { joinFromChannel } from '#records/join.ts'
import { auditOf, changeTeam, type TeamChange } from '#records/team-change.ts'
import { isClosed } from '#records/workspace-limits.ts'
import { syncTeam } from '#schedule/rules.ts'

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

/** The team's channel and its stakeholders'. @throws SprintkeeperError `field:channel` for a channel of another team, or one that the person isn't in */
export async function saveChannels(
  services: Services,
  change: TeamChange & { channelId: string | null; stakeholderChannelId: string | null },
): Promise<void> {
  const { teamId, person, channelId, stakeholderChannelId } = change
  await requireAccess(services, person, 'settings.change', teamId)
  const now = await services.db.team.findFirst({ where: { id: teamId } })
  if (channelId !== now?.channelId) await requireIn(services, person, channelId, 'channel')
  if (stakeholderChannelId !== now?.stakeholderChannelId)
    await requireIn(services, person, stakeholderChannelId, 'stakeholders')
  const before = await changeTeam(services, change, async (tx, team, audit) => {
    await requireFree(tx, channelId, team.id)
    const saved = await tx.team.update({
      where: { id: team.id },
      data: { channelId, stakeholderChannelId },
    })
    if (stakeholderChannelId) await wantChannel(tx, services, saved, stakeholderChannelId)
    await audit('team.channels', { channelId, stakeholderChannelId })
    return team
  })
  if (channelId && channelId !== before.channelId) await joinFromChannel(services, { ...before, channelId })
}

/**
 * A team talks only where the person who says so is themselves, as Slack says now.
 *
 * @throws SprintkeeperError `field:FIELD`
 */
async function requireIn(
  services: Services,
  person: Person,
  channelId: string | null,
  field: string,
): Promise<void> {
  if (channelId === null) return
  if (await isClosed(services, channelId))
    throw fieldError(field, 'An admin of this workspace closed that channel to Sprintkeeper.')
  const members = await readChannel(services, channelId).catch((error: unknown): string[] => {
    const event = { workspace: services.workspaceId, channel: channelId, err: error }
    services.log.warn(event, 'a channel could not be read')
    return []
  })
  if (!members.includes(person.slackUserId))
    throw fieldError(
      field,
      'You are not in that channel, or Sprintkeeper cannot see it: join it, /invite the app, and try again.',
    )
}

async function requireFree(tx: Tx, channelId: string | null, teamId: string | null): Promise<void> {
  const holder = channelId ? await tx.team.findFirst({ where: { channelId } }) : null
  if (holder && holder.id !== teamId)
    throw fieldError('channel', `That channel belongs to ${holder.name}: a channel has one team.`)
}

/** Links a channel to a team that is there. @throws SprintkeeperError `field:channel`, `not_allowed` */
export async function linkTeam(
  services: Services,
  change: TeamChange & { channelId: string },
): Promise<Team> {
  const { teamId, person, channelId } = change
  await requireAccess(services, person, 'settings.change', teamId)
  await requireIn(services, person, channelId, 'team')
  const linked = await changeTeam(services, change, async (tx, team, audit) => {
    await requireFree(tx, channelId, team.id)
    await audit('team.channels', { channelId, before: team.channelId })
    return tx.team.update({ where: { id: team.id }, data: { channelId } })
  })
  await joinFromChannel(services, linked)
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
  await requireAccess(services, person, 'team.create')
  await requireIn(services, person, channelId, 'name')
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
    await addFacilitator(tx, services, team.id, person.id)
    const audit = auditOf(tx, services, team.id, person)
    await audit('team.create', { name })
    await audit(zoneChosen, { from: null, to: zone })
    return team
  })
  await joinFromChannel(services, made)
  return made
}
