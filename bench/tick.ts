// The tick: its cost with ever more of the future in the database, and how long 10,000 stand-ups due together take.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { webClient } from '#platform/delivery/web-client.ts'
import type { Services } from '#platform/services.ts'
import { connect, forWorkspace } from '#platform/store/client.ts'
import { startEmbedded } from '#platform/store/embedded.ts'
import { migrate } from '#platform/store/migrate.ts'
import { type TickResult, tick } from '#schedule/tick.ts'
import { turnSprints } from '#schedule/turn-sprints.ts'
import { ceremoniesOf } from '#subjects/compose.ts'
import { allSubjects, hooks } from '../src/all-subjects.ts'
import { addStandUps, addTeams } from './many-teams.ts'
import { median, spread } from './numbers.ts'

/** Wednesday, 09:30 in Denver. */
const now = new Date('2026-11-18T16:30:00Z')
const tomorrow = new Date('2026-11-19T16:30:00Z')
const futures = [100, 10_000, 1_000_000]
const looks = 200
const dueEach = 20
const rounds = 10
const together = 10_000

export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-bench-'))
  const server = await startEmbedded(folder)
  const places: Place[] = []
  try {
    await migrate(server.connectionString, join(import.meta.dirname, '../prisma/migrations'))
    const workspaceId = await seed(server.connectionString)
    console.log(
      `${together} teams with 5 people, 10 items and a sprint each; what is due is a stand-up to open`,
    )
    for (const future of futures)
      places.push(await copied(server.connectionString, `future_${future}`, workspaceId))
    await flatness(places)
    const [place] = places
    if (place) await punctuality(place)
  } finally {
    for (const place of places) await place.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A database and the look at it that the application takes every second. */
interface Place {
  client: pg.Client
  look(): Promise<TickResult>
  close(): Promise<void>
}

async function seed(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const teams = { teams: together, peopleEach: 5, itemsEach: 10, today: '2026-11-18' }
  const workspaceId = await addTeams(client, teams)
  await client.end()
  return workspaceId
}

/** A copy of the seeded database: copies are looked at in turns, so that a busy moment of the machine falls on all. */
async function copied(seeded: string, name: string, workspaceId: string): Promise<Place> {
  const at = (database: string) => seeded.replace(/[^/]+$/, database)
  const administrator = new pg.Client({ connectionString: at('postgres') })
  await administrator.connect()
  await administrator.query(`create database ${name} template ${seeded.split('/').at(-1)}`)
  await administrator.end()
  const prisma = connect(at(name), { connections: 5 })
  const client = new pg.Client({ connectionString: at(name) })
  await client.connect()
  const services: Services = {
    hooks,
    workspaceId,
    db: forWorkspace(prisma, workspaceId),
    clock: { now: () => now },
    log: pino({ level: 'silent' }),
    web: webClient('xoxb-bench', { apiUrl: 'http://127.0.0.1:9/' }),
  }
  return {
    client,
    async look() {
      await turnSprints(services.db, services)
      return tick({
        prisma,
        clock: services.clock,
        workspaces: [services],
        ceremonies: ceremoniesOf(allSubjects),
        owner: 'bench',
      })
    },
    async close() {
      await prisma.$disconnect()
      await client.end()
    },
  }
}

/** What each look does when nothing is due, and what one occurrence costs when some are. */
async function flatness(places: Place[]): Promise<void> {
  for (const [index, { client, look }] of places.entries()) {
    await addStandUps(client, { count: futures[index] ?? 0, opensAt: tomorrow, firstSlot: 0 })
    for (let n = 0; n < 20; n++) await look()
  }
  const idle = places.map((): number[] => [])
  const busy = places.map((): number[] => [])
  for (let n = 0; n < looks; n++)
    for (const [index, { look }] of places.entries()) idle[index]?.push(await timed(look))
  for (let slot = 1; slot <= rounds; slot++)
    for (const [index, { client, look }] of places.entries()) {
      await addStandUps(client, { count: dueEach, opensAt: now, firstSlot: slot })
      busy[index]?.push((await timed(look)) / dueEach)
    }
  for (const [index, future] of futures.entries())
    console.log(
      `${future} in the future: a look at nothing due ${spread(idle[index] ?? [])}; an opening, ${dueEach} due at once, median ${median(busy[index] ?? []).toFixed(1)} ms`,
    )
  const ratio = (samples: number[][]) => {
    const [first = Number.NaN, ...others] = samples.map(median)
    return (Math.max(...others) / first).toFixed(2)
  }
  console.log(
    `ratio to ${futures[0]} in the future, the largest of medians: nothing due ${ratio(idle)}, an opening ${ratio(busy)} (aim ≤ 1.5)`,
  )
}

async function punctuality({ client, look }: Place): Promise<void> {
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
