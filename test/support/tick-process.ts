// A process of its own that ticks once: `tick-process.ts DATABASE WORKSPACE INSTANT`. It waits for a line on its input, so
// that several begin at the same moment, and prints what it did.

import { once } from 'node:events'
import { pino } from 'pino'
import type { Services } from '#platform/services.ts'
import { connect, forWorkspace } from '#platform/store/client.ts'
import { tick } from '#schedule/tick.ts'
import { ceremoniesOf } from '#subjects/compose.ts'
import { allSubjects, hooks } from '../../src/all-subjects.ts'

const [connectionString = '', workspaceId = '', instant = ''] = process.argv.slice(2)
const prisma = connect(connectionString, { connections: 5 })
const clock = { now: () => new Date(instant) }
const services: Services = {
  hooks,
  db: forWorkspace(prisma, workspaceId),
  workspaceId,
  clock,
  log: pino({ level: 'silent' }),
  get web(): never {
    throw new Error('a tick reads nothing from Slack')
  },
}
await prisma.$queryRaw`select 1`
console.log('ready')
await once(process.stdin, 'data')
const result = await tick({
  prisma,
  clock,
  workspaces: [services],
  ceremonies: ceremoniesOf(allSubjects),
  owner: String(process.pid),
})
console.log(JSON.stringify(result))
await prisma.$disconnect()
process.exit(0)
