// Two processes on one database, each with a workspace of its own: neither touches the other's messages.
import { expect, it } from 'vitest'
import { useDelivery } from './delivery.testing.ts'
import { post } from './outbox.ts'
import { webClient } from './web-client.ts'

const world = useDelivery()

async function anotherWorkspace() {
  const { id: workspaceId } = await world.prisma.workspace.create({
    data: { slackTeamId: `T${crypto.randomUUID()}`, name: 'Another', botUserId: 'U1BOT' },
  })
  const web = webClient('xoxb-another', { apiUrl: world.slack.url, timeoutMillis: 400 })
  const write = (key: string) =>
    world.prisma.$transaction((tx) =>
      post(tx, { workspaceId, clock: world.clock }, { key, channel: 'C1ANOTHER', text: key }),
    )
  return { workspaceId, web, write }
}

it('leaves the messages of another workspace to the process that serves it, at once', async () => {
  const other = await anotherWorkspace()
  await other.write('theirs')
  await world.post({ key: 'ours' })
  const own = await world.deliver({ owner: 'own' })
  await own.idle()
  expect(world.slack.keys()).toEqual(['ours'])
  expect(await world.row('theirs')).toMatchObject({
    state: 'due',
    leasedBy: null,
    retryAt: null,
    error: null,
  })

  const theirs = await world.deliver({ owner: 'theirs', workspaces: [other] })
  await theirs.idle()
  expect(world.slack.keys()).toEqual(['ours', 'theirs'])
  expect(world.slack.calls.filter(({ token }) => token === 'xoxb-another')).toHaveLength(1)
})

it('takes over only what a dead process of its own workspace held', async () => {
  const other = await anotherWorkspace()
  await other.write('held')
  await world.prisma.message.updateMany({
    where: { key: 'held' },
    data: {
      state: 'sending',
      leasedBy: 'dead',
      leasedUntil: new Date(0),
      attempts: 1,
      sendingAt: new Date(0),
    },
  })
  await world.post({ key: 'ours' })
  const own = await world.deliver()
  await own.idle()
  expect(await world.row('held')).toMatchObject({ state: 'sending', leasedBy: 'dead' })
})
