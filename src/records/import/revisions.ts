// The plans that are in force, as their newest revisions hold them.
import { type Plan, plan } from '#domain/plan-file.ts'
import type { Tx } from '#platform/store/client.ts'
import type { PlanRevision } from '#platform/store/generated/client.ts'
import { stored } from '#platform/store/stored.ts'

/** The plan of a revision, with the keys and names that its rows have. @throws SprintkeeperError `stored_unreadable` */
export const planOf = (revision: Pick<PlanRevision, 'id' | 'plan'>): Plan =>
  stored(plan, revision.plan, { table: 'PlanRevision', id: revision.id, column: 'plan' })

/** The newest plan of each source, by the source's id. */
export async function newestPlans(tx: Tx, sourceIds: string[]): Promise<Map<string, Plan>> {
  const revisions = await tx.planRevision.findMany({
    where: { sourceId: { in: sourceIds } },
    orderBy: { number: 'desc' },
    distinct: ['sourceId'],
  })
  return new Map(revisions.map((revision) => [revision.sourceId, planOf(revision)]))
}
