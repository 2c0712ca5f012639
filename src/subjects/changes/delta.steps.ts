// The daily delta: posted at its time, or shown to whoever asks.
import { instantOf } from '#domain/calendar/instant.ts'
import { deltaSince } from '#domain/sprint/delta.ts'
import { post } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { readCurrentSprint, readSprint, type SprintState } from '#records/sprint-state.ts'
import { ceremonyChannel, skippedNoChannel } from '#schedule/ceremony-channel.ts'
import { type Ceremony, done, messageKey } from '#schedule/steps.ts'
import { refreshOpenCards } from '#subjects/blockers/index.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import { type DeltaView, deltaMessage } from './delta.messages.ts'

export const deltaCeremony: Ceremony = {
  kinds: ['delta'],
  steps: {
    async open({ tx, services, now, occurrence, late, missedNotes }) {
      const { team, sprint } = occurrence
      const channel = await ceremonyChannel(services, occurrence)
      if (!channel) return skippedNoChannel
      const state = await readSprint(tx, team, sprint, now)
      const view = { ...(await viewOf(tx, state)), late, missedNotes }
      const key = messageKey(occurrence, 'open')
      await post(tx, services, { ...deltaMessage(view), key, channel, teamId: team.id })
      await refreshOpenCards(tx, services, team)
      return done
    },
  },
}

/** What changed in the team's sprint since the delta before today's, for one person. Throws `no_sprint`. */
export async function sprintDelta(services: Services, team: Team): Promise<DeltaView> {
  const state = await readCurrentSprint(services.db, team, services.clock.now())
  return viewOf(services.db, state)
}

async function viewOf(db: Tx, state: SprintState): Promise<DeltaView> {
  const { team, sprint, today, dated, items, events, blockers, dependencies, timeline } = state
  const since = await lastDeltaAt(db, state)
  const delta = deltaSince(since, { items, events, blockers, dependencies, timeline })
  return {
    teamName: team.name,
    sprintName: shortSprintName(sprint.name, team.name),
    today,
    zone: team.zone,
    // Without dates there is no ideal line to be ahead of.
    delta: dated ? delta : { ...delta, idealLeft: null },
    missedNotes: [],
    late: false,
  }
}

/** When the last delta before today was posted; before the first one, the start of the last working day before today. */
async function lastDeltaAt(db: Tx, { team, today, timeline, now }: SprintState): Promise<Date> {
  const last = await db.occurrence.findFirst({
    where: {
      teamId: team.id,
      kind: 'delta',
      state: 'closed',
      openedAt: { lt: instantOf(team.zone, today, '00:00') },
    },
    orderBy: { openedAt: 'desc' },
    select: { openedAt: true },
  })
  return last?.openedAt ?? timeline.workdays.findLast(({ date }) => date < today)?.startsAt ?? now
}
