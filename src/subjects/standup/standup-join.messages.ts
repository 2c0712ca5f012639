// What somebody whom the team does not ask is answered when they reply in the stand-up's thread, once.
import { actions, context, message, section } from '#platform/blocks/blocks.ts'
import { mention, oneLine, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { countMeIn } from './ids.ts'

export interface JoinOffer {
  teamId: string
  teamName: string
  personId: string
  slackUserId: string
  /** Guests, people of other workspaces and those whom the team left out come in by a facilitator alone. */
  byFacilitator: boolean
  /** Slack ids. */
  facilitators: string[]
}

const shownFacilitators = 3

export function joinOffer(offer: JoinOffer): Content {
  const { teamId, teamName, personId, slackUserId, byFacilitator } = offer
  const team = safe(oneLine(teamName), 100)
  const text = `${mention(slackUserId)}, *${team}* does not ask you at its stand-up, so your reply is not counted.`
  const plain = `${team} does not ask you at its stand-up, so your reply is not counted.`
  return message(plain, [
    section(byFacilitator ? `${text} ${whoCan(offer)}` : `${text} Shall it?`),
    context('I say this once.'),
    ...(byFacilitator
      ? []
      : [
          actions('standup.joining', [
            countMeIn.button('Count me in', { teamId, personId }, { style: 'primary' }),
          ]),
        ]),
  ])
}

function whoCan({ facilitators }: JoinOffer): string {
  const named = facilitators.slice(0, shownFacilitators).map(mention).join(' or ')
  return `${named || 'A facilitator of the team'} can add you by name: \`/sprint team\` → People.`
}

/** Takes the offer's place. */
export function joinedTeam(slackUserId: string): Content {
  return message('Counted in from now on.', [
    section(
      `:white_check_mark: ${mention(slackUserId)} is counted in from now on: *Check in* above, or reply here again.`,
    ),
  ])
}
