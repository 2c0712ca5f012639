// `npm run faults -- --kills 500 [--seed N] [--cut SECONDS] [--only NAME]`: the long run. It prints its seed, which repeats
// its choices (not the machine's timing), and ends with 1 when a message was lost, posted twice, out of order or stale, or
// when an act was stored by halves.
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type EmbeddedServer, startEmbedded } from '#platform/store/embedded.ts'
import { migrate } from '#platform/store/migrate.ts'
import { serverPid } from '../support/server-pid.ts'
import { type FaultOptions, runFaults } from './harness.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    cut: { type: 'string', default: '60' },
    only: { type: 'string' },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
const cutMillis = Number(values.cut) * 1000

interface Round extends Omit<FaultOptions, 'connectionString' | 'seed'> {
  name: string
  /** Two workspaces at the same time on one database, each with its own processes. */
  twice?: boolean
}

const share = (part: number) => Math.max(Math.round(kills * part), 1)
const folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-faults-'))
/** The embedded server itself dies; the process that started it starts it again at the same address. */
const killServer = async () => {
  process.kill(await serverPid(folder), 'SIGKILL')
}
const rounds: Round[] = [
  { name: 'one process', processes: 1, kills: share(0.15), cutMillis: 2_000 },
  { name: 'two processes, the database away', processes: 2, kills: share(0.3), cutMillis },
  {
    name: 'four processes, the server killed',
    processes: 4,
    kills: share(0.25),
    cutMillis: 0,
    midway: killServer,
  },
  { name: 'two workspaces', processes: 2, kills: share(0.1), cutMillis: 2_000, twice: true },
  { name: 'clocks that step', processes: 2, kills: share(0.06), cutMillis: 0, clockSteps: true },
  { name: 'stopped beyond a lease', processes: 2, kills: share(0.02), cutMillis: 0, stops: true },
  { name: 'limits of Slack', processes: 2, kills: share(0.02), cutMillis: 0, limited: true },
]

const totals = { kills: 0, due: 0, lost: 0, twice: 0 }
let failed = false

async function play(round: Round, at: number, server: EmbeddedServer): Promise<void> {
  const began = performance.now()
  const options = { ...round, connectionString: server.connectionString, report: console.log }
  const seeds = round.twice ? [seed + at, seed + at + 1_000] : [seed + at]
  const reports = await Promise.all(seeds.map((one) => runFaults({ ...options, seed: one })))
  for (const report of reports) {
    const { lost, twice, outOfOrder, stale, crashes } = report
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    console.log(
      `${round.name}, ${seconds} s: due ${report.due}, misbehaviours ${report.misbehaviours}, lost ${lost.length}, twice ${twice.length}, out of order ${outOfOrder.length}, stale ${stale.length}, crashes ${crashes}`,
    )
    const points = Object.entries(report.kills).map(([point, count]) => `${point} ${count}`)
    console.log(`  killed at: ${points.join(' · ')}`)
    for (const key of [...lost, ...twice, ...outOfOrder, ...stale]) console.log(`  wrong: ${key}`)
    failed ||= lost.length + twice.length + outOfOrder.length + stale.length + crashes > 0
    totals.kills += Object.values(report.kills).reduce((sum, count) => sum + count, 0)
    totals.due += report.due
    totals.lost += lost.length
    totals.twice += twice.length
  }
}

console.log(`seed ${seed}: ${kills} kills; the database is away for ${values.cut} s`)
const server = await startEmbedded(folder, { flags: { max_connections: '200' } })
try {
  await migrate(server.connectionString, join(import.meta.dirname, '../../prisma/migrations'))
  for (const [at, round] of rounds.entries())
    if (values.only === undefined || round.name.includes(values.only)) await play(round, at, server)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
console.log(
  `seed ${seed}: ${totals.kills} kills, ${totals.due} messages due, lost ${totals.lost}, twice ${totals.twice}`,
)
if (values.only === undefined || 'acts and a full disk'.includes(values.only)) {
  const vitest = join(import.meta.dirname, '../../node_modules/.bin/vitest')
  const files = ['killed-acts', 'full-disk'].map((name) => join(import.meta.dirname, `${name}.test.ts`))
  const env = { ...process.env, FAULT_POINTS: 'all' }
  const { status } = spawnSync(vitest, ['run', '--configLoader', 'native', ...files], {
    stdio: 'inherit',
    env,
  })
  failed ||= status !== 0
}
process.exit(failed ? 1 : 0)
