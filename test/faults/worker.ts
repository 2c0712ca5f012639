// One process that delivers, for the harness to kill: it says when it has reached the step that it is to die at, and
// stands still there.
import { pino } from 'pino'
import { startDelivery } from '#platform/delivery/deliverer.ts'
import { localBudgets, slackBudgets } from '#platform/delivery/limits.ts'
import { webClient } from '#platform/delivery/web-client.ts'
import { connect } from '#platform/store/client.ts'
import { databaseClock } from '#platform/store/database-clock.ts'
import { leaseSeconds, settleMillis, sweepMillis, timeoutMillis } from './settings.ts'

const {
  DATABASE_URL = '',
  SLACK_URL = '',
  WORKSPACE_ID = '',
  OWNER = '',
  PAUSE_AT,
  STOP_AT,
  BUDGETS,
  CLOCK_STEPS,
} = process.env
const prisma = connect(DATABASE_URL, { connections: 4 })
const shared = await databaseClock(prisma)
/** A host's clock that somebody sets: a minute and a half ahead, right, as much behind, and so on. */
const steps = [90_000, 0, -90_000, 0]
const stepping = {
  now: () => {
    const at = shared.now().getTime()
    return new Date(at + (steps[Math.floor(performance.now() / 400) % steps.length] ?? 0))
  },
}
let isStopped = false
const delivery = await startDelivery({
  connectionString: DATABASE_URL,
  prisma,
  workspaces: [{ workspaceId: WORKSPACE_ID, web: webClient(OWNER, { apiUrl: SLACK_URL, timeoutMillis }) }],
  clock: CLOCK_STEPS ? stepping : shared,
  log: pino({ level: process.env.LOG_LEVEL ?? 'fatal' }),
  owner: OWNER,
  budgets: BUDGETS === 'slack' ? slackBudgets : localBudgets,
  leaseSeconds,
  settleMillis,
  sweepMillis,
  onStep: async (step) => {
    if (step === STOP_AT && !isStopped) {
      isStopped = true
      // What is on its way to the parent goes first; then nothing of this process moves until somebody continues it.
      await new Promise<void>((done) => void process.send?.({ stopped: step }, () => done()))
      process.kill(process.pid, 'SIGSTOP')
    }
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
