// One process that delivers, for the harness to kill: it says when it has reached the step that it is to die at, and
// stands still there.
import { pino } from 'pino'
import { startDelivery } from '#platform/delivery/deliverer.ts'
import { localBudgets } from '#platform/delivery/limits.ts'
import { webClient } from '#platform/delivery/web-client.ts'
import { connect } from '#platform/store/client.ts'
import { databaseClock } from '#platform/store/database-clock.ts'
import { leaseSeconds, settleMillis, sweepMillis, timeoutMillis } from './settings.ts'

const { DATABASE_URL = '', SLACK_URL = '', WORKSPACE_ID = '', OWNER = '', PAUSE_AT } = process.env
const prisma = connect(DATABASE_URL, { connections: 4 })
const delivery = await startDelivery({
  connectionString: DATABASE_URL,
  prisma,
  workspaces: [{ workspaceId: WORKSPACE_ID, web: webClient(OWNER, { apiUrl: SLACK_URL, timeoutMillis }) }],
  clock: await databaseClock(prisma),
  log: pino({ level: process.env.LOG_LEVEL ?? 'fatal' }),
  owner: OWNER,
  budgets: localBudgets,
  leaseSeconds,
  settleMillis,
  sweepMillis,
  onStep: async (step) => {
    if (step !== PAUSE_AT) return
    process.send?.({ paused: step })
    await new Promise(() => {})
  },
})
process.send?.({ ready: true })
process.once('disconnect', () => process.exit(0))
process.on('message', async () => {
  await delivery.stop()
  await prisma.$disconnect()
  process.exit(0)
})
