// /sprint admin: what an admin sets for all teams of the workspace.
import type { ModalView } from '@slack/types'
import type { TeamCreators } from '#domain/access/policy.ts'
import { context, section } from '#platform/blocks/blocks.ts'
import { channelsField, modalText, peopleField, radioField } from '#platform/blocks/inputs.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import { limitsForm, limitsSaved } from './ids.ts'

export interface Limits {
  creators: TeamCreators
  /** Slack user ids. */
  people: string[]
  /** Slack channel ids. */
  closed: string[]
}

export const creatorChoices: { value: TeamCreators; text: string }[] = [
  { value: 'everyone', text: 'Everybody of the workspace, but no guests' },
  { value: 'admins', text: 'Admins' },
  { value: 'named', text: 'The people below, and admins' },
]

export function limitsModal({ creators, people, closed }: Limits): ModalView {
  const { fields } = limitsForm
  return {
    type: 'modal',
    callback_id: limitsForm.id,
    private_metadata: limitsForm.encode(),
    title: modalText('This workspace'),
    submit: modalText('Save'),
    close: modalText('Cancel'),
    blocks: [
      radioField({
        id: fields.creators,
        label: 'Who may start a team',
        choices: creatorChoices,
        initial: creators,
      }),
      peopleField({ id: fields.people, label: 'The people', optional: true, initial: people }),
      channelsField({
        id: fields.closed,
        label: 'Channels that are closed to Sprintkeeper',
        hint: 'No team is held there, and nothing is posted. A team that has one now loses it.',
        optional: true,
        initial: closed,
      }),
      context(
        'Whoever runs Sprintkeeper can start teams by a folder, the command line or a pipeline all the same.',
      ),
    ],
  }
}

/** After saving; `unlinked`: names of the teams that lost a channel. */
export function savedLimits(unlinked: string[]): ModalView {
  const names = unlinked.map((name) => `*${safe(oneLine(name), 100)}*`)
  return {
    type: 'modal',
    callback_id: limitsSaved,
    title: modalText('This workspace'),
    close: modalText('Close'),
    blocks: [
      section(':white_check_mark: Saved.'),
      ...(names.length
        ? [
            section(
              `Without that channel now: ${names.join(', ')}. Their facilitators can choose another one.`,
            ),
          ]
        : []),
    ],
  }
}
