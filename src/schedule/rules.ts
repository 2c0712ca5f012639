// A sprint's ceremonies as rows: what the plan says, else a default, and over both what a person chose.

import { isDeepStrictEqual } from 'node:util'
import { defaultsFor } from '#domain/calendar/defaults.ts'
import { rulesOf } from '#domain/calendar/rules.ts'
import type { LocalDate, RuleDraft } from '#domain/calendar/types.ts'
import { kindOf, type RuleKind } from '#domain/kinds.ts'
import type { Ceremony, Dependency, Plan, Sprint as PlanSprint } from '#domain/plan-file.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { CeremonyRule, CeremonySetting, Prisma, Sprint, Team } from '#platform/store/generated/client.ts'
import { newestPlans } from '#records/import/revisions.ts'
import { calendarOf } from '#records/team-calendar.ts'
import { ofKnownKind } from './known-kinds.ts'
import { planTeam } from './planning.ts'
import { chosenRecurrence } from './recurrence-of.ts'

/**
 * Makes the rules of the team's sprints what plans, defaults and settings now say, and plans the occurrences anew. Call it
 * in the transaction of any change of a plan, a setting, the zone, working days, days off or a sprint's window.
 */
export async function syncTeam(tx: Tx, services: Services, teamId: string): Promise<void> {
  const team = await tx.team.findUniqueOrThrow({ where: { id: teamId } })
  const sprints = await tx.sprint.findMany({ where: { teamId, removedAt: null, state: { not: 'closed' } } })
  const plans = await newestPlans(tx, [...new Set(sprints.map(({ sourceId }) => sourceId))])
  for (const sprint of sprints)
    await syncRules(tx, services, team, sprint, plans.get(sprint.sourceId) ?? null)
  await planTeam(tx, services, teamId)
}

/**
 * Makes one sprint's rules what its plan (`plan`: the newest revision's), defaults and settings say. Rules are matched by
 * key; one that nobody states any more is switched off, and its history stays. Occurrences follow with `planTeam`.
 */
export async function syncRules(
  tx: Tx,
  services: Services,
  team: Team,
  sprint: Sprint,
  plan: Plan | null,
): Promise<void> {
  const { workspaceId } = services
  const settings = ofKnownKind(
    services,
    'CeremonySetting',
    await tx.ceremonySetting.findMany({ where: { teamId: team.id } }),
  )
  const daysOff = await tx.teamDayOff.findMany({ where: { teamId: team.id } })
  const window =
    sprint.start && sprint.end
      ? { start: fromDateColumn(sprint.start), end: fromDateColumn(sprint.end) }
      : null
  const defaults = defaultsFor(calendarOf(team, daysOff), window)
  const wanted = withSettings(rulesOf(sourceOf(plan, sprint), defaults), settings)
  const rows = await tx.ceremonyRule.findMany({ where: { sprintId: sprint.id } })
  const known = new Map(ofKnownKind(services, 'CeremonyRule', rows).map((row) => [row.key, row]))
  const created: Prisma.CeremonyRuleCreateManyInput[] = []
  for (const { key, ...columns } of wanted) {
    const row = known.get(key)
    known.delete(key)
    if (row && !says(row, columns)) await tx.ceremonyRule.update({ where: { id: row.id }, data: columns })
    if (!row) created.push({ ...columns, key, workspaceId, teamId: team.id, sprintId: sprint.id })
  }
  if (created.length) await tx.ceremonyRule.createMany({ data: created })
  const gone = [...known.values()].filter(({ enabled }) => enabled).map(({ id }) => id)
  if (gone.length) await tx.ceremonyRule.updateMany({ where: { id: { in: gone } }, data: { enabled: false } })
}

/** Most changes of a plan leave most rules as they are. */
const says = (row: CeremonyRule, columns: object): boolean =>
  Object.entries(columns).every(([name, value]) => isDeepStrictEqual(row[name as keyof CeremonyRule], value))

type RuleColumns = Omit<
  Prisma.CeremonyRuleUncheckedCreateInput,
  'workspaceId' | 'teamId' | 'sprintId' | 'id'
> & {
  key: string
}

type KnownSetting = CeremonySetting & { kind: RuleKind }

function withSettings(drafts: RuleDraft[], settings: KnownSetting[]): RuleColumns[] {
  const byKind = new Map<RuleKind, KnownSetting>(settings.map((setting) => [setting.kind, setting]))
  const replaced = new Set<RuleKind>()
  return drafts.map(({ source, recurrence, ...draft }) => {
    const setting = byKind.get(draft.kind)
    // Of several that stand side by side a setting moves the time, not the dates.
    const own = kindOf(draft.kind).several ? null : chosenRecurrence(setting)
    const chosen = Boolean(own || setting?.start)
    // A person's recurrence stands for all that the plan says of the kind: the second of its rules says nothing more.
    const superfluous = Boolean(own) && replaced.has(draft.kind)
    replaced.add(draft.kind)
    return {
      ...draft,
      title: draft.title.slice(0, 200),
      recurrence: own ?? recurrence,
      start: setting?.start ?? draft.start,
      windowMinutes: setting?.windowMinutes ?? draft.windowMinutes,
      origin: chosen ? 'person' : source,
      // A chosen time is the team's own, whatever zone the plan named for the time that it replaces.
      zone: setting?.start ? null : draft.zone,
      enabled: (setting?.enabled ?? true) && !superfluous,
    }
  })
}

/** What of the plan concerns the sprint: its own lines, and the plan's, dated ones only where their date belongs. */
function sourceOf(plan: Plan | null, sprint: Sprint): Parameters<typeof rulesOf>[0] {
  const nothing = { ceremonies: [], dependencies: [] }
  const own = plan?.sprints.find(({ name }) => name === sprint.name)
  if (!plan || !own) return { sprint: nothing, plan: nothing }
  const belongs = (date: LocalDate) => sprintOfDate(plan.sprints, date) === own
  const dated = (ceremony: Ceremony): Ceremony =>
    ceremony.when?.type === 'dates'
      ? { ...ceremony, when: { type: 'dates', dates: ceremony.when.dates.filter(belongs) } }
      : ceremony
  const due = ({ due: date }: Dependency) => date !== null && belongs(date)
  return {
    sprint: own,
    plan: {
      ceremonies: plan.ceremonies
        .map(dated)
        .filter(({ when }) => when?.type !== 'dates' || when.dates.length > 0),
      dependencies: plan.dependencies.filter(due),
    },
  }
}

/** The sprint that a date of the whole plan belongs to: the last that has begun by then, else the plan's first. */
function sprintOfDate(sprints: PlanSprint[], date: LocalDate): PlanSprint | undefined {
  const begun = sprints.filter(({ start }) => start !== null && start <= date)
  const last = begun.reduce<PlanSprint | undefined>(
    (best, sprint) => (best && (best.start ?? '') >= (sprint.start ?? '') ? best : sprint),
    undefined,
  )
  return last ?? sprints[0]
}
