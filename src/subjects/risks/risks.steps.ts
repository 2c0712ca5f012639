// The risk register in Slack: its digest, closing and reopening a risk, adding one.

import { scoreOf } from '#domain/sprint/register.ts'
import type { SeenRisk } from '#domain/sprint/risk.ts'
import { edit, post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person, Risk, Team } from '#platform/store/generated/client.ts'
import type { Level } from '#platform/store/generated/enums.ts'
import { isId } from '#platform/store/id.ts'
import { sprintById } from '#records/sprint-by-id.ts'
import { risksOf } from '#records/sprint-risks.ts'
import { readCurrentSprint, readSprint, type SprintState } from '#records/sprint-state.ts'
import { ceremonyChannel, skippedNoChannel } from '#schedule/ceremony-channel.ts'
import { type Ceremony, done, messageKey } from '#schedule/steps.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import type { PostedDigest } from './ids.ts'
import { type RiskDigestView, riskAdded, riskDigest } from './risks.messages.ts'

export const riskDigestCeremony: Ceremony = {
  kinds: ['risk_digest'],
  steps: {
    async open({ tx, services, now, occurrence, late }) {
      const { team, sprint } = occurrence
      const channel = await ceremonyChannel(services, occurrence)
      if (!channel) return skippedNoChannel
      const key = messageKey(occurrence, 'open')
      const content = riskDigest({ ...viewOf(await readSprint(tx, team, sprint, now), key), late })
      await post(tx, services, { ...content, key, channel, teamId: team.id })
      return done
    },
  },
}

/** The risks of the team's sprint, for one person. Throws `no_sprint`. */
export async function sprintRisks(services: Services, team: Team): Promise<RiskDigestView> {
  return viewOf(await readCurrentSprint(services.db, team, services.clock.now()), null)
}

export interface ChangeRisk {
  riskId: string
  person: Person
  /** The digest that the button stood in, which is brought up to date; null: none that others see. */
  digest: PostedDigest | null
}

/** Takes a risk out of the register. Closing it twice changes nothing. Throws `gone`. */
export async function closeRisk(services: Services, change: ChangeRisk): Promise<Risk> {
  return setClosed(services, change, services.clock.now())
}

/** Puts a closed risk back. Throws `gone`. */
export async function reopenRisk(services: Services, change: ChangeRisk): Promise<Risk> {
  return setClosed(services, change, null)
}

export interface AddRisk {
  sprintId: string
  person: Person
  title: string
  likelihood: Level | null
  impact: Level | null
  mitigation: string | null
  owner: string | null
}

/** Adds a risk to the sprint's register, and tells the team. Throws `gone` (the sprint), `no_title`. */
export async function addRisk(services: Services, { sprintId, person, ...added }: AddRisk): Promise<Risk> {
  const { db, workspaceId } = services
  const { sprint, team } = await sprintById(services, sprintId)
  if (added.title.trim() === '')
    throw new SprintkeeperError('no_title', 'A risk needs a few words.', 'Say what could happen.')
  return db.$transaction(async (tx) => {
    const position = await tx.risk.count({ where: { sourceId: sprint.sourceId } })
    const risk = await tx.risk.create({
      // Line 0: it stands in no plan, so that no revision of the plan takes it away.
      data: {
        ...added,
        workspaceId,
        teamId: team.id,
        sourceId: sprint.sourceId,
        sprintId,
        position,
        line: 0,
      },
    })
    await audit(tx, services, 'risk.add', risk, person)
    if (team.channelId) {
      const content = riskAdded({ ...risk, ...scoreOf(risk) }, person.slackUserId)
      const key = `risk:${risk.id}:added`
      await post(tx, services, { ...content, key, channel: team.channelId, teamId: team.id })
    }
    return risk
  })
}

async function setClosed(
  services: Services,
  { riskId, person, digest }: ChangeRisk,
  closedAt: Date | null,
): Promise<Risk> {
  return services.db.$transaction(async (tx) => {
    const risk = isId(riskId) ? await tx.risk.findFirst({ where: { id: riskId, removedAt: null } }) : null
    if (!risk)
      throw new SprintkeeperError(
        'gone',
        'That risk is no longer in the plan.',
        '/sprint risks shows those that are.',
      )
    // The condition is the lock: of two clicks at once, one changes the row.
    const { count } = await tx.risk.updateMany({
      where: { id: riskId, closedAt: closedAt ? null : { not: null } },
      data: { closedAt },
    })
    if (count === 0) return risk
    await audit(tx, services, closedAt ? 'risk.close' : 'risk.reopen', risk, person)
    if (digest) await refreshDigest(tx, services, digest)
    return { ...risk, closedAt }
  })
}

/** Shows in a digest that was posted what its sprint's register says now. */
async function refreshDigest(tx: Tx, services: Services, digest: PostedDigest): Promise<void> {
  const row = await tx.sprint.findFirst({ where: { id: digest.sprintId }, include: { team: true } })
  if (!row) return
  const { team, ...sprint } = row
  const state = await readSprint(tx, team, sprint, services.clock.now())
  await edit(tx, services, { ...riskDigest(viewOf(state, digest.messageKey)), key: digest.messageKey })
}

async function audit(tx: Tx, services: Services, action: string, risk: Risk, person: Person): Promise<void> {
  const { workspaceId, clock } = services
  await tx.auditEntry.create({
    data: {
      workspaceId,
      teamId: risk.teamId,
      personId: person.id,
      action,
      target: risk.id,
      detail: {},
      at: clock.now(),
    },
  })
}

function viewOf(state: SprintState, messageKey: string | null): RiskDigestView {
  const { sprint, team, today } = state
  const { register, seen } = risksOf(state)
  const open = state.dependencies.filter(({ doneAt }) => doneAt === null)
  const dependencyOf = ({ reason }: SeenRisk) =>
    open.find(({ text }) => reason.some((part) => part.type === 'dependency' && part.text === text))
  return {
    sprintId: sprint.id,
    teamName: team.name,
    sprintName: shortSprintName(sprint.name, team.name),
    today,
    register,
    seen: seen.map((risk) => ({ ...risk, dependencyId: dependencyOf(risk)?.id ?? null })),
    late: false,
    digest: messageKey === null ? null : { sprintId: sprint.id, messageKey },
  }
}
