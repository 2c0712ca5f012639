// Load: slash commands at a steady rate over signed HTTP, to a bare Bolt app and to the whole product in the same run.
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '#platform/store/embedded.ts'
import { migrate } from '#platform/store/migrate.ts'
import project from '../package.json' with { type: 'json' }
import type { LoadOrder, LoadResult } from './load-generator.ts'
import { addStandUps, addTeams } from './many-teams.ts'
import { percentile, spread } from './numbers.ts'

const teams = 1_000
const itemsEach = 100
/** Node's flags of `npm start`: ours runs as users start it. */
const startFlags = project.scripts.start.split(' ').filter((word) => word.startsWith('--'))
const texts = ['status', 'item BE-7', 'blockers', 'help']

/** `--seconds 60` `--rate 200` `--only status`; `--profile FOLDER` leaves our process's CPU profile there. */
export async function run(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      seconds: { type: 'string', default: '20' },
      rate: { type: 'string', default: '200' },
      only: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  const { profile } = values
  const seconds = Math.min(Number(values.seconds), 120)
  const perSecond = Math.min(Number(values.rate), 1_000)
  const mix = values.only === undefined ? texts : [values.only]
  const folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-bench-'))
  const server = await startEmbedded(folder)
  const children: ChildProcess[] = []
  const child = async (file: string, ...args: string[]) => {
    const profiled = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
    const execArgv = args[0] === 'ours' ? [...startFlags, ...profiled] : []
    const made = fork(join(import.meta.dirname, file), args, { execArgv })
    children.push(made)
    const [{ port }] = (await once(made, 'message')) as [{ port: number }]
    return { process: made, port }
  }
  try {
    await migrate(server.connectionString, join(import.meta.dirname, '../prisma/migrations'))
    await seed(server.connectionString)
    const secret = randomBytes(16).toString('hex')
    const generator = await child('load-generator.ts')
    const slackUrl = `http://127.0.0.1:${generator.port}/api/`
    const bare = await child('load-app.ts', 'bare', slackUrl, secret)
    const ours = await child('load-app.ts', 'ours', slackUrl, secret, server.connectionString)
    const send = async (port: number, answered: boolean, during: number): Promise<LoadResult> => {
      const order = { port, secret, perSecond, teams, answered, texts: mix }
      generator.process.send({ ...order, count: Math.round(perSecond * during) } satisfies LoadOrder)
      const [result] = (await once(generator.process, 'message')) as [LoadResult]
      return result
    }
    console.log(`our process was quiet ${await quiet(ours.process)} s after its start`)
    for (const [port, answered] of [
      [bare.port, false],
      [ours.port, true],
    ] as const)
      await send(port, answered, 3)
    const before = await send(bare.port, false, seconds / 2)
    const cpuBefore = await cpuMillis(ours.process)
    const loaded = await send(ours.port, true, seconds)
    const cpu = (await cpuMillis(ours.process)) - cpuBefore
    const after = await send(bare.port, false, seconds / 2)
    report(before, loaded, after, `${perSecond} a second for ${seconds} s`)
    console.log(`our process: ${(cpu / (perSecond * seconds)).toFixed(1)} ms of CPU a command`)
  } finally {
    const gone = children.map((one) => one.exitCode === null && once(one, 'exit'))
    for (const one of children) if (one.connected) one.disconnect()
    await Promise.all(gone)
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Waits until the start's own work (every team's calendar planned anew) is over. @returns the seconds that it took */
async function quiet(app: ChildProcess): Promise<number> {
  const begin = performance.now()
  for (let before = await cpuMillis(app); ; ) {
    await new Promise((done) => setTimeout(done, 1_000))
    const now = await cpuMillis(app)
    if (now - before < 100) return Math.round((performance.now() - begin) / 1000)
    before = now
  }
}

async function cpuMillis(app: ChildProcess): Promise<number> {
  app.send('cpu')
  const [{ cpuMillis: taken }] = (await once(app, 'message')) as [{ cpuMillis: number }]
  return taken
}

async function seed(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const [day = ''] = new Date().toISOString().split('T')
  await addTeams(client, { teams, peopleEach: 5, itemsEach, today: day })
  const opensAt = new Date(Date.now() + 86_400_000)
  await addStandUps(client, { count: teams * 5, opensAt, firstSlot: 0 })
  await client.end()
}

function report(before: LoadResult, loaded: LoadResult, after: LoadResult, what: string): void {
  const bare = [...before.acks, ...after.acks]
  const ratio = (share: number) => (percentile(loaded.acks, share) / percentile(bare, share)).toFixed(1)
  console.log(`${what}, ${teams} teams, ${teams * itemsEach} items`)
  console.log(`ack, bare Bolt: before ${spread(before.acks)}; after ${spread(after.acks)}`)
  console.log(`ack, ours: ${spread(loaded.acks)}; ratio p50 ${ratio(0.5)}, p99 ${ratio(0.99)} (aim ≤ 3)`)
  for (const [text, millis] of Object.entries(loaded.answers))
    console.log(
      `/sprint ${text} answered: ${spread(millis)}${text === 'status' ? ' (aim p99 < 300 ms)' : ''}`,
    )
  const { failed, unanswered, slip } = loaded
  const bareFailed = before.failed + after.failed
  console.log(
    `not acknowledged: ours ${failed}, bare ${bareFailed}; not answered: ${unanswered}; sent late at most ${slip.toFixed(0)} ms (bare ${Math.max(before.slip, after.slip).toFixed(0)} ms)`,
  )
}
