// "May this team post here?": asked in the channel itself, and what somebody of it decided.
import type { Button } from '@slack/types'
import { actions, context, message, section } from '#platform/blocks/blocks.ts'
import { mention, oneLine, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { confirmChannel, declineChannel } from './ids.ts'

export interface ChannelAsked {
  teamId: string
  teamName: string
  channelId: string
}

const team = ({ teamName }: ChannelAsked): string => safe(oneLine(teamName), 100)

const choice = (asked: ChannelAsked, confirm: string | null, decline: string | null): Button[] => {
  const { teamId, channelId } = asked
  return [
    ...(confirm ? [confirmChannel.button(confirm, { teamId, channelId }, { style: 'primary' })] : []),
    ...(decline ? [declineChannel.button(decline, { teamId, channelId })] : []),
  ]
}

export function channelQuestion(asked: ChannelAsked): Content {
  const text = `*${team(asked)}* would like to post about its sprint in this channel.`
  return message(`${team(asked)} would like to post about its sprint in this channel.`, [
    section(`:wave: ${text} Is that all right?`),
    context('Whoever is in this channel decides. Until then nothing is posted here.'),
    actions('channel.question', choice(asked, 'Confirm', 'Decline')),
  ])
}

/** Takes the question's place; whoever is in the channel can change it later. */
export function channelDecided(asked: ChannelAsked, confirmed: boolean, by: string): Content {
  const text = confirmed
    ? `:white_check_mark: ${mention(by)} confirmed: *${team(asked)}* posts about its sprint in this channel.`
    : `${mention(by)} declined: *${team(asked)}* posts nothing in this channel.`
  const plain = confirmed ? 'posts about its sprint in this channel.' : 'posts nothing in this channel.'
  return message(`${team(asked)} ${plain}`, [
    section(text),
    actions(
      'channel.question',
      confirmed ? choice(asked, null, 'Stop it') : choice(asked, 'Confirm after all', null),
    ),
  ])
}
