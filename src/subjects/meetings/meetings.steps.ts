// Reminders of planning, refinement and review: each says what the meeting needs, by name.

import { progressOf } from '#domain/sprint/progress.ts'
import { readinessOf } from '#domain/sprint/readiness.ts'
import type { ItemState } from '#domain/sprint/types.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { post } from '#platform/delivery/outbox.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Sprint, Team } from '#platform/store/generated/client.ts'
import { estimateOf } from '#records/sprint-rows.ts'
import { readSprint } from '#records/sprint-state.ts'
import { ceremonyChannel, skippedNoChannel } from '#schedule/ceremony-channel.ts'
import { type Ceremony, done, messageKey, type StepContext, type StepResult } from '#schedule/steps.ts'
import { storedCeremonyName } from '#wording/ceremony-name.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import { planningReminder, refinementReminder, reviewReminder } from './meetings.messages.ts'

export const meetings: Ceremony = {
  kinds: ['planning', 'refinement', 'review'],
  steps: { open: remind },
}

async function remind(context: StepContext): Promise<StepResult> {
  const { tx, services, occurrence } = context
  const channel = await ceremonyChannel(services, occurrence)
  if (!channel) return skippedNoChannel
  const key = messageKey(occurrence, 'open')
  const content = await contentOf(context)
  await post(tx, services, { key, channel, teamId: occurrence.teamId, ...content })
  return done
}

async function contentOf({ tx, now, occurrence, late }: StepContext): Promise<Content> {
  const { team, sprint, opensAt, closesAt } = occurrence
  const state = await readSprint(tx, team, sprint, now)
  const items = state.items.filter(({ inSprint }) => inSprint)
  const progress = progressOf(items, state.timeline, sprint.committed)
  const meeting = {
    title: storedCeremonyName(occurrence),
    sprint: shortSprintName(sprint.name, team.name),
    zone: team.zone,
    opensAt,
    closesAt,
    late: late !== false,
    goals: sprint.goals,
  }
  if (occurrence.kind === 'review')
    return reviewReminder({
      ...meeting,
      progress,
      finished: items.filter(({ status }) => status === 'done'),
      unfinished: items.filter(
        ({ status, stretch }) => status !== 'done' && status !== 'dropped' && !stretch,
      ),
      objectives: state.objectives,
    })
  if (occurrence.kind === 'planning')
    return planningReminder({
      ...meeting,
      progress,
      capacity: [sprint.capacityLow, sprint.capacityHigh],
      capacityUnit: sprint.capacityUnit,
      readiness: readinessOf(items),
      carriedOver: await carriedOver(tx, sprint),
      risksWithoutPlan: state.risks
        .filter(({ mitigation, closedAt }) => !mitigation && !closedAt)
        .map(({ title: name }) => name),
    })
  const places = [
    { name: meeting.sprint, items },
    ...(await upcoming(tx, team, sprint)),
    { name: 'the backlog', items: await itemsOf(tx, { sprintId: null, sourceId: sprint.sourceId }) },
  ]
  return refinementReminder({
    ...meeting,
    places: places.map((place) => ({ name: place.name, readiness: readinessOf(place.items) })),
  })
}

/** What the team will plan next, whatever file says it: the sprint that begins next, else the one that waits for its dates. */
async function upcoming(tx: Tx, team: Team, sprint: Sprint): Promise<{ name: string; items: ItemState[] }[]> {
  const own = { teamId: team.id, removedAt: null, id: { not: sprint.id }, state: 'planned' as const }
  const next =
    (await tx.sprint.findFirst({
      where: { ...own, start: { gt: sprint.start ?? new Date(0) } },
      orderBy: [{ start: 'asc' }, { position: 'asc' }],
    })) ??
    (await tx.sprint.findFirst({
      where: {
        ...own,
        start: null,
        OR: [{ sourceId: { not: sprint.sourceId } }, { position: { gt: sprint.position } }],
      },
      orderBy: { position: 'asc' },
    }))
  if (!next) return []
  return [{ name: shortSprintName(next.name, team.name), items: await itemsOf(tx, { sprintId: next.id }) }]
}

async function itemsOf(
  tx: Tx,
  where: { sprintId: string } | { sprintId: null; sourceId: string },
): Promise<ItemState[]> {
  const rows = await tx.item.findMany({ where: { ...where, removedAt: null }, orderBy: { position: 'asc' } })
  return rows.map((row) => ({
    key: row.key,
    title: row.title,
    status: row.status,
    estimate: estimateOf(row),
    stretch: row.stretch,
    owners: row.ownerId ? [row.ownerId] : row.assignees,
    acceptance: row.acceptance,
    inSprint: false,
    addedAt: row.createdAt,
    statusAt: row.statusAt,
  }))
}

/** Items that the team's sprint before did not finish. */
async function carriedOver(tx: Tx, sprint: Sprint): Promise<{ key: string; title: string }[]> {
  const before = await tx.sprint.findFirst({
    where: { teamId: sprint.teamId, removedAt: null, end: { lt: sprint.start ?? new Date(0) } },
    orderBy: { end: 'desc' },
  })
  if (!before) return []
  return tx.item.findMany({
    where: { sprintId: before.id, removedAt: null, stretch: false, status: { notIn: ['done', 'dropped'] } },
    select: { key: true, title: true },
    orderBy: { position: 'asc' },
  })
}
