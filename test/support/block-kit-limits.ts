// Every limit of Slack's messages, modals and App Home that a builder of ours could break (numbers: @slack/types 3.2.0
// and docs.slack.dev). Written apart from the local Slack's checks, so that neither proves itself. Long: a table of rules.
import type { HomeView, ModalView } from '@slack/types'
import type { Content } from '#platform/delivery/outbox.ts'

type Fields = Record<string, unknown>
type Report = (path: string, problem: string) => void
type Surface = 'message' | 'modal' | 'home'

/** What a message breaks, as "path: problem"; empty when Slack would take it. */
export function messageViolations(content: Content): string[] {
  return collect((report) => {
    string(content.text, 'text', 1, 4000, report)
    if (content.text !== '' && content.text.trim() === '') report('text', 'is blank')
    blocks(content.blocks ?? [], 'message', 50, report)
    const length = textLength(content.blocks)
    if (length > 12_000) report('blocks', `hold ${length} characters of text, at most 12000`)
    const size = JSON.stringify(content).length
    if (size > 100_000) report('blocks', `are ${size} bytes of JSON, at most 100000`)
  })
}

/** What a modal or the Home breaks, as "path: problem". */
export function viewViolations(view: ModalView | HomeView): string[] {
  return collect((report) => {
    const fields: Fields = { ...view }
    if (view.type === 'modal') {
      text(fields.title, 'title', 24, report, 'plain_text')
      for (const name of ['submit', 'close'])
        if (fields[name] !== undefined) text(fields[name], name, 24, report, 'plain_text')
      if (view.blocks.some((block) => block.type === 'input') && !view.submit)
        report('submit', 'is missing, and the modal has inputs')
      string(view.callback_id, 'callback_id', 1, 255, report)
    }
    if (fields.private_metadata !== undefined)
      string(fields.private_metadata, 'private_metadata', 0, 3000, report)
    blocks(view.blocks, view.type, 100, report)
    const size = Buffer.byteLength(JSON.stringify(view))
    if (size > 250_000) report('', `is ${size} bytes, at most 250000`)
  })
}

/** A block's fields and elements: one rule a type. A type without a rule is a violation: add it here first. */
const blockRules: Record<string, (block: Fields, path: string, report: Report, surface: Surface) => void> = {
  actions(block, path, report) {
    list(block.elements, `${path}.elements`, 1, 25, report, element)
    distinctActions(block.elements, path, report)
  },
  context(block, path, report) {
    list(block.elements, `${path}.elements`, 1, 10, report, (item, at) =>
      item.type === 'image' ? image(item, at, report) : text(item, at, 3000, report),
    )
  },
  divider() {},
  header: (block, path, report) => text(block.text, `${path}.text`, 150, report, 'plain_text'),
  image: (block, path, report) => image(block, path, report),
  input(block, path, report, surface) {
    if (surface === 'message') report(path, 'is an input in a message')
    text(block.label, `${path}.label`, 2000, report, 'plain_text')
    if (block.hint !== undefined) text(block.hint, `${path}.hint`, 2000, report, 'plain_text')
    if (!isFields(block.element)) report(`${path}.element`, 'is missing')
    else if (block.element.type === 'button') report(`${path}.element`, 'is a button')
    else element(block.element, `${path}.element`, report)
  },
  section(block, path, report) {
    if (block.text === undefined && block.fields === undefined) report(path, 'has neither text nor fields')
    if (block.text !== undefined) text(block.text, `${path}.text`, 3000, report)
    if (block.fields !== undefined)
      list(block.fields, `${path}.fields`, 1, 10, report, (item, at) => text(item, at, 2000, report))
    if (isFields(block.accessory)) {
      if (block.accessory.type === 'image') image(block.accessory, `${path}.accessory`, report)
      else element(block.accessory, `${path}.accessory`, report)
    }
  },
  markdown: (block, path, report) => string(block.text, `${path}.text`, 1, 12_000, report),
  rich_text: (block, path, report) => list(block.elements, `${path}.elements`, 1, 1000, report, () => {}),
  table(block, path, report) {
    const rows = Array.isArray(block.rows) ? block.rows : []
    if (rows.length < 1 || rows.length > 100) report(`${path}.rows`, `are ${rows.length}, 1 to 100`)
    for (const [index, row] of rows.entries())
      if (!Array.isArray(row) || row.length < 1 || row.length > 20)
        report(`${path}.rows.${index}`, 'has no cells or more than 20')
  },
}

