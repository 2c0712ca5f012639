// Reading values out of JSON of unknown shape.
import type { Json, JsonObject } from './types.ts'

/** Whether a value is a JSON object (and no array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value where it is a string, else ''. */
export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** The objects of a list; none where the value is no list. */
export function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The strings of a list; none where the value is no list. */
export function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Whether a flag is set, in JSON or in a form. */
export function flag(value: Json | undefined): boolean {
  return value === true || value === 'true' || value === 1 || value === '1'
}

/** The text of a composition object such as `{ type: 'plain_text', text }`. */
export function textOf(value: Json | undefined): string {
  return isObject(value) ? text(value.text) : ''
}
