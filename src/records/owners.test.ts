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
  it('knows people by the names that were said to be theirs, in any case, and by no other', async () => {
    expect(await owners(null, 'tomás rivera', ' JONAS WEBER ', 'Priya Raman', 'Jonas')).toEqual([
      'Tomás Rivera',
      'Jonas Weber',
      '?Priya Raman',
      '?Jonas',
    ])
  })

  it('A2: is not moved by what somebody calls themselves', async () => {
    const { db } = world.services
    const called = (name: string) =>
      db.person.update({ where: { id: world.people.priya.id }, data: { name, displayName: name } })
    await called('Release Captain')
    expect(await owners(null, 'Release Captain')).toEqual(['?Release Captain'])
    await called('Priya Raman')
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
})
