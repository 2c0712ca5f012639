// Block Kit's interactive elements: their value as Slack sends it, their first value, and where they stand in blocks.
import { isObject, objects, strings, text } from './json.ts'
import type { Json, JsonObject } from './types.ts'

/** An interactive element and the block that it stands in. */
export interface PlacedElement {
  block: JsonObject
  blockId: string
  element: JsonObject
  actionId: string
}

const VALUE_FIELD: Record<string, string> = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  rich_text_input: 'rich_text_value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  checkboxes: 'selected_options',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  file_input: 'files',
}

/** Blocks with a block id each and every element with an action id, as Slack adds them where the app gave none. */
export function withIds(blocks: JsonObject[], newWord: () => string): JsonObject[] {
  const elementWithId = (item: JsonObject) =>
    text(item.type) === 'button' || VALUE_FIELD[text(item.type)] ? { action_id: newWord(), ...item } : item
  return blocks.map((block) => ({
    block_id: newWord(),
    ...block,
    ...(Array.isArray(block.elements) && block.type === 'actions'
      ? { elements: objects(block.elements).map(elementWithId) }
      : {}),
    ...(isObject(block.accessory) ? { accessory: elementWithId(block.accessory) } : {}),
    ...(isObject(block.element) ? { element: elementWithId(block.element) } : {}),
  }))
}

/** All elements of blocks that can be acted on. */
export function placedElements(blocks: JsonObject[]): PlacedElement[] {
  return blocks.flatMap((block) =>
    [...objects(block.elements), block.accessory, block.element]
      .filter(isObject)
      .filter((element) => text(element.action_id) !== '')
      .map((element) => ({
        block,
        blockId: text(block.block_id),
        element,
        actionId: text(element.action_id),
      })),
  )
}

/** The options of an element, those of its groups included. */
function optionsOf(element: JsonObject): JsonObject[] {
  return [
    ...objects(element.options),
    ...objects(element.option_groups).flatMap((group) => objects(group.options)),
  ]
}

/**
 * An element's value as `view.state.values` and actions carry it.
 * @param given the text, option's value, id, date, number or a list of them; undefined takes the element's initial value
 * @throws Error naming the options where the value is none of them
 */
export function elementState(element: JsonObject, given: Json | undefined): JsonObject {
  const type = text(element.type)
  const field = VALUE_FIELD[type]
  if (!field) return { type }
  return {
    type,
    [field]: given === undefined ? initialValue(element, field) : valueFor(element, field, given),
  }
}

/** Whether an element's value is nothing: no text, nothing chosen. */
export function isEmptyState(state: JsonObject): boolean {
  const value = state[VALUE_FIELD[text(state.type)] ?? 'value']
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function initialValue(element: JsonObject, field: string): Json {
  const many = field.endsWith('s')
  const initial = element[field.replace('selected', 'initial')] ?? element[`initial_${field}`]
  if (field === 'value') return text(element.initial_value) || null
  if (field === 'files') return []
  return initial ?? (many ? [] : null)
}

function valueFor(element: JsonObject, field: string, given: Json): Json {
  if (given === null || given === '') return field.endsWith('s') ? [] : null
  if (field === 'value') return String(given)
  if (field === 'selected_option') return option(element, given)
  if (field === 'selected_options')
    return (Array.isArray(given) ? given : [given]).map((one) => option(element, one))
  if (field === 'files') return Array.isArray(given) ? given : [given]
  if (field.endsWith('s')) return Array.isArray(given) ? strings(given) : [given]
  return given
}

function option(element: JsonObject, given: Json): Json {
  const value = isObject(given) ? text(given.value) : String(given)
  const found = optionsOf(element).find((one) => one.value === value)
  if (found) return found
  if (text(element.type).includes('external') && isObject(given)) return given
  const known = optionsOf(element).map((one) => text(one.value))
  throw new Error(
    `"${value}" is no option of ${text(element.action_id)}: it has ${known.join(', ') || 'none'}`,
  )
}
