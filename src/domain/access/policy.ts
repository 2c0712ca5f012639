// Who may do what in which team: the one policy. Facts in, a decision out; a refusal says who could.
import { possessive } from '../words.ts'
import { ACTION_NAMES, type Action, OWN_ACTIONS } from './actions.ts'

/** What somebody is to a team. One person can be several at once. */
export const WHO = [
  'admin',
  'facilitator',
  'member',
  'stakeholder',
  'host',
  'outsider',
  'guest',
  'stranger',
  'bot',
  'operator',
  'token',
] as const
export type Who = (typeof WHO)[number]

export const WHO_NAMES: Record<Who, string> = {
  admin: "an admin of the workspace, who isn't in the team",
  facilitator: "a facilitator of the team, in the team's channel now",
  member: "somebody in the team's channel now",
  stakeholder: "somebody in its stakeholders' channel now",
  host: 'somebody in another channel, in which the team asks to post',
  outsider: 'somebody else of the workspace, former members among them',
  guest: 'a guest whom no facilitator added by name',
  stranger: 'a person of another workspace (Slack Connect) whom no facilitator added by name',
  bot: 'a bot, or a deactivated account',
  operator: 'the operator: the command line, the watched folder',
  token: 'whoever holds PLANS_TOKEN',
}

const reading: readonly Who[] = ['facilitator', 'member', 'stakeholder']
const working: readonly Who[] = ['facilitator', 'member']
const leading: readonly Who[] = ['facilitator']
const colleagues: readonly Who[] = ['admin', 'facilitator', 'member', 'stakeholder', 'host', 'outsider']

/** Who may do each: the whole policy. */
export const ALLOWED: Record<Action, readonly Who[]> = {
  'sprint.read': reading,
  'retro.read': working,
  'team.read': ['admin', ...working],
  'item.change': working,
  'blocker.change': working,
  'risk.change': working,
  'objective.report': working,
  'dependency.done': working,
  'standup.answer': working,
  'name.claim': working,
  'status.post': working,
  'retro.contribute': working,
  'action.end': working,
  'decision.ask': working,
  'decision.answer': reading,
  'digest.publish': leading,
  'retro.publish': leading,
  'sprint.begin': leading,
  'plan.import': [...leading, 'operator', 'token'],
  'settings.change': ['admin', ...leading],
  'channel.decide': ['host'],
  'sprint.export': ['operator'],
  'help.read': [...colleagues, 'guest', 'stranger'],
  'home.read': [...colleagues, 'guest', 'stranger'],
  'hours.change': [...colleagues, 'guest', 'stranger'],
  'absence.change': [...colleagues, 'guest', 'stranger'],
  'import.open': colleagues,
  'team.create': [...colleagues, 'operator', 'token'],
  'workspace.change': ['admin'],
  'installation.check': ['operator'],
}

/** Doing one of these in a team without a facilitator makes a member its facilitator: no team hangs on one who left. */
export const claiming: readonly Action[] = ['settings.change', 'plan.import', 'sprint.begin']

/** Whom of those that ALLOWED lets start teams an admin lets: everybody, admins, or people by name and admins. */
export type TeamCreators = 'everyone' | 'admins' | 'named'

/** What is known of a person and, where the action is of one, a team. */
export interface Standing {
  /** Not deactivated. */
  active: boolean
  isBot: boolean
  isGuest: boolean
  isStranger: boolean
  isAdmin: boolean
  /** Left out: everybody may start teams. */
  creators?: { rule: TeamCreators; isNamed: boolean }
  team: TeamStanding | null
}

export interface TeamStanding {
  name: string
  /** Slack's id; null: the team has none, and those whom it asks are in it. */
  channelId: string | null
  /** In the team's channel now, as Slack says. */
  inChannel: boolean
  /** Among those whom the team asks. */
  isAsked: boolean
  /** It has no channel and asks nobody: it is anybody's of the workspace, so that somebody can take it up. */
  isOrphan: boolean
  inStakeholderChannel: boolean
  /** In the channel that is asked about, in which the team is to post. */
  isHost: boolean
  isFacilitator: boolean
  /** A guest or stranger whom a facilitator added by name. */
  isAdmitted: boolean
  /** Names of the team's facilitators who may act now. */
  facilitators: readonly string[]
}

export type Decision =
  | {
      allowed: true
      as: Who /** The team had no facilitator: whoever does this becomes it. */
      claims: boolean
    }
  | { allowed: false; as: Who; message: string; hint: string }

