// The limits of Block Kit as @slack/types 3.2 and Slack's reference give them; a breach is reported with its place.
import { isObject, objects, text, textOf } from './json.ts'
import type { Json, JsonObject } from './types.ts'

/** Slack answers `msg_blocks_too_long` from about this many characters of text in a message's blocks. */
export const MESSAGE_BLOCK_TEXT = 13_200
const MESSAGE_BLOCKS = 50
const VIEW_BLOCKS = 100
const ID = 255

type Report = (place: string, problem: string) => void
type Check = (block: JsonObject, place: string, report: Report) => void

const OPTION_ELEMENTS = new Map([
  ['static_select', 100],
  ['multi_static_select', 100],
  ['overflow', 5],
  ['radio_buttons', 10],
  ['checkboxes', 10],
])
const INPUT_ELEMENTS = new Set([
  ...[
    'plain_text_input',
    'email_text_input',
    'url_text_input',
    'number_input',
    'rich_text_input',
    'file_input',
  ],
  ...['checkboxes', 'radio_buttons', 'datepicker', 'timepicker', 'datetimepicker'],
  ...['static_select', 'external_select', 'users_select', 'conversations_select', 'channels_select'],
  ...['multi_static_select', 'multi_external_select', 'multi_users_select'],
  ...['multi_conversations_select', 'multi_channels_select'],
])
const MODAL_ONLY = new Set(['alert'])

const CHECKS: Record<string, Check> = {
  section(block, place, report) {
    if (!block.text && !block.fields) report(place, 'needs text or fields')
    if (block.text !== undefined) textObject(block.text, 3000, `${place}/text`, report)
    count(block.fields, 1, 10, `${place}/fields`, report)
    for (const [index, field] of objects(block.fields).entries()) {
      textObject(field, 2000, `${place}/fields/${index}`, report)
    }
    if (block.accessory !== undefined) element(block.accessory, `${place}/accessory`, report)
  },
  header: (block, place, report) => plainText(block.text, 150, `${place}/text`, report),
  context(block, place, report) {
    count(block.elements, 1, 10, `${place}/elements`, report)
    for (const [index, item] of objects(block.elements).entries()) {
      if (item.type === 'image') image(item, `${place}/elements/${index}`, report)
      else textObject(item, 3000, `${place}/elements/${index}`, report)
    }
  },
  actions(block, place, report) {
    count(block.elements, 1, 25, `${place}/elements`, report)
    for (const [index, item] of objects(block.elements).entries())
      element(item, `${place}/elements/${index}`, report)
  },
  input(block, place, report) {
    plainText(block.label, 2000, `${place}/label`, report)
    if (block.hint) plainText(block.hint, 2000, `${place}/hint`, report)
    if (!isObject(block.element) || !INPUT_ELEMENTS.has(text(block.element.type))) {
      report(`${place}/element`, 'must be an input element')
    } else element(block.element, `${place}/element`, report)
  },
  image(block, place, report) {
    image(block, place, report)
    if (block.title) plainText(block.title, 2000, `${place}/title`, report)
  },
  markdown: (block, place, report) => length(block.text, 1, 12_000, `${place}/text`, report),
  table(block, place, report) {
    count(block.rows, 1, 100, `${place}/rows`, report)
    for (const [index, row] of (Array.isArray(block.rows) ? block.rows : []).entries()) {
      count(row, 1, 20, `${place}/rows/${index}`, report)
    }
  },
  data_table: (block, place, report) => length(block.caption, 1, 3000, `${place}/caption`, report),
  rich_text: (block, place, report) => count(block.elements, 1, 1000, `${place}/elements`, report),
}
const UNCHECKED = [
  ...['divider', 'file', 'video', 'alert', 'card', 'carousel', 'container', 'context_actions'],
  ...['task_card', 'plan', 'data_visualization'],
]
const KNOWN_BLOCKS = new Set([...Object.keys(CHECKS), ...UNCHECKED])

