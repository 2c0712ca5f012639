/** Bold labels of a list's entries, told by their neighbours: names of work, or fields. */
import { keyPrefix } from '../key.ts'
import type { Node } from '../outline.ts'
import { fold, plain, splitOutside } from '../text.ts'
import { type Role, rolesOf } from '../vocabulary/index.ts'
import type { Field } from './field.ts'
import { nodeField, nodeHead } from './node-facts.ts'

/** "**Module reporting:** …" beside "**Module stock:** …": a label that only ends in a known word is a name like its neighbours'. */
export function namesOneOfMany(field: Field, siblings: readonly Node[]): boolean {
  const [first, second] = fold(field.label).split(' ')
  if (!field.bold || second === undefined || rolesOf(field.label).length > 0) return false
  const alike = siblings.slice(0, 40).filter((node) => {
    const other = nodeField(node)
    return other?.bold && other.roles.length === 0 && fold(other.label).startsWith(`${first} `)
  })
  return alike.length > 1
}

const fieldLists = new WeakMap<readonly Node[], boolean>()

/** What a field tells of a sprint, a week or a theme; other labels name work as often. */
const TELLS: ReadonlySet<Role> = new Set<Role>([
  'goal',
  'description',
  'window',
  'start',
  'end',
  'assignee',
  'estimate',
  'status',
  'priority',
  'due',
  'dependsOn',
  'dependencies',
  'objectives',
  'acceptance',
  'risks',
  'capacity',
])

/** A known field, or "**Tasks:** Story 3.1, 3.2": work told by its keys. */
function tellsOfTheme(field: Field): boolean {
  const roles = rolesOf(field.label)
  if (roles.some((role) => TELLS.has(role))) return true
  return (
    roles.includes('work') &&
    splitOutside(plain(field.value), ',;，、').every(
      (part) =>
        /^\d[\d.]*(?:\s?[-–]\s?\d[\d.]*)?$/.test(part) || keyPrefix(part)?.rest.search(/\p{L}/u) === -1,
    )
  )
}

/** "**Preparation:** …" between "**Focus:** …" and "**Goal:** …": where half of a list's labels are known fields, the others are fields too. */
export function isFieldAmongFields(node: Node, own: Field, siblings: readonly Node[]): boolean {
  if (!own.bold || own.value === '' || node.box || node.children.length > 0) return false
  if (own.roles.length > 0) return own.roles.includes('work') && tellsOfTheme(own)
  let are = fieldLists.get(siblings)
  if (are === undefined) {
    const fields = siblings.slice(0, 40).map(nodeField)
    const known = fields.filter((f) => f !== null && f.value !== '' && tellsOfTheme(f))
    are =
      siblings.length > 1 &&
      siblings.length < 12 &&
      known.length * 2 >= siblings.length &&
      fields.every((f) => f?.bold)
    fieldLists.set(siblings, are)
  }
  const head = are ? nodeHead(node) : null
  return head !== null && head.key === null && head.estimate === null
}
