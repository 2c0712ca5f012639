/** The lines below a meeting's name that say when it is: "Date: …", "Time: …", "Mondays, 10:00". */

import { fieldsOf } from '../build/field.ts'
import type { Node } from '../outline.ts'
import { clip, fold, plain, squeeze, withoutEmoji } from '../text.ts'
import { AFTERWARDS } from '../vocabulary/ceremonies.ts'
import type { Role } from '../vocabulary/index.ts'
import { type Ordered, whenOf } from './days.ts'
import { ceremonyKind, says } from './kind.ts'
import { sprintDaysIn } from './sprint-days.ts'
import { lengthIn, timesIn } from './times.ts'
import { isWhen } from './title.ts'

/** Roles of labels that say when and where a meeting is. */
export const WHEN_ROLES: ReadonlySet<Role> = new Set<Role>([
  'window',
  'due',
  'start',
  'end',
  'ceremonyTime',
  'frequency',
  'timeZone',
  'channel',
])

/** What the lines below say of days, times, length and place, joined by commas; empty where they name neither day nor time. */
export function whenBelow(order: Ordered, node: Node): string {
  const told: string[] = []
  let [start, end] = ['', '']
  let timed = false
  const lines = node.children
    .filter((child) => child.kind === 'para' || child.kind === 'item')
    .slice(0, 8)
    .flatMap((child) => (child.kind === 'para' ? child.texts.slice(0, 8) : [child.texts.join(' ')]))
  lines.forEach((line, i) => {
    const raw = clip(line, 400)
    const fields = fieldsOf(raw)
    for (const field of fields) {
      const value = plain(field.value)
      const known = field.roles.some((role) => WHEN_ROLES.has(role))
      if (!known && (i > 2 || ceremonyKind(field.label) !== null || !isWhen(value, order))) continue
      timed ||= known && (sprintDaysIn(value).length > 0 || says(fold(value), AFTERWARDS))
      const days = whenOf(value, order).when !== null
      const clocked = timesIn(value, true).start !== null
      timed ||= days || clocked
      if (clocked && !days && field.roles.includes('start')) start = value
      else if (clocked && !days && field.roles.includes('end')) end = value
      else if (
        days ||
        clocked ||
        lengthIn(value) !== null ||
        value.includes('#') ||
        sprintDaysIn(value).length > 0 ||
        field.roles.includes('timeZone')
      )
        told.push(value)
    }
    if (fields.length > 0 || i > 2) return
    const text = squeeze(withoutEmoji(plain(raw)))
    if (isWhen(text.split(/,\s(?=\d+\s?\p{L})|\s[(（]/u)[0] ?? text, order)) {
      timed = true
      told.push(text)
    }
  })
  if (!timed) return ''
  if (start !== '') told.push(end === '' ? start : `${start} – ${end}`)
  return told.join(', ')
}
