// A plan's risks, dependencies, objectives and experiments → rows. A risk that people closed stays closed.

import type { Dependency, Objective, Plan, Sprint as PlanSprint, Risk } from '#domain/plan-file.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { toDateColumn } from '#platform/store/date-column.ts'
import { reconcile } from './reconcile.ts'
import type { SprintRows } from './write-sprints.ts'

interface Target {
  workspaceId: string
  teamId: string
  sourceId: string
}

interface OfSprint<Entry> {
  entry: Entry
  sprintId: string | null
  position: number
}

/** Writes all registers of a plan. */
export async function writeRegisters(
  tx: Tx,
  services: Services,
  target: Target,
  plan: Plan,
  { rows }: SprintRows,
): Promise<void> {
  const idOf = (sprint: PlanSprint) => rows.get(sprint)?.id ?? null
  const all = <Entry>(ofPlan: Entry[], ofSprint: (sprint: PlanSprint) => Entry[]): OfSprint<Entry>[] => [
    ...ofPlan.map((entry, position) => ({ entry, sprintId: null, position })),
    ...plan.sprints.flatMap((sprint) =>
      ofSprint(sprint).map((entry, position) => ({ entry, sprintId: idOf(sprint), position })),
    ),
  ]
  await writeRisks(
    tx,
    services,
    target,
    all(plan.risks, (sprint) => sprint.risks),
  )
  await writeDependencies(
    tx,
    services,
    target,
    all(plan.dependencies, (sprint) => sprint.dependencies),
  )
  for (const [sprint, { id }] of rows) {
    await writeObjectives(tx, target.workspaceId, id, sprint.objectives)
    await writeExperiments(tx, target.workspaceId, id, sprint)
  }
}

async function writeRisks(
  tx: Tx,
  { clock }: Services,
  target: Target,
  risks: OfSprint<Risk>[],
): Promise<void> {
  const known = await tx.risk.findMany({ where: { sourceId: target.sourceId, removedAt: null } })
  const pairs = reconcile(
    risks,
    known,
    ({ entry }) => ({ ref: entry.id, text: entry.title }),
    (row) => ({ ref: row.ref, text: row.title }),
  )
  for (const [{ entry, sprintId, position }, row] of pairs) {
    const { id: ref, ...columns } = entry
    const data = { ...columns, ref, sprintId, position }
    if (row) await tx.risk.update({ where: { id: row.id }, data })
    else await tx.risk.create({ data: { ...target, ...data } })
  }
  const kept = new Set([...pairs.values()].map((row) => row?.id))
  // A risk that a person added in Slack stands on no line, and no revision takes it away.
  const gone = known.filter((row) => row.line > 0 && !kept.has(row.id)).map(({ id }) => id)
  if (gone.length) await tx.risk.updateMany({ where: { id: { in: gone } }, data: { removedAt: clock.now() } })
}

async function writeDependencies(
  tx: Tx,
  { clock }: Services,
  target: Target,
  dependencies: OfSprint<Dependency>[],
): Promise<void> {
  const known = await tx.dependency.findMany({ where: { sourceId: target.sourceId, removedAt: null } })
  const pairs = reconcile(
    dependencies,
    known,
    ({ entry }) => ({ ref: entry.id, text: entry.text }),
    (row) => ({ ref: row.ref, text: row.text }),
  )
  for (const [{ entry, sprintId, position }, row] of pairs) {
    const { id: ref, due, text, on, line } = entry
    const data = { ref, text, on, line, sprintId, position, due: due ? toDateColumn(due) : null }
    if (row) await tx.dependency.update({ where: { id: row.id }, data })
    else await tx.dependency.create({ data: { ...target, ...data } })
  }
  const kept = new Set([...pairs.values()].map((row) => row?.id))
  const gone = known.filter((row) => !kept.has(row.id)).map(({ id }) => id)
  if (gone.length)
    await tx.dependency.updateMany({ where: { id: { in: gone } }, data: { removedAt: clock.now() } })
}

/** An objective that the plan dropped goes, unless somebody reported a value of it: then it stays, last. */
async function writeObjectives(
  tx: Tx,
  workspaceId: string,
  sprintId: string,
  stated: Objective[],
): Promise<void> {
  // Two lines with the same words are one objective.
  const objectives = [...new Map(stated.map((objective) => [objective.text, objective])).values()]
  const known = await tx.objective.findMany({
    where: { sprintId },
    include: { _count: { select: { readings: true } } },
  })
  const pairs = reconcile(
    objectives,
    known,
    ({ text, metric }) => ({ ref: metric, text }),
    ({ text, metric }) => ({ ref: metric, text }),
  )
  const kept = new Set([...pairs.values()].map((row) => row?.id))
  const gone = known.filter((row) => !kept.has(row.id))
  const wanted = new Set(objectives.map(({ text }) => text))
  const unused = gone.filter((row) => row._count.readings === 0 || wanted.has(row.text))
  if (unused.length) await tx.objective.deleteMany({ where: { id: { in: unused.map(({ id }) => id) } } })
  // Texts first apart, so that two objectives may exchange theirs.
  for (const [objective, row] of pairs)
    if (row && row.text !== objective.text)
      await tx.objective.update({ where: { id: row.id }, data: { text: `· ${row.id}` } })
  for (const [position, objective] of objectives.entries()) {
    const { text, metric, baseline, target, direction, line } = objective
    const data = { text, metric, baseline, target, direction, line, position }
    const row = pairs.get(objective)
    if (row) await tx.objective.update({ where: { id: row.id }, data })
    else await tx.objective.create({ data: { workspaceId, sprintId, ...data } })
  }
}

/** Nothing of ours hangs on an experiment: they are written anew. */
async function writeExperiments(
  tx: Tx,
  workspaceId: string,
  sprintId: string,
  { experiments }: PlanSprint,
): Promise<void> {
  await tx.experiment.deleteMany({ where: { sprintId } })
  if (experiments.length === 0) return
  await tx.experiment.createMany({
    data: experiments.map(({ id: ref, ...columns }, position) => ({
      ...columns,
      ref,
      position,
      workspaceId,
      sprintId,
    })),
  })
}
