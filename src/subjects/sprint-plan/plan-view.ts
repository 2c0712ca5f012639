// What /sprint plan shows: the current sprint as planned, its file and revision, and the team's other sprints.

import { z } from 'zod'
import { type Diagnostic, diagnostic } from '#domain/plan-file.ts'
import { amountOf, mainUnit } from '#domain/sprint/amount.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { PlanRevision, Sprint, Team } from '#platform/store/generated/client.ts'
import { stored } from '#platform/store/stored.ts'
import { currentSprint } from '#records/current-sprint.ts'
import { ownerBook, ownersOf } from '#records/owners.ts'
import { estimateOf } from '#records/sprint-rows.ts'
import { todayOf } from '#records/team-calendar.ts'
import type { PlanView } from './sprint-plan.messages.ts'

/** The plan of the team's current sprint. @throws SprintkeeperError `no_sprint` */
export async function readPlanView(services: Services, team: Team): Promise<PlanView> {
  const { db, clock } = services
  const sprint = await currentSprint(db, team, todayOf(team, clock.now()))
  if (!sprint)
    throw new SprintkeeperError(
      'no_sprint',
      `${team.name} has no sprint yet.`,
      'Load its plan with /sprint import: paste it, or send the Markdown file.',
    )
  const items = await db.item.findMany({
    where: { sprintId: sprint.id, removedAt: null },
    orderBy: [{ position: 'asc' }, { key: 'asc' }],
  })
  const book = await ownerBook(db, team.id, items)
  const source = await db.planSource.findFirst({ where: { id: sprint.sourceId } })
  const revision = await db.planRevision.findFirst({
    where: { sourceId: sprint.sourceId },
    orderBy: { number: 'desc' },
  })
  const estimated = items
    .filter(({ status }) => status !== 'dropped')
    .map((item) => ({ estimate: estimateOf(item), stretch: item.stretch }))
  const unit = mainUnit(estimated)
  const sum = (stretch: boolean) =>
    amountOf(
      estimated.filter((one) => one.stretch === stretch),
      unit,
    ).value
  const { capacityLow: low, capacityHigh: high, committed, capacityUnit } = sprint
  return {
    teamName: team.name,
    zone: team.zone,
    sprint: {
      name: sprint.name,
      theme: sprint.theme,
      window: windowOf(sprint),
      datesNote: sprint.datesFrom === 'stated' ? null : sprint.datesFrom,
      goals: sprint.goals,
      capacity: { low, high, committed, unit: unitOf(capacityUnit) },
    },
    items: items.map((item) => {
      const { people, unknown } = ownersOf(book, item)
      return { item, owners: [...people.map(({ displayName }) => displayName), ...unknown] }
    }),
    totals: unit && { unit, committed: sum(false), stretch: sum(true) },
    source:
      source && revision
        ? { path: source.path, revision: revision.number, importedAt: revision.importedAt }
        : null,
    diagnostics: revision ? diagnosticsOf(revision) : [],
    others: await otherSprints(services, team, sprint),
    backlog: await db.item.count({ where: { teamId: team.id, sprintId: null, removedAt: null } }),
  }
}

async function otherSprints({ db }: Services, team: Team, current: Sprint): Promise<PlanView['others']> {
  const sprints = await db.sprint.findMany({
    where: { teamId: team.id, removedAt: null, id: { not: current.id } },
    orderBy: [{ start: { sort: 'asc', nulls: 'last' } }, { position: 'asc' }],
  })
  const counts = await db.item.groupBy({
    by: ['sprintId'],
    where: { teamId: team.id, removedAt: null, sprintId: { not: null } },
    _count: { _all: true },
  })
  const bySprint = new Map(counts.map(({ sprintId, _count }) => [sprintId, _count._all]))
  return sprints.map((sprint) => ({
    name: sprint.name,
    state: sprint.state,
    window: windowOf(sprint),
    items: bySprint.get(sprint.id) ?? 0,
  }))
}

const windowOf = ({ start, end }: Sprint) =>
  start && end ? { start: fromDateColumn(start), end: fromDateColumn(end) } : null

const unitOf = (unit: string | null) =>
  unit === 'points' || unit === 'hours' || unit === 'days' ? unit : null

/** The stored diagnostics, errors first. */
function diagnosticsOf({ id, diagnostics }: PlanRevision): Diagnostic[] {
  const order = ['error', 'warning', 'info']
  const at = { table: 'PlanRevision', id, column: 'diagnostics' }
  return stored(z.array(diagnostic), diagnostics, at).sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
  )
}
