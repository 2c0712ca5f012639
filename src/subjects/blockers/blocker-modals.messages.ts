// The modals of a blocker: raising, resolving and escalating it. Without state: what they need is in their metadata.
import type { ModalView } from '@slack/types'
import type { Level } from '#domain/sprint/types.ts'
import { section } from '#platform/blocks/blocks.ts'
import { modalText, personField, radioField, selectField, textField } from '#platform/blocks/inputs.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import { severityMarks, severityNames } from '#wording/marks.ts'
import { type BlockerCard, blockerName } from './blockers.messages.ts'
import { escalateForm, raiseForm, resolveForm } from './ids.ts'

export interface RaiseForm {
  /** The check-in that told of it. */
  checkInId?: string
  teamId: string
  /** Open items, the asker's own first: the first hundred can be chosen. */
  items: { id: string; key: string; title: string }[]
  itemId: string | null
  text: string
}

const severityWords: Record<Level, string> = {
  high: 'we cannot go on',
  medium: 'it slows us down',
  low: 'there is a way around it',
}
const mostText = 2000

/** The metadata is the team's id. */
export function raiseBlockerModal({ teamId, items, itemId, text, checkInId }: RaiseForm): ModalView {
  const chosen = items.filter(({ id }) => id === itemId)
  const listed = [...chosen, ...items.filter(({ id }) => id !== itemId)]
  const item = selectField({
    id: raiseForm.fields.item,
    label: 'Item',
    optional: true,
    placeholder: 'Not about one item',
    choices: listed.map(({ id, key, title }) => ({ text: `${key} · ${title}`, value: id })),
    initial: itemId,
    ...(listed.length > 100 ? { hint: 'Not listed? Type /sprint block KEY instead.' } : {}),
  })
  const severities = (['high', 'medium', 'low'] as const).map((level) => ({
    text: `${severityMarks[level]} ${severityNames[level]}: ${severityWords[level]}`,
    value: level,
  }))
  return {
    type: 'modal',
    callback_id: raiseForm.id,
    private_metadata: raiseForm.encode({ teamId, ...(checkInId ? { checkInId } : {}) }),
    title: modalText('Raise a blocker'),
    submit: modalText('Raise it'),
    close: modalText('Cancel'),
    blocks: [
      textField({
        id: raiseForm.fields.text,
        label: 'What is in the way?',
        placeholder: 'e.g. No access to the staging database',
        initial: text,
        lines: true,
        maxLength: mostText,
      }),
      ...(listed.length ? [item] : []),
      personField({
        id: raiseForm.fields.helper,
        label: 'Who can help?',
        hint: 'They get a direct message.',
        placeholder: 'Nobody in particular',
        optional: true,
      }),
      radioField({
        id: raiseForm.fields.severity,
        label: 'How bad is it?',
        choices: severities,
        initial: 'medium',
      }),
    ],
  }
}

/** The metadata is the blocker's id. */
export function resolveBlockerModal(card: BlockerCard): ModalView {
  return {
    type: 'modal',
    callback_id: resolveForm.id,
    private_metadata: resolveForm.encode(card.id),
    title: modalText(`Resolve ${blockerName(card)}`),
    submit: modalText('Resolve'),
    close: modalText('Cancel'),
    blocks: [
      section(`>${safe(oneLine(card.text), 400)}`),
      textField({
        id: resolveForm.fields.resolution,
        label: 'How was it resolved?',
        placeholder: 'One line helps whoever meets it next',
        lines: true,
        maxLength: mostText,
      }),
    ],
  }
}

/** The metadata is the blocker's id. `postedIn` says where the question goes. */
export function escalateBlockerModal(card: BlockerCard, postedIn: 'stakeholders' | 'thread'): ModalView {
  const where =
    postedIn === 'stakeholders'
      ? "This is posted in the stakeholders' channel, and stands among the decisions asked for until the blocker is resolved."
      : 'The team has no stakeholder channel: this is posted in the thread, and whoever you name gets a direct message.'
  return {
    type: 'modal',
    callback_id: escalateForm.id,
    private_metadata: escalateForm.encode(card.id),
    title: modalText(`Escalate ${blockerName(card)}`),
    submit: modalText('Escalate'),
    close: modalText('Cancel'),
    blocks: [
      section(`>${safe(oneLine(card.text), 400)}\n${where}`),
      textField({
        id: escalateForm.fields.reason,
        label: 'What do you ask for?',
        placeholder: 'e.g. Decide by Friday which provider we use',
        lines: true,
        maxLength: mostText,
      }),
      personField({
        id: escalateForm.fields.to,
        label: 'Of whom?',
        placeholder: 'Nobody in particular',
        optional: true,
      }),
    ],
  }
}
