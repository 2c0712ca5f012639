// Rules onto the calendar: a team's occurrences, written so that the future follows every change and the past stays.
import { localOf } from '../calendar/instant.ts'
import { planOccurrences } from '../calendar/planner.ts'
import type { Occurrence as Planned, Recurrence, TeamCalendar, Weekday } from '../calendar/types.ts'
import type { Services } from '../services.ts'
import type { Tx } from '../store/client.ts'
import type { CeremonyRule, Occurrence, Sprint, Team, TeamDayOff } from '../store/generated/client.ts'
import type { CeremonyKind } from '../store/generated/enums.ts'

/** A team has one of each of these a day, also when two of its plans overlap. */
const onceADay = new Set<CeremonyKind>([
  'standup',
  'refinement',
  'delta',
  'risk_digest',
  'stakeholder_digest',
  'retro',
])

/** Who said so counts: a person before the plan, the plan before a default. */
const weight: Record<string, number> = { person: 0, plan: 1, default: 2 }

interface Wanted extends Planned {
  rule: CeremonyRule
  sprint: Sprint
}

/** A `date` column's value for a local date. */
export const toDateColumn = (date: string): Date => new Date(`${date}T00:00:00Z`)
/** The local date in a `date` column. */
export const fromDateColumn = (value: Date): string => value.toISOString().slice(0, 10)

/** The team's calendar as the planner wants it. */
export function calendarOf(team: Team, daysOff: TeamDayOff[]): TeamCalendar {
  return {
    zone: team.zone,
    workingDays: team.workingDays as Weekday[],
    country: team.country,
    region: team.region,
    daysOff: daysOff.map(({ date, name }) => ({ date: fromDateColumn(date), name })),
    onHoliday: team.onHoliday,
  }
}

/**
 * Makes the team's planned occurrences what its rules, calendar and sprint windows now say. What has opened, closed or was
 * missed is never touched, and an occurrence that has opened is never planned again. Call it in the transaction of any
 * change of rules, zone, working days, days off or sprint windows.
 */
export async function planTeam(tx: Tx, services: Services, teamId: string): Promise<void> {
  const now = services.clock.now()
  // The team's row is the lock: two changes at once plan one after the other.
  await tx.$queryRaw`select id from "Team" where id = ${teamId}::uuid for update`
  const team = await tx.team.findUniqueOrThrow({ where: { id: teamId } })
  const daysOff = await tx.teamDayOff.findMany({ where: { teamId } })
  const rules = await tx.ceremonyRule.findMany({
    where: { teamId, enabled: true, sprint: { removedAt: null, start: { not: null }, end: { not: null } } },
    include: { sprint: true },
  })
  const stored = await tx.occurrence.findMany({ where: { teamId } })
  const settled = stored.filter((one) => one.state !== 'planned' && one.state !== 'skipped')
  const wanted = oneADay(wantedOf(rules, calendarOf(team, daysOff), now), settled)
  await write(tx, services, team, wanted, stored, now)
}

function wantedOf(rules: (CeremonyRule & { sprint: Sprint })[], calendar: TeamCalendar, now: Date): Wanted[] {
  return rules.flatMap(({ sprint, ...rule }) => {
    if (!sprint.start || !sprint.end) return []
    const window = { start: fromDateColumn(sprint.start), end: fromDateColumn(sprint.end) }
    const recurrence = rule.recurrence as unknown as Recurrence
    const stated = recurrence.type === 'dates' || recurrence.type === 'due' ? recurrence.dates : []
    const from = [window.start, ...stated].sort()[0] ?? window.start
    const to = [window.end, ...stated].sort().at(-1) ?? window.end
    const range = { from, to, sprints: [window] }
    const { kind, title, start, windowMinutes, zone } = rule
    const planned = planOccurrences({ kind, title, recurrence, start, windowMinutes, zone }, calendar, range)
    return planned
      .filter((one) => one.closesAt > now && (one.state === 'planned' || one.opensAt > now))
      .map((one) => ({ ...one, rule, sprint }))
  })
}

