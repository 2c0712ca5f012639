import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/support/world.ts'
import { ownerBook, ownersOf } from './owners.ts'

const world = useWorld()
const owners = async (ownerId: string | null, ...assignees: string[]) => {
  const item = { ownerId, assignees }
  const found = ownersOf(await ownerBook(world.services.db, world.team.id, [item]), item)
  return [...found.people.map(({ name }) => name), ...found.unknown.map((name) => `?${name}`)]
}

describe('ownerBook', () => {
  it('holds the team’s people as Prisma reads them, and an owner of an item from elsewhere, known by id alone', async () => {
    const { workspaceId, db } = world.services
    const { people } = world
    const guest = await db.person.create({
      data: {
        ...{ workspaceId, slackUserId: 'U0GUEST', name: 'Guest "G" Ümit', displayName: 'g', timeZone: 'UTC' },
        ...{ workStart: '08:30', workingDays: ['MO', 'WE'] },
      },
    })
    const book = await ownerBook(db, world.team.id, [{ ownerId: guest.id }, { ownerId: null }])
    const wanted = [people.maya, people.tomas, people.priya, people.jonas, guest]
    const read = await db.person.findMany({ where: { id: { in: wanted.map(({ id }) => id) } } })
    expect(new Map([...book.byId].toSorted())).toEqual(
      new Map(read.map((person) => [person.id, person] as const).toSorted()),
    )
    expect(book.byName.has('guest "g" ümit')).toBe(false)
  })
})

describe('ownersOf', () => {
  it('knows people by whole, shown and first name, in any case', async () => {
    expect(await owners(null, 'tomás rivera', 'Priya', ' JONAS ')).toEqual([
      'Tomás Rivera',
      'Priya Raman',
      'Jonas Weber',
    ])
  })

  it('keeps a name that nobody has, and takes whom the team says it means', async () => {
    expect(await owners(null, 'Backend Lead')).toEqual(['?Backend Lead'])
    const { workspaceId, db } = world.services
    await db.planName.create({
      data: { workspaceId, teamId: world.team.id, name: 'Backend Lead', personId: world.people.priya.id },
    })
    expect(await owners(null, 'Backend Lead')).toEqual(['Priya Raman'])
  })

  it('lets who took the item in Slack stand before the plan, also from outside the team', async () => {
    expect(await owners(world.people.maya.id, 'Jonas Weber')).toEqual(['Maya Okafor'])
    const { workspaceId, db } = world.services
    const guest = await db.person.create({
      data: { workspaceId, slackUserId: 'U0SAM', name: 'Sam W', displayName: 'Sam', timeZone: 'UTC' },
    })
    expect(await owners(guest.id, 'Jonas Weber')).toEqual(['Sam W'])
  })

  it('does not guess between two members of one first name', async () => {
    const { workspaceId, db } = world.services
    const twin = await db.person.create({
      data: { workspaceId, slackUserId: 'U0MAY2', name: 'Maya Lund', displayName: 'maya.l', timeZone: 'UTC' },
    })
    await db.membership.create({ data: { workspaceId, teamId: world.team.id, personId: twin.id } })
    await db.person.update({ where: { id: world.people.maya.id }, data: { displayName: 'mokafor' } })
    expect(await owners(null, 'Maya')).toEqual(['?Maya'])
  })
})
