// One plan of a file → a new revision of its source, in the caller's transaction.
import { isDeepStrictEqual } from 'node:util'
import type { Diagnostic, Plan } from '#domain/plan-file.ts'
import { diffPlans, type PlanChange } from '#plan/diff.ts'
import { withStableNames } from '#plan/stable-names.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { PlanRevision, PlanSource, Prisma, Sprint, Team } from '#platform/store/generated/client.ts'
import { planOf } from './revisions.ts'
import { storable } from './storable.ts'
import { writeItems } from './write-items.ts'
import { writeRegisters } from './write-registers.ts'
import { writeSprints } from './write-sprints.ts'

export interface StoredPlan {
  source: PlanSource
  revision: PlanRevision
  /** The source had this content already, and nothing was written. */
  unchanged: boolean
  changes: PlanChange[]
  /** With the keys and names that are stored. */
  plan: Plan
  sprints: Sprint[]
}

export interface PlanToStore {
  team: Team
  plan: Plan
  path: string
  sha256: string
  diagnostics: Diagnostic[]
  personId: string | null
  /** The team's local date. */
  today: string
}

/** Writes a plan's revision with everything in it, or finds that the newest revision says the same. */
export async function storePlan(tx: Tx, services: Services, input: PlanToStore): Promise<StoredPlan> {
  const { workspaceId, clock } = services
  const { team, path } = input
  const side = input.plan.side ?? ''
  const source =
    (await tx.planSource.findFirst({ where: { teamId: team.id, path, side } })) ??
    (await tx.planSource.create({ data: { workspaceId, teamId: team.id, path, side } }))
  const newest = await tx.planRevision.findFirst({
    where: { sourceId: source.id },
    orderBy: { number: 'desc' },
  })
  const before = newest ? planOf(newest) : null
  const plan = storable(withStableNames(input.plan, before, input.today))
  const stored = asJson(plan)
  // A newer version of Sprintkeeper may read more out of the same bytes: then it is a new revision all the same.
  if (newest && newest.sha256 === input.sha256 && isDeepStrictEqual(newest.plan, stored)) {
    const sprints = await tx.sprint.findMany({ where: { sourceId: source.id, removedAt: null } })
    return { source, revision: newest, unchanged: true, changes: [], plan, sprints }
  }
  const diff = before
    ? diffPlans(before, plan, input.today)
    : { changes: [], sprints: new Map(), items: new Map() }
  const changes = diff.changes.filter((change) => !isHistory(change, before, input.today))
  const revision = await tx.planRevision.create({
    data: {
      workspaceId,
      sourceId: source.id,
      number: (newest?.number ?? 0) + 1,
      sha256: input.sha256,
      plan: stored,
      diagnostics: asJson(storable(input.diagnostics)),
      changes: asJson(changes),
      importedAt: clock.now(),
      personId: input.personId,
    },
  })
  const target = { workspaceId, teamId: team.id, sourceId: source.id }
  const sprints = await writeSprints(tx, services, { ...target, today: input.today }, plan, diff.sprints)
  const ofItems = { ...target, revisionId: revision.id, first: newest === null }
  await writeItems(tx, services, ofItems, { plan, sprints, pairs: diff.items })
  await writeRegisters(tx, services, target, plan, sprints)
  const rows = [...sprints.rows.values()]
  return { source, revision, unchanged: false, changes, plan, sprints: rows }
}

/** That a plan drops a sprint which is over, with its items, cuts no scope. */
function isHistory(change: PlanChange, before: Plan | null, today: string): boolean {
  if (change.type !== 'sprint removed' && change.type !== 'item removed') return false
  const sprint = before?.sprints.find(({ name }) => name === change.sprint)
  return sprint?.status === 'closed' || (sprint?.end !== null && sprint !== undefined && sprint.end < today)
}

const asJson = (value: unknown): Prisma.InputJsonObject => JSON.parse(JSON.stringify(value))
