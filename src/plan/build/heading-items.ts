/** Headings and labels that are items themselves. */
import type { Node } from '../outline.ts'
import { headingText, type Section } from '../section.ts'
import { clip, fold } from '../text.ts'
import type { Estimate } from '../types.ts'
import type { Role } from '../vocabulary/index.ts'
import { addCandidate, bareKey, sameThing } from './candidates.ts'
import { type Candidate, type Context, type Draft, emptyItem } from './draft.ts'
import {
  hasBoxes,
  hasDetails,
  hasStrong,
  isCard,
  itemsBelow,
  settleStatus,
  themesBelow,
} from './heading-details.ts'
import { nodeHead, startsWithKey } from './node-facts.ts'
import { lastLine } from './walk.ts'

type Walk = (draft: Draft, root: Node, context: Context) => void

const GROUP_WORDS: ReadonlySet<string> = new Set([
  'epic',
  'feature',
  'theme',
  'module',
  'track',
  'goal',
  'milestone',
  'part',
  'wave',
  'step',
  'job',
  'deliverable',
])

const NEVER: ReadonlySet<Role> = new Set<Role>([
  'risks',
  'ceremonies',
  'team',
  'capacity',
  'objectives',
  'dor',
  'excluded',
  'context',
  'goal',
  'experiments',
])

/** Reads a heading as an item when it is one, with all that stands below it. */
export function itemHeading(
  draft: Draft,
  node: Node,
  section: Section,
  context: Context,
  walk: Walk,
): boolean {
  if (section.box && section.box.kind !== 'phase' && section.box.kind !== 'milestone') return false
  const mayKey = startsWithKey(node)
  if (!mayKey && (context.item || (section.exact && section.role !== null && !WORDED.test(section.text))))
    return false
  if (KEY_RANGE.test(section.text)) return false
  const raw = clip(node.texts.join(' '), 600)
  const head = nodeHead(node)
  const keyed =
    head.key !== null &&
    head.title !== '' &&
    !(head.keyWord !== null && section.exact && section.role !== null)
  const bare = head.key !== null && head.title === '' && !section.role
  if (keyed || bare) {
    const known = findKnown(draft, context, node)
    if (
      known &&
      (context.role === 'acceptance' ||
        context.role === 'dod' ||
        context.role === 'description' ||
        context.role === 'context' ||
        known.strength === 4)
    ) {
      if (known.rule === 'item.heading' || context.role === 'acceptance') {
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
          role: context.role ?? 'description',
          heading: section.text,
        })
        return true
      }
    }
  }
  if (context.item && context.candidate) {
    const outer = context.candidate
    const nested =
      keyed &&
      outer.node !== null &&
      node.level > outer.node.level &&
      (head.estimate !== null || (head.keyWord !== null && context.role !== 'acceptance'))
    if (!nested) return false
    const task = { text: head.title, done: head.status === 'done' }
    outer.item.tasks.push(task)
    draft.claims.add(
      'item.detail',
      node.line,
      node.endLine,
      `items[${outer.item.title}].tasks: ${head.title}`,
    )
    const { estimate, status, priority } = outer.item
    outer.item.status = null
    walk(draft, node, { ...context, role: 'description', heading: section.text })
    task.done ||= outer.item.status === 'done'
    Object.assign(outer.item, { estimate, status, priority })
    return true
  }
  if (context.role !== null && NEVER.has(context.role) && !(keyed && head.estimate !== null)) return false
  if (section.exact && section.role !== null && !keyed && !WORDED.test(section.text)) return false
  if (!keyed && section.role === 'estimate' && head.title.split(' ').length <= 3) return false
  const work =
    context.role === 'work' ||
    context.role === 'stretch' ||
    context.role === 'future' ||
    context.role === 'subtasks'
  const details = () => hasDetails(node)
  const numbered = /^\W*\d{1,2}[.)]\s/.test(section.text)
  const group = head.keyWord !== null && GROUP_WORDS.has(head.keyWord)
  const below = () =>
    (group || !keyed || head.keyWord === null) && (itemsBelow(node) || (!keyed && themesBelow(node)))
  let is = false
  if (!keyed && WORDED.test(section.text)) is = !below()
  else if (keyed && !group)
    is =
      (!below() || details() >= 2 || isCard(node)) &&
      (!isChapter(head.key as string) ||
        work ||
        details() > 0 ||
        (hasBoxes(node) && !inChapter(node, head.key as string)))
  else if (keyed && group) is = (details() >= 1 || (work && head.keyWord !== 'epic')) && !below()
  else if (bare) is = details() >= 1
  else if (node.kind === 'label')
    is = head.estimate !== null && (work || context.role === null) && !/[:：]\s*\**\s*$/.test(raw) && !below()
  else if (work)
    is =
      ((head.estimate !== null && !hasBoxes(node)) || details() >= 2 || (numbered && details() >= 1)) &&
      !below()
  else if (context.role === null)
    is =
      ((numbered && head.estimate !== null && details() >= 1) || (hasStrong(node) && details() >= 2)) &&
      !below()
  if (!is && !keyed && !bare) is = besideCards(draft, context, node)
  if (!is) return false
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
  const candidate = addCandidate(draft, context, item, {
    strength: 4,
    rule: 'item.heading',
    node,
    future: context.role === 'future',
  })
  draft.claims.add('item.heading', node.line, node.endLine, `items: ${item.title}`)
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
  return true
}

