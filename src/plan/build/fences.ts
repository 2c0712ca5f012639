/** Code fences: a task list that a team keeps in one, else context. */
import { parseHead } from '../head.ts'
import type { Node } from '../outline.ts'
import { checkboxOf, listMarkerOf } from '../outline-shapes.ts'
import { clip } from '../text.ts'
import { addCandidate } from './candidates.ts'
import { type Context, type Draft, emptyItem } from './draft.ts'

export function readFence(draft: Draft, context: Context, node: Node): void {
  draft.claims.add('context.prose', node.line, node.endLine, 'code')
  if (context.item) return
  node.texts.forEach((text, i) => {
    const line = node.line + 1 + i
    if (draft.cards.isCard(line)) readTaskLine(draft, context, text.trim(), line)
  })
}

function readTaskLine(draft: Draft, context: Context, text: string, line: number): void {
  const marker = listMarkerOf(text)
  const rest = marker ? text.slice(marker.length) : text
  const box = checkboxOf(rest)
  const done = /^\[(?:x|X|✓|✔)\]|^✅/.test(rest)
  const head = parseHead(clip(box?.rest ?? rest, 600))
  if (head.title === '') return
  const item = emptyItem(line)
  item.key = head.key ?? ''
  item.keyStated = head.key !== null
  item.title = head.title
  item.estimate = head.estimate
  item.status = box?.box.status ?? (done ? 'done' : head.status)
  item.assignees = head.assignees
  item.priority = head.priority
  item.labels = head.labels
  item.kind = head.kind
  item.stretch = head.stretch || context.stretch
  item.epic = context.epic
  addCandidate(draft, context, item, {
    onlyJoins: false,
    rule: 'item.fence',
    node: null,
    future: context.role === 'future',
  })
  draft.claims.add('item.fence', line, line, `items: ${item.title}`)
}
