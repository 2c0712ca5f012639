// The modals of a blocker: raising, resolving and escalating it. Without state: what they need is in their metadata.
import type { InputBlock, ModalView } from '@slack/types'
import type { Level } from '../store/generated/enums.ts'
import type { BlockerCard } from './blockers.ts'
import { blockerName } from './blockers.ts'
import { option, section } from './blocks.ts'
import { severityMarks, severityNames } from './marks.ts'
import { cut, oneLine, plain, safe } from './text.ts'

export interface RaiseForm {
  teamId: string
  teamName: string
  /** Open items, the asker's own first: the first hundred can be chosen. */
  items: { id: string; key: string; title: string }[]
  itemId: string | null
  text: string
  severity: Level
}

const severityWords: Record<Level, string> = {
  high: 'we cannot go on',
  medium: 'it slows us down',
  low: 'there is a way around it',
}

const plainText = (text: string) => ({ type: 'plain_text' as const, text, emoji: true })

/** `blocker.raise`: item, what, who can help, severity. */
export function raiseBlockerModal(form: RaiseForm): ModalView {
  const chosen = form.items.find(({ id }) => id === form.itemId)
  const listed = [...(chosen ? [chosen] : []), ...form.items.filter((item) => item !== chosen)].slice(0, 100)
  const options = listed.map(({ id, key, title }) => option(`${key} · ${oneLine(title)}`, id))
  const severities = (['high', 'medium', 'low'] as const).map((level) =>
    option(`${severityMarks[level]} ${severityNames[level]}: ${severityWords[level]}`, level),
  )
  const items: InputBlock = {
    type: 'input',
    block_id: 'item',
    optional: true,
    label: plainText('Item'),
    ...(form.items.length > listed.length
      ? { hint: plainText('Not listed? Type /sprint block KEY instead.') }
      : {}),
    element: {
      type: 'static_select',
      action_id: 'value',
      placeholder: plainText('Not about one item'),
      options,
      ...(chosen && options[0] ? { initial_option: options[0] } : {}),
    },
  }
  return {
    type: 'modal',
    callback_id: 'blocker.raise',
    private_metadata: JSON.stringify({ teamId: form.teamId }),
    title: plainText('Raise a blocker'),
    submit: plainText('Raise it'),
    close: plainText('Cancel'),
    blocks: [
      textInput('text', 'What is in the way?', 'e.g. No access to the staging database', form.text),
      ...(options.length ? [items] : []),
      {
        type: 'input',
        block_id: 'helper',
        optional: true,
        label: plainText('Who can help?'),
        hint: plainText('They get a direct message.'),
        element: { type: 'users_select', action_id: 'value', placeholder: plainText('Nobody in particular') },
      },
      {
        type: 'input',
        block_id: 'severity',
        label: plainText('How bad is it?'),
        element: {
          type: 'radio_buttons',
          action_id: 'value',
          options: severities,
          initial_option: severities.find(({ value }) => value === form.severity) ?? severities[1],
        },
      },
    ],
  }
}

/** `blocker.resolve`: how it was resolved. */
export function resolveBlockerModal(card: BlockerCard): ModalView {
  return {
    type: 'modal',
    callback_id: 'blocker.resolve',
    private_metadata: JSON.stringify({ blockerId: card.id }),
    title: plainText(cut(`Resolve ${blockerName(card)}`, 24)),
    submit: plainText('Resolve'),
    close: plainText('Cancel'),
    blocks: [
      section(`>${safe(oneLine(card.text), 400)}`),
      textInput('resolution', 'How was it resolved?', 'One line helps whoever meets it next', ''),
    ],
  }
}

/** `blocker.escalate`: to whom, and what is asked. `to` says where it is posted. */
export function escalateBlockerModal(card: BlockerCard, to: 'stakeholders' | 'thread'): ModalView {
  const where =
    to === 'stakeholders'
      ? "It is posted in the stakeholders' channel and stands in their digest until it is resolved."
      : 'The team has no stakeholder channel: it is posted in the thread, and the person below gets a direct message.'
  return {
    type: 'modal',
    callback_id: 'blocker.escalate',
    private_metadata: JSON.stringify({ blockerId: card.id }),
    title: plainText(cut(`Escalate ${blockerName(card)}`, 24)),
    submit: plainText('Escalate'),
    close: plainText('Cancel'),
    blocks: [
      section(`>${safe(oneLine(card.text), 400)}\n${where}`),
      textInput('reason', 'What do you ask for?', 'e.g. Decide by Friday which provider we use', ''),
      {
        type: 'input',
        block_id: 'to',
        optional: true,
        label: plainText('Of whom?'),
        element: { type: 'users_select', action_id: 'value', placeholder: plainText('Nobody in particular') },
      },
    ],
  }
}

function textInput(blockId: string, label: string, placeholder: string, initial: string): InputBlock {
  const value = cut(plain(initial), 2000)
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(label),
    element: {
      type: 'plain_text_input',
      action_id: 'value',
      multiline: true,
      max_length: 2000,
      placeholder: plainText(placeholder),
      ...(value ? { initial_value: value } : {}),
    },
  }
}
