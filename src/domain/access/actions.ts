// Everything that somebody can do, by the name under which the policy decides it.

/** Of a team, what is read of it, and what is done in it. */
export const TEAM_ACTIONS = [
  'sprint.read',
  'retro.read',
  'team.read',
  'item.change',
  'blocker.change',
  'risk.change',
  'objective.report',
  'dependency.done',
  'standup.answer',
  'name.claim',
  'status.post',
  'retro.contribute',
  'action.end',
  'decision.ask',
  'decision.answer',
  'digest.publish',
  'retro.publish',
  'sprint.begin',
  'plan.import',
  'settings.change',
  'channel.decide',
  'sprint.export',
] as const

/** Of no team: of the person alone, or of a team that is not there yet. */
export const OWN_ACTIONS = [
  'help.read',
  'home.read',
  'hours.change',
  'absence.change',
  'import.open',
  'team.create',
  'workspace.change',
  'installation.check',
] as const

export type TeamAction = (typeof TEAM_ACTIONS)[number]
export type OwnAction = (typeof OWN_ACTIONS)[number]
export type Action = TeamAction | OwnAction

export const ACTIONS: readonly Action[] = [...TEAM_ACTIONS, ...OWN_ACTIONS]

/** What each is called in a refusal: "… can NAME." */
export const ACTION_NAMES: Record<Action, string> = {
  'sprint.read': 'see its sprint',
  'retro.read': 'see its retro before it is published',
  'team.read': 'see its settings',
  'item.change': 'move its items',
  'blocker.change': 'raise, take and resolve its blockers',
  'risk.change': 'change its risks',
  'objective.report': 'report on its objectives',
  'dependency.done': 'settle its dependencies',
  'standup.answer': 'answer its stand-up',
  'name.claim': 'say which name in its plan is theirs',
  'status.post': 'post its status in a channel',
  'retro.contribute': 'add notes, votes and actions to its retro',
  'action.end': "end its retro's actions",
  'decision.ask': 'ask its stakeholders for a decision',
  'decision.answer': 'answer its decisions',
  'digest.publish': 'publish its digest',
  'retro.publish': 'publish its retro',
  'sprint.begin': 'begin its sprint',
  'plan.import': 'import or replace its plan',
  'settings.change': 'change its settings',
  'channel.decide': 'let it post in their channel',
  'sprint.export': 'write its sprint into files',
  'help.read': 'read the help',
  'home.read': 'open App Home',
  'hours.change': 'set working hours',
  'absence.change': 'enter days off',
  'import.open': 'import a plan',
  'team.create': 'start a team',
  'workspace.change': 'set what teams of this workspace may do',
  'installation.check': 'examine this installation',
}
