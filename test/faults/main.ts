// `npm run faults -- --kills 500 [--seed N] [--cut SECONDS]`: the long run. It prints its seed, which repeats its choices
// (not the machine's timing), and ends with 1 when a message was lost, posted twice, out of order or stale.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '#platform/store/embedded.ts'
import { migrate } from '#platform/store/migrate.ts'
import { runFaults } from './harness.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    cut: { type: 'string', default: '60' },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
console.log(
  `seed ${seed}: ${kills} kills, with one, two and four processes; the database is away for ${values.cut} s`,
)

const folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-faults-'))
const server = await startEmbedded(folder, { flags: { max_connections: '200' } })
let failed = false
const totals = { kills: 0, due: 0, lost: 0, twice: 0 }
try {
  await migrate(server.connectionString, join(import.meta.dirname, '../../prisma/migrations'))
  const shares = [
    { processes: 1, kills: Math.floor(kills / 5) },
    { processes: 2, kills: Math.floor((kills * 2) / 5) },
    { processes: 4, kills: kills - Math.floor(kills / 5) - Math.floor((kills * 2) / 5) },
  ]
  for (const [at, share] of shares.entries()) {
    const began = performance.now()
    const report = await runFaults({
      ...share,
      seed: seed + at,
      connectionString: server.connectionString,
      cutMillis: at === 1 ? Number(values.cut) * 1000 : 2_000,
      report: console.log,
    })
    const { lost, twice, outOfOrder, stale, crashes } = report
    console.log(
      `${share.processes} process(es), ${((performance.now() - began) / 1000).toFixed(0)} s: due ${report.due}, misbehaviours ${report.misbehaviours}, lost ${lost.length}, twice ${twice.length}, out of order ${outOfOrder.length}, stale ${stale.length}, crashes ${crashes}`,
    )
    console.log(
      `  killed at: ${Object.entries(report.kills)
        .map(([point, count]) => `${point} ${count}`)
        .join(' · ')}`,
    )
    for (const key of [...lost, ...twice, ...outOfOrder, ...stale]) console.log(`  wrong: ${key}`)
    failed ||= lost.length + twice.length + outOfOrder.length + stale.length + crashes > 0
    totals.kills += share.kills
    totals.due += report.due
    totals.lost += lost.length
    totals.twice += twice.length
  }
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
console.log(
  `seed ${seed}: ${totals.kills} kills, ${totals.due} messages due, lost ${totals.lost}, twice ${totals.twice}`,
)
process.exit(failed ? 1 : 0)
