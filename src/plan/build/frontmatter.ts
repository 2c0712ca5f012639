/** YAML frontmatter: title, sprint dates, status, team, zone, links. A broken block is read line by line. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { whenOf } from '../ceremonies/days.ts'
import { exactKind, NO_MEETING } from '../ceremonies/kind.ts'
import { timesIn } from '../ceremonies/times.ts'
import type { Node } from '../outline.ts'
import { squeeze } from '../text.ts'
import { addCeremony } from './ceremonies/add.ts'
import { type Context, type Draft, home } from './draft.ts'
import { type Field, labelRoles } from './field.ts'
import { applySprintField } from './sprint-field.ts'

export interface FrontmatterEntry {
  key: string
  value: string
  line: number
}

export function frontmatterEntries(draft: Draft, node: Node): FrontmatterEntry[] {
  const source = node.texts.join('\n')
  const counter = new LineCounter()
  const entries: FrontmatterEntry[] = []
  try {
    const document = parseDocument(source, { lineCounter: counter, logLevel: 'silent', uniqueKeys: false })
    const error = document.errors[0]
    if (error) {
      const line = node.line + (error.linePos?.[0]?.line ?? 1)
      draft.diagnostics.push({
        severity: 'warning',
        code: 'frontmatter',
        message: `The frontmatter is not valid YAML: ${squeeze(error.message.split('\n')[0] ?? '')}`,
        line,
        column: error.linePos?.[0]?.col ?? 1,
        endLine: line,
        hint: 'Mend the YAML between the first two lines of dashes; its lines were read one by one.',
      })
    } else if (isMap(document.contents)) {
      for (const pair of document.contents.items) {
        const key = String(pair.key)
        const value = pair.value as { toJSON?: () => unknown; range?: [number, number, number] } | null
        const json = value && typeof value.toJSON === 'function' ? value.toJSON() : value
        const at = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
        entries.push({ key, value: textOf(json), line: node.line + counter.linePos(at).line })
      }
      return entries
    }
  } catch {
    // A parser bug on hostile text must not lose the file: the lines below are read plainly.
  }
  node.texts.forEach((text, i) => {
    const match = /^([\w-]{1,60})\s?:\s*(.*)$/.exec(text)
    if (match?.[1])
      entries.push({
        key: match[1],
        value: (match[2] ?? '').replace(/^["']|["']$/g, ''),
        line: node.line + 1 + i,
      })
  })
  return entries
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (Array.isArray(value)) return value.map(textOf).join(', ').slice(0, 4000)
  return typeof value === 'object' ? '' : String(value).slice(0, 4000)
}

/** "standup: Daily 9:30 CET": a meeting's name with its time. */
function meetingEntry(draft: Draft, context: Context, field: Field, line: number): boolean {
  return (
    exactKind(field.label.replace(/\s(?:date|time|day)$/i, '')) !== null &&
    !NO_MEETING.test(field.label) &&
    (whenOf(field.value, draft).when !== null || timesIn(field.value).start !== null) &&
    addCeremony(draft, context, `${field.label}: ${field.value}`, line, { title: field.label }) !== null
  )
}

/** Takes the entries that describe the sprint; returns the title. */
export function readFrontmatter(draft: Draft, context: Context, node: Node): string | null {
  let title: string | null = null
  draft.claims.add('document.frontmatter', node.line, node.endLine, 'frontmatter')
  for (const entry of frontmatterEntries(draft, node)) {
    const label = entry.key.replace(/[_-]+/g, ' ')
    if (/^(?:title|name)$/i.test(label) && entry.value !== '') {
      title = entry.value
      continue
    }
    if (
      /^(?:id|links|updated at|created at|created|updated|date|author|version|scope|owner|type|tags)$/i.test(
        label,
      )
    )
      continue
    const field = { label, roles: labelRoles(label), value: entry.value, bold: true }
    if (/^goals?$/i.test(label)) home(draft, context).goals.push(entry.value)
    else if (!meetingEntry(draft, context, field, entry.line))
      applySprintField(draft, context, field, entry.line)
  }
  return title
}
