// Who a name in a plan is: asked of the person whom it may mean, one direct message a name and person, and answered by them.
import { edit, post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { membersOf } from '#platform/slack/people.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { requireAccess } from '#records/access.ts'
import { suggestPerson, syncTeamNames } from '#records/plan-names.ts'
import { auditOf } from '#records/team-change.ts'
import { workingMoment } from '#subjects/hours-question/index.ts'
import { nameQuestion, nameSettled } from './name-question.messages.ts'

const keysOf = (teamId: string): string => `name:${teamId}:`
const endOfKey = (name: string): string => `:${name.trim().toLowerCase()}`
const keyOf = (teamId: string, personId: string, name: string): string =>
  `${keysOf(teamId)}${personId}${endOfKey(name)}`

/**
 * Asks the member whom a name is like, of each name of which nobody said whose it is; the outbox's key sees to it that a
 * person is asked about a name once. The question leaves when they next work; at once where that is more than a day away.
 */
export async function askWhoIsMeant(tx: Tx, services: Services, teamId: string): Promise<void> {
  const open = await tx.planName.findMany({ where: { teamId, personId: null, nobody: false } })
  const members = open.length ? await membersOf(tx, teamId) : []
  if (members.length === 0) return
  const team = await tx.team.findUniqueOrThrow({ where: { id: teamId }, include: { daysOff: true } })
  for (const { name } of open) {
    const suggestion = suggestPerson(name, members)
    const person = members.find(({ id }) => id === suggestion?.personId)
    if (!person) continue
    const now = services.clock.now()
    await post(tx, services, {
      key: keyOf(teamId, person.id, name),
      channel: person.slackUserId,
      teamId,
      dueAt: (await workingMoment(tx, person, team, now)) ?? now,
      ...nameQuestion({ teamId, teamName: team.name, name }),
    })
  }
}

export interface NameAnswer {
  teamId: string
  name: string
  person: Person
  isMine: boolean
}

/**
 * The person who was asked says whether they are meant. A name that is somebody's stays theirs: a facilitator can change it.
 *
 * @throws SprintkeeperError `not_allowed`, `not_asked`, `name_taken`
 */
export async function answerName(services: Services, { teamId, name, person, isMine }: NameAnswer) {
  await requireAccess(services, person, 'name.claim', teamId)
  await services.db.$transaction(async (tx) => {
    const key = keyOf(teamId, person.id, name)
    if (!(await tx.message.findFirst({ where: { key } })))
      throw new SprintkeeperError('not_asked', 'This question is for somebody else.', null)
    const team = await tx.team.findUniqueOrThrow({ where: { id: teamId } })
    const audit = auditOf(tx, services, teamId, person)
    if (isMine) {
      // The condition is the lock: of two who say so at once, one is right.
      const free = { teamId, name, nobody: false, OR: [{ personId: null }, { personId: person.id }] }
      const { count } = await tx.planName.updateMany({ where: free, data: { personId: person.id } })
      if (count === 0)
        throw new SprintkeeperError(
          'name_taken',
          'It was said already who that is.',
          'A facilitator can change it: /sprint team → Names in the plan.',
        )
      await audit('name.claimed', { name })
      await syncTeamNames(tx, services, teamId)
    }
    const content = nameSettled({ teamId, teamName: team.name, name }, isMine ? 'mine' : 'not mine')
    await edit(tx, services, { key, ...content })
  })
}

/** A facilitator said who it is: questions that wait are taken back, and those that were read say so. */
export async function settleNames(
  tx: Tx,
  services: Services,
  team: { id: string; name: string },
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    const asked = { key: { startsWith: keysOf(team.id), endsWith: endOfKey(name) }, kind: 'post' as const }
    await tx.message.deleteMany({ where: { ...asked, state: 'due' } })
    for (const { key } of await tx.message.findMany({ where: asked }))
      await edit(tx, services, {
        key,
        ...nameSettled({ teamId: team.id, teamName: team.name, name }, 'settled'),
      })
  }
}