const selects: Record<string, number> = { static_select: 100, multi_static_select: 100, overflow: 5 }
const boxes: Record<string, number> = { radio_buttons: 10, checkboxes: 10 }
/** Selects that Slack fills, and pickers: nothing but the action id and a placeholder. */
const pickers = [
  ...['users_select', 'multi_users_select', 'channels_select', 'conversations_select', 'external_select'],
  ...['multi_channels_select', 'multi_conversations_select', 'datepicker', 'timepicker', 'datetimepicker'],
  ...['number_input', 'url_text_input', 'email_text_input', 'plain_text_input', 'button', 'file_input'],
]

function element(item: Fields, path: string, report: Report): void {
  const type = String(item.type)
  const most = selects[type] ?? boxes[type]
  if (most === undefined && !pickers.includes(type)) report(path, `is of unknown type ${type}`)
  string(item.action_id, `${path}.action_id`, 1, 255, report)
  if (item.placeholder !== undefined) text(item.placeholder, `${path}.placeholder`, 150, report, 'plain_text')
  if (type === 'button') button(item, path, report)
  if (type === 'plain_text_input') textInput(item, path, report)
  if (type === 'number_input' && typeof item.is_decimal_allowed !== 'boolean')
    report(`${path}.is_decimal_allowed`, 'is missing')
  for (const name of ['initial_date', 'initial_time', 'initial_user', 'initial_channel'])
    if (item[name] !== undefined) string(item[name], `${path}.${name}`, 1, 255, report)
  if (item.initial_date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(String(item.initial_date)))
    report(`${path}.initial_date`, 'is no date')
  if (item.initial_time !== undefined && !/^\d\d:\d\d$/.test(String(item.initial_time)))
    report(`${path}.initial_time`, 'is no time')
  if (most !== undefined) choices(item, most, path, report)
  if (isFields(item.confirm)) {
    text(item.confirm.title, `${path}.confirm.title`, 100, report, 'plain_text')
    text(item.confirm.text, `${path}.confirm.text`, 300, report)
    text(item.confirm.confirm, `${path}.confirm.confirm`, 30, report, 'plain_text')
    text(item.confirm.deny, `${path}.confirm.deny`, 30, report, 'plain_text')
  }
}

function button(item: Fields, path: string, report: Report): void {
  text(item.text, `${path}.text`, 75, report, 'plain_text')
  if (item.value !== undefined) string(item.value, `${path}.value`, 1, 2000, report)
  if (item.url !== undefined) string(item.url, `${path}.url`, 1, 3000, report)
  if (item.style !== undefined && !['primary', 'danger'].includes(String(item.style)))
    report(`${path}.style`, `is ${String(item.style)}`)
}

function textInput(item: Fields, path: string, report: Report): void {
  const most = typeof item.max_length === 'number' ? item.max_length : 3000
  if (most < 1 || most > 3000) report(`${path}.max_length`, `is ${most}, 1 to 3000`)
  if (item.initial_value !== undefined) string(item.initial_value, `${path}.initial_value`, 0, most, report)
}

