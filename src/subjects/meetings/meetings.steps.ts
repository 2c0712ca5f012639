// Reminders of planning, refinement and review: each says what the meeting needs, by name.

import { progressOf } from '#domain/sprint/progress.ts'
import { notReadyItems } from '#domain/sprint/readiness.ts'
import type { ItemState } from '#domain/sprint/types.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { post } from '#platform/delivery/outbox.ts'
import type { Sprint } from '#platform/store/generated/client.ts'
import { estimateOf } from '#records/sprint-rows.ts'
import { readSprint } from '#records/sprint-state.ts'
import { ceremonyChannel, skippedNoChannel } from '#schedule/ceremony-channel.ts'
import { type Ceremony, done, messageKey, type StepContext, type StepResult } from '#schedule/steps.ts'
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
  const { team, sprint, title, opensAt, closesAt } = occurrence
  const state = await readSprint(tx, team, sprint, now)
  const items = state.items.filter(({ inSprint }) => inSprint)
  const progress = progressOf(items, state.timeline, sprint.committed)
  const meeting = {
    title,
    sprint: shortSprintName(sprint.name, team.name),
    zone: team.zone,
    opensAt,
    closesAt,
    late,
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
      notReady: notReadyItems(items),
      carriedOver: await carriedOver(tx, sprint),
      risksWithoutPlan: state.risks
        .filter(({ mitigation, closedAt }) => !mitigation && !closedAt)
        .map(({ title: name }) => name),
    })
  const upcoming = await upcomingItems(tx, sprint)
  return refinementReminder({
    ...meeting,
    notReady: notReadyItems([...items, ...upcoming]),
    looked: items.length + upcoming.length,
  })
}

/** What the team will plan next: its next sprint of the same plan, and the plan's backlog. */
async function upcomingItems(tx: StepContext['tx'], sprint: Sprint): Promise<ItemState[]> {
  const next = await tx.sprint.findFirst({
    where: { sourceId: sprint.sourceId, removedAt: null, position: { gt: sprint.position } },
    orderBy: { position: 'asc' },
  })
  const rows = await tx.item.findMany({
    where: {
      sourceId: sprint.sourceId,
      removedAt: null,
      OR: [{ sprintId: null }, ...(next ? [{ sprintId: next.id }] : [])],
    },
    orderBy: [{ sprintId: 'desc' }, { position: 'asc' }],
  })
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
async function carriedOver(tx: StepContext['tx'], sprint: Sprint): Promise<{ key: string; title: string }[]> {
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
