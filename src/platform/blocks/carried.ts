// What a button's value or a modal's metadata carries, written and read. Messages outlive versions: what cannot be read
// is said to the person, with what to do instead.
import type { Button } from '@slack/types'
import { z } from 'zod'
import { SprintkeeperError } from '#platform/errors.ts'
import { button } from './blocks.ts'

/** Written as the text that Slack keeps (at most 2,000 characters in a button, 3,000 in a modal), and read again. */
export interface Carried<T> {
  encode(value: T): string
  /** Throws whatever says that the text is no such thing. */
  parse(text: string): T
}

/** The id of a row of ours. */
export const rowId = z.uuid()

/** A text as it is, if `schema` takes it. */
export const carriedText = <S extends z.ZodType<string>>(schema: S): Carried<z.infer<S>> => ({
  encode: (value) => value,
  parse: (text) => schema.parse(text),
})

/** Nothing that anybody reads: `word` stands in its place, as Slack wants some value. */
export const carriedNothing = (word: string): Carried<void> => ({ encode: () => word, parse: () => {} })

export const carriedJson = <S extends z.ZodType>(schema: S): Carried<z.infer<S>> => ({
  encode: (value) => JSON.stringify(value),
  parse: (text) => schema.parse(JSON.parse(text)),
})

/** Words in the order of the schema's names, none with `between` in it; those that are optional come last. */
export function carriedWords<S extends z.ZodObject<Record<string, z.ZodType<string | undefined>>>>(
  schema: S,
  between = ' ',
): Carried<z.infer<S>> {
  const names = Object.keys(schema.shape)
  const listed = z.record(z.string(), z.string().optional())
  return {
    encode(value) {
      const words = listed.parse(value)
      return names.flatMap((name) => words[name] ?? []).join(between)
    },
    parse(text) {
      const words = text.split(between)
      if (words.length > names.length) throw new RangeError(`more than ${names.length} words`)
      return schema.parse(Object.fromEntries(words.map((word, index) => [names[index], word])))
    },
  }
}

const olds = {
  button: ['stale_button', 'This button is from an older message.'],
  form: ['stale_form', 'This form is from an older version of Sprintkeeper.'],
} as const

/**
 * The same, and what cannot be read is said in words.
 *
 * @param again where the person finds a new one: "/sprint decide"
 */
export const readable = <T>(carries: Carried<T>, where: keyof typeof olds, again: string): Carried<T> => ({
  encode: carries.encode,
  parse(text) {
    try {
      return carries.parse(text)
    } catch (cause) {
      const [code, says] = olds[where]
      throw new SprintkeeperError(code, says, `Nothing was changed. For a new one: ${again}.`, { cause })
    }
  },
})

/** A button or select of ours, or several in a message that do the same. */
export interface Clickable<T> extends Carried<T> {
  /** Its action id. */
  id: string
  /** The action id of one of several: "item.move.done" for "done". */
  idOf(part: string | number): string
  /** What Bolt listens to: the id, and those of its parts. */
  heard: RegExp
  /** "done" for "item.move.done"; "" for the id itself. */
  partOf(actionId: string): string
  button(label: string, value: T, look?: { style?: 'primary' | 'danger'; part?: string | number }): Button
  /** @throws SprintkeeperError `stale_button` */
  parse(text: string): T
}

/**
 * @param id its action id; one of several in a message has a part of its own after it
 * @param again where the person finds a new one: "/sprint decide"
 */
export function clickable<T>(id: string, carries: Carried<T>, again: string): Clickable<T> {
  const idOf = (part: string | number) => `${id}.${part}`
  return {
    id,
    idOf,
    heard: new RegExp(`^${id.replaceAll('.', '\\.')}(\\.|$)`),
    partOf: (actionId) => actionId.slice(id.length + 1),
    encode: carries.encode,
    parse: readable(carries, 'button', again).parse,
    button: (label, value, { style, part } = {}) =>
      button(part === undefined ? id : idOf(part), label, carries.encode(value), style),
  }
}

/** A modal of ours: its callback id, what its metadata carries, and the block ids of its inputs. */
export interface Modal<T, Field extends string> extends Carried<T> {
  id: string
  fields: { [F in Field]: F }
  /** @throws SprintkeeperError `stale_form` */
  parse(text: string): T
}

/** @param again where the person finds a new one: "/sprint decide" */
export function modalOf<T, const Field extends string>(
  id: string,
  carries: Carried<T>,
  again: string,
  fields: readonly Field[],
): Modal<T, Field> {
  return {
    id,
    // Object.fromEntries forgets which names there are.
    fields: Object.fromEntries(fields.map((field) => [field, field])) as { [F in Field]: F },
    encode: carries.encode,
    parse: readable(carries, 'form', again).parse,
  }
}
