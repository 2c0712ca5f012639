// Rules onto the calendar: a team's occurrences, written so that the future follows every change and the past stays.

import { planOccurrences } from '#domain/calendar/planner.ts'
import { type Replan, replan } from '#domain/calendar/replan.ts'
import type { Occurrence as Planned, SprintWindow, TeamCalendar } from '#domain/calendar/types.ts'
import { kindOf, type RuleKind } from '#domain/kinds.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn, toDateColumn } from '#platform/store/date-column.ts'
import type { CeremonyRule, Occurrence, Sprint, Team } from '#platform/store/generated/client.ts'
import { calendarOf } from '#records/team-calendar.ts'
import { ofKnownKind } from './known-kinds.ts'
import { recurrenceOf } from './recurrence-of.ts'

/** Who said so counts: a person before the plan, the plan before a default. */
const weight: Record<string, number> = { person: 0, plan: 1, default: 2 }

/**
 * Makes the team's planned occurrences what its rules, calendar and sprint windows now say. What has opened, closed or was
 * missed is never touched, and an occurrence that has opened is never planned again (src/domain/calendar/replan.ts). Call it in
 * the transaction of any change of rules, zone, working days, days off or sprint windows.
 */
export async function planTeam(tx: Tx, services: Services, teamId: string): Promise<void> {
  const now = services.clock.now()
  // The team's row is the lock: two changes at once plan one after the other.
  await tx.$queryRaw`select id from "Team" where id = ${teamId}::uuid for update`
  const team = await tx.team.findUniqueOrThrow({ where: { id: teamId } })
  const daysOff = await tx.teamDayOff.findMany({ where: { teamId } })
  const rules = ofKnownKind(
    services,
    'CeremonyRule',
    await tx.ceremonyRule.findMany({ where: { teamId }, include: { sprint: true } }),
  )
  const stored = await tx.occurrence.findMany({ where: { teamId } })
  const removed: string[] = []
  const notHeld = new Set<string>()
  const calendar = calendarOf(team, daysOff)
  const planned = oneADay(
    rules.map((rule) => ({ rule, occurrences: plannedBy(rule, calendar) })),
    stored,
  )
  for (const { rule, occurrences } of planned) {
    const own = stored.filter(({ ruleId }) => ruleId === rule.id)
    const window = windowOf(rule.sprint)
    const rows = own.map((row) => ({ ...row, localDate: fromDateColumn(row.localDate) }))
    const changes = replan(rows, occurrences, now, recurrenceOf(rule), window ? [window] : [])
    await write(tx, services, rule, changes, new Map(own.map(({ id, opensAt }) => [id, opensAt])))
    removed.push(...changes.remove)
    for (const id of changes.remove) notHeld.add(id)
    for (const { id, to } of changes.update) if (to.state === 'skipped') notHeld.add(id)
  }
  await services.hooks.replanned(tx, services, { team, before: stored, notHeld })
  await remove(tx, removed)
}

/** A row that still has a retro's notes, as no other retro is planned to take them, stays until one is. */
async function remove(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.occurrence.deleteMany({ where: { id: { in: ids }, retroNotes: { none: {} } } })
  await tx.occurrence.updateMany({
    where: { id: { in: ids } },
    data: { state: 'skipped', nextAt: null, reason: 'skipped: no plan has it any more' },
  })
}

type RuleInSprint = CeremonyRule & { sprint: Sprint; kind: RuleKind }

interface PlannedRule {
  rule: RuleInSprint
  occurrences: Planned[]
}

function windowOf(sprint: Sprint): SprintWindow | null {
  if (!sprint.start || !sprint.end || sprint.removedAt) return null
  return { start: fromDateColumn(sprint.start), end: fromDateColumn(sprint.end) }
}

