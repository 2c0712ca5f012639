// "Is that you?": asked of a person whom a name in the team's plan may mean, and what became of it.
import { actions, context, message, section } from '#platform/blocks/blocks.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { notMe, thatIsMe } from './ids.ts'

export interface NamedInPlan {
  teamId: string
  teamName: string
  /** As the plan writes it. */
  name: string
}

const says = ({ teamName, name }: NamedInPlan): string =>
  `The plan of *${safe(oneLine(teamName), 100)}* names *${safe(oneLine(name), 100)}*.`

export function nameQuestion(named: NamedInPlan): Content {
  const { teamId, name } = named
  const text = `${says(named)} Is that you?`
  return message(text.replaceAll('*', ''), [
    section(`:bust_in_silhouette: ${text}`),
    context('What the plan gives to that name is yours once you say so. I ask this once.'),
    actions('team.name', [
      thatIsMe.button("That's me", { teamId, name }, { style: 'primary' }),
      notMe.button('Not me', { teamId, name }),
    ]),
  ])
}

const outcomes = {
  mine: ':white_check_mark: That is you.',
  'not mine': "That isn't you. A facilitator of the team can say who it is: `/sprint team`.",
  settled: 'It is settled who that is: `/sprint team` shows it.',
}

/** Takes the question's place. */
export function nameSettled(named: NamedInPlan, outcome: keyof typeof outcomes): Content {
  const text = `${says(named)} ${outcomes[outcome]}`
  return message(text.replaceAll('*', '').replaceAll('`', ''), [section(text)])
}