/** "S1-2 ~ S1-4: Models": a heading over several keys. */
const KEY_RANGE =
  /^([A-Za-z][A-Za-z0-9]{0,9}[-_])\d{1,4}\s?(?:~|～|–|—|-|\.\.|to|bis|à|до|至)\s?\1\d{1,4}(?!\d)/iu

/** "Story: Card payments": a word for work and a colon. */
const WORDED =
  /^(?:user\sstory|story|task|ticket|issue|bug|spike|chore|historia(?:\sde\susuario)?|tarea|tarefa|história|t[âa]che|aufgabe|user-story|задача|история|任务|用户故事|タスク|ストーリー|작업|스토리)\s?[:：]\s?\S/iu

/** "Technical setup (13 points)" after "US-4: Search (8 points)": an estimate of the same unit beside cards makes a card. */
function besideCards(draft: Draft, context: Context, node: Node): boolean {
  const { estimate } = nodeHead(node)
  const before = (context.scope ? context.scope.candidates : draft.loose).at(-1)
  if (estimate === null || before?.rule !== 'item.heading' || !before.item.keyStated || !before.node)
    return false
  const beside = before.node
  return (
    beside.parent === node.parent &&
    beside.kind === node.kind &&
    beside.level === node.level &&
    isCard(beside) &&
    unitOf(estimate) === unitOf(nodeHead(beside).estimate)
  )
}

const unitOf = (estimate: Estimate | null) =>
  estimate === null ? null : 'unit' in estimate ? estimate.unit : 'size'

const isChapter = (key: string) => /^\d+(?:\.\d+)+$/.test(key)

/** "2.1" below "2. Database": the numbers of chapters. */
function inChapter(node: Node, key: string): boolean {
  const outer = headingText(node.parent?.texts[0] ?? '')
  return outer.startsWith(`${key.split('.')[0]}.`)
}

/** The item that a heading with its key tells more of. "Task 1" counts anew below each heading: elsewhere it needs like words. */
function findKnown(draft: Draft, context: Context, node: Node): Candidate | undefined {
  const head = nodeHead(node)
  const bare = bareKey(head.key as string)
  const among = (list: readonly Candidate[]) => {
    const known = headingsOf(list).get(bare)
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

/** The items of headings with one key: the first of them, and the first below each parent. */
interface KeyedHeadings {
  first: Candidate[]
  byParent: Map<Node | null, Candidate>
}

const keyedHeadings = new WeakMap<readonly Candidate[], { read: number; byKey: Map<string, KeyedHeadings> }>()

/** The candidates that are headings, by bare key; a list only grows, and each of its entries is looked at once. */
function headingsOf(list: readonly Candidate[]): ReadonlyMap<string, KeyedHeadings> {
  const index = keyedHeadings.get(list) ?? { read: 0, byKey: new Map<string, KeyedHeadings>() }
  keyedHeadings.set(list, index)
  for (; index.read < list.length; index.read++) {
    const c = list[index.read] as Candidate
    if (c.rule !== 'item.heading' || c.bareKey === null) continue
    const known = index.byKey.get(c.bareKey) ?? { first: [], byParent: new Map<Node | null, Candidate>() }
    index.byKey.set(c.bareKey, known)
    if (known.first.length < MOST_COMPARED) known.first.push(c)
    const parent = c.node?.parent ?? null
    if (!known.byParent.has(parent)) known.byParent.set(parent, c)
  }
  return index.byKey
}