/** Every limit of Block Kit that a message's blocks break: the place as a JSON pointer, and what is wrong. */
export function messageBlockProblems(blocks: Json | undefined): string[] {
  return problemsOf((report) => {
    count(blocks, 0, MESSAGE_BLOCKS, '/blocks', report)
    checkBlocks(blocks, 'message', report)
    const tables = objects(blocks).filter((block) => block.type === 'table').length
    if (tables > 1) report('/blocks', `has ${tables} tables, and one is allowed`)
  })
}

/** Every limit that a modal or Home view breaks. */
export function viewProblems(view: JsonObject): string[] {
  return problemsOf((report) => {
    const modal = view.type === 'modal'
    if (!modal && view.type !== 'home') report('/type', 'must be modal or home')
    if (modal) plainText(view.title, 24, '/title', report)
    for (const name of ['submit', 'close']) if (view[name]) plainText(view[name], 24, `/${name}`, report)
    length(view.callback_id ?? '', 0, ID, '/callback_id', report)
    length(view.external_id ?? '', 0, ID, '/external_id', report)
    length(view.private_metadata ?? '', 0, 3000, '/private_metadata', report)
    count(view.blocks, 0, VIEW_BLOCKS, '/blocks', report)
    if (!Array.isArray(view.blocks)) report('/blocks', 'is missing')
    checkBlocks(view.blocks, modal ? 'modal' : 'home', report)
    if (modal && !view.submit && objects(view.blocks).some((block) => block.type === 'input')) {
      report('/submit', 'is required where a view has inputs')
    }
  })
}

/** The number of characters of text in blocks, as far as they are shown. */
export function blockTextLength(value: Json | undefined): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + blockTextLength(item), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, item]) =>
      sum + (key === 'text' && typeof item === 'string' ? item.length : blockTextLength(item)),
    0,
  )
}

function problemsOf(check: (report: Report) => void): string[] {
  const problems: string[] = []
  check((place, problem) => problems.push(`[ERROR] ${problem} [json-pointer:${place}]`))
  return problems
}

function checkBlocks(blocks: Json | undefined, surface: 'message' | 'modal' | 'home', report: Report): void {
  const seen = new Map<string, string>()
  const unique = (id: Json | undefined, place: string) => {
    if (id === undefined) return
    length(id, 1, ID, place, report)
    const before = seen.get(text(id))
    if (before) report(place, `repeats the id "${text(id)}" of ${before}`)
    seen.set(text(id), place)
  }
  for (const [index, block] of (Array.isArray(blocks) ? blocks : []).entries()) {
    const place = `/blocks/${index}`
    if (!isObject(block) || !KNOWN_BLOCKS.has(text(block.type))) {
      report(`${place}/type`, `unsupported block type: ${isObject(block) ? text(block.type) : typeof block}`)
      continue
    }
    if (surface === 'message' && MODAL_ONLY.has(text(block.type))) {
      report(`${place}/type`, `${text(block.type)} is not available in messages here`)
    }
    unique(block.block_id, `${place}/block_id`)
    CHECKS[text(block.type)]?.(block, place, report)
    actionIds(block, place, report)
  }
}

function actionIds(block: JsonObject, place: string, report: Report): void {
  const seen = new Set<string>()
  for (const item of [...objects(block.elements), block.accessory, block.element]) {
    const id = isObject(item) ? text(item.action_id) : ''
    if (id && seen.has(id)) report(place, `has the action_id "${id}" twice`)
    seen.add(id)
  }
}

function element(item: Json, place: string, report: Report): void {
  if (!isObject(item)) {
    report(place, 'must be an object')
    return
  }
  if (item.action_id !== undefined) length(item.action_id, 1, ID, `${place}/action_id`, report)
  if (item.type === 'button') {
    plainText(item.text, 75, `${place}/text`, report)
    if (item.value !== undefined) length(item.value, 1, 2000, `${place}/value`, report)
    if (item.url !== undefined) length(item.url, 1, 3000, `${place}/url`, report)
    if (item.style !== undefined && item.style !== 'primary' && item.style !== 'danger') {
      report(`${place}/style`, 'must be primary or danger')
    }
  }
  if (item.type === 'image') image(item, place, report)
  if (item.placeholder !== undefined) plainText(item.placeholder, 150, `${place}/placeholder`, report)
  if (item.type === 'plain_text_input') textInput(item, place, report)
  if (item.type === 'number_input' && item.is_decimal_allowed === undefined) {
    report(`${place}/is_decimal_allowed`, 'is missing')
  }
  const most = OPTION_ELEMENTS.get(text(item.type))
  if (most !== undefined) optionLists(item, most, place, report)
  if (isObject(item.confirm)) confirm(item.confirm, `${place}/confirm`, report)
}

