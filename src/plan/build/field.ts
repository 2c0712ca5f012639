/** Fields: a label, a colon and a value, bold or plain, several in one line. */

import { boxOf } from '../box.ts'
import { exactKind } from '../ceremonies/kind.ts'
import { roleOf } from '../section.ts'
import { plain, withoutEmoji } from '../text.ts'
import { type Role, rolesOf } from '../vocabulary/index.ts'

export interface Field {
  label: string
  roles: readonly Role[]
  /** Markdown of the value; empty when it follows on other lines. */
  value: string
  bold: boolean
}

const PLAIN_LABEL = /^([\p{L}\p{N}#][^:：|*`[\]"“]{0,44}?)\s?[:：](?!\/\/)\s*(.*)$/su

/** Roles of a label; of one with a number or a bracket, those of its words. */
export function labelRoles(label: string): readonly Role[] {
  let roles = memo.get(label)
  if (roles === undefined) {
    roles = readLabel(label)
    if (memo.size >= MEMO_SIZE) memo.clear()
    memo.set(label, roles)
  }
  return roles
}

/** The same labels head the fields of every item. */
const memo = new Map<string, readonly Role[]>()
const MEMO_SIZE = 5000
const CODE = /^[A-Z][A-Z0-9]{0,8}(?:[-_][A-Z0-9]+)*[-_. ]?\d/

/** "Total for user story 3": the sum of one item's tasks. */
export const ITEM_TOTAL =
  /^(?:sub)?(?:total|summe|gesamt)(?:\s\p{L}+)?\s(?:for|of|für|pour(?:\sla)?|de\sla|de|da|del|do|per)\s(?:user\s)?(?:story|task|us|historia|história|tarea|tarefa|aufgabe|récit|tâche)(?!\p{L})/iu

function readLabel(label: string): readonly Role[] {
  const direct = rolesOf(label)
  if (direct.length > 0) return direct
  if (ITEM_TOTAL.test(label)) return ['total']
  const bare = label.replace(/\s?[(（][^()（）]*[)）]/g, '').trim()
  const simple = bare !== label ? rolesOf(bare) : []
  if (simple.length > 0) return simple
  if (CODE.test(bare)) return []
  const box = boxOf(bare)
  if (box) return box.rest === '' ? [] : rolesOf(box.rest)
  const found = roleOf(bare)
  if (exactKind(bare) !== null) return found.roles.filter((role) => role !== 'status')
  return found.exact || bare.split(' ').length <= 3 ? found.roles : []
}

/** "_Dates: 2 June – 13 June_" without the marks around the whole. */
function unwrapped(text: string): string {
  const mark = text[0]
  return (mark === '_' || mark === '*') &&
    text[1] !== mark &&
    text.at(-1) === mark &&
    text.indexOf(mark, 1) === text.length - 1
    ? text.slice(1, -1)
    : text
}

/** The field that a text starts with; a plain label must be a known word. */
export function fieldOf(markdown: string): Field | null {
  if (!/[:：]|\*\*|__/.test(markdown)) return null
  const text = unwrapped(withoutEmoji(markdown.length > 6000 ? markdown.slice(0, 6000) : markdown))
  const mark = text.startsWith('**')
    ? '**'
    : text.startsWith('__')
      ? '__'
      : text.startsWith('*') && !text.startsWith('* ')
        ? '*'
        : text.startsWith('`')
          ? '`'
          : null
  if (mark) {
    const end = text.indexOf(mark, mark.length)
    if (end < 0) return null
    const inner = text.slice(mark.length, end).trim()
    const after = text.slice(end + mark.length)
    const tail = /^\s*(?:[(（][^()（）]{0,80}[)）]\s*)?[:：]\s*/.exec(after)
    if (/[:：]$/.test(inner)) return field(inner.replace(/\s*[:：]$/, ''), after, true)
    if (tail) return field(inner, after.slice(tail[0].length), true)
    const colon = /^([^:：]{1,44})[:：]\s+(.+)$/s.exec(inner)
    if (colon?.[1] && colon[2] && (rolesOf(colon[1]).length > 0 || ITEM_TOTAL.test(colon[1])))
      return field(colon[1], `${colon[2]} ${after}`, true)
    const dash = /^\s*(?:[—–]|-(?=\s)|=)\s*/.exec(after)
    if (dash && mark !== '`') {
      const roles = rolesOf(inner)
      if (roles.length > 0) return field(inner, after.slice(dash[0].length), true)
    }
    return null
  }
  const match = PLAIN_LABEL.exec(text)
  if (!match?.[1]) return null
  const label = match[1].trim()
  const roles = labelRoles(label)
  const value = (match[2] ?? '').trim()
  return roles.length > 0 && label.split(/\s+/).length <= 5 ? { label, roles, value, bold: false } : null
}

function field(label: string, value: string, bold: boolean): Field {
  const clean = plain(label)
  return { label: clean, roles: labelRoles(clean), value: value.trim(), bold }
}

/** Each with a sign that it needs. */
const SEPARATORS: readonly (readonly [string, RegExp])[] = [
  ['|', /\s+\|\s+/],
  ['·', /\s+[·•]\s+/],
  ['•', /\s+[·•]\s+/],
  ['**', /\s{3,}(?=\*\*)/],
]

/** The fields of a line that holds several: "**PO:** a | **Tech Lead:** b". One part without a field makes it one text. */
export function fieldsOf(line: string): Field[] {
  if (!/[:：]|\*\*|__/.test(line)) return []
  for (const [sign, separator] of SEPARATORS) {
    if (!line.includes(sign)) continue
    const parts = line.split(separator)
    if (parts.length < 2) continue
    const fields = parts.map((part) => fieldOf(part.trim()))
    if (fields.filter(Boolean).length >= Math.max(2, parts.length - 1))
      return fields.filter((f): f is Field => f !== null)
  }
  const one = fieldOf(line)
  return one ? [one] : []
}
