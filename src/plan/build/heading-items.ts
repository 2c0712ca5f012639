/** Headings and labels that are items themselves. */
import type { Node } from '../outline.ts'
import type { Section } from '../section.ts'
import { fold } from '../text.ts'
import { addCandidate, bareKey, sameThing } from './candidates.ts'
import { type Candidate, type Context, type Draft, emptyItem } from './draft.ts'
import { settleStatus } from './heading-details.ts'
import { nodeHead, startsWithKey } from './node-facts.ts'
import { lastLine } from './walk.ts'

type Walk = (draft: Draft, root: Node, context: Context) => void

/** Reads a heading as an item, with all that stands below it. */
export function itemHeading(
  draft: Draft,
  node: Node,
  section: Section,
  context: Context,
  walk: Walk,
  onlyJoins = false,
): void {
  const head = nodeHead(node)
  const item = emptyItem(node.line, lastLine(node))
  item.key = head.key ?? ''
  item.keyStated = head.key !== null
  item.title =
    head.key === null && WORDED.test(section.text)
      ? head.title.replace(/^[^:：]{2,24}[:：]\s*/, '')
      : head.title
  item.estimate = head.estimate
  item.status = head.status
  item.assignees = [...head.assignees]
  item.priority = head.priority
  item.labels = [...head.labels]
  item.kind = head.kind
  item.links = [...head.links]
  item.stretch = head.stretch || context.stretch
  item.epic = context.epic
  const rule = onlyJoins ? 'item.repeat' : 'item.heading'
  const candidate = addCandidate(draft, context, item, {
    onlyJoins,
    rule,
    node,
    future: context.role === 'future',
  })
  draft.claims.add(rule, node.line, node.endLine, `items: ${item.title}`)
  walk(draft, node, {
    ...context,
    item,
    candidate,
    outer: context,
    role: null,
    roles: [],
    heading: section.text,
    stretch: false,
  })
  item.title ||= head.key || section.text
  settleStatus(node, candidate)
}

/** A heading that is no card but has the key of one tells more of that card. */
export function repeatsCard(
  draft: Draft,
  node: Node,
  section: Section,
  context: Context,
  walk: Walk,
): boolean {
  if (!startsWithKey(node) || nodeHead(node).key === null) return false
  const known = findKnown(draft, context, node)
  if (!known) return false
  draft.claims.add(
    'item.repeat',
    node.line,
    node.endLine,
    `items: ${known.item.title}, line ${known.item.line}`,
  )
  walk(draft, node, {
    ...context,
    item: known.item,
    candidate: known,
    outer: context,
    role: context.role ?? 'description',
    heading: section.text,
  })
  return true
}

/** A heading with a key and an estimate or a word for work inside a card is one of its tasks. */
export function taskHeading(
  draft: Draft,
  node: Node,
  section: Section,
  context: Context,
  walk: Walk,
): boolean {
  const outer = context.candidate
  if (!outer?.node || !startsWithKey(node) || node.level <= outer.node.level) return false
  const head = nodeHead(node)
  if (head.key === null || head.title === '') return false
  if (head.estimate === null && (head.keyWord === null || context.role === 'acceptance')) return false
  const task = { text: head.title, done: head.status === 'done' }
  outer.item.tasks.push(task)
  draft.claims.add('item.detail', node.line, node.endLine, `items[${outer.item.title}].tasks: ${head.title}`)
  const { estimate, status, priority } = outer.item
  outer.item.status = null
  walk(draft, node, { ...context, role: 'description', heading: section.text })
  task.done ||= outer.item.status === 'done'
  Object.assign(outer.item, { estimate, status, priority })
  return true
}

/** "Story: Card payments": a word for work and a colon. */
const WORDED =
  /^(?:user\sstory|story|task|ticket|issue|bug|spike|chore|historia(?:\sde\susuario)?|tarea|tarefa|história|t[âa]che|aufgabe|user-story|задача|история|任务|用户故事|タスク|ストーリー|작업|스토리)\s?[:：]\s?\S/iu

/** The item that a heading with its key tells more of. "Task 1" counts anew below each heading: elsewhere it needs like words. */
function findKnown(draft: Draft, context: Context, node: Node): Candidate | undefined {
  const head = nodeHead(node)
  const bare = bareKey(head.key as string)
  const among = (list: readonly Candidate[]) => {
    const known = keyedOf(list).get(bare)
    if (!known || head.keyWord === null) return known?.first[0]
    return (
      known.byParent.get(node.parent) ??
      known.first.find((c) => sameThing(bare, new Set([fold(c.item.title), fold(head.title)])))
    )
  }
  return (
    (context.scope ? among(context.scope.candidates) : undefined) ??
    (/\p{L}|\./u.test(bare) ? among(draft.loose) : undefined)
  )
}

/** How many items of one key are compared with a heading by their words. */
const MOST_COMPARED = 20

/** The items with one key: the first of them, and the first below each parent. */
interface KeyedItems {
  first: Candidate[]
  byParent: Map<Node | null, Candidate>
}

const keyedLists = new WeakMap<readonly Candidate[], { read: number; byKey: Map<string, KeyedItems> }>()

/** The candidates by bare key; a list only grows, and each of its entries is looked at once. */
function keyedOf(list: readonly Candidate[]): ReadonlyMap<string, KeyedItems> {
  const index = keyedLists.get(list) ?? { read: 0, byKey: new Map<string, KeyedItems>() }
  keyedLists.set(list, index)
  for (; index.read < list.length; index.read++) {
    const c = list[index.read] as Candidate
    if (c.onlyJoins || c.bareKey === null) continue
    const known = index.byKey.get(c.bareKey) ?? { first: [], byParent: new Map<Node | null, Candidate>() }
    index.byKey.set(c.bareKey, known)
    if (known.first.length < MOST_COMPARED) known.first.push(c)
    const parent = c.node?.parent ?? null
    if (!known.byParent.has(parent)) known.byParent.set(parent, c)
  }
  return index.byKey
}
