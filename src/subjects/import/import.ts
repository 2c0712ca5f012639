// A plan comes in: file → teams, sprints, items, ceremonies and names, in one transaction. All four ways in end here.
import { setTimeout } from 'node:timers/promises'
import type { Plan, PlanFile } from '#domain/plan-file.ts'
import type { Services } from '#platform/services.ts'
import { readChannel } from '#platform/slack/channel-members.ts'
import { channelsByName } from '#platform/slack/channels.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { type Actor, addFacilitator, askAccess, claimTeam, requireAccess } from '#records/access.ts'
import { mayPostIn, readHosts, wantChannel } from '#records/channel-links.ts'
import { storable } from '#records/import/storable.ts'
import { type StoredPlan, storePlan } from '#records/import/store-plan.ts'
import { channelName, teamOfPlan } from '#records/import/team-of-plan.ts'
import { joinFromChannel } from '#records/join.ts'
import { syncPlanNames } from '#records/plan-names.ts'
import { todayOf } from '#records/team-calendar.ts'
import { isClosed } from '#records/workspace-limits.ts'
import { syncTeam } from '#schedule/rules.ts'
import { readApart } from './read-apart.ts'
import { readPlan, referenceDate, requireSize } from './read-plan.ts'

export interface ImportInput {
  /** What the file holds; or the plan that was read from it. */
  bytes?: Uint8Array
  file?: PlanFile
  /** Read the file in this thread, without limits of time and memory: for the command line. */
  inProcess?: boolean
  /** Where it stands, as people know it; the next import under the same path is its next revision. */
  path: string
  /** The team that it belongs to; left out: found from the plan, else made. */
  teamId?: string | null
  /** Who imports; left out: the operator, by a folder or the command line. */
  actor?: Actor
  /** IANA; of a new team whose plan states no zone. Left out: UTC. */
  defaultZone?: string
  /** Ids of channels by name without "#": a new team finds its own among them. Left out: Slack is asked. */
  channels?: ReadonlyMap<string, string>
  /** The channel that a team is linked to when its plan names none that is there. */
  channelId?: string | null
}

export interface ImportedPlan extends StoredPlan {
  team: Team
  /** The team was made by this import. */
  made: boolean
  /** Channels, by id, that the plan posts in and of which nobody confirmed yet. */
  waiting: string[]
}

export interface ImportResult {
  /** One; two for a file whose merge conflict holds two plans. */
  plans: ImportedPlan[]
  /** Every plan was there already. */
  unchanged: boolean
  /** What was read. */
  file: PlanFile
}

const importWithinMillis = 120_000

/**
 * Imports a plan. Nothing is stored when anything fails.
 *
 * @throws SprintkeeperError `plan_too_large`, `plan_over_limit`, `no_plan` (no sprint and no item was found in it)
 */
export async function importPlan(services: Services, input: ImportInput): Promise<ImportResult> {
  const result = await write(services, input, false)
  for (const { team } of result.plans)
    if (await asksNobody(services, team)) await joinFromChannel(services, team)
  return result
}

/** The team has a channel, and nobody whom it asks: it is new, or a later plan gave it the channel. */
async function asksNobody({ db }: Services, { id: teamId, channelId }: Team): Promise<boolean> {
  return channelId !== null && (await db.membership.findFirst({ where: { teamId } })) === null
}

/**
 * What `importPlan` would do, by doing it and taking it back: nothing is stored.
 *
 * @throws as `importPlan`
 */
export async function previewImport(services: Services, input: ImportInput): Promise<ImportResult> {
  try {
    return await write(services, input, true)
  } catch (error) {
    if (error instanceof TakenBack) return error.result
    throw error
  }
}

/** Thrown at the end of a preview's transaction, which rolls it back. */
class TakenBack extends Error {
  readonly result: ImportResult

  constructor(result: ImportResult) {
    super('a preview is taken back')
    this.result = result
  }
}

/** A new team's people are found by name: an import waits for the names so long, and then goes on with those that are there. */
const namesWithinMillis = 20_000

