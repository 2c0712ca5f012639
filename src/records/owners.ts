// Whose an item is: who took it in Slack, else the people that the plan's names mean.

import { personColumns } from '#platform/slack/people.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Item, Person, PlanName } from '#platform/store/generated/client.ts'
import { type JsonRow, rowsOf } from '#platform/store/json-rows.ts'

/** What a book knows its people by. */
export type Known = Pick<Person, 'id' | 'name' | 'displayName'>

/** A team's people, and the names that plans use for them. */
export interface OwnerBook<P extends Known = Person> {
  byId: ReadonlyMap<string, P>
  /** By lower-case name. */
  byName: ReadonlyMap<string, P>
}

export interface Owners<P extends Known = Person> {
  people: P[]
  /** What the plan names and nobody is known by. */
  unknown: string[]
}

type Owned = Pick<Item, 'ownerId' | 'assignees'>

/** The book of a team. `items` brings in owners who are no members. */
export async function ownerBook(
  db: Tx,
  teamId: string,
  items: readonly Pick<Item, 'ownerId'>[] = [],
): Promise<OwnerBook> {
  const ownerIds = [...new Set(items.map(({ ownerId }) => ownerId))].filter((id) => id !== null)
  const [read] = await db.$queryRaw<BookRows[]>`
    with plan_name as materialized (
      select name, "personId" from "PlanName" where "teamId" = ${teamId}::uuid and "personId" is not null
    )
    select
      (select coalesce(json_agg(one), '[]') from (
        select person.* from "Membership" membership join "Person" person on person.id = membership."personId"
        where membership."teamId" = ${teamId}::uuid and person.active and not person."isBot"
        order by person.name
      ) one) as members,
      (select coalesce(json_agg(one), '[]') from plan_name one) as "planNames",
      (select coalesce(json_agg(one), '[]') from "Person" one
        where "workspaceId" = (select "workspaceId" from "Team" where id = ${teamId}::uuid)
          and id = any(${ownerIds}::uuid[] || array(select "personId" from plan_name))
      ) as others`
  if (!read) throw new Error('a select without a table gave no row')
  const people = (rows: JsonRow<Person>[]) => rowsOf<Person>(rows, personColumns)
  return bookOf(people(read.members), read.planNames, people(read.others))
}

interface BookRows {
  members: JsonRow<Person>[]
  planNames: Pick<PlanName, 'name' | 'personId'>[]
  others: JsonRow<Person>[]
}

/**
 * A name in a plan means whom the team said it means: the person themselves or a facilitator. Until then it is a label, since
 * people choose for themselves what they are called. `others`, members or not, are known by id.
 */
export function bookOf<P extends Known>(
  members: readonly P[],
  planNames: readonly Pick<PlanName, 'name' | 'personId'>[],
  others: readonly P[],
): OwnerBook<P> {
  const byId = new Map([...members, ...others].map((person) => [person.id, person]))
  const byName = new Map<string, P>()
  for (const { name, personId } of planNames) {
    const person = personId ? byId.get(personId) : undefined
    if (person) byName.set(lower(name), person)
  }
  return { byId, byName }
}

/** An item's owners; nobody when the plan names nobody and nobody took it. */
export function ownersOf<P extends Known>(book: OwnerBook<P>, item: Owned): Owners<P> {
  const taker = item.ownerId === null ? undefined : book.byId.get(item.ownerId)
  if (taker) return { people: [taker], unknown: [] }
  const named = item.assignees.map((name) => book.byName.get(lower(name)) ?? name)
  const people = named.filter((one) => typeof one !== 'string')
  return { people: [...new Set(people)], unknown: named.filter((one) => typeof one === 'string') }
}

const lower = (name: string): string => name.trim().toLowerCase()