/** Everything that a person is to a team, at least one. */
export function whoIs({
  active,
  isBot,
  isGuest,
  isStranger,
  isAdmin,
  team,
}: Standing): readonly [Who, ...Who[]] {
  if (isBot || !active) return ['bot']
  if ((isStranger || isGuest) && !team?.isAdmitted) return [isStranger ? 'stranger' : 'guest']
  const found: Who[] = []
  const mayWork = team !== null && (team.channelId === null ? team.isAsked || team.isOrphan : team.inChannel)
  // A facilitator who left the channel is none any more.
  if (team?.isFacilitator && mayWork) found.push('facilitator')
  if (mayWork) found.push('member')
  if (isAdmin) found.push('admin')
  if (team?.inStakeholderChannel) found.push('stakeholder')
  if (team?.isHost) found.push('host')
  const [first = 'outsider', ...others] = found
  return [first, ...others]
}

/** Decides for a person. */
export function decide(action: Action, standing: Standing): Decision {
  const { team } = standing
  const who = whoIs(standing)
  const as = who.find((each) => ALLOWED[action].includes(each))
  if (as && action === 'team.create' && !mayCreate(standing)) return notCreating(as, standing)
  if (as) return { allowed: true, as, claims: false }
  if (claiming.includes(action) && team?.facilitators.length === 0 && who.includes('member'))
    return { allowed: true, as: 'member', claims: true }
  return { allowed: false, as: who[0], ...refusal(action, who[0], team) }
}

function mayCreate({ isAdmin, creators }: Standing): boolean {
  if (!creators || creators.rule === 'everyone' || isAdmin) return true
  return creators.rule === 'named' && creators.isNamed
}

function notCreating(as: Who, { creators }: Standing): Decision {
  const named = creators?.rule === 'named' ? ', and whom they named,' : ''
  return {
    ...{ allowed: false, as },
    message: `Only admins of this workspace${named} can start a team here.`,
    hint: 'Ask one of them. /sprint admin is where they set it.',
  }
}

/** Decides for the operator or a holder of a token, who are to every team the same. */
export function decideFor(who: 'operator' | 'token', action: Action, team: string | null): Decision {
  if (ALLOWED[action].includes(who)) return { allowed: true, as: who, claims: false }
  const message = `This way in can't ${ACTION_NAMES[action].replace('its', team ? `${team}'s` : 'its')}.`
  return { allowed: false, as: who, message, hint: 'Somebody in the team can, in Slack.' }
}

function refusal(action: Action, who: Who, team: TeamStanding | null): { message: string; hint: string } {
  const does = ACTION_NAMES[action]
  if (action === 'workspace.change')
    return { message: `Only an admin of this workspace can ${does}.`, hint: 'Ask one of them.' }
  if ((OWN_ACTIONS as readonly Action[]).includes(action) || team === null)
    return {
      message: `${whose(who)} can't ${does} here.`,
      hint: 'Ask somebody of the workspace to do it with you.',
    }
  if (action === 'channel.decide')
    return {
      message: `Only the people in that channel can let ${team.name} post there.`,
      hint:
        who === 'guest' || who === 'stranger' ? 'Ask one of them.' : 'Join it, or ask somebody who is in it.',
    }
  const allowed = ALLOWED[action]
  const message = allowed.includes('member')
    ? `Only the people in ${possessive(team.name)} channel${allowed.includes('stakeholder') ? " or its stakeholders'" : ''} can ${does}.`
    : `Only a facilitator of ${team.name} can ${does}.`
  return { message, hint: wayIn(who, team, allowed.includes('member')) }
}

const whose = (who: Who): string =>
  who === 'guest'
    ? 'A guest'
    : who === 'stranger'
      ? 'A person of another workspace'
      : who === 'bot'
        ? 'A bot'
        : 'You'

function wayIn(who: Who, team: TeamStanding, members: boolean): string {
  if (who === 'guest' || who === 'stranger')
    return 'A facilitator of the team can add you by name: /sprint team → People.'
  const facilitators = team.facilitators.join(' or ')
  if (!members)
    return facilitators
      ? `Ask ${facilitators}.`
      : 'The team has no facilitator yet: whoever of it changes its settings first, with /sprint team, becomes one.'
  return team.channelId === null
    ? 'Ask one of them to add you in /sprint team → People.'
    : "Join the team's channel, or ask somebody who is in it."
}
