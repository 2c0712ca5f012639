/** List entries that are items, and those that only group items. */

import type { Item } from '#domain/plan-file.ts'
import { boxOf } from '../box.ts'
import { estimateOf } from '../estimate.ts'
import { type Head, parseHead } from '../head.ts'
import type { Node } from '../outline.ts'
import { roleOf } from '../section.ts'
import { clip, fold, plain, squeeze, withoutEmoji } from '../text.ts'
import { isRole, type Role } from '../vocabulary/index.ts'
import { KINDS } from '../vocabulary/levels.ts'
import { addCandidate, isMember } from './candidates.ts'
import { type Candidate, type Context, type Draft, emptyItem } from './draft.ts'
import { fieldOf } from './field.ts'
import { joined, takeDetailEntry, takeItemField } from './item-fields.ts'
import { ownerAtEnd, pointsInBrackets } from './list-habits.ts'
import { lastLine } from './walk.ts'

const itemChildren = (node: Node): Node[] => node.children.filter((child) => child.kind === 'item')

interface EntryHead {
  head: Head
  /** Text that follows a title given as a bold label: "**Story:** text". */
  rest: string | null
}

/** "- **Title** - description", "- **User story** (G1): As a …", "- **Title:** description". */
const entryHeads = new WeakMap<Node, EntryHead>()

function headOf(node: Node): EntryHead {
  let head = entryHeads.get(node)
  if (!head) {
    head = readEntryHead(node)
    entryHeads.set(node, head)
  }
  return head
}

function readEntryHead(node: Node): EntryHead {
  const raw = clip(node.texts.join(' '))
  const field = fieldOf(raw)
  if (field?.bold && field.value !== '') {
    const label = fold(field.label).replace(/ \d+$/, '')
    if (isRole(label, 'title') || KINDS.has(label)) {
      const head = parseHead(field.value)
      const own = parseHead(field.label)
      head.key ??= /\d/.test(field.label) ? own.key : null
      head.kind ??= KINDS.get(label) ?? null
      return { head, rest: null }
    }
    if (isDay(field.label)) return { head: parseHead(field.value), rest: null }
    const head = parseHead(field.label)
    const value = parseHead(field.value)
    head.estimate ??= value.estimate
    head.assignees = [...head.assignees, ...value.assignees]
    head.status ??= value.status
    head.priority ??= value.priority
    return head.title === ''
      ? { head: { ...value, key: head.key ?? value.key }, rest: null }
      : { head, rest: squeeze(plain(field.value)) }
  }
  const bold = !raw.includes('**')
    ? null
    : /^(?:\p{Extended_Pictographic}\uFE0F?\s*)?\*\*([^*]{2,200})\*\*\s*(?:[—–:]|-\s)\s*(.{3,})$/su.exec(raw)
  if (bold?.[1] && bold[2] && !/^\s*[*_(]/.test(bold[2])) {
    const head = parseHead(bold[1])
    const whole = parseHead(raw)
    if (head.title === '' || /^(?:story|task|us|hu|ticket)\b/i.test(bold[1]))
      return { head: whole, rest: null }
    head.estimate ??= whole.estimate
    head.status ??= whole.status
    head.assignees = whole.assignees
    head.priority ??= whole.priority
    head.stretch ||= whole.stretch
    return { head, rest: squeeze(plain(bold[2])) }
  }
  return { head: parseHead(raw), rest: null }
}

/** "Day 1-2": when something is done and no title. */
const isDay = (label: string) => {
  const box = boxOf(label)
  return box?.kind === 'day' && box.before === '' && !/\p{L}{3}/u.test(box.rest)
}

export function addListItem(
  draft: Draft,
  context: Context,
  node: Node,
  siblings: readonly Node[],
  onlyJoins = false,
): void {
  const { head, rest } = headOf(node)
  if (head.title === '' && head.key === null) {
    draft.claims.add('context.list', node.line, lastLine(node), 'empty')
    return
  }
  pointsInBrackets(head, siblings)
  ownerAtEnd(head, siblings, (name) => isMember(draft, name))
  const item = emptyItem(node.line, lastLine(node))
  item.key = head.key ?? ''
  item.keyStated = head.key !== null
  item.title = head.title || (head.key ?? '')
  item.estimate = head.estimate
  item.status = node.box?.status ?? head.status
  item.assignees = head.assignees
  item.priority = head.priority
  item.labels = head.labels
  item.kind = head.kind
  item.links = head.links
  item.stretch = head.stretch || context.stretch
  item.epic = context.epic
  item.description = rest
  if (head.struck && item.status === null) item.status = 'dropped'
  const rule = onlyJoins ? 'item.repeat' : 'item.list'
  addCandidate(draft, context, item, { onlyJoins, rule, node, future: context.role === 'future' })
  draft.claims.add(rule, node.line, node.endLine, `items: ${item.title}`)
  readBelow(draft, item, node)
}

/** An entry that holds cards: their epic, or what its words say of them. */
export function readGroup(draft: Draft, context: Context, node: Node): Context {
  const title = squeeze(withoutEmoji(plain(clip(node.texts.join(' '), 300)))).replace(/[:：]$/, '')
  draft.claims.add('item.group', node.line, node.endLine, `theme: ${title}`)
  const { role } = roleOf(title)
  return {
    ...context,
    epic: role === null ? title : context.epic,
    role: role === 'stretch' || role === 'future' ? role : context.role,
    stretch: context.stretch || role === 'stretch',
  }
}

/** An item told in a part of a line. */
export function addTextItem(draft: Draft, context: Context, text: string, line: number): Candidate | null {
  const head = parseHead(text)
  if (head.title === '') return null
  const item = emptyItem(line)
  item.key = head.key ?? ''
  item.keyStated = head.key !== null
  item.title = head.title
  item.estimate = head.estimate
  item.status = head.status
  item.assignees = head.assignees
  item.priority = head.priority
  item.kind = head.kind
  item.stretch = head.stretch || context.stretch
  item.epic = context.epic
  return addCandidate(draft, context, item, {
    onlyJoins: false,
    rule: 'item.list',
    node: null,
    future: context.role === 'future',
  })
}

function readBelow(draft: Draft, item: Item, node: Node): void {
  for (const child of node.children) {
    draft.claims.add('item.detail', child.line, lastLine(child), `items[${item.title}]`)
    if (child.kind === 'para') {
      for (const [i, text] of child.texts.entries()) {
        const field = fieldOf(text)
        if (!field || !takeItemField(draft, item, field, child.line + i))
          item.description = joined(item.description, plain(text))
      }
      continue
    }
    if (child.kind !== 'item') continue
    const raw = clip(child.texts.join(' '))
    const field = fieldOf(raw)
    if (field && !child.box && field.roles.length > 0 && takeItemField(draft, item, field, child.line)) {
      const role: Role | null =
        field.roles.find((r) => r === 'acceptance' || r === 'dod' || r === 'subtasks' || r === 'work') ??
        'description'
      for (const grand of itemChildren(child)) takeDetailEntry(draft, item, role, grand)
      continue
    }
    const estimate = child.box ? null : estimateOf(plain(raw))
    if (estimate && item.estimate === null) item.estimate = estimate
    else takeDetailEntry(draft, item, 'subtasks', child)
  }
}
