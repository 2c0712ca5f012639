// What a person sees of a message, a modal or App Home, as plain text: for reading in a diff. Every field of every block is
// known here or fails, so that nothing that a person would see is left out in silence. Long: a table of blocks and elements.

type Fields = Record<string, unknown>
/** Names that Slack would show for ids of users and channels. */
export type Directory = Record<string, string>

const views = ['modal', 'home']
const blockTypes = ['actions', 'context', 'divider', 'header', 'input', 'section']

/** Whether it is something for Slack: a message, a view, a block, an element, a text, or a list of such. */
export function isForSlack(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isForSlack)
  if (!isFields(value)) return false
  if (value.blocks !== undefined || value.buttons !== undefined) return true
  return [...views, ...blockTypes, ...Object.keys(elements), 'plain_text', 'mrkdwn'].includes(
    String(value.type),
  )
}

/**
 * The plain rendering: marks of mrkdwn (`*bold*`) stay, mentions, dates, links and entities read as Slack shows them, a button
 * is `[Label → action_id "value"]`, context begins with "·".
 *
 * @throws Error on a type or a field that it does not know
 */
export function plainRendering(built: unknown, directory: Directory): string {
  const show = screen(directory)
  if (built === null) return '(nothing)'
  if (Array.isArray(built)) {
    if (built.length === 0) return '(nothing)'
    return built.map((each) => plainRendering(each, directory)).join('\n\n')
  }
  const fields = need(built, 'what was built')
  if (fields.type === 'modal') return modal(fields, show)
  if (fields.type === 'home') {
    only(fields, ['type', 'blocks'])
    return ['=== App Home ===', ...blocksOf(fields.blocks, show)].join('\n')
  }
  if (fields.buttons !== undefined) {
    only(fields, ['buttons', 'blocks'])
    const buttons = Array.isArray(fields.buttons) ? fields.buttons : []
    const row = buttons.map((each) => elementText(need(each, 'a button'), show)).join(' ')
    return [`In the team's row: ${row}`, ...blocksOf(fields.blocks ?? [], show)].join('\n')
  }
  if (fields.blocks !== undefined) {
    only(fields, ['text', 'blocks'])
    return [`Notification: ${show(String(fields.text))}`, '', ...blocksOf(fields.blocks, show)].join('\n')
  }
  // A message without blocks.
  if (typeof fields.text === 'string' && Object.keys(fields).length === 1) return show(fields.text)
  const type = String(fields.type)
  if (blockTypes.includes(type)) return blocksOf([fields], show).join('\n')
  if (type in elements) return elementText(fields, show)
  if (type === 'plain_text' || type === 'mrkdwn') return textOf(fields, show)
  if ('text' in fields && 'value' in fields) return optionText(fields, show)
  throw new Error(`No plain rendering of ${JSON.stringify(built).slice(0, 200)}`)
}

type Show = (mrkdwn: string) => string

function modal(view: Fields, show: Show): string {
  only(view, ['type', 'callback_id', 'private_metadata', 'title', 'submit', 'close', 'blocks'])
  const metadata = view.private_metadata === undefined ? '' : ` ${JSON.stringify(view.private_metadata)}`
  const callback = view.callback_id === undefined ? 'not listened to' : String(view.callback_id)
  const ends = [view.close, view.submit].flatMap((text) =>
    text === undefined ? [] : [`[${textOf(text, show)}]`],
  )
  return [
    `=== ${textOf(view.title, show)} === → ${callback}${metadata}`,
    ...blocksOf(view.blocks, show),
    `=== ${ends.join(' ')}`,
  ].join('\n')
}

function blocksOf(blocks: unknown, show: Show): string[] {
  if (!Array.isArray(blocks)) throw new Error('blocks are no list')
  return blocks.map((block, index) => {
    const text = blockText(need(block, 'a block'), show)
    return index === 0 ? text.replace(/^\n/, '') : text
  })
}

