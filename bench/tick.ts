// The tick: its cost with ever more of the future in the database, and how long 10,000 stand-ups due together take.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { type TickResult, tick } from '../src/ceremonies/tick.ts'
import { turnSprints } from '../src/ceremonies/turn-sprints.ts'
import { webClient } from '../src/delivery/web-client.ts'
import type { Services } from '../src/services.ts'
import { connect, forWorkspace } from '../src/store/client.ts'
import { startEmbedded } from '../src/store/embedded.ts'
import { migrate } from '../src/store/migrate.ts'
import { addStandUps, addTeams } from './many-teams.ts'
import { median, spread } from './numbers.ts'

/** Wednesday, 09:30 in Denver. */
const now = new Date('2026-11-18T16:30:00Z')
const tomorrow = new Date('2026-11-19T16:30:00Z')
const futures = [100, 10_000, 1_000_000]
const looks = 300
const dueEach = 20
const rounds = 10
const together = 10_000

export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-bench-'))
  const server = await startEmbedded(folder)
  await migrate(server.connectionString, join(import.meta.dirname, '../prisma/migrations'))
  const client = new pg.Client({ connectionString: server.connectionString })
  await client.connect()
  const prisma = connect(server.connectionString, { connections: 10 })
  try {
    const teams = { teams: together, peopleEach: 5, itemsEach: 10, today: '2026-11-18' }
    const workspaceId = await addTeams(client, teams)
    console.log(
      `${together} teams with 5 people, 10 items and a sprint each; what is due is a stand-up to open`,
    )
    const services: Services = {
      workspaceId,
      db: forWorkspace(prisma, workspaceId),
      clock: { now: () => now },
      log: pino({ level: 'silent' }),
      web: webClient('xoxb-bench', { apiUrl: 'http://127.0.0.1:9/' }),
    }
    const look = async (): Promise<TickResult> => {
      await turnSprints(services.db, services)
      return tick({ prisma, clock: services.clock, workspaces: [services], owner: 'bench' })
    }
    await flatness(client, look)
    await punctuality(client, look)
  } finally {
    await prisma.$disconnect()
    await client.end()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What each look does when nothing is due, and what one occurrence costs when some are. */
async function flatness(client: pg.Client, look: () => Promise<TickResult>): Promise<void> {
  const idle: number[] = []
  const busy: number[] = []
  let stored = 0
  let slot = 1
  for (const future of futures) {
    await addStandUps(client, { count: future - stored, opensAt: tomorrow, firstSlot: slot++ })
    stored = future
    const nothing: number[] = []
    for (let n = 0; n < looks; n++) nothing.push(await timed(look))
    const some: number[] = []
    for (let round = 0; round < rounds; round++) {
      await addStandUps(client, { count: dueEach, opensAt: now, firstSlot: slot++ })
      some.push((await timed(look)) / dueEach)
    }
    idle.push(median(nothing))
    busy.push(median(some))
    console.log(
      `${future} in the future: a look at nothing due ${spread(nothing)}; an opening, ${dueEach} due, median ${median(some).toFixed(1)} ms`,
    )
  }
  const ratio = (values: number[]) => (Math.max(...values.slice(1)) / (values[0] ?? Number.NaN)).toFixed(2)
  console.log(
    `ratio to ${futures[0]} in the future, the largest: nothing due ${ratio(idle)}, an opening ${ratio(busy)} (aim ≤ 1.5)`,
  )
}

async function punctuality(client: pg.Client, look: () => Promise<TickResult>): Promise<void> {
  await addStandUps(client, { count: together, opensAt: now, firstSlot: 1000 })
  const began = performance.now()
  const result = await look()
  const seconds = (performance.now() - began) / 1000
  const opened = await client.query<{ state: string; count: number }>(
    `select state::text, count(*)::int as count from "Occurrence" where slot = 1000 group by state`,
  )
  const messages = await client.query<{ count: number }>(`select count(*)::int as count from "Message"`)
  const states = opened.rows.map(({ state, count }) => `${count} ${state}`).join(', ')
  console.log(
    `${together} due in the same minute: moved on in ${seconds.toFixed(1)} s, ${(together / seconds).toFixed(0)} a second; ${states}; failed ${result.failed}, missed ${result.missed}; ${messages.rows[0]?.count} messages in the outbox`,
  )
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}
