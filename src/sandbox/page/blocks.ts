// Block Kit blocks as elements.
import { type Child, h } from './dom.ts'
import { icon } from './icons.ts'
import { type ElementPlace, type InteractiveElement, interactive, labelOf } from './inputs.ts'
import { type RichElement, richText } from './rich-text.ts'
import { mrkdwn, plainText, textObject } from './text.ts'

/** A block of any kind, as far as it is drawn. */
export interface Block {
  type: string
  block_id: string
  text?: { type: string; text: string } | string
  fields?: { type: string; text: string }[]
  elements?: (InteractiveElement & RichElement & { text?: unknown })[]
  accessory?: InteractiveElement
  element?: InteractiveElement
  label?: { text: string }
  hint?: { text: string }
  optional?: boolean
  dispatch_action?: boolean
  title?: { text: string } | string
  image_url?: string
  alt_text?: string
  slack_file?: { id?: string; url?: string }
  rows?: TableCell[][]
  column_settings?: ({ align?: string; is_wrapped?: boolean } | null)[]
  level?: string
}

interface TableCell {
  type: string
  text?: string
  value?: number | string
  elements?: RichElement[]
}

/** Gives the place of an element in a block: its value, and what using it does. */
export type PlaceOf = (block: Block, element: InteractiveElement, label: string) => ElementPlace

/** Problems of inputs by block id. */
export type Problems = Record<string, string>

/** Blocks, one under the other. */
export function blockList(blocks: Block[], placeOf: PlaceOf, problems: Problems = {}): HTMLElement {
  return h(
    'div',
    { class: 'blocks' },
    blocks.map((block) => oneBlock(block, placeOf, problems)),
  )
}

function oneBlock(block: Block, placeOf: PlaceOf, problems: Problems): Child {
  const use = (element: InteractiveElement, label = '') =>
    element.type === 'image'
      ? picture(element, 'accessory-image')
      : interactive(element, placeOf(block, element, label || labelOf(element)))
  switch (block.type) {
    case 'section':
      return h(
        'div',
        { class: 'block section' },
        h(
          'div',
          { class: 'section-text' },
          block.text && textObject(block.text),
          block.fields &&
            h(
              'div',
              { class: 'fields' },
              block.fields.map((field) => h('div', {}, textObject(field))),
            ),
        ),
        block.accessory && h('div', { class: 'accessory' }, use(block.accessory)),
      )
    case 'header':
      return h('h3', { class: `block header level-${block.level ?? 1}` }, textObject(block.text))
    case 'divider':
      return h('hr', { class: 'block divider' })
    case 'context':
      return h(
        'div',
        { class: 'block context' },
        (block.elements ?? []).map((item) =>
          item.type === 'image' ? picture(item, 'context-image') : h('div', {}, textObject(item)),
        ),
      )
    case 'actions':
      return h(
        'div',
        { class: 'block actions' },
        (block.elements ?? []).map((item) => use(item)),
      )
    case 'input':
      return inputBlock(block, use, problems[block.block_id])
    case 'image':
      return h(
        'figure',
        { class: 'block image' },
        block.title &&
          h('figcaption', {}, typeof block.title === 'string' ? block.title : plainText(block.title.text)),
        picture(block, 'image-picture'),
      )
    case 'rich_text':
      return h('div', { class: 'block' }, richText(block.elements ?? []))
    case 'markdown':
      return h(
        'div',
        { class: 'block' },
        mrkdwn(markdownAsMrkdwn(typeof block.text === 'string' ? block.text : '')),
      )
    case 'table':
      return table(block)
    case 'alert':
      return h(
        'div',
        { class: `block alert ${block.level ?? 'default'}`, role: 'note' },
        textObject(block.text),
      )
    default:
      return h('div', { class: 'block unknown' }, `A ${block.type} block`)
  }
}

function inputBlock(
  block: Block,
  use: (element: InteractiveElement, label: string) => HTMLElement,
  problem: string | undefined,
): Child {
  if (!block.element) return null
  const label = block.label?.text ?? ''
  const id = `input-${block.block_id}`
  const control = use({ ...block.element, text: undefined, placeholder: block.element.placeholder }, label)
  if (problem) {
    control.setAttribute('aria-invalid', 'true')
    control.setAttribute('aria-describedby', `${id}-problem`)
  }
  return h(
    'div',
    { class: problem ? 'block input-block invalid' : 'block input-block', 'data-block-id': block.block_id },
    h(
      'div',
      { class: 'input-label' },
      plainText(label),
      block.optional && h('span', { class: 'optional' }, ' (optional)'),
    ),
    control,
    problem && h('div', { class: 'problem', id: `${id}-problem`, role: 'alert' }, problem),
    block.hint && h('div', { class: 'hint' }, plainText(block.hint.text)),
  )
}

/** An image of the workspace's files. Others are not fetched: the page stays on this machine. */
function picture(
  image: { image_url?: string; slack_file?: { id?: string; url?: string }; alt_text?: string },
  className: string,
): HTMLElement {
  const address = image.slack_file?.url ?? image.image_url ?? ''
  const id = image.slack_file?.id ?? /\/files-pri\/(\w+)/.exec(address)?.[1]
  const source = id ? `/files/${id}` : address.startsWith('data:image/') ? address : ''
  if (source) return h('img', { class: className, src: source, alt: image.alt_text ?? '' })
  return h(
    'span',
    { class: `${className} missing`, role: 'img', 'aria-label': image.alt_text ?? 'image' },
    icon('file', 14),
    className === 'context-image' ? '' : (image.alt_text ?? ''),
  )
}

function table({ rows = [], column_settings: columns = [] }: Block): HTMLElement {
  const cell = (tag: 'th' | 'td') => (item: TableCell, index: number) =>
    h(
      tag,
      {
        class: `align-${columns?.[index]?.align ?? 'left'}${columns?.[index]?.is_wrapped ? ' wrapped' : ''}`,
      },
      item.type === 'rich_text'
        ? richText(item.elements ?? [])
        : mrkdwnFree(String(item.text ?? item.value ?? '')),
    )
  const [head = [], ...body] = rows
  return h(
    'div',
    { class: 'block table-box', tabindex: 0, role: 'region', 'aria-label': 'Table' },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, head.map(cell('th')))),
      h(
        'tbody',
        {},
        body.map((row) => h('tr', {}, row.map(cell('td')))),
      ),
    ),
  )
}

function mrkdwnFree(text: string): Child {
  return plainText(text)
}

/** Standard Markdown's commonest marks as Slack's own. */
function markdownAsMrkdwn(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/^#{1,6} (.*)$/gm, '*$1*')
    .replace(/\*\*(.+?)\*\*/g, '*$1*')
    .replace(/^(\s*)[-*] /gm, '$1• ')
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<$2|$1>')
}
