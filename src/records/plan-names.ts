// Who the names in a plan may be: "Priya", "Priya Raman" or "Backend Lead", likened to the team's people. Who they are, people
// say: the one who is meant, or a facilitator.

import type { Plan } from '#domain/plan-file.ts'
import { likeness, titleOf } from '#plan/similarity.ts'
import { fold } from '#plan/text.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { newestPlans } from './import/revisions.ts'

export interface Candidate {
  id: string
  name: string
  displayName: string
  role: string | null
}

export interface Suggestion {
  personId: string
  /** True when only this person can be meant: a whole name, or a first name or role that nobody else has. */
  certain: boolean
}

/** Every name in a plan that may mean a person: assignees, owners of risks, roles and who fills them. */
export function namesIn(plan: Plan): string[] {
  const items = [...plan.sprints.flatMap((sprint) => sprint.items), ...plan.backlog]
  const risks = [...plan.sprints.flatMap((sprint) => sprint.risks), ...plan.risks]
  const names = [
    ...plan.team.roles.flatMap(({ role, names: people }) => [role, ...people]),
    ...items.flatMap((item) => item.assignees),
    ...risks.flatMap((risk) => risk.owner ?? []),
  ]
  const told = new Map(names.map((name) => [fold(name), name.trim()]))
  told.delete('')
  return [...told.values()].filter((name) => name.length <= longestName)
}

/** A longer text in an owner's place is a sentence. */
const longestName = 80
/** A name at least this like a person's is suggested, for a person to confirm. */
const suggestedFrom = 0.6

/** Who is meant by a name; null: nobody is like it. */
export function suggestPerson(name: string, people: Candidate[]): Suggestion | null {
  const wanted = fold(name.replace(/^@/, ''))
  if (wanted === '') return null
  const only = (matches: (person: Candidate) => boolean): Suggestion | null => {
    const [found, another] = people.filter(matches)
    return found && !another ? { personId: found.id, certain: true } : null
  }
  const exact =
    only((person) => fold(person.name) === wanted) ??
    only((person) => fold(person.displayName) === wanted) ??
    only((person) => fold(person.name).split(' ')[0] === wanted) ??
    only((person) => person.role !== null && fold(person.role) === wanted)
  return exact ?? likest(wanted, people)
}

function likest(wanted: string, people: Candidate[]): Suggestion | null {
  const title = titleOf(wanted)
  const scored = people
    .map((person) => ({
      person,
      score: Math.max(
        ...[person.name, person.displayName, fold(person.name).split(' ')[0] ?? '', person.role ?? ''].map(
          (text) => likeness(title, titleOf(text)),
        ),
      ),
    }))
    .sort((a, b) => b.score - a.score)
  const [best, next] = scored
  if (!best || best.score < suggestedFrom || best.score === next?.score) return null
  return { personId: best.person.id, certain: false }
}

/**
 * Keeps a row for each name of a plan, and asks those who may be meant (the hook `namesFound`); what a person said is never
 * changed, nobody among it. A role that the plan fills with one name means whom that name means.
 */
export async function syncPlanNames(tx: Tx, services: Services, teamId: string, plan: Plan): Promise<void> {
  const { workspaceId } = services
  const rows = await tx.planName.findMany({ where: { teamId } })
  // Plans write one name in several cases: the first stands for all.
  const known = new Set(rows.map(({ name }) => lower(name)))
  const added = namesIn(plan).filter((name) => !known.has(lower(name)))
  if (added.length)
    await tx.planName.createMany({
      data: added.map((name) => ({ workspaceId, teamId, name })),
      skipDuplicates: true,
    })
  await fillRoles(tx, teamId, plan)
  await services.hooks.namesFound(tx, services, teamId)
}

const lower = (name: string) => name.trim().toLowerCase()

/** The same for every plan of the team, by its newest revision: after members came or went. */
export async function syncTeamNames(tx: Tx, services: Services, teamId: string): Promise<void> {
  const sources = await tx.planSource.findMany({ where: { teamId } })
  const plans = await newestPlans(
    tx,
    sources.map(({ id }) => id),
  )
  for (const plan of plans.values()) await syncPlanNames(tx, services, teamId, plan)
}

/** "Backend Lead: Priya": once it is said who Priya is, the role is hers, and its name means her. */
async function fillRoles(tx: Tx, teamId: string, plan: Plan): Promise<void> {
  const filled = plan.team.roles.filter(({ names }) => names.length === 1)
  if (filled.length === 0) return
  const rows = await tx.planName.findMany({ where: { teamId } })
  const byName = new Map(rows.map((row) => [lower(row.name), row]))
  for (const { role, names } of filled) {
    const personId = byName.get(lower(names[0] ?? ''))?.personId
    if (!personId) continue
    await tx.membership.updateMany({ where: { teamId, personId, role: null }, data: { role } })
    const named = { teamId, name: byName.get(lower(role))?.name ?? '' }
    await tx.planName.updateMany({ where: { ...named, personId: null, nobody: false }, data: { personId } })
  }
}