async function write(services: Services, input: ImportInput, preview: boolean): Promise<ImportResult> {
  await Promise.race([services.people, setTimeout(namesWithinMillis, undefined, { ref: false })])
  const reference = await referenceDate(services, input.path)
  // Before the lock: a file that is slow to read holds up nobody's import.
  const file = storable(await read(input, reference))
  const { actor = 'operator' } = input
  const channels = await linkable(
    services,
    actor,
    input.channels ?? (await visibleChannels(services, file)),
    file,
  )
  return services.db.$transaction(
    async (tx) => {
      // One import at a time in a workspace: two processes that load the same folder make each team once.
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`import ${services.workspaceId}`}))::text`
      const plans: ImportedPlan[] = []
      for (const plan of file.plans) {
        const side = plan.side ?? ''
        const { team, made } = await teamOfPlan(tx, services, plan, {
          teamId: input.teamId ?? null,
          path: input.path,
          side,
          defaultZone: input.defaultZone ?? 'UTC',
          channels,
          channelId: (await isIn(services, actor, input.channelId ?? null))
            ? (input.channelId ?? null)
            : null,
          mayImport: async (teamId) => (await askAccess(services, actor, 'plan.import', teamId)).allowed,
        })
        const allowed = made
          ? await requireAccess(services, actor, 'team.create')
          : await requireAccess(services, actor, 'plan.import', team.id)
        await claimTeam(tx, services, allowed, team.id, actor)
        const stored = await storePlan(tx, services, {
          team,
          plan,
          path: input.path,
          sha256: file.source.sha256,
          diagnostics: file.diagnostics,
          personId: typeof actor === 'string' ? null : actor.id,
          today: todayOf(team, services.clock.now()),
        })
        if (!stored.unchanged) await afterChange(tx, services, team, made, stored)
        const { source, revision, unchanged, changes, sprints } = stored
        const waiting = await wantChannels(tx, services, team, stored.plan, channels)
        plans.push({ team, made, source, revision, unchanged, changes, plan: stored.plan, sprints, waiting })
      }
      const unchanged = plans.every((plan) => plan.unchanged)
      const result: ImportResult = { plans, unchanged, file }
      if (preview) throw new TakenBack(result)
      return result
    },
    { timeout: importWithinMillis, maxWait: 30_000 },
  )
}

/** A command reads its file itself: it may take as long as its user waits, and there is nobody else to hold up. */
async function read(input: ImportInput, reference: string): Promise<PlanFile> {
  const { bytes, path, inProcess = false } = input
  if (!bytes || inProcess) return readPlan(input, reference)
  requireSize(bytes, path)
  return readApart(bytes, path, reference)
}

/** None where the plan names no channel, or Slack cannot be asked: the team is linked with /sprint team then. */
async function visibleChannels(services: Services, file: PlanFile): Promise<ReadonlyMap<string, string>> {
  if (file.plans.every((plan) => plan.team.channels.length === 0)) return new Map()
  try {
    return await channelsByName(services)
  } catch (error) {
    services.log.warn({ workspace: services.workspaceId, err: error }, 'the channels could not be read')
    return new Map()
  }
}

/**
 * Of the channels that the plan names, those that whoever imports may link: the ones that they are in. A plan is text from
 * outside, and must not make the bot talk where its author could not.
 */
async function linkable(
  services: Services,
  actor: Actor,
  channels: ReadonlyMap<string, string>,
  file: PlanFile,
): Promise<ReadonlyMap<string, string>> {
  const named = new Set(file.plans.flatMap((plan) => plan.team.channels.map(channelName)))
  const linkable = new Map<string, string>()
  for (const [name, id] of channels)
    if (named.has(name) && (await isIn(services, actor, id))) {
      linkable.set(name, id)
      // Of a person's the people were read with that.
      if (typeof actor === 'string') await readHosts(services, id)
    }
  return linkable
}

/**
 * Whether a person is in a channel now, as Slack says. The operator answers for what they import; a channel that an admin
 * closed is closed to them too.
 */
async function isIn(services: Services, actor: Actor, channelId: string | null): Promise<boolean> {
  if (channelId === null) return true
  if (await isClosed(services, channelId)) return false
  if (typeof actor === 'string') return true
  const members = await readChannel(services, channelId).catch((error: unknown): string[] => {
    services.log.warn(
      { workspace: services.workspaceId, channel: channelId, err: error },
      'a channel could not be read',
    )
    return []
  })
  return members.includes(actor.slackUserId)
}

/**
 * The plan's channels other than the team's own: their people are asked there before anything is posted.
 *
 * @returns the ids of those that wait for it
 */
async function wantChannels(
  tx: Tx,
  services: Services,
  team: Team,
  plan: Plan,
  channels: ReadonlyMap<string, string>,
): Promise<string[]> {
  const ceremonies = [...plan.ceremonies, ...plan.sprints.flatMap((sprint) => sprint.ceremonies)]
  const named = ceremonies.flatMap(({ channel }) => channels.get(channelName(channel ?? '')) ?? [])
  const wanted = new Set([...named, ...(team.stakeholderChannelId ? [team.stakeholderChannelId] : [])])
  const waiting: string[] = []
  for (const channelId of wanted) {
    await wantChannel(tx, services, team, channelId)
    if (!(await mayPostIn(tx, team, channelId))) waiting.push(channelId)
  }
  return waiting
}

async function afterChange(
  tx: Tx,
  services: Services,
  team: Team,
  made: boolean,
  { plan, source, revision, changes }: Awaited<ReturnType<typeof storePlan>>,
): Promise<void> {
  if (made && revision.personId) await addFacilitator(tx, services, team.id, revision.personId)
  await syncPlanNames(tx, services, team.id, plan)
  await syncTeam(tx, services, team.id)
  await tx.auditEntry.create({
    data: {
      workspaceId: services.workspaceId,
      teamId: team.id,
      personId: revision.personId,
      action: 'plan.import',
      target: source.path,
      detail: { revision: revision.number, changes: changes.length },
      at: services.clock.now(),
    },
  })
}
