/** What stands below a heading: details of an item, boxes, or items of their own. */
import type { Node } from '../outline.ts'
import { fold } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import type { Candidate } from './draft.ts'
import { fieldOf } from './field.ts'
import { nodeField, nodeHead, nodeRole, startsWithKey } from './node-facts.ts'

const DETAIL: ReadonlySet<Role> = new Set<Role>([
  'acceptance',
  'subtasks',
  'assignee',
  'estimate',
  'priority',
  'status',
  'labels',
  'dependsOn',
  'kind',
  'dod',
  'description',
])

/** All boxes right below an item checked, and nothing else said: it is done. */
export function settleStatus(node: Node, candidate: Candidate): void {
  if (candidate.item.status !== null) return
  let boxes = 0
  let checked = 0
  const look = (parent: Node, depth: number) => {
    for (const child of parent.children) {
      if (child.box) {
        boxes++
        if (child.box.checked) checked++
      } else if (child.kind === 'label' || child.kind === 'heading') {
        if (depth < 2) look(child, depth + 1)
      }
    }
  }
  look(node, 0)
  if (boxes > 0 && boxes === checked) candidate.item.status = 'done'
}

const detailCounts = new WeakMap<Node, number>()

/** How many different details of an item stand right below a heading, counted once a node. */
export function hasDetails(node: Node): number {
  let count = detailCounts.get(node)
  if (count === undefined) {
    count = countDetails(node)
    detailCounts.set(node, count)
  }
  return count
}

function countDetails(node: Node): number {
  const found = new Set<Role>()
  const take = (roles: readonly Role[]) => {
    const role = roles.find((r) => DETAIL.has(r))
    if (role) found.add(role)
  }
  for (const child of node.children) {
    if (child.kind === 'label' || child.kind === 'heading') {
      const field = nodeField(child)
      take(field ? field.roles : nodeRole(child).roles)
    } else if (child.kind === 'para') {
      for (const text of child.texts) {
        take(fieldOf(text)?.roles ?? [])
        if (/^\W*(?:as an?|como|als|en tant que|jako|as a|как|я как|作为|作為)\s/iu.test(text))
          found.add('acceptance')
      }
    } else if (child.kind === 'item') take(nodeField(child)?.roles ?? [])
  }
  return found.size
}

export function hasStrong(node: Node): boolean {
  return node.children.some((child) => {
    const field = nodeField(child)
    const roles = field
      ? field.roles
      : child.kind === 'label' || child.kind === 'heading'
        ? nodeRole(child).roles
        : []
    return roles.some(
      (role) => role === 'estimate' || role === 'assignee' || role === 'acceptance' || role === 'priority',
    )
  })
}

export function hasBoxes(node: Node): boolean {
  return node.children.some((child) => child.box !== undefined)
}

/** Whether keyed headings, labels or entries stand below, so that this one only groups them. */
export function itemsBelow(node: Node): boolean {
  let looked = 0
  const look = (parent: Node, depth: number): boolean =>
    parent.children.some((child) => {
      if (looked++ > 400 || depth > 3) return false
      if (child.kind === 'heading' || child.kind === 'label') {
        const head = startsWithKey(child) ? nodeHead(child) : null
        if (
          head !== null &&
          head.key !== null &&
          (head.title !== '' || hasDetails(child) > 0) &&
          nodeRole(child).exact === false
        )
          return true
        return look(child, depth + 1)
      }
      if (child.kind === 'item' && depth === 0) {
        if (!startsWithKey(child)) return false
        const head = nodeHead(child)
        return (
          head.key !== null &&
          (head.estimate !== null || /^[A-Z]/.test(head.key)) &&
          fold(head.key) !== '' &&
          nodeField(child)?.roles.length !== 1
        )
      }
      if (child.kind === 'table')
        return (
          depth < 3 &&
          child.rows.length > 1 &&
          /\bid\b|story|task|key/i.test((child.rows[0]?.cells ?? []).join(' '))
        )
      return false
    })
  return look(node, 0)
}

/** How many nodes below a heading are looked at. */
const MOST = 400

/** Whether two or more headings without a role and with boxes stand below: themes of work of their own. */
export function themesBelow(node: Node): boolean {
  let themes = 0
  let looked = 0
  const look = (parent: Node, depth: number) => {
    for (const child of parent.children) {
      if (looked++ > MOST || themes > 1) return
      if (child.kind !== 'heading') continue
      if (nodeRole(child).role === null && hasBoxes(child)) themes++
      if (depth < 2) look(child, depth + 1)
    }
  }
  look(node, 0)
  return themes > 1
}

/** Letters of the boxes and themes above cards: epic, feature, milestone, phase, week, day. */
const OVER_CARDS = /^(?:e|ep|epic|f|feat|feature|m|ms|p|w|d)[-_]?\d{1,3}$/i

const STORY_KEY = /^(?:(?:user )?story|historia|us|hu|pbi)\b|^(?:us|hu|pbi)[-_]?\d/i

/** A key and an estimate in the heading itself make it the card, whatever stands below; one over stories is none. */
export function isCard(node: Node): boolean {
  const { key, estimate } = nodeHead(node)
  if (key === null || estimate === null || OVER_CARDS.test(key)) return false
  return STORY_KEY.test(key) || !storiesBelow(node)
}

function storiesBelow(node: Node): boolean {
  let looked = 0
  const look = (parent: Node, depth: number): boolean =>
    parent.children.some((child) => {
      if (looked++ > MOST || child.kind === 'table' || child.kind === 'para' || child.kind === 'fence')
        return false
      const key = startsWithKey(child) ? nodeHead(child).key : null
      if (key !== null && STORY_KEY.test(key)) return true
      return depth < 2 && child.kind !== 'item' && look(child, depth + 1)
    })
  return look(node, 0)
}
