// A plan's sprints → rows. What people decided of a sprint (its window, its state) stays until the plan's own word changes.

import { addDays } from '#domain/calendar/dates.ts'
import type { Plan, Sprint as PlanSprint } from '#domain/plan-file.ts'
import { type DueState, dueState } from '#domain/sprint/due-state.ts'
import type { SprintPairs } from '#plan/match-sprints.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn, toDateColumn } from '#platform/store/date-column.ts'
import type { Sprint } from '#platform/store/generated/client.ts'

export interface SprintTarget {
  workspaceId: string
  teamId: string
  sourceId: string
  /** The team's local date. */
  today: string
}

/** Rows of the plan's sprints, by sprint; those that came with this revision are in `added`. */
export interface SprintRows {
  rows: Map<PlanSprint, Sprint>
  added: Set<PlanSprint>
  /** Ids of sprints that are over and that the plan does not hold any more: they stay, with their items, as history. */
  history: Set<string>
}

/** Writes the sprints of a plan. `pairs`: old → new, of the revision before; empty for the first. */
export async function writeSprints(
  tx: Tx,
  services: Services,
  target: SprintTarget,
  plan: Plan,
  pairs: SprintPairs,
): Promise<SprintRows> {
  const { workspaceId, sourceId, teamId } = target
  const known = await tx.sprint.findMany({ where: { sourceId } })
  const byName = new Map(known.map((row) => [row.name, row]))
  const olds = new Map([...pairs].map(([old, now]) => [now, old]))
  const rows = new Map<PlanSprint, Sprint>()
  const added = new Set<PlanSprint>()
  const over = (row: Sprint) =>
    row.state === 'closed' || (row.end !== null && fromDateColumn(row.end) < target.today)
  const claimed = new Set(plan.sprints.map((sprint) => byName.get(olds.get(sprint)?.name ?? '')))
  const placed = plan.sprints.map((sprint) => {
    const old = olds.get(sprint)
    const row = byName.get(old?.name ?? sprint.name)
    // A sprint comes back under its name; a name that is given to the next sprint is no coming back.
    const isBack =
      row &&
      !claimed.has(row) &&
      !(over(row) && sprint.start && row.end && sprint.start > fromDateColumn(row.end))
    return { sprint, old, row: row && (old || isBack) ? row : null }
  })
  await freeNames(tx, known, placed)
  for (const [position, { sprint, old, row }] of placed.entries()) {
    const columns = { ...sprintColumns(sprint), position, removedAt: null }
    if (!row) {
      const window = windowOf(sprint)
      const state = dueState({ ...window, state: 'planned', stated: sprint.status }, target.today)
      const data = { workspaceId, teamId, sourceId, ...columns, ...dates(window), state }
      rows.set(sprint, await tx.sprint.create({ data }))
      added.add(sprint)
      continue
    }
    if (row.removedAt) added.add(sprint)
    const window = old && sameWindow(old, sprint) ? {} : newWindow(sprint, row, target.today)
    await renameInEvents(tx, row, sprint.name)
    rows.set(sprint, await tx.sprint.update({ where: { id: row.id }, data: { ...columns, ...window } }))
  }
  const kept = new Set([...rows.values()].map(({ id }) => id))
  const left = known.filter((row) => !row.removedAt && !kept.has(row.id))
  const ids = (sprints: Sprint[]) => sprints.map(({ id }) => id)
  const gone = ids(left.filter((row) => !over(row)))
  if (gone.length)
    await tx.sprint.updateMany({
      where: { id: { in: gone } },
      data: { removedAt: services.clock.now(), state: 'closed' },
    })
  const history = ids(left.filter(over))
  if (history.length)
    await tx.sprint.updateMany({ where: { id: { in: history } }, data: { state: 'closed' } })
  return { rows, added, history: new Set(history) }
}

/** A row whose name another sprint has from now on gives it up. */
async function freeNames(
  tx: Tx,
  known: Sprint[],
  placed: { sprint: PlanSprint; row: Sprint | null }[],
): Promise<void> {
  const holders = new Map(placed.map(({ sprint, row }) => [sprint.name, row?.id]))
  for (const row of known) {
    if (!holders.has(row.name) || holders.get(row.name) === row.id) continue
    const dated = `${row.name} (until ${row.end ? fromDateColumn(row.end) : row.id})`
    const name = known.some((other) => other.name === dated) ? `${row.name} · ${row.id}` : dated
    await renameInEvents(tx, row, name)
    await tx.sprint.update({ where: { id: row.id }, data: { name } })
    row.name = name
  }
}

/** Moves name the sprints as they are called now (events.ts). */
async function renameInEvents(tx: Tx, { name, sourceId }: Sprint, to: string): Promise<void> {
  if (name === to) return
  const ofSource = { field: 'sprint' as const, item: { sourceId } }
  await tx.itemEvent.updateMany({ where: { ...ofSource, from: name }, data: { from: to } })
  await tx.itemEvent.updateMany({ where: { ...ofSource, to: name }, data: { to } })
}

function sprintColumns(sprint: PlanSprint) {
  const { points, committed, unit } = sprint.capacity
  return {
    name: sprint.name,
    number: sprint.number,
    theme: sprint.theme,
    lengthDays: sprint.lengthDays,
    goals: sprint.goals,
    capacityLow: points?.[0] ?? null,
    capacityHigh: points?.[1] ?? null,
    committed,
    capacityUnit: unit,
    definitionOfReady: sprint.definitionOfReady,
    definitionOfDone: sprint.definitionOfDone,
    line: sprint.line,
  }
}

interface LocalWindow {
  start: string | null
  end: string | null
  datesFrom: string | null
}

/** A stated start with a stated length is a window too; anything less waits for /sprint begin. */
function windowOf({ start, end, lengthDays, datesFrom }: PlanSprint): LocalWindow {
  if (start && !end && lengthDays && lengthDays > 0)
    return { start, end: addDays(start, lengthDays - 1), datesFrom: 'length stated' }
  return { start, end, datesFrom }
}

const dates = ({ start, end, datesFrom }: LocalWindow) => ({
  start: start ? toDateColumn(start) : null,
  end: end ? toDateColumn(end) : null,
  datesFrom,
})

/** The plan's new word on the window; a plan that still has no dates takes none away. */
function newWindow(sprint: PlanSprint, row: Sprint, today: string) {
  const window = windowOf(sprint)
  const stated = window.start !== null && window.end !== null
  const keep = { start: localDate(row.start), end: localDate(row.end) }
  const current: DueState = row.removedAt ? 'planned' : row.state
  const state = dueState(
    { ...(stated ? window : keep), state: stated ? 'planned' : current, stated: sprint.status },
    today,
  )
  return stated || !row.start ? { ...dates(window), state } : { state }
}

const localDate = (date: Date | null): string | null => (date ? fromDateColumn(date) : null)

const sameWindow = (a: PlanSprint, b: PlanSprint): boolean =>
  a.start === b.start && a.end === b.end && a.lengthDays === b.lengthDays && a.status === b.status