function blockText(block: Fields, show: Show): string {
  const type = String(block.type)
  if (type === 'header') {
    only(block, ['type', 'text'])
    return `\n## ${textOf(block.text, show)}`
  }
  if (type === 'divider') {
    only(block, ['type'])
    return '────────'
  }
  if (type === 'context') {
    only(block, ['type', 'block_id', 'elements'])
    return lines(
      listOf(block.elements)
        .map((each) => textOf(each, show))
        .join('  '),
      '· ',
    )
  }
  if (type === 'actions') {
    only(block, ['type', 'block_id', 'elements'])
    return listOf(block.elements)
      .map((each) => elementText(each, show))
      .join('  ')
  }
  if (type === 'section') {
    only(block, ['type', 'text', 'fields', 'accessory'])
    const shown = [
      ...(block.text === undefined ? [] : [textOf(block.text, show)]),
      ...(block.fields === undefined
        ? []
        : listOf(block.fields).map((each) => lines(textOf(each, show), '| '))),
    ].join('\n')
    return block.accessory === undefined
      ? shown
      : `${shown}\n${lines(elementText(need(block.accessory, 'an accessory'), show), '    ')}`
  }
  if (type === 'input') {
    only(block, ['type', 'block_id', 'label', 'hint', 'optional', 'element'])
    return [
      `${textOf(block.label, show)}${block.optional === true ? ' (optional)' : ''} → ${String(block.block_id)}`,
      lines(elementText(need(block.element, 'an element'), show), '    '),
      ...(block.hint === undefined ? [] : [`    hint: ${textOf(block.hint, show)}`]),
    ].join('\n')
  }
  throw new Error(
    `A block of type ${type} has no plain rendering yet: add it to test/support/plain-blocks.ts`,
  )
}

const named = ['type', 'action_id', 'placeholder']

/** An element's own fields, and how it looks. */
const elements: Record<string, { fields: string[]; look: (element: Fields, show: Show) => string }> = {
  button: {
    fields: ['text', 'value', 'style'],
    look: ({ text, value, style, action_id }, show) => {
      const mark = style === 'primary' ? '✚ ' : style === 'danger' ? '✖ ' : ''
      return `[${mark}${textOf(text, show)} → ${String(action_id)} ${visible(JSON.stringify(value))}]`
    },
  },
  static_select: {
    fields: ['options', 'option_groups', 'initial_option'],
    look: (element, show) => {
      const groups = element.option_groups === undefined ? [] : listOf(element.option_groups)
      const options = element.options === undefined ? [] : listOf(element.options)
      const chosen = element.initial_option === undefined ? null : need(element.initial_option, 'an option')
      const to = element.action_id === 'value' ? '' : ` → ${String(element.action_id)}`
      return [
        `[${chosen ? optionText(chosen, show) : 'choose'} ▾${to}]`,
        ...someOf(options.map((each) => `  ${optionText(each, show)}`)),
        ...groups.flatMap(({ label, options: some }) => [
          `  ${textOf(label, show)}:`,
          ...someOf(listOf(some).map((each) => `    ${optionText(each, show)}`)),
        ]),
      ].join('\n')
    },
  },
  radio_buttons: {
    fields: ['options', 'initial_option'],
    look: (element, show) => boxes(element, show, '(•)', '( )'),
  },
  checkboxes: {
    fields: ['options', 'initial_options'],
    look: (element, show) => boxes(element, show, '[x]', '[ ]'),
  },
  plain_text_input: {
    fields: ['multiline', 'max_length', 'initial_value'],
    look: ({ multiline, max_length, initial_value }) => {
      const kind = `${multiline ? 'lines' : 'a line'} of text, at most ${String(max_length ?? 3000)}`
      return initial_value === undefined
        ? `[${kind}]`
        : `[${kind}]\n${lines(visible(String(initial_value)), '  | ')}`
    },
  },
  datepicker: {
    fields: ['initial_date'],
    look: ({ initial_date }) => `[date: ${String(initial_date ?? 'none')}]`,
  },
  timepicker: {
    fields: ['initial_time'],
    look: ({ initial_time }) => `[time: ${String(initial_time ?? 'none')}]`,
  },
  users_select: {
    fields: ['initial_user'],
    look: ({ initial_user }, show) =>
      `[person: ${initial_user === undefined ? 'none' : show(`<@${String(initial_user)}>`)}]`,
  },
  multi_users_select: {
    fields: ['initial_users'],
    look: ({ initial_users }, show) => {
      const ids = Array.isArray(initial_users) ? initial_users : []
      return `[people: ${ids.map((id) => show(`<@${String(id)}>`)).join(' ') || 'none'}]`
    },
  },
  conversations_select: {
    fields: ['filter', 'initial_conversation'],
    look: ({ initial_conversation: id }, show) =>
      `[channel: ${id === undefined ? 'none' : show(`<#${String(id)}>`)}]`,
  },
  multi_conversations_select: {
    fields: ['filter', 'initial_conversations'],
    look: ({ initial_conversations }, show) => {
      const ids = Array.isArray(initial_conversations) ? initial_conversations : []
      return `[channels: ${ids.map((id) => show(`<#${String(id)}>`)).join(' ') || 'none'}]`
    },
  },
  file_input: {
    fields: ['filetypes', 'max_files'],
    look: ({ filetypes, max_files }) =>
      `[at most ${String(max_files)} file: ${Array.isArray(filetypes) ? filetypes.join(', ') : 'any'}]`,
  },
}

