// What using an element in a message, on the Home tab or in a modal does.

import type { Block, PlaceOf } from './blocks.ts'
import { toast } from './dialog.ts'
import type { InputValue, InteractiveElement } from './element.ts'
import { act } from './store.ts'

/** The place of elements in a message: each use is told to the app. */
export function messagePlace(channel: string, ts: string): PlaceOf {
  return (block, element, label) => ({
    label,
    initial: initialOf(element),
    changed: () => undefined,
    act: (value) => click({ channel, target: ts, block, element }, value),
  })
}

/** An element and where it stands: in a message (its ts), a modal or a Home tab (its id). */
export interface Used {
  channel: string
  target: string
  block: Block
  element: InteractiveElement
}

/** Tells the app that an element was used; a failure is shown. */
export async function click(
  { channel, target, block, element }: Used,
  value: InputValue | undefined,
  values?: Record<string, Record<string, InputValue>>,
): Promise<void> {
  const { action_id: action } = element
  const answer = await act({ kind: 'click', channel, target, action, block: block.block_id, value, values })
  if (!answer.ok) toast(answer.error ?? 'That did not work')
}

/** The value that an element starts with. */
export function initialOf(element: InteractiveElement): InputValue {
  const fields = element as unknown as Record<string, unknown>
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith('initial_') || value === null || value === undefined) continue
    return simple(value)
  }
  return null
}

/** A value of `view.state.values` as a plain one. */
export function stateValue(state: Record<string, unknown> | undefined): InputValue {
  if (!state) return null
  const [, value] = Object.entries(state).find(([name]) => name !== 'type') ?? []
  return simple(value)
}

function simple(value: unknown): InputValue {
  if (Array.isArray(value)) {
    const isFile = (item: unknown) => typeof item === 'object' && item !== null && 'id' in item
    return value.every(isFile)
      ? (value as { id: string; name: string }[])
      : value.map((item) => String(simple(item)))
  }
  if (typeof value === 'object' && value !== null && 'value' in value) return String(value.value)
  return value === null || value === undefined ? null : String(value)
}
