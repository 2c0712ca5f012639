// A deliverer on a database of its own, before the Slack that misbehaves.
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { connect } from '#platform/store/client.ts'
import type { Message, PrismaClient } from '#platform/store/generated/client.ts'
import { type MisbehavingSlack, startMisbehavingSlack } from '#test/faults/misbehaving-slack.ts'
import { useWorld, type World } from '#test/support/world.ts'
import { type Delivery, type DeliverySettings, startDelivery } from './deliverer.ts'
import { localBudgets } from './limits.ts'
import { edit, type Post, post } from './outbox.ts'
import { webClient } from './web-client.ts'

export interface DeliveryWorld extends World {
  prisma: PrismaClient
  slack: MisbehavingSlack
  /** Starts a deliverer with quick settings; stopped after the test. */
  deliver(settings?: Partial<DeliverySettings>): Promise<Delivery>
  post(message: Partial<Post> & { key: string }): Promise<boolean>
  edit(key: string, text: string): Promise<void>
  row(key: string): Promise<Message>
}

/** A world, its Slack and a way to start deliverers. Slack is a new one for each test. */
export function useDelivery(): DeliveryWorld {
  const world = useWorld() as DeliveryWorld
  const running: Delivery[] = []
  beforeAll(() => {
    world.prisma = connect(world.connectionString, { connections: 6 })
    world.deliver = async (settings = {}) => {
      const { workspaceId } = world.services
      const delivery = await startDelivery({
        connectionString: world.connectionString,
        prisma: world.prisma,
        workspaces: [
          { workspaceId, web: webClient('xoxb-test', { apiUrl: world.slack.url, timeoutMillis: 400 }) },
        ],
        clock: world.clock,
        log: pino({ level: 'silent' }),
        owner: 'test',
        budgets: localBudgets,
        leaseSeconds: 1,
        settleMillis: 100,
        sweepMillis: 100,
        ...settings,
      })
      running.push(delivery)
      return delivery
    }
    world.post = (message) =>
      world.services.db.$transaction((tx) =>
        post(tx, world.services, {
          channel: 'C0HARBOR',
          text: message.key,
          teamId: world.team.id,
          ...message,
        }),
      )
    world.edit = (key, text) =>
      world.services.db.$transaction((tx) => edit(tx, world.services, { key, text }))
    world.row = (key) => world.prisma.message.findFirstOrThrow({ where: { key } })
  })
  beforeEach(async () => {
    world.slack = await startMisbehavingSlack()
  })
  afterEach(async () => {
    await Promise.all(running.splice(0).map((delivery) => delivery.stop()))
    await world.slack.stop()
    await world.prisma.message.deleteMany()
    await world.prisma.rateLimit.deleteMany()
  })
  afterAll(() => world.prisma.$disconnect())
  return world
}