/** Of the kinds that a team has once a day, the one that counts most; none on a day that had its own already. */
function oneADay(wanted: Wanted[], settled: Occurrence[]): Wanted[] {
  const key = (kind: string, date: string) => `${kind} ${date}`
  const had = new Map(settled.map((one) => [key(one.kind, fromDateColumn(one.localDate)), one.ruleId]))
  const best = new Map<string, Wanted>()
  const others: Wanted[] = []
  for (const one of wanted) {
    if (!onceADay.has(one.rule.kind)) {
      others.push(one)
      continue
    }
    const id = key(one.rule.kind, one.localDate)
    const already = had.get(id)
    if (already !== undefined && already !== one.rule.id) continue
    const rival = best.get(id)
    if (!rival || comesFirst(one, rival)) best.set(id, one)
  }
  return [...best.values(), ...others]
}

function comesFirst(one: Wanted, rival: Wanted): boolean {
  // An occurrence that takes place stands before one that a holiday skips only if both are of equal word.
  const order = (each: Wanted) => weight[each.rule.origin] ?? 3
  if (order(one) !== order(rival)) return order(one) < order(rival)
  const began = (each: Wanted) => each.sprint.start?.getTime() ?? 0
  if (began(one) !== began(rival)) return began(one) > began(rival)
  return one.rule.id < rival.rule.id
}

async function write(
  tx: Tx,
  services: Services,
  team: Team,
  wanted: Wanted[],
  stored: Occurrence[],
  now: Date,
): Promise<void> {
  const { workspaceId } = services
  const identity = (ruleId: string, date: string, slot: number) => `${ruleId} ${date} ${slot}`
  const known = new Map(
    stored.map((one) => [identity(one.ruleId, fromDateColumn(one.localDate), one.slot), one]),
  )
  const create: Parameters<Tx['occurrence']['createMany']>[0] & { data: unknown[] } = { data: [] }
  const kept = new Set<string>()
  for (const one of wanted) {
    const isPlanned = one.state === 'planned'
    const row = {
      sprintId: one.sprint.id,
      kind: one.rule.kind,
      title: one.rule.title,
      opensAt: one.opensAt,
      closesAt: one.closesAt,
      state: one.state,
      nextAt: isPlanned ? one.opensAt : null,
      reason: one.reason,
    }
    const before = known.get(identity(one.rule.id, one.localDate, one.slot))
    if (!before) {
      create.data.push({
        ...row,
        workspaceId,
        teamId: team.id,
        ruleId: one.rule.id,
        localDate: toDateColumn(one.localDate),
        slot: one.slot,
      })
      continue
    }
    kept.add(before.id)
    if (before.state !== 'planned' && before.state !== 'skipped') continue
    if (differs(before, row)) await tx.occurrence.update({ where: { id: before.id }, data: row })
  }
  const gone = stored.filter((one) => !kept.has(one.id) && isFuture(one, now)).map(({ id }) => id)
  if (gone.length) await tx.occurrence.deleteMany({ where: { id: { in: gone } } })
  if (create.data.length) await tx.occurrence.createMany(create)
}

/** Planned and not over (what is over waits for the tick, which records it as missed), or skipped and still to come. */
function isFuture(one: Occurrence, now: Date): boolean {
  return one.state === 'planned' ? one.closesAt > now : one.state === 'skipped' && one.opensAt > now
}

function differs(before: Occurrence, row: Partial<Occurrence>): boolean {
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value)
  return Object.entries(row).some(([name, value]) => plain(before[name as keyof Occurrence]) !== plain(value))
}

/** The team's next ceremony, or of all teams of the workspace when `teamId` is null; null when none is planned. */
export async function nextCeremony(
  services: Services,
  teamId: string | null,
): Promise<(Occurrence & { team: Team }) | null> {
  return services.db.occurrence.findFirst({
    where: { ...(teamId ? { teamId } : {}), state: 'planned', nextAt: { not: null } },
    orderBy: { nextAt: 'asc' },
    include: { team: true },
  })
}

/** The team's local date at an instant. */
export function todayOf(team: Pick<Team, 'zone'>, now: Date): string {
  return localOf(team.zone, now).date
}
