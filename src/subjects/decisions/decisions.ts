// Decisions that a team asks of its stakeholders, and what was decided.

import { post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Decision, Person, Team } from '#platform/store/generated/client.ts'
import { isId } from '#platform/store/id.ts'
import { currentSprint } from '#records/current-sprint.ts'
import { todayOf } from '#records/team-calendar.ts'
import { decisionAnswered, decisionAsked } from './decisions.messages.ts'

/** The team's decisions that wait for an answer, the oldest first. */
export function openDecisions(services: Services, team: Team): Promise<Decision[]> {
  return services.db.decision.findMany({
    where: { teamId: team.id, decidedAt: null },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  })
}

/** Asks for a decision: it stands in each digest until it is answered, and the team's channel is told. Throws `no_text`. */
export async function askDecision(
  services: Services,
  { team, person, question }: { team: Team; person: Person; question: string },
): Promise<Decision> {
  const { db, workspaceId, clock } = services
  const text = needed(question, 'A decision needs a question.', 'Say what is to be decided, and by when.')
  const askedAt = clock.now()
  return db.$transaction(async (tx) => {
    const sprint = await currentSprint(tx, team, todayOf(team, askedAt))
    const decision = await tx.decision.create({
      data: {
        workspaceId,
        teamId: team.id,
        sprintId: sprint?.id ?? null,
        question: text,
        askedById: person.id,
        askedAt,
      },
    })
    if (team.channelId) {
      const content = decisionAsked(decision, person.slackUserId)
      const key = `decision:${decision.id}:asked`
      await post(tx, services, { ...content, key, channel: team.channelId, teamId: team.id })
    }
    return decision
  })
}

/**
 * Records what was decided, and tells the team in the thread of the question. An answer that is there already stands.
 *
 * @throws SprintkeeperError `gone`, `answered`, `no_text`
 */
export async function answerDecision(
  services: Services,
  { decisionId, person, answer }: { decisionId: string; person: Person; answer: string },
): Promise<Decision> {
  const { db, workspaceId, clock } = services
  const text = needed(answer, 'An answer needs a few words.', 'Say what was decided.')
  return db.$transaction(async (tx) => {
    const decision = isId(decisionId) ? await tx.decision.findFirst({ where: { id: decisionId } }) : null
    if (!decision) throw new SprintkeeperError('gone', 'That decision is no longer there.')
    const at = clock.now()
    const { count } = await tx.decision.updateMany({
      where: { id: decisionId, decidedAt: null },
      data: { answer: text, decidedAt: at },
    })
    if (count === 0)
      throw new SprintkeeperError('answered', `That was decided already: ${decision.answer ?? ''}`)
    const { teamId } = decision
    await tx.auditEntry.create({
      data: {
        ...{ workspaceId, teamId, personId: person.id, at },
        action: 'decision.answer',
        target: decisionId,
        detail: {},
      },
    })
    const team = await tx.team.findFirst({ where: { id: teamId } })
    const answered = { ...decision, answer: text, decidedAt: at }
    if (team?.channelId) {
      const content = decisionAnswered(answered, person.slackUserId)
      // One that a blocker's escalation asks has no question of its own in the channel.
      const asked = `decision:${decisionId}:asked`
      const thread = await tx.message.findFirst({ where: { key: asked }, select: { key: true } })
      await post(tx, services, {
        ...content,
        key: `decision:${decisionId}:answered`,
        channel: team.channelId,
        teamId,
        ...(thread ? { thread } : {}),
      })
    }
    return answered
  })
}

/** A decision of this workspace that waits for an answer. Throws `gone`, `answered`. */
export async function decisionById(services: Services, decisionId: string): Promise<Decision> {
  const decision = isId(decisionId)
    ? await services.db.decision.findFirst({ where: { id: decisionId } })
    : null
  if (!decision) throw new SprintkeeperError('gone', 'That decision is no longer there.')
  if (decision.decidedAt)
    throw new SprintkeeperError('answered', `That was decided already: ${decision.answer ?? ''}`)
  return decision
}

function needed(text: string, message: string, hint: string): string {
  if (text.trim() === '') throw new SprintkeeperError('no_text', message, hint)
  return text.trim()
}