function plannedBy(rule: RuleInSprint, calendar: TeamCalendar): Planned[] {
  const window = windowOf(rule.sprint)
  if (!window || !rule.enabled) return []
  const recurrence = recurrenceOf(rule)
  const stated = recurrence.type === 'dates' || recurrence.type === 'due' ? recurrence.dates : []
  const from = [window.start, ...stated].sort()[0] ?? window.start
  const to = [window.end, ...stated].sort().at(-1) ?? window.end
  const { start, windowMinutes, zone } = rule
  return planOccurrences({ recurrence, start, windowMinutes, zone }, calendar, {
    from,
    to,
    sprints: [window],
  })
}

/** Of the kinds that a team has once a day, only the one that counts most; none on a day that had another's already. */
function oneADay(planned: PlannedRule[], stored: Occurrence[]): PlannedRule[] {
  const key = (kind: string, date: string) => `${kind} ${date}`
  const owner = new Map<string, CeremonyRule>()
  const settled = stored.filter((row) => row.state !== 'planned' && row.state !== 'skipped')
  const ruleOf = new Map(planned.map(({ rule }) => [rule.id, rule]))
  for (const { rule, occurrences } of [...planned].sort((a, b) => order(a.rule, b.rule)))
    for (const { localDate } of occurrences) {
      const id = key(rule.kind, localDate)
      if (!owner.has(id)) owner.set(id, rule)
    }
  for (const row of settled) {
    const rule = ruleOf.get(row.ruleId)
    if (rule) owner.set(key(row.kind, fromDateColumn(row.localDate)), rule)
  }
  return planned.map(({ rule, occurrences }) => ({
    rule,
    occurrences: kindOf(rule.kind).onceADay
      ? occurrences.filter(({ localDate }) => owner.get(key(rule.kind, localDate)) === rule)
      : occurrences,
  }))
}

function order(a: RuleInSprint, b: RuleInSprint): number {
  const word = (rule: RuleInSprint) => weight[rule.origin] ?? 3
  const began = (rule: RuleInSprint) => rule.sprint.start?.getTime() ?? 0
  return word(a) - word(b) || began(b) - began(a) || a.id.localeCompare(b.id)
}

async function write(
  tx: Tx,
  services: Services,
  rule: RuleInSprint,
  changes: Replan,
  was: ReadonlyMap<string, Date>,
): Promise<void> {
  const columns = (one: Planned) => ({
    title: rule.title,
    opensAt: one.opensAt,
    closesAt: one.closesAt,
    state: one.state,
    nextAt: one.state === 'planned' ? one.opensAt : null,
    reason: one.reason,
  })
  for (const { id, to } of changes.update) {
    const isMoved = was.get(id)?.getTime() !== to.opensAt.getTime()
    const timedAt = isMoved ? { timedAt: services.clock.now() } : {}
    await tx.occurrence.update({ where: { id }, data: { ...columns(to), ...timedAt } })
  }
  if (changes.create.length)
    await tx.occurrence.createMany({
      data: changes.create.map((one) => ({
        ...columns(one),
        workspaceId: services.workspaceId,
        teamId: rule.teamId,
        sprintId: rule.sprintId,
        ruleId: rule.id,
        kind: rule.kind,
        localDate: toDateColumn(one.localDate),
        slot: one.slot,
      })),
    })
}

type WithTeam = Occurrence & { team: Team }

/** What the tick does next in the workspace, be it an opening, a reminder or a closing; null when there is nothing. */
export async function nextStep(services: Services): Promise<WithTeam | null> {
  const where = { nextAt: { not: null } }
  return services.db.occurrence.findFirst({ where, orderBy: { nextAt: 'asc' }, include: { team: true } })
}

/** When the next message that waits in the outbox is due; null when none waits. */
export async function nextMessage(services: Services): Promise<Date | null> {
  const where = { state: { in: ['due' as const, 'retry' as const] }, dueAt: { gt: services.clock.now() } }
  const message = await services.db.message.findFirst({ where, orderBy: { dueAt: 'asc' } })
  return message?.dueAt ?? null
}
