// A retro's actions: added with an owner and a due date, carried on from retro to retro until they are done or dropped.

import { post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { toDateColumn } from '#platform/store/date-column.ts'
import type { Action, Person } from '#platform/store/generated/client.ts'
import type { ActionState } from '#platform/store/generated/enums.ts'
import { audit } from '#records/audit.ts'
import { actionAdded, actionForOwner } from './actions.messages.ts'
import { announcementOf, refreshRetro } from './retro-screen.ts'

export interface NewAction {
  retroId: string
  text: string
  owner: Person
  /** Local date; null: none. */
  due: string | null
  by: Person
}

/** Adds an action: into the retro's thread, and to its owner in a direct message. */
export async function addAction(services: Services, action: NewAction): Promise<void> {
  const { workspaceId, clock } = services
  await services.db.$transaction(async (tx) => {
    const retro = await tx.occurrence.findUniqueOrThrow({
      where: { id: action.retroId },
      include: { team: true },
    })
    const created = await tx.action.create({
      data: {
        workspaceId,
        teamId: retro.teamId,
        occurrenceId: retro.id,
        text: action.text,
        ownerId: action.owner.id,
        due: action.due ? toDateColumn(action.due) : null,
        createdAt: clock.now(),
      },
    })
    const shown = { text: action.text, owner: action.owner.slackUserId, due: action.due }
    // A retro whose notes are gathered ahead has no message yet, so no thread either.
    const announced = await announcementOf(tx, retro)
    if (announced)
      await post(tx, services, {
        key: `action:${created.id}:added`,
        channel: announced.channel,
        teamId: retro.teamId,
        thread: { key: announced.key },
        ...actionAdded(shown),
      })
    if (action.owner.id !== action.by.id)
      await post(tx, services, {
        key: `action:${created.id}:owner`,
        channel: action.owner.slackUserId,
        teamId: retro.teamId,
        ...actionForOwner(shown, created.id, action.by.slackUserId, retro.team.name),
      })
    await refreshRetro(tx, services, retro.id)
  })
}

/**
 * Ends an action. The announcement of the retro that is open shows it.
 *
 * @returns the action as it is now, and whether this call ended it (a button may be clicked twice)
 * @throws SprintkeeperError `action-gone`
 */
export async function endAction(
  services: Services,
  actionId: string,
  state: Exclude<ActionState, 'open'>,
  person: Person,
): Promise<{ action: Action; changed: boolean }> {
  const { db, clock } = services
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from "Action" where id = ${actionId}::uuid for update`
    const action = await tx.action.findFirst({ where: { id: actionId } })
    if (!action)
      throw new SprintkeeperError('action_gone', 'That action no longer exists.', 'See /sprint retro.')
    if (action.state !== 'open') return { action, changed: false }
    const now = clock.now()
    const ended = await tx.action.update({ where: { id: actionId }, data: { state, closedAt: now } })
    const whose = { teamId: action.teamId, personId: person.id }
    await audit(tx, services, { ...whose, action: `action.${state}`, target: actionId, detail: {} })
    const open = await tx.occurrence.findMany({
      where: { teamId: action.teamId, kind: 'retro', state: 'open' },
    })
    for (const retro of open) await refreshRetro(tx, services, retro.id)
    return { action: ended, changed: true }
  })
}
