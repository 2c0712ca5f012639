// An interactive element of Block Kit, and where it stands.
import type { SelectElement } from './select.ts'

/** A value of an input: text, an id, a date, the chosen values, or files. */
export type InputValue = string | string[] | { id: string; name: string }[] | null

/** An interactive element of Block Kit, as far as it is drawn. */
export interface InteractiveElement extends SelectElement {
  text?: { type: string; text: string }
  value?: string
  url?: string
  style?: 'primary' | 'danger'
  confirm?: { title: unknown; text: unknown; confirm: unknown; deny: unknown; style?: string }
  multiline?: boolean
  min_length?: number
  max_length?: number
  min_value?: string
  max_value?: string
  is_decimal_allowed?: boolean
  filetypes?: string[]
  max_files?: number
  image_url?: string
  alt_text?: string
}

/** Where an element stands: what it holds, and what happens when it is used. */
export interface ElementPlace {
  label: string
  initial: InputValue
  /** Hears each new value. */
  changed(value: InputValue): void
  /** Tells the app, as buttons and selects in messages do. */
  act(value?: InputValue): Promise<void>
}
