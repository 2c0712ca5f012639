// A workspace with a team, its people, a sprint and items in a database of its own, and a clock that tests move.
import type { WebClient } from '@slack/web-api'
import { pino } from 'pino'
import { afterAll, beforeAll } from 'vitest'
import type { Clock } from '#platform/clock.ts'
import type { Services } from '#platform/services.ts'
import { connect, forWorkspace } from '#platform/store/client.ts'
import type { Item, Person, PlanSource, Sprint, Team } from '#platform/store/generated/client.ts'
import { hooks } from '../../src/all-subjects.ts'
import { useDatabase } from './database.ts'

export class MovableClock implements Clock {
  private present: Date

  constructor(start: string) {
    this.present = new Date(start)
  }

  now(): Date {
    return new Date(this.present)
  }

  /** Moves to an instant, e.g. '2026-11-18T16:30:00Z'. */
  set(instant: string): void {
    this.present = new Date(instant)
  }

  advance(minutes: number): void {
    this.present = new Date(this.present.getTime() + minutes * 60_000)
  }
}

export interface World {
  services: Services
  clock: MovableClock
  team: Team
  source: PlanSource
  /** Mon 2026-11-16 to Fri 2026-11-27, active. */
  sprint: Sprint
  /** By first name: Maya, Tomas, Priya, Jonas. */
  people: Record<'maya' | 'tomas' | 'priya' | 'jonas', Person>
  /** HP-1 done 5 pts, HP-2 in progress 8 pts (Priya), HP-3 ready 3 pts, HP-4 backlog without estimate, HP-5 stretch 5 pts. */
  items: Item[]
  connectionString: string
}

/** Wednesday 2026-11-18, 09:00 in Denver. */
export const worldStart = '2026-11-18T16:00:00Z'

/**
 * A fresh world for a test file or describe block; its fields may be read from `beforeAll` on. `web` is the Web API that
 * the use cases read from; without one, a call of it fails loudly.
 */
export function useWorld(web?: () => WebClient): World {
  const database = useDatabase()
  const world = { connectionString: database.connectionString } as World
  let disconnect: () => Promise<void> = async () => {}
  beforeAll(async () => {
    const prisma = connect(database.connectionString, { connections: 6 })
    disconnect = () => prisma.$disconnect()
    const workspace = await prisma.workspace.create({
      data: { slackTeamId: 'T0TEST', name: 'Test', botUserId: 'U0BOT' },
    })
    const workspaceId = workspace.id
    const clock = new MovableClock(worldStart)
    const db = forWorkspace(prisma, workspaceId)
    const log = pino({ level: 'silent' })
    const services: Services = {
      db,
      workspaceId,
      clock,
      log,
      hooks,
      get web() {
        if (!web) throw new Error('this test gave useWorld no Web API')
        return web()
      },
    }
    const team = await db.team.create({
      data: {
        workspaceId,
        slug: 'harbor-payments',
        name: 'Harbor Payments',
        zone: 'America/Denver',
        channelId: 'C0HARBOR',
        stakeholderChannelId: 'C0STAKE',
      },
    })
    await db.channelLink.create({
      data: {
        ...{ workspaceId, teamId: team.id, channelId: 'C0STAKE' },
        ...{ state: 'confirmed', askedAt: clock.now() },
      },
    })
    const person = async (slackUserId: string, name: string, role: string) => {
      const created = await db.person.create({
        data: {
          workspaceId,
          slackUserId,
          name,
          displayName: name.split(' ')[0] ?? name,
          timeZone: 'America/Denver',
        },
      })
      await db.membership.create({ data: { workspaceId, teamId: team.id, personId: created.id, role } })
      await db.channelMember.create({ data: { workspaceId, channelId: 'C0HARBOR', slackUserId } })
      return created
    }
    const people = {
      maya: await person('U0MAYA', 'Maya Okafor', 'Product Owner'),
      tomas: await person('U0TOMAS', 'Tomás Rivera', 'Tech Lead'),
      priya: await person('U0PRIYA', 'Priya Raman', 'Backend Engineer'),
      jonas: await person('U0JONAS', 'Jonas Weber', 'Frontend Engineer'),
    }
    // Said by the two themselves: until then a plan's name is nobody's.
    for (const { name, id: personId } of [people.tomas, people.jonas])
      await db.planName.create({ data: { workspaceId, teamId: team.id, name, personId } })
    const source = await db.planSource.create({
      data: { workspaceId, teamId: team.id, path: 'plans/harbor.md' },
    })
    const sprint = await db.sprint.create({
      data: {
        workspaceId,
        teamId: team.id,
        sourceId: source.id,
        name: 'Sprint 32',
        number: 32,
        state: 'active',
        position: 0,
        start: new Date('2026-11-16'),
        end: new Date('2026-11-27'),
        datesFrom: 'stated',
        goals: ['Settle refunds within a day'],
        capacityLow: 18,
        capacityHigh: 22,
        committed: 16,
        capacityUnit: 'points',
        line: 1,
      },
    })
    const rows = [
      { key: 'HP-1', title: 'Refund ledger', status: 'done', estimateValue: 5, assignees: ['Tomás Rivera'] },
      { key: 'HP-2', title: 'Refund API', status: 'in_progress', estimateValue: 8, ownerId: people.priya.id },
      { key: 'HP-3', title: 'Refund e-mail', status: 'ready', estimateValue: 3, assignees: ['Jonas Weber'] },
      { key: 'HP-4', title: 'Clean up webhooks', status: 'backlog', estimateValue: null },
      { key: 'HP-5', title: 'Refund dashboard', status: 'backlog', estimateValue: 5, stretch: true },
    ] as const
    const createdAt = new Date('2026-11-16T15:00:00Z')
    await db.item.createMany({
      data: rows.map((row, position) => ({
        ...row,
        assignees: 'assignees' in row ? [...row.assignees] : [],
        workspaceId,
        teamId: team.id,
        sourceId: source.id,
        sprintId: sprint.id,
        keyStated: true,
        estimateUnit: row.estimateValue === null ? null : 'points',
        tasks: [],
        position,
        line: 10 + position,
        createdAt,
        statusAt: createdAt,
      })),
    })
    const items = await db.item.findMany({ orderBy: { position: 'asc' } })
    Object.assign(world, { services, clock, team, source, sprint, people, items })
  })
  afterAll(() => disconnect())
  return world
}