function textInput(item: JsonObject, place: string, report: Report): void {
  const most = typeof item.max_length === 'number' ? item.max_length : 3000
  if (most < 1 || most > 3000) report(`${place}/max_length`, 'must be between 1 and 3000')
  if (item.initial_value !== undefined) length(item.initial_value, 0, most, `${place}/initial_value`, report)
}

function optionLists(item: JsonObject, most: number, place: string, report: Report): void {
  if (item.options === undefined && item.option_groups === undefined) report(place, 'needs options')
  if (item.options !== undefined) options(item.options, most, `${place}/options`, report)
  count(item.option_groups, 1, 100, `${place}/option_groups`, report)
  for (const [index, group] of objects(item.option_groups).entries()) {
    plainText(group.label, 75, `${place}/option_groups/${index}/label`, report)
    options(group.options, most, `${place}/option_groups/${index}/options`, report)
  }
  const known = [
    ...objects(item.options),
    ...objects(item.option_groups).flatMap((group) => objects(group.options)),
  ]
  const initial = isObject(item.initial_option) ? [item.initial_option] : objects(item.initial_options)
  for (const option of initial) {
    const same = known.some((one) => one.value === option.value && textOf(one.text) === textOf(option.text))
    if (!same) report(`${place}/initial_option`, `"${text(option.value)}" is none of the options`)
  }
  if (Array.isArray(item.initial_options) && initial.length === 0)
    report(`${place}/initial_options`, 'must not be empty')
}

function options(list: Json | undefined, most: number, place: string, report: Report): void {
  if (!Array.isArray(list)) {
    report(place, 'is missing')
    return
  }
  count(list, 1, most, place, report)
  for (const [index, option] of objects(list).entries()) {
    textObject(option.text, 75, `${place}/${index}/text`, report)
    length(option.value, 1, 75, `${place}/${index}/value`, report)
    if (option.description) textObject(option.description, 75, `${place}/${index}/description`, report)
  }
}

function confirm(item: JsonObject, place: string, report: Report): void {
  textObject(item.title, 100, `${place}/title`, report)
  textObject(item.text, 300, `${place}/text`, report)
  textObject(item.confirm, 30, `${place}/confirm`, report)
  textObject(item.deny, 30, `${place}/deny`, report)
}

function image(item: JsonObject, place: string, report: Report): void {
  if (!item.image_url && !item.slack_file) report(place, 'needs image_url or slack_file')
  length(item.alt_text, 1, 2000, `${place}/alt_text`, report)
}

function textObject(value: Json | undefined, most: number, place: string, report: Report): void {
  if (!isObject(value) || (value.type !== 'mrkdwn' && value.type !== 'plain_text')) {
    report(place, 'must be a mrkdwn or plain_text object')
    return
  }
  length(value.text, 1, most, `${place}/text`, report)
}

function plainText(value: Json | undefined, most: number, place: string, report: Report): void {
  if (isObject(value) && value.type !== 'plain_text') report(`${place}/type`, 'must be plain_text')
  textObject(value, most, place, report)
}

function length(value: Json | undefined, least: number, most: number, place: string, report: Report): void {
  if (typeof value !== 'string') report(place, 'must be a string')
  else if (value.length < least) report(place, `must be at least ${least} characters`)
  else if (value.length > most) report(place, `must be at most ${most} characters, and has ${value.length}`)
}

function count(value: Json | undefined, least: number, most: number, place: string, report: Report): void {
  if (value === undefined) return
  if (!Array.isArray(value)) report(place, 'must be a list')
  else if (value.length < least) report(place, `must have at least ${least} items`)
  else if (value.length > most) report(place, `must have at most ${most} items, and has ${value.length}`)
}