function choices(item: Fields, most: number, path: string, report: Report): void {
  const one = (option: Fields, at: string) => {
    text(option.text, `${at}.text`, 75, report, item.type === 'overflow' ? 'plain_text' : undefined)
    string(option.value, `${at}.value`, 1, 75, report)
    if (option.description !== undefined) text(option.description, `${at}.description`, 75, report)
  }
  const groups = Array.isArray(item.option_groups) ? item.option_groups.filter(isFields) : []
  if (item.option_groups === undefined) list(item.options, `${path}.options`, 1, most, report, one)
  else
    list(item.option_groups, `${path}.option_groups`, 1, 100, report, (group, at) => {
      text(group.label, `${at}.label`, 75, report, 'plain_text')
      list(group.options, `${at}.options`, 1, most, report, one)
    })
  const all = [item, ...groups].flatMap(({ options }) => (Array.isArray(options) ? options : []))
  const values = all.filter(isFields).map(({ value }) => value)
  if (new Set(values).size !== values.length) report(`${path}.options`, 'have a value twice')
  const initial = item.initial_option === undefined ? item.initial_options : [item.initial_option]
  if (initial === undefined) return
  const chosenOnes = Array.isArray(initial) ? initial : []
  if (chosenOnes.length === 0) report(`${path}.initial_options`, 'is empty')
  for (const chosen of chosenOnes)
    if (!all.some((option) => JSON.stringify(option) === JSON.stringify(chosen)))
      report(`${path}.initial_option`, 'is none of the options')
}

function blocks(all: unknown[], surface: Surface, most: number, report: Report): void {
  if (all.length > most) report('blocks', `are ${all.length}, at most ${most}`)
  const ids = new Set<unknown>()
  for (const [index, block] of all.entries()) {
    const path = `blocks.${index}`
    if (!isFields(block)) {
      report(path, 'is no block')
      continue
    }
    const rule = blockRules[String(block.type)]
    if (!rule) report(path, `is of type ${String(block.type)}, which has no rule here`)
    rule?.(block, `${path}(${String(block.type)})`, report, surface)
    if (block.block_id === undefined) continue
    string(block.block_id, `${path}.block_id`, 1, 255, report)
    if (ids.has(block.block_id)) report(`${path}.block_id`, `"${String(block.block_id)}" is there twice`)
    ids.add(block.block_id)
  }
}

function distinctActions(elements: unknown, path: string, report: Report): void {
  const ids = (Array.isArray(elements) ? elements : []).filter(isFields).map((item) => item.action_id)
  if (new Set(ids).size !== ids.length) report(`${path}.elements`, 'have an action_id twice')
}

function image(item: Fields, path: string, report: Report): void {
  if (item.image_url === undefined && item.slack_file === undefined) report(path, 'has no image')
  if (item.image_url !== undefined) string(item.image_url, `${path}.image_url`, 1, 3000, report)
  string(item.alt_text, `${path}.alt_text`, 1, 2000, report)
}

function text(value: unknown, path: string, most: number, report: Report, type?: 'plain_text'): void {
  if (!isFields(value)) {
    report(path, 'is missing')
    return
  }
  if (value.type !== 'plain_text' && value.type !== 'mrkdwn') report(`${path}.type`, 'is no type of text')
  if (type && value.type !== type) report(`${path}.type`, `must be ${type}`)
  if (value.type === 'mrkdwn' && value.emoji !== undefined) report(`${path}.emoji`, 'is for plain_text')
  string(value.text, `${path}.text`, 1, most, report)
}

function string(value: unknown, path: string, least: number, most: number, report: Report): void {
  if (typeof value !== 'string') {
    report(path, 'is no string')
    return
  }
  if (value.length < least) report(path, 'is empty')
  if (value.length > most) report(path, `has ${value.length} characters, at most ${most}`)
  if (!value.isWellFormed()) report(path, 'holds half a character')
}

function list(
  value: unknown,
  path: string,
  least: number,
  most: number,
  report: Report,
  each: (item: Fields, path: string, report: Report) => void,
): void {
  if (!Array.isArray(value)) {
    report(path, 'is no list')
    return
  }
  if (value.length < least || value.length > most)
    report(path, `has ${value.length} entries, ${least} to ${most}`)
  for (const [index, item] of value.entries())
    if (isFields(item)) each(item, `${path}.${index}`, report)
    else report(`${path}.${index}`, 'is no object')
}

/** The characters of all texts in blocks together, labels of buttons included. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textLength(each), 0)
  if (!isFields(value)) return 0
  const own = typeof value.text === 'string' ? value.text.length : 0
  return own + Object.values(value).reduce((sum: number, each) => sum + textLength(each), 0)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function collect(check: (report: Report) => void): string[] {
  const found: string[] = []
  check((path, problem) => found.push(`${path}: ${problem}`))
  return found
}
