// What Slack's client itself refuses before a modal is submitted: required inputs, lengths, numbers, addresses.
import { elementState, isEmptyState, placedElements } from './elements.ts'
import { flag, isObject, text, textOf } from './json.ts'
import { setValue } from './methods/views.ts'
import type { Json, JsonObject, StoredView } from './types.ts'

/** Values for a modal's inputs: by block id, by action id, or by block id and then action id as Slack nests them. */
export type InputValues = Record<string, Json>

/**
 * Types values into a modal's inputs.
 * @throws Error that lists the inputs where a name is none of them
 */
export function fillIn(view: StoredView, values: InputValues): void {
  const inputs = placedElements(view.blocks)
  for (const [name, given] of Object.entries(values)) {
    const inBlock = inputs.filter((item) => item.blockId === name)
    if (inBlock.length > 0 && isObject(given) && inBlock.some((item) => item.actionId in given)) {
      for (const { element, blockId, actionId } of inBlock) {
        if (actionId in given) setValue(view, blockId, actionId, typed(element, given[actionId] ?? null))
      }
      continue
    }
    const [found] = [...inBlock, ...inputs.filter((item) => item.actionId === name)]
    if (!found) {
      const known = inputs.map((item) => `${item.blockId}/${item.actionId}`).join(', ') || 'none'
      throw new Error(`The modal "${textOf(view.title)}" has no input "${name}"; its inputs: ${known}`)
    }
    setValue(view, found.blockId, found.actionId, typed(found.element, given))
  }
}

/** The problems by block id that keep the client from submitting. */
export function inputProblems(view: StoredView): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const { block, blockId, actionId, element } of placedElements(view.blocks)) {
    if (block.type !== 'input') continue
    const problem = inputProblem(block, element, view.values[blockId]?.[actionId] ?? {})
    if (problem) problems[blockId] = problem
  }
  return problems
}

function typed(element: JsonObject, given: Json): JsonObject {
  const ready = isObject(given) && given.type === element.type
  return ready ? given : elementState(element, given)
}

function inputProblem(block: JsonObject, element: JsonObject, state: JsonObject): string | null {
  if (isEmptyState(state)) return flag(block.optional) ? null : 'Please complete this required field.'
  const value = text(state.value)
  if (element.type === 'plain_text_input') {
    const least = Number(element.min_length ?? 0)
    const most = Number(element.max_length ?? 3000)
    if (value.length < least) return `Must be at least ${least} characters.`
    if (value.length > most) return `Must be at most ${most} characters.`
  }
  if (element.type === 'number_input') return numberProblem(element, value)
  if (element.type === 'email_text_input' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value)) {
    return 'Please enter a valid email address.'
  }
  if (element.type === 'url_text_input' && !URL.canParse(value)) return 'Please enter a valid URL.'
  return null
}

function numberProblem(element: JsonObject, value: string): string | null {
  const number = Number(value)
  if (!Number.isFinite(number)) return 'Please enter a number.'
  if (!flag(element.is_decimal_allowed) && !Number.isInteger(number)) return 'Please enter a whole number.'
  if (element.min_value !== undefined && number < Number(element.min_value)) {
    return `Must be ${element.min_value} or more.`
  }
  if (element.max_value !== undefined && number > Number(element.max_value)) {
    return `Must be ${element.max_value} or less.`
  }
  return null
}
