import { describe, expect, it } from 'vitest'
import type { Item } from '#platform/store/generated/client.ts'
import { raiseBlocker } from '#subjects/blockers/blockers.ts'
import { useWorld } from '#test/support/world.ts'
import { undoMoveButton } from './ids.ts'
import { moveOne, ownOpenItems, readItemCard, undoMove } from './item-card.ts'

const world = useWorld()
const idOf = (key: string) => (world.items.find((item) => item.key === key) as Item).id
const rowOf = (key: string) => world.services.db.item.findFirstOrThrow({ where: { id: idOf(key) } })
const move = (key: string, to: Item['status'], person = world.people.jonas) =>
  moveOne(world.services, { itemId: idOf(key), to, person })

describe('a move and its undo', () => {
  it('gives status and owner back, and says nothing twice when undone twice', async () => {
    const { undo, took } = await move('HP-4', 'in_progress')
    expect(took).toBe(true)
    expect(
      await undoMove(world.services, undoMoveButton.parse(undo ?? ''), world.people.jonas),
    ).toMatchObject({ changed: true })
    expect(await rowOf('HP-4')).toMatchObject({ status: 'backlog', ownerId: null })
    expect(
      await undoMove(world.services, undoMoveButton.parse(undo ?? ''), world.people.jonas),
    ).toMatchObject({ changed: false })
  })

  it('is refused when somebody has moved the item on since', async () => {
    const { undo } = await move('HP-2', 'in_review')
    await move('HP-2', 'done', world.people.maya)
    await expect(
      undoMove(world.services, undoMoveButton.parse(undo ?? ''), world.people.jonas),
    ).rejects.toMatchObject({
      code: 'moved_on',
      hint: 'See it with /sprint item HP-2.',
    })
    expect((await rowOf('HP-2')).status).toBe('done')
  })

  it('names the blockers that are still open when the item is done', async () => {
    const raised = await raiseBlocker(world.services, {
      teamId: world.team.id,
      personId: world.people.maya.id,
      text: 'No access',
      severity: 'high',
      itemId: idOf('HP-3'),
      helperId: null,
      submission: 'one',
    })
    world.clock.advance(24 * 60)
    const moved = await move('HP-3', 'done')
    expect(moved.blockers).toEqual([
      { id: raised?.card.id, number: 1, text: 'No access', severity: 'high', ageDays: 1 },
    ])
  })
})

describe('readItemCard', () => {
  it('tells since when, in working days, who moved it from where, and what it depends on', async () => {
    world.clock.set('2026-11-20T17:00:00Z')
    await move('HP-5', 'in_progress', world.people.priya)
    await world.services.db.item.update({
      where: { id: idOf('HP-5') },
      data: {
        dependsOn: ['hp-1', 'Vendor contract'],
        tasks: [{ text: 'Draw it', done: true }],
      },
    })
    world.clock.set('2026-11-24T17:00:00Z')
    expect(await readItemCard(world.services, idOf('HP-5'))).toMatchObject({
      sprintName: 'Sprint 32',
      owners: { people: ['U0PRIYA'], unknown: [] },
      since: { date: 'Fri 20 Nov', days: 2 },
      lastMove: { from: 'backlog', by: 'U0PRIYA' },
      dependsOn: [
        { key: 'HP-1', title: 'Refund ledger', status: 'done' },
        { key: 'Vendor contract', title: null, status: null },
      ],
      tasks: [{ text: 'Draw it', done: true }],
    })
  })
})

describe('ownOpenItems', () => {
  it('are those taken in Slack and those that the plan names, without finished ones', async () => {
    const keys = async (person: 'priya' | 'jonas' | 'tomas') =>
      (await ownOpenItems(world.services, world.team, world.people[person])).map(({ key }) => key)
    await move('HP-3', 'ready')
    expect(await keys('priya')).toEqual(['HP-5'])
    expect(await keys('jonas')).toEqual(['HP-3'])
    expect(await keys('tomas')).toEqual([])
  })
})
