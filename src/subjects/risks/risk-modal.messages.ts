// The modal that adds a risk to the register.
import type { ModalView } from '@slack/types'
import type { Level } from '#domain/sprint/types.ts'
import { modalText, selectField, textField } from '#platform/blocks/inputs.ts'
import { riskForm } from './ids.ts'

const levels: { value: Level; words: string }[] = [
  { value: 'high', words: 'High' },
  { value: 'medium', words: 'Medium' },
  { value: 'low', words: 'Low' },
]

const { fields } = riskForm

/** Asks for a risk. */
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
    callback_id: riskForm.id,
    private_metadata: riskForm.encode(prefilled.sprintId),
    title: modalText('Add a risk'),
    submit: modalText('Add it'),
    close: modalText('Cancel'),
    blocks: [
      textField({
        id: fields.title,
        label: 'What could happen?',
        placeholder: 'e.g. The payment provider’s sandbox goes down before the review',
        initial: prefilled.title,
        maxLength: 300,
      }),
      level(fields.likelihood, 'How likely is it?'),
      level(fields.impact, 'How bad would it be?'),
      textField({
        id: fields.mitigation,
        label: 'What do we do about it?',
        optional: true,
        lines: true,
        maxLength: 1000,
      }),
      textField({
        id: fields.owner,
        label: 'Who watches it?',
        optional: true,
        initial: prefilled.owner,
        maxLength: 80,
      }),
    ],
  }
}
