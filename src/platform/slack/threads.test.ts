// Which message of ours a thread hangs on.
import { expect, it } from 'vitest'
import { useWorld } from '#test/support/world.ts'
import { parentOf } from './threads.ts'

const world = useWorld()

it('is the post, also where the database comes to the row of its edit first', async () => {
  const { services } = world
  const ts = '1767630600.000001'
  const sent = { channel: 'C0HARBOR', postedIn: 'C0HARBOR', ts, state: 'sent', payload: {} } as const
  const { workspaceId } = services
  const times = { dueAt: world.clock.now(), createdAt: world.clock.now() }
  const row = { ...sent, ...times, workspaceId, strand: 'standup:1:open' }
  for (const one of [
    { key: 'standup:1:open:edit:1', kind: 'edit', editsKey: 'standup:1:open' },
    { key: 'standup:1:open', kind: 'post' },
  ] as const)
    await services.db.message.create({ data: { ...row, ...one } })
  expect((await parentOf(services, 'C0HARBOR', ts))?.key).toBe('standup:1:open')
  expect(await parentOf(services, 'C0OTHER', ts)).toBeNull()
})
