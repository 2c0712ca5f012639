// /sprint import: where a plan goes in.
import type { ModalView } from '@slack/types'
import { context, section } from '#platform/blocks/blocks.ts'
import { fileField, modalText, selectField, textField } from '#platform/blocks/inputs.ts'
import { importForm, readingNotice, refusedNotice } from './ids.ts'

export interface ImportForm {
  teams: { id: string; name: string }[]
  teamId: string | null
  paths: string[]
  channelId: string
}

/** The choice that leaves it to Sprintkeeper. */
export const auto = 'auto'

/** An option's value holds 75 characters: a longer path is not offered. */
const longestPath = 75

/** Asks for a file, or pasted text. */
export function importModal(form: ImportForm): ModalView {
  const paths = form.paths.filter((path) => path.length <= longestPath)
  return {
    type: 'modal',
    callback_id: importForm.id,
    private_metadata: importForm.encode({ channelId: form.channelId }),
    title: modalText('Import a plan'),
    submit: modalText('Show what is in it'),
    close: modalText('Cancel'),
    blocks: [
      section(
        'Markdown or plain text, as your team keeps it. Nothing is stored before you have seen what was understood.',
      ),
      fileField({
        id: importForm.fields.file,
        label: 'The file',
        optional: true,
        types: ['md', 'markdown', 'txt', 'text'],
      }),
      textField({
        id: importForm.fields.text,
        label: 'Or its text',
        hint: 'At most 3,000 characters; a longer plan goes in as a file.',
        placeholder: '# Sprint 12 …',
        optional: true,
        lines: true,
      }),
      selectField({
        id: importForm.fields.team,
        label: 'Team',
        choices: [
          { text: 'As the plan says', value: auto },
          ...form.teams.map(({ id, name }) => ({ text: name, value: id })),
        ],
        initial: form.teamId ?? auto,
      }),
      ...(paths.length
        ? [
            selectField({
              id: importForm.fields.path,
              label: 'Is it a new version of a plan?',
              choices: [
                { text: 'Find out by its name', value: auto },
                ...paths.map((path) => ({ text: path, value: path })),
              ],
              initial: auto,
            }),
          ]
        : []),
    ],
  }
}

/** While a file is fetched and read. */
export function readingModal(): ModalView {
  return {
    type: 'modal',
    callback_id: readingNotice,
    title: modalText('Import a plan'),
    close: modalText('Close'),
    blocks: [section(':hourglass_flowing_sand: Reading …')],
  }
}

/** When it could not be read or stored. `text` is mrkdwn, escaped. */
export function refusedModal(text: string): ModalView {
  return {
    type: 'modal',
    callback_id: refusedNotice,
    title: modalText('Not imported'),
    close: modalText('Close'),
    blocks: [section(text), context('Nothing was stored.')],
  }
}
