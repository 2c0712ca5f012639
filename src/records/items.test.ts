import { describe, expect, it } from 'vitest'
import type { Item } from '#platform/store/generated/client.ts'
import { useWorld } from '#test/support/world.ts'
import { findItem, moveItem, nearestItems } from './items.ts'

const world = useWorld()
const find = (key: string) => findItem(world.services.db, world.team, key, world.clock.now())
const itemOf = (key: string) => world.items.find((item) => item.key === key) as Item

describe('findItem', () => {
  it.each(['HP-2', 'hp-2', '#HP-2', ' `hp-2` '])('finds HP-2 by %j', async (key) => {
    expect((await find(key))?.title).toBe('Refund API')
  })

  it.each(['HP_2', 'HP%', '', '#', 'HP-22'])('finds nothing by %j', async (key) => {
    expect(await find(key)).toBeNull()
  })

  it('takes the item of the current sprint when several sprints hold the key', async () => {
    const { services, team, sprint } = world
    const { db, workspaceId } = services
    const source = await db.planSource.create({
      data: { workspaceId, teamId: team.id, path: 'plans/later.md' },
    })
    const later = await db.sprint.create({
      data: {
        workspaceId,
        teamId: team.id,
        sourceId: source.id,
        name: 'Sprint 33',
        position: 0,
        line: 1,
        start: new Date('2026-11-30'),
        end: new Date('2026-12-11'),
      },
    })
    const { id, ...copy } = itemOf('HP-3')
    await db.item.create({ data: { ...copy, tasks: [], sourceId: source.id, sprintId: later.id } })
    expect((await find('HP-3'))?.sprintId).toBe(sprint.id)
    world.clock.set('2026-12-01T16:00:00Z')
    expect((await find('HP-3'))?.sprintId).toBe(later.id)
    world.clock.set('2026-11-18T16:00:00Z')
    expect(id).toBe((await find('HP-3'))?.id)
  })
})

describe('nearestItems', () => {
  const near = async (key: string) => {
    const found = await nearestItems(world.services.db, world.team, key, world.clock.now(), 2)
    return found.map((item) => item.key)
  }

  it('puts the same number first', async () => {
    expect((await near('4'))[0]).toBe('HP-4')
    expect((await near('XY-5'))[0]).toBe('HP-5')
  })

  it('means by a number the whole number that ends a key, and no key with those digits in it', async () => {
    const { db } = world.services
    const { id: _, ...like } = itemOf('HP-4')
    const keys = ['41', '4120', 'HP-1412', 'HP-4121', 'HP-412']
    await db.item.createMany({ data: keys.map((key, n) => ({ ...like, tasks: [], key, position: 20 + n })) })
    expect((await near('412'))[0]).toBe('HP-412')
    expect((await near('hp412'))[0]).toBe('HP-412')
    expect((await near('XY-412'))[0]).toBe('HP-412')
    await db.item.deleteMany({ where: { key: { in: keys } } })
  })

  it('puts open items first among those of equal likeness', async () => {
    expect(await near('HP-9')).toEqual(['HP-2', 'HP-3'])
  })
})

describe('moveItem', () => {
  const move = (key: string, to: Item['status'], personId: string, more = {}) =>
    world.services.db.$transaction((tx) =>
      moveItem(tx, world.services, { itemId: itemOf(key).id, to, personId, ...more }),
    )
  const events = (key: string) =>
    world.services.db.itemEvent.findMany({ where: { itemId: itemOf(key).id }, orderBy: { id: 'asc' } })

  it('gives an item that nobody owns to who starts it, and writes both events', async () => {
    const { jonas } = world.people
    const moved = await move('HP-4', 'in_progress', jonas.id)
    expect(moved).toMatchObject({
      changed: true,
      from: 'backlog',
      ownerBefore: null,
      item: { status: 'in_progress', ownerId: jonas.id, statusAt: world.clock.now() },
    })
    const at = world.clock.now()
    expect(await events('HP-4')).toMatchObject([
      {
        field: 'status',
        from: 'backlog',
        to: 'in_progress',
        personId: jonas.id,
        at,
        sprintId: world.sprint.id,
      },
      { field: 'owner', from: null, to: 'Jonas Weber', personId: jonas.id, at },
    ])
  })

  it('leaves the owner when somebody else finishes the item', async () => {
    const moved = await move('HP-2', 'done', world.people.maya.id)
    expect(moved.item.ownerId).toBe(world.people.priya.id)
  })

  it('writes nothing when the item has the status already, or not the expected one', async () => {
    const before = (await events('HP-1')).length
    expect(await move('HP-1', 'done', world.people.maya.id)).toMatchObject({ changed: false })
    expect(await move('HP-1', 'ready', world.people.maya.id, { expected: 'blocked' })).toMatchObject({
      changed: false,
      item: { status: 'done' },
    })
    expect(await events('HP-1')).toHaveLength(before)
  })

  it('moves once when two people do the same at the same moment', async () => {
    const { maya, jonas } = world.people
    const both = await Promise.all([move('HP-3', 'in_review', maya.id), move('HP-3', 'in_review', jonas.id)])
    expect(both.filter(({ changed }) => changed)).toHaveLength(1)
    expect((await events('HP-3')).filter(({ field }) => field === 'status')).toHaveLength(1)
  })

  it('refuses an item that the plan has cut', async () => {
    const id = itemOf('HP-5').id
    await world.services.db.item.update({ where: { id }, data: { removedAt: world.clock.now() } })
    await expect(move('HP-5', 'done', world.people.maya.id)).rejects.toMatchObject({ code: 'item_gone' })
  })
})