function elementText(element: Fields, show: Show): string {
  const type = String(element.type)
  const known = elements[type]
  if (!known)
    throw new Error(
      `An element of type ${type} has no plain rendering yet: add it to test/support/plain-blocks.ts`,
    )
  only(element, [...named, ...known.fields])
  const placeholder = element.placeholder === undefined ? '' : ` “${textOf(element.placeholder, show)}”`
  const [first = '', ...rest] = known.look(element, show).split('\n')
  return [`${first}${placeholder}`, ...rest].join('\n')
}

function boxes(element: Fields, show: Show, full: string, empty: string): string {
  const initial =
    element.initial_options ?? (element.initial_option === undefined ? [] : [element.initial_option])
  const chosen = new Set(listOf(initial).map(({ value }) => value))
  return listOf(element.options)
    .map((each) => `${chosen.has(each.value) ? full : empty} ${optionText(each, show)}`)
    .join('\n')
}

function optionText(option: Fields, show: Show): string {
  only(option, ['text', 'value'])
  return `${textOf(option.text, show)} → ${JSON.stringify(option.value)}`
}

/** The first of many; the JSON has all. */
function someOf(all: string[]): string[] {
  const most = 12
  return all.length > most + 1 ? [...all.slice(0, most), `  … and ${all.length - most} more`] : all
}

function textOf(value: unknown, show: Show): string {
  const fields = need(value, 'a text')
  only(fields, ['type', 'text', 'emoji'])
  if (fields.type === 'plain_text') return visible(String(fields.text))
  if (fields.type === 'mrkdwn') return show(String(fields.text))
  throw new Error(`${JSON.stringify(value).slice(0, 200)} is no text`)
}

/** How Slack shows mrkdwn, with the marks of bold, italic, strike and code left in. */
function screen(directory: Directory): Show {
  const token = (inside: string): string => {
    const [target = '', words] = inside.split('|')
    if (target.startsWith('@')) return `@${directory[target.slice(1)] ?? target.slice(1)}`
    if (target.startsWith('#')) return `#${directory[target.slice(1)] ?? target.slice(1)}`
    const date = /^!date\^(\d+)\^(.*)$/.exec(target)
    if (date)
      return `⟨${new Date(Number(date[1]) * 1000).toISOString().slice(0, 16)}Z as ${date[2]}, else ${words}⟩`
    if (target.startsWith('!')) return `⟨BROADCAST ${target}⟩`
    return words === undefined ? `⟨${target}⟩` : `${words} ⟨${target}⟩`
  }
  return (mrkdwn) =>
    visible(
      mrkdwn
        .replace(/<([^<>]*)>/g, (_, inside: string) => token(inside))
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    )
}

/** Characters that nobody sees, or that turn the text around them, by their numbers. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (mark) =>
    mark === '\n' ? mark : `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  )
}

const lines = (text: string, before: string): string =>
  text
    .split('\n')
    .map((line) => `${before}${line}`)
    .join('\n')

function only(fields: Fields, known: string[]): void {
  const strange = Object.keys(fields).filter((name) => !known.includes(name))
  if (strange.length)
    throw new Error(
      `${String(fields.type ?? 'An option')} has ${strange.join(', ')}, which has no plain rendering yet: add it to test/support/plain-blocks.ts`,
    )
}

function need(value: unknown, what: string): Fields {
  if (!isFields(value)) throw new Error(`${what} is ${JSON.stringify(value)}`)
  return value
}

const listOf = (value: unknown): Fields[] => {
  if (!Array.isArray(value)) throw new Error(`${JSON.stringify(value)} is no list`)
  return value.map((each) => need(each, 'an entry'))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
