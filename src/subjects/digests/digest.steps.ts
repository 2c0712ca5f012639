// The stakeholder digest: posted at its time, previewed and posted by whoever asks.
import { daysBetween } from '#domain/calendar/dates.ts'
import { instantOf, localOf } from '#domain/calendar/instant.ts'
import { openBlockers } from '#domain/sprint/blockers.ts'
import { burndownOf } from '#domain/sprint/burndown.ts'
import { earlier, sprintDays } from '#domain/sprint/days.ts'
import { deltaSince } from '#domain/sprint/delta.ts'
import { headlineOf } from '#domain/sprint/headline.ts'
import { progressOf } from '#domain/sprint/progress.ts'
import { localDay } from '#platform/blocks/when.ts'
import { post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import { stakeholdersOf } from '#records/channel-links.ts'
import { sprintById } from '#records/sprint-by-id.ts'
import { forecastOf } from '#records/sprint-forecast.ts'
import { risksOf } from '#records/sprint-risks.ts'
import { readCurrentSprint, readSprint, type SprintState } from '#records/sprint-state.ts'
import { ceremonyChannel, skippedNoChannel } from '#schedule/ceremony-channel.ts'
import { type Ceremony, done, messageKey } from '#schedule/steps.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import { type DigestView, stakeholderDigest } from './digest.messages.ts'
import { keepVerdict, verdictBefore } from './verdict.ts'

export const stakeholderDigestCeremony: Ceremony = {
  kinds: ['stakeholder_digest'],
  steps: {
    async open({ tx, services, now, occurrence, late }) {
      const { team, sprint } = occurrence
      const channel = await ceremonyChannel(services, occurrence)
      if (!channel) return skippedNoChannel
      const state = await readSprint(tx, team, sprint, now)
      const view = await digestView(tx, state, { as: 'posted', by: null, late })
      const key = messageKey(occurrence, 'open')
      await post(tx, services, { ...stakeholderDigest(view), key, channel, teamId: team.id })
      await keepVerdict(tx, state, view.headline)
      return done
    },
  },
}

/** The digest as it would be posted now, for one person. Throws `no_sprint`. */
export async function previewDigest(services: Services, team: Team): Promise<DigestView> {
  const state = await readCurrentSprint(services.db, team, services.clock.now())
  return digestView(services.db, state, {
    as: 'preview',
    hasStakeholders: team.stakeholderChannelId !== null,
  })
}

/**
 * Posts the digest as it stands now to the stakeholders' channel where somebody of it confirmed, else to the team's; a preview is posted once, however
 * often its button is clicked.
 *
 * @returns the channel's id
 * @throws SprintkeeperError `gone`, `no_channel`
 */
export async function postDigest(
  services: Services,
  asked: { sprintId: string; nonce: string; person: Person },
): Promise<string> {
  const { sprint, team } = await sprintById(services, asked.sprintId)
  const channel = (await stakeholdersOf(services.db, team)) ?? team.channelId
  if (!channel)
    throw new SprintkeeperError(
      'no_channel',
      `${team.name} has no stakeholders’ channel and no channel of its own yet.`,
      'Choose one with /sprint team.',
    )
  await services.db.$transaction(async (tx) => {
    const state = await readSprint(tx, team, sprint, services.clock.now())
    const view = await digestView(tx, state, { as: 'posted', by: asked.person.slackUserId, late: false })
    const key = `digest:${sprint.id}:${asked.nonce}:${asked.person.id}`
    const isNew = await post(tx, services, { ...stakeholderDigest(view), key, channel, teamId: team.id })
    if (isNew) await keepVerdict(tx, state, view.headline)
  })
  return channel
}

/** The digest of a sprint that was read. */
export async function digestView(
  db: Tx,
  state: SprintState,
  shown: DigestView['shown'],
): Promise<DigestView> {
  const { sprint, team, today, timeline, dated, items, events, dependencies } = state
  const progress = progressOf(items, timeline, sprint.committed)
  const forecast = forecastOf(state, progress)
  const blockers = openBlockers(state.blockers, timeline)
  const { at: since, lastDigest } = await lastDigestAt(db, state)
  const delta = deltaSince(since, { items, events, blockers: state.blockers, dependencies, timeline })
  const { left, idealLeft } = delta
  const finished = new Set(delta.finished)
  return {
    sprintId: sprint.id,
    nonce: String(state.now.getTime()),
    teamName: team.name,
    sprintName: shortSprintName(sprint.name, team.name),
    goals: sprint.goals,
    zone: team.zone,
    today,
    window: dated ? { start: timeline.start, end: timeline.end } : null,
    headline: headlineOf({
      ...{ dated, window: timeline, progress, forecast, left, idealLeft, blockers },
      before: verdictBefore(state),
    }),
    progress,
    burndown: dated ? burndownOf(items, events, timeline) : null,
    forecast,
    objectives: state.objectives,
    risks: risksOf(state).ranked,
    decisions: state.decisions
      .filter(({ decidedAt }) => decidedAt === null)
      .map(({ id, question, askedAt }) => {
        return { id, question, ageDays: daysBetween(localOf(team.zone, askedAt).date, today) }
      }),
    decided: state.decisions.flatMap(({ question, answer, decidedAt }) =>
      answer !== null && decidedAt !== null && decidedAt > since ? [{ question, answer }] : [],
    ),
    escalated: blockers.filter((blocker) => blocker.state === 'escalated'),
    delta,
    since: { lastDigest, day: localDay(since, team.zone) },
    finished: items.filter(({ key }) => finished.has(key)).map(({ title }) => title),
    shown,
  }
}

/**
 * When the last digest of this sprint was posted before today, at its time or by a person; before the first one, when the
 * sprint began.
 */
async function lastDigestAt(
  db: Tx,
  { team, sprint, today, timeline, now }: SprintState,
): Promise<{ at: Date; lastDigest: boolean }> {
  const before = instantOf(team.zone, today, '00:00')
  const planned = await db.occurrence.findFirst({
    where: { sprintId: sprint.id, kind: 'stakeholder_digest', state: 'closed', openedAt: { lt: before } },
    orderBy: { openedAt: 'desc' },
    select: { openedAt: true },
  })
  const asked = await db.message.findFirst({
    where: { key: { startsWith: `digest:${sprint.id}:` }, kind: 'post', createdAt: { lt: before } },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  })
  const last = Math.max(planned?.openedAt?.getTime() ?? 0, asked?.createdAt.getTime() ?? 0)
  if (last > 0) return { at: new Date(last), lastDigest: true }
  const began = sprintDays(timeline)[0]?.startsAt ?? now
  return { at: earlier(began, now), lastDigest: false }
}
