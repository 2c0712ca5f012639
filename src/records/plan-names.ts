// Who the names in a plan are: "Priya", "Priya Raman" or "Backend Lead", matched to the team's people by likeness.

import type { Plan } from '#domain/plan-file.ts'
import { likeness, titleOf } from '#plan/similarity.ts'
import { fold } from '#plan/text.ts'
import type { Services } from '#platform/services.ts'
import { membersOf } from '#platform/slack/people.ts'
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
 * Keeps a row for each name of a plan. A name that surely means one member is given to that member; what a person chose is
 * never changed, nobody among it; the rest waits for `/sprint team`. A role of the plan becomes the member's role where none was given.
 */
export async function syncPlanNames(tx: Tx, services: Services, teamId: string, plan: Plan): Promise<void> {
  const { workspaceId } = services
  // Plans write one name in several cases: the first stands for all.
  const lower = (name: string) => name.trim().toLowerCase()
  const rows = await tx.planName.findMany({ where: { teamId } })
  const known = new Map(rows.map((row) => [lower(row.name), row]))
  const people = await membersWithRoles(tx, teamId, plan)
  const added: { workspaceId: string; teamId: string; name: string; personId: string | null }[] = []
  for (const name of namesIn(plan)) {
    const row = known.get(lower(name))
    if (row?.personId || row?.nobody) continue
    const suggestion = suggestPerson(name, people)
    const personId = suggestion?.certain ? suggestion.personId : null
    if (!row) added.push({ workspaceId, teamId, name, personId })
    else if (personId)
      await tx.planName.update({ where: { teamId_name: { teamId, name: row.name } }, data: { personId } })
  }
  if (added.length) await tx.planName.createMany({ data: added, skipDuplicates: true })
}

/** The same for every plan of the team, by its newest revision: after members came or went. */
export async function syncTeamNames(tx: Tx, services: Services, teamId: string): Promise<void> {
  const sources = await tx.planSource.findMany({ where: { teamId } })
  const plans = await newestPlans(
    tx,
    sources.map(({ id }) => id),
  )
  for (const plan of plans.values()) await syncPlanNames(tx, services, teamId, plan)
}

/** The members, each with the role that the team or the plan gives them. */
async function membersWithRoles(tx: Tx, teamId: string, plan: Plan): Promise<Candidate[]> {
  const people: Candidate[] = await membersOf(tx, teamId)
  for (const { role, names } of plan.team.roles) {
    const [name, another] = names
    if (!name || another) continue
    const found = suggestPerson(name, people)
    const person = found?.certain ? people.find(({ id }) => id === found.personId) : undefined
    if (!person || person.role) continue
    person.role = role
    await tx.membership.update({
      where: { teamId_personId: { teamId, personId: person.id } },
      data: { role },
    })
  }
  return people
}
