// What each word of /sprint, each button and each modal is to the policy. One that stands in no row is refused.
import { type Action, OWN_ACTIONS } from '#domain/access/actions.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { AccessAsked, Services } from '#platform/services.ts'
import { requireAccess, teamsOf } from '#records/access.ts'

/** By "/sprint WORD", "button ID" and "modal ID". A name that ends in "*" stands for all that begin so. */
export const slackActions: Readonly<Record<string, Action>> = {
  '/sprint status': 'sprint.read',
  'button status.post': 'status.post',
  '/sprint standup': 'standup.answer',
  'button standup.*': 'standup.answer',
  'modal standup.*': 'standup.answer',
  '/sprint hours': 'hours.change',
  'button hours.*': 'hours.change',
  'modal hours.set': 'hours.change',
  '/sprint away': 'absence.change',
  'button away.*': 'absence.change',
  'modal away.add': 'absence.change',
  '/sprint item': 'sprint.read',
  '/sprint start': 'item.change',
  '/sprint review': 'item.change',
  '/sprint done': 'item.change',
  'button item.move': 'item.change',
  'button item.status*': 'item.change',
  'button item.undo': 'item.change',
  'button item.show*': 'sprint.read',
  '/sprint block': 'blocker.change',
  '/sprint blockers': 'sprint.read',
  'button blocker.*': 'blocker.change',
  'modal blocker.*': 'blocker.change',
  '/sprint plan': 'sprint.read',
  '/sprint delta': 'sprint.read',
  '/sprint risks': 'sprint.read',
  'button risk.*': 'risk.change',
  'modal risk.add': 'risk.change',
  '/sprint objectives': 'sprint.read',
  'button objective.open': 'objective.report',
  'modal objective.report': 'objective.report',
  '/sprint decide': 'decision.ask',
  'button decision.open': 'decision.ask',
  'modal decision.ask': 'decision.ask',
  'button decision.answer': 'decision.answer',
  'modal decision.answered': 'decision.answer',
  '/sprint digest': 'sprint.read',
  'button digest.post': 'digest.publish',
  'button dependency.done': 'dependency.done',
  '/sprint retro': 'retro.read',
  'button retro.add': 'retro.contribute',
  'button retro.vote': 'retro.contribute',
  'button retro.toggle': 'retro.contribute',
  'button retro.action': 'retro.contribute',
  'modal retro.notes': 'retro.contribute',
  'modal retro.new-action': 'retro.contribute',
  'button retro.publish': 'retro.publish',
  'button action.done': 'action.end',
  'button action.drop': 'action.end',
  'button home.action-done': 'action.end',
  '/sprint begin': 'sprint.begin',
  'button begin.open': 'sprint.begin',
  'modal begin.sprint': 'sprint.begin',
  '/sprint import': 'import.open',
  'modal import.read': 'import.open',
  'modal import.confirm': 'import.open',
  '/sprint team': 'team.read',
  'button team.edit': 'settings.change',
  'button team.ceremony': 'settings.change',
  'button team.retry': 'settings.change',
  'button team.link': 'team.create',
  'button name.*': 'name.claim',
  'button channel.*': 'channel.decide',
  'modal team.basics': 'settings.change',
  'modal team.channels': 'settings.change',
  'modal team.members': 'settings.change',
  'modal team.names': 'settings.change',
  'modal team.holidays': 'settings.change',
  'modal team.ceremony': 'settings.change',
  'modal team.link': 'team.create',
  '/sprint admin': 'workspace.change',
  'modal workspace.limits': 'workspace.change',
  '/sprint help': 'help.read',
  '/sprint use': 'help.read',
  'button help.open': 'help.read',
}

/**
 * What each event of Slack's is to the policy: its listener asks. `told`: Slack says what it knows of people and channels, and
 * nobody does anything.
 */
export const slackEvents: Readonly<Record<string, Action | 'told'>> = {
  app_home_opened: 'home.read',
  app_mention: 'help.read',
  message: 'standup.answer',
  member_joined_channel: 'told',
  member_left_channel: 'told',
  team_join: 'told',
  user_change: 'told',
}

/**
 * Null: it stands in no row. A button's row stands for its parts too, as its listener does (`clickable` in
 * src/platform/blocks/carried.ts): "button retro.add" for "button retro.add.again".
 */
export function actionOf(listener: string): Action | null {
  const rows = Object.keys(slackActions).filter(
    (row) =>
      row === listener ||
      (row.endsWith('*') ? listener.startsWith(row.slice(0, -1)) : listener.startsWith(`${row}.`)),
  )
  const [nearest] = rows.sort((a, b) => b.length - a.length)
  return nearest === undefined ? null : (slackActions[nearest] ?? null)
}

const ofNoTeam: ReadonlySet<Action> = new Set<Action>(OWN_ACTIONS)

/**
 * What the platform asks before a listener runs: for every team that the ids in the payload belong to, and where there are
 * none for the team that the person means in the channel.
 *
 * @throws SprintkeeperError `not_allowed`, `gone`
 */
export async function allowInSlack(services: Services, asked: AccessAsked): Promise<void> {
  const { person, listener, ids } = asked
  const action = actionOf(listener)
  if (action === null)
    throw new SprintkeeperError(
      'not_allowed',
      'Nobody can do this here.',
      'Please tell whoever runs Sprintkeeper.',
    )
  if (ofNoTeam.has(action)) {
    await requireAccess(services, person, action)
    return
  }
  const named = await teamsOf(services, ids)
  const channels = ids.length === 0 ? await asked.teamOfChannel() : null
  const teams = channels ? [channels.id] : named
  // A word that works without a team answers how to get one.
  if (teams.length === 0 && ids.length === 0 && listener.startsWith('/sprint ')) {
    await requireAccess(services, person, 'team.create')
    return
  }
  if (teams.length === 0)
    throw new SprintkeeperError(
      'gone',
      'What this is about no longer exists.',
      'See /sprint status for what there is now.',
    )
  for (const teamId of teams) await requireAccess(services, person, action, teamId, asked.channelId)
}
