// What the modal that raises a blocker is filled with.

import type { Services } from '#platform/services.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import { currentSprint } from '#records/current-sprint.ts'
import { findItem } from '#records/items.ts'
import { ownerBook, ownersOf } from '#records/owners.ts'
import { todayOf } from '#records/team-calendar.ts'
import type { RaiseForm } from './blocker-modals.messages.ts'

/** The form with the current sprint's open items, the person's own first. `itemId` may be of any sprint or the backlog. */
export async function raiseForm(
  services: Services,
  team: Team,
  person: Person,
  prefilled: { itemId: string | null; text: string; checkInId?: string },
): Promise<RaiseForm> {
  const { db, clock } = services
  const sprint = await currentSprint(db, team, todayOf(team, clock.now()))
  const { itemId } = prefilled
  const items = await db.item.findMany({
    where: {
      teamId: team.id,
      removedAt: null,
      OR: [
        { sprintId: sprint?.id ?? null, status: { notIn: ['done', 'dropped'] } },
        ...(itemId ? [{ id: itemId }] : []),
      ],
    },
    orderBy: { position: 'asc' },
  })
  const book = await ownerBook(db, team.id, items)
  const isOwn = new Set(
    items.filter((item) => ownersOf(book, item).people.some(({ id }) => id === person.id)),
  )
  return {
    ...prefilled,
    teamId: team.id,
    items: [...items].sort((a, b) => Number(isOwn.has(b)) - Number(isOwn.has(a))),
  }
}

/** What follows `/sprint block`: the first word is a key where the team has such an item, the rest is the text. */
export async function readBlockWords(
  services: Services,
  team: Team,
  words: string,
): Promise<{ itemId: string | null; text: string }> {
  const [first = ''] = words.split(/\s+/)
  const item = await findItem(services.db, team, first.replace(/[:,]$/, ''), services.clock.now())
  return item ? { itemId: item.id, text: words.slice(first.length).trim() } : { itemId: null, text: words }
}
