// An occurrence in the test world, and the tick that moves it on.

import type { RuleKind } from '#domain/kinds.ts'
import { connect } from '#platform/store/client.ts'
import type { Occurrence } from '#platform/store/generated/client.ts'
import { type TickResult, tick } from '#schedule/tick.ts'
import { ceremoniesOf } from '#subjects/compose.ts'
import { allSubjects } from '../../src/all-subjects.ts'
import type { World } from './world.ts'

/** A planned occurrence of the world's sprint, with the rule that it comes from. */
export async function planOccurrence(
  world: World,
  occurrence: { kind: RuleKind; title: string; opensAt: string; closesAt: string },
): Promise<Occurrence> {
  const { services, team, sprint } = world
  const { workspaceId } = services
  const { kind, title } = occurrence
  const key = `${kind}:${occurrence.opensAt}`
  const rule = await services.db.ceremonyRule.create({
    data: {
      ...{ workspaceId, teamId: team.id, sprintId: sprint.id, key, kind, title },
      ...{ recurrence: { type: 'daily' }, start: '09:30', windowMinutes: 60, origin: 'default' },
    },
  })
  const opensAt = new Date(occurrence.opensAt)
  return services.db.occurrence.create({
    data: {
      ...{ workspaceId, teamId: team.id, sprintId: sprint.id, ruleId: rule.id, kind, title },
      ...{ localDate: new Date(occurrence.opensAt.slice(0, 10)), opensAt, nextAt: opensAt },
      closesAt: new Date(occurrence.closesAt),
    },
  })
}

/** A tick of the world at its clock's time. */
export async function tickWorld(world: World): Promise<TickResult> {
  const prisma = connect(world.connectionString, { connections: 2 })
  try {
    return await tick({
      prisma,
      clock: world.clock,
      workspaces: [world.services],
      ceremonies: ceremoniesOf(allSubjects),
      owner: 'test',
    })
  } finally {
    await prisma.$disconnect()
  }
}

/** The outbox in the order of writing: key, channel and all text. */
export async function outbox(
  world: World,
): Promise<{ key: string; channel: string; kind: string; text: string }[]> {
  const rows = await world.services.db.message.findMany({ orderBy: { sequence: 'asc' } })
  return rows.map(({ key, channel, kind, payload }) => ({
    key,
    channel,
    kind,
    text: JSON.stringify(payload),
  }))
}
