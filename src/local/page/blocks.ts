// Block Kit blocks as elements.

import { type Child, h } from './dom.ts'
import type { ElementPlace, InteractiveElement } from './element.ts'
import { interactive, labelOf } from './inputs.ts'
import { picture } from './picture.ts'
import { type RichElement, richText } from './rich-text.ts'
import { type ColumnSetting, type TableCell, table } from './table.ts'
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
  column_settings?: (ColumnSetting | null)[]
  level?: string
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

type Use = (element: InteractiveElement) => HTMLElement

const DRAWINGS: Record<string, (block: Block, use: Use) => Child> = {
  section: (block, use) =>
    h(
      'div',
      { class: 'block section' },
      h('div', { class: 'section-text' }, block.text && textObject(block.text), fields(block)),
      block.accessory && h('div', { class: 'accessory' }, use(block.accessory)),
    ),
  header: (block) => h('h2', { class: `block header level-${block.level ?? 1}` }, textObject(block.text)),
  divider: () => h('hr', { class: 'block divider' }),
  context: (block) => h('div', { class: 'block context' }, (block.elements ?? []).map(contextElement)),
  actions: (block, use) =>
    h(
      'div',
      { class: 'block actions' },
      (block.elements ?? []).map((item) => use(item)),
    ),
  image: (block) => h('figure', { class: 'block image' }, imageTitle(block), picture(block, 'image-picture')),
  rich_text: (block) => h('div', { class: 'block' }, richText(block.elements ?? [])),
  markdown: ({ text }) =>
    h('div', { class: 'block' }, mrkdwn(markdownAsMrkdwn(typeof text === 'string' ? text : ''))),
  table: ({ rows = [], column_settings: columns = [] }) => table(rows, columns),
  alert: (block) =>
    h('div', { class: `block alert ${block.level ?? 'default'}`, role: 'note' }, textObject(block.text)),
}

function oneBlock(block: Block, placeOf: PlaceOf, problems: Problems): Child {
  if (block.type === 'input') return inputBlock(block, placeOf, problems[block.block_id])
  const use: Use = (element) =>
    element.type === 'image'
      ? picture(element, 'accessory-image')
      : interactive(element, placeOf(block, element, labelOf(element)))
  const draw = DRAWINGS[block.type]
  return draw ? draw(block, use) : h('div', { class: 'block unknown' }, `A ${block.type} block`)
}

function fields(block: Block): Child {
  if (!block.fields) return null
  const items = block.fields.map((field) => h('div', {}, textObject(field)))
  return h('div', { class: 'fields' }, items)
}

function contextElement(item: NonNullable<Block['elements']>[number]): HTMLElement {
  return item.type === 'image' ? picture(item, 'context-image') : h('div', {}, textObject(item))
}

function imageTitle({ title }: Block): Child {
  return title ? h('figcaption', {}, typeof title === 'string' ? title : plainText(title.text)) : null
}

function inputBlock(block: Block, placeOf: PlaceOf, problem: string | undefined): Child {
  const { element } = block
  if (!element) return null
  const label = block.label?.text ?? ''
  const id = `input-${block.block_id}`
  const control = interactive(element, placeOf(block, element, label))
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
