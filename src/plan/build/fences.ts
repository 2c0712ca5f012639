/** Code fences: a task list that a team keeps in one, else context. */
import { parseHead } from '../head.ts'
import type { Node } from '../outline.ts'
import { checkboxOf, listMarkerOf } from '../outline-shapes.ts'
import { clip } from '../text.ts'
import { addCandidate } from './candidates.ts'
import { type Context, type Draft, emptyItem } from './draft.ts'

const PROSE_LANGS: ReadonlySet<string> = new Set([
  '',
  'text',
  'txt',
  'md',
  'markdown',
  'plaintext',
  'todo',
  'tasks',
])

export function readFence(draft: Draft, context: Context, node: Node): void {
  draft.claims.add('context.prose', node.line, node.endLine, 'code')
  if (context.item || !PROSE_LANGS.has(node.lang.toLowerCase().split(/[\s{]/)[0] ?? '')) return
  const work = context.role === 'work' || context.role === 'future' || context.role === 'stretch'
  if (!work && context.role !== null) return
  const lines = node.texts.map((text, i) => ({
    text: text.trim(),
    line: node.line + 1 + i,
    indent: text.length - text.trimStart().length,
  }))
  const entries = lines.flatMap((line) => {
    const marker = listMarkerOf(line.text)
    const rest = marker ? line.text.slice(marker.length) : line.text
    const box = checkboxOf(rest)
    const done = /^\[(?:x|X|✓|✔)\]|^✅/.test(rest)
    return box
      ? [{ ...line, rest: box.rest, status: box.box.status ?? (done ? ('done' as const) : null) }]
      : []
  })
  if (entries.length < 2 || entries.length < lines.filter((line) => line.text !== '').length * 0.3) return
  const least = Math.min(...entries.map((entry) => entry.indent))
  for (const entry of entries) {
    if (entry.indent > least + 1) continue
    const head = parseHead(clip(entry.rest, 600))
    if (head.title === '') continue
    const item = emptyItem(entry.line)
    item.key = head.key ?? ''
    item.keyStated = head.key !== null
    item.title = head.title
    item.estimate = head.estimate
    item.status = entry.status ?? head.status
    item.assignees = head.assignees
    item.priority = head.priority
    item.labels = head.labels
    item.kind = head.kind
    item.stretch = head.stretch || context.stretch
    item.epic = context.epic
    addCandidate(draft, context, item, {
      strength: head.key !== null ? 4 : 3,
      rule: 'item.fence',
      node: null,
      future: context.role === 'future',
    })
    draft.claims.add('item.fence', entry.line, entry.line, `items: ${item.title}`)
  }
}
