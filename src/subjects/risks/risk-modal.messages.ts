// The modal that adds a risk to the register.
import type { ModalView } from '@slack/types'
import type { Level } from '#domain/sprint/types.ts'
import { modalText, selectField, textField } from '#platform/blocks/inputs.ts'

const levels: { value: Level; words: string }[] = [
  { value: 'high', words: 'High' },
  { value: 'medium', words: 'Medium' },
  { value: 'low', words: 'Low' },
]

/** `risk.add`: title, likelihood, impact, mitigation, owner. The metadata is the sprint's id. */
export function addRiskModal(prefilled: { sprintId: string; title: string; owner: string }): ModalView {
  const level = (id: string, label: string) =>
    selectField({
      id,
      label,
      choices: levels.map(({ value, words }) => ({ text: words, value })),
      initial: 'medium',
    })
  return {
    type: 'modal',
    callback_id: 'risk.add',
    private_metadata: prefilled.sprintId,
    title: modalText('Add a risk'),
    submit: modalText('Add it'),
    close: modalText('Cancel'),
    blocks: [
      textField({
        id: 'title',
        label: 'What could happen?',
        placeholder: 'e.g. The payment provider’s sandbox goes down before the review',
        initial: prefilled.title,
        maxLength: 300,
      }),
      level('likelihood', 'How likely is it?'),
      level('impact', 'How bad would it be?'),
      textField({
        id: 'mitigation',
        label: 'What do we do about it?',
        optional: true,
        lines: true,
        maxLength: 1000,
      }),
      textField({
        id: 'owner',
        label: 'Who watches it?',
        optional: true,
        initial: prefilled.owner,
        maxLength: 80,
      }),
    ],
  }
}
