// Inputs of modals, each within Slack's limits (numbers: @slack/types 3.2.0). Every element's action id is "value".
import type { InputBlock, PlainTextElement, PlainTextOption } from '@slack/types'
import { option } from './blocks.ts'
import { cut, oneLine, plain } from './text.ts'

/** A `plain_text` of at most `length` characters; never empty. */
export const plainText = (text: string, length = 2000): PlainTextElement => ({
  type: 'plain_text',
  text: cut(oneLine(plain(text)) || '–', length),
  emoji: true,
})

/** Title, submit and close of a modal: at most 24 characters. */
export const modalText = (text: string): PlainTextElement => plainText(text, 24)

interface Field {
  /** The block's id, by which the value is found. */
  id: string
  label: string
  hint?: string
  /** Left empty it is no error. */
  optional?: boolean
}

function input(field: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: field.id,
    label: plainText(field.label, 2000),
    ...(field.hint ? { hint: plainText(field.hint, 2000) } : {}),
    ...(field.optional ? { optional: true } : {}),
    element,
  }
}

/** Text; `initial` is cut to `maxLength` (at most 3,000). */
export function textField(
  field: Field & { initial?: string; placeholder?: string; lines?: boolean; maxLength?: number },
): InputBlock {
  const maxLength = field.maxLength ?? 3000
  const value = cut(plain(field.initial ?? ''), maxLength)
  return input(field, {
    type: 'plain_text_input',
    action_id: 'value',
    multiline: field.lines ?? false,
    max_length: maxLength,
    ...(field.placeholder ? { placeholder: plainText(field.placeholder, 150) } : {}),
    ...(value ? { initial_value: value } : {}),
  })
}

export interface Choice {
  text: string
  value: string
}

/** One of at most 100 choices; further ones are left out. */
export function selectField(
  field: Field & { choices: Choice[]; initial?: string | null; placeholder?: string },
): InputBlock {
  const options = field.choices.slice(0, 100).map(({ text, value }) => option(text, value))
  const initial = options.find(({ value }) => value === field.initial)
  return input(field, {
    type: 'static_select',
    action_id: 'value',
    options,
    ...(field.placeholder ? { placeholder: plainText(field.placeholder, 150) } : {}),
    ...(initial ? { initial_option: initial } : {}),
  })
}

/** One of up to 10,000 choices in groups; a group of more than 100 is divided. */
export function groupedSelectField(
  field: Field & { groups: { label: string; choices: Choice[] }[]; initial?: string | null },
): InputBlock {
  const groups = field.groups.flatMap(({ label, choices }) => {
    const parts: { label: PlainTextElement; options: PlainTextOption[] }[] = []
    for (let from = 0; from < choices.length; from += 100) {
      const options = choices.slice(from, from + 100).map(({ text, value }) => option(text, value))
      parts.push({ label: plainText(from === 0 ? label : `${label} (more)`, 75), options })
    }
    return parts
  })
  const initial = groups.flatMap(({ options }) => options).find(({ value }) => value === field.initial)
  return input(field, {
    type: 'static_select',
    action_id: 'value',
    option_groups: groups.slice(0, 100),
    ...(initial ? { initial_option: initial } : {}),
  })
}

/** One of at most 10 choices, all in sight. */
export function radioField(field: Field & { choices: Choice[]; initial?: string | null }): InputBlock {
  const options = field.choices.slice(0, 10).map(({ text, value }) => option(text, value))
  const initial = options.find(({ value }) => value === field.initial)
  return input(field, {
    type: 'radio_buttons',
    action_id: 'value',
    options,
    ...(initial ? { initial_option: initial } : {}),
  })
}

/** Any of at most 10 choices. */
export function checkboxesField(field: Field & { choices: Choice[]; initial?: string[] }): InputBlock {
  const options = field.choices.slice(0, 10).map(({ text, value }) => option(text, value))
  const initial = options.filter(({ value }) => value !== undefined && field.initial?.includes(value))
  return input(field, {
    type: 'checkboxes',
    action_id: 'value',
    options,
    ...(initial.length ? { initial_options: initial } : {}),
  })
}

/** A local date. */
export function dateField(field: Field & { initial?: string | null }): InputBlock {
  return input(field, {
    type: 'datepicker',
    action_id: 'value',
    ...(field.initial ? { initial_date: field.initial } : {}),
  })
}

/** A local time, "HH:MM". */
export function timeField(field: Field & { initial?: string | null }): InputBlock {
  return input(field, {
    type: 'timepicker',
    action_id: 'value',
    ...(field.initial ? { initial_time: field.initial } : {}),
  })
}

/** A person, by Slack user id. */
export function personField(field: Field & { initial?: string | null; placeholder?: string }): InputBlock {
  return input(field, {
    type: 'users_select',
    action_id: 'value',
    ...(field.placeholder ? { placeholder: plainText(field.placeholder, 150) } : {}),
    ...(field.initial ? { initial_user: field.initial } : {}),
  })
}

/** People, by Slack user ids. */
export function peopleField(field: Field & { initial: string[] }): InputBlock {
  return input(field, {
    type: 'multi_users_select',
    action_id: 'value',
    ...(field.initial.length ? { initial_users: field.initial } : {}),
  })
}

/** A channel, public or private, by id. */
export function channelField(field: Field & { initial?: string | null }): InputBlock {
  return input(field, {
    type: 'conversations_select',
    action_id: 'value',
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(field.initial ? { initial_conversation: field.initial } : {}),
  })
}

/** Channels, public and private, by ids. */
export function channelsField(field: Field & { initial: string[] }): InputBlock {
  return input(field, {
    type: 'multi_conversations_select',
    action_id: 'value',
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(field.initial.length ? { initial_conversations: field.initial } : {}),
  })
}

/** One uploaded file. */
export function fileField(field: Field & { types: string[] }): InputBlock {
  return input(field, { type: 'file_input', action_id: 'value', filetypes: field.types, max_files: 1 })
}
