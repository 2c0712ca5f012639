// The buttons and modals of /sprint team.
import { z } from 'zod'
import { RULE_KINDS } from '#domain/kinds.ts'
import { carriedJson, carriedText, clickable, modalOf, rowId } from '#platform/blocks/carried.ts'

const again = '/sprint team'
const teamId = carriedText(rowId)
const ofTeam = carriedJson(z.object({ teamId: rowId }))

/** Opens the form that is its part. */
export const editPart = clickable('team.edit', teamId, again)
/** Opens the form of the kind that is its part. */
export const editCeremony = clickable('team.ceremony', teamId, again)
/** Tries the parked messages again. */
export const retryButton = clickable('team.retry', teamId, again)
/** Carries the id of the channel without a team. */
export const openLink = clickable('team.link', carriedText(z.string().min(1)), again)

const channelOfTeam = carriedJson(z.object({ teamId: rowId, channelId: z.string().min(1) }))
/** These two decide whether the team may post in the channel that they stand in. */
export const confirmChannel = clickable('channel.confirm', channelOfTeam, again)
export const declineChannel = clickable('channel.decline', channelOfTeam, again)

const nameInPlan = carriedJson(z.object({ teamId: rowId, name: z.string() }))
/** These two answer whether a name in a plan means the person who is asked. */
export const thatIsMe = clickable('name.mine', nameInPlan, again)
export const notMe = clickable('name.not-mine', nameInPlan, again)

/** Shown, and not submitted. */
export const overview = modalOf(
  'team.overview',
  carriedJson(z.object({ teamId: rowId, linkChannel: z.string().nullable() })),
  again,
  [],
)
export const ceremonyList = modalOf('team.ceremonies', ofTeam, again, [])

export const basicsForm = modalOf('team.basics', ofTeam, again, ['name', 'zone', 'days', 'retro'])
export const channelsForm = modalOf('team.channels', ofTeam, again, ['channel', 'stakeholders'])
export const membersForm = modalOf('team.members', ofTeam, again, ['members', 'facilitators'])
/** Its inputs are made a name each: `nameBlockOf`. */
export const namesForm = modalOf('team.names', ofTeam, again, [])
export const holidaysForm = modalOf('team.holidays', ofTeam, again, ['country', 'region', 'rule', 'days'])
export const ceremonyForm = modalOf(
  'team.ceremony',
  carriedJson(
    z.object({
      teamId: rowId,
      kind: z.enum(RULE_KINDS),
      /** What the form showed: a field that says another is meant, whichever choice stands above it. */
      shown: z
        .object({ start: z.string().nullable(), recurrence: z.string(), weekdays: z.array(z.string()) })
        .optional(),
    }),
  ),
  again,
  ['enabled', 'source', 'start', 'length', 'recurrence', 'weekdays'],
)
/** Carries the id of the channel. */
export const linkForm = modalOf('team.link', carriedJson(z.object({ channelId: z.string() })), again, [
  'team',
  'name',
  'zone',
])

/** The block of the input that says who a name in the plan is. */
const nameBlock = 'name:'
export const nameBlockOf = (name: string): string => `${nameBlock}${name}`
/** Null: the block of no name. */
export const nameOfBlock = (blockId: string): string | null =>
  blockId.startsWith(nameBlock) ? blockId.slice(nameBlock.length) : null
