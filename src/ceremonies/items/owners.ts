// Whose an item is: who took it in Slack, else the people that the plan's names mean.
import type { Tx } from '../../store/client.ts'
import type { Item, Person } from '../../store/generated/client.ts'
import { membersOf } from '../../store/people.ts'

/** A team's people, and the names that plans use for them. */
export interface OwnerBook {
  byId: ReadonlyMap<string, Person>
  /** By lower-case name. */
  byName: ReadonlyMap<string, Person>
}

export interface Owners {
  people: Person[]
  /** What the plan names and nobody is known by. */
  unknown: string[]
}

type Owned = Pick<Item, 'ownerId' | 'assignees'>

/**
 * The book of a team. A name means whom `/sprint team` says; else the member whose whole or shown name it is; else the one
 * member with that first name. `items` brings in owners who are no members.
 */
export async function ownerBook(
  db: Tx,
  teamId: string,
  items: readonly Pick<Item, 'ownerId'>[] = [],
): Promise<OwnerBook> {
  const members = await membersOf(db, teamId)
  const planNames = await db.planName.findMany({ where: { teamId, personId: { not: null } } })
  const byId = new Map<string, Person>(members.map((member) => [member.id, member]))
  const known = [...items.map(({ ownerId }) => ownerId), ...planNames.map(({ personId }) => personId)]
  const absent = [...new Set(known)].filter((id) => id !== null).filter((id) => !byId.has(id))
  const others = absent.length ? await db.person.findMany({ where: { id: { in: absent } } }) : []
  for (const other of others) byId.set(other.id, other)
  const byName = new Map<string, Person>()
  const first = ({ name }: Person) => lower(name.split(/\s+/)[0] ?? '')
  for (const member of members)
    if (members.filter((other) => first(other) === first(member)).length === 1)
      byName.set(first(member), member)
  for (const member of members) byName.set(lower(member.displayName), member).set(lower(member.name), member)
  for (const { name, personId } of planNames) {
    const person = personId ? byId.get(personId) : undefined
    if (person) byName.set(lower(name), person)
  }
  return { byId, byName }
}

/** An item's owners; nobody when the plan names nobody and nobody took it. */
export function ownersOf(book: OwnerBook, item: Owned): Owners {
  const taker = item.ownerId === null ? undefined : book.byId.get(item.ownerId)
  if (taker) return { people: [taker], unknown: [] }
  const named = item.assignees.map((name) => book.byName.get(lower(name)) ?? name)
  const people = named.filter((one) => typeof one !== 'string')
  return { people: [...new Set(people)], unknown: named.filter((one) => typeof one === 'string') }
}

const lower = (name: string): string => name.trim().toLowerCase()
