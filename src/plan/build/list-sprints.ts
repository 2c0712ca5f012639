/** List entries that describe a sprint, or are one. */

import { boxOf, normal } from '../box.ts'
import type { Node } from '../outline.ts'
import { headingText } from '../section.ts'
import { squeeze } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { addSprint, type Context, type Draft, emptySprint, home, noDates, type SprintDraft } from './draft.ts'
import type { fieldOf, fieldsOf } from './field.ts'
import { addTextItem } from './list-items.ts'
import { readList } from './lists.ts'
import { applySprintField } from './sprint-field.ts'
import { takeTitleDates } from './sprints.ts'
import { isPersonRole } from './team-roles.ts'
import { lastLine } from './walk.ts'

/** Fields that describe the sprint even where they stand in a list of its work. */
export const SPRINT_ONLY: ReadonlySet<Role> = new Set<Role>([
  'goal',
  'window',
  'start',
  'end',
  'capacity',
  'timeZone',
  'channel',
  'total',
  'excluded',
])

const SPRINT_TOO: ReadonlySet<Role> = new Set<Role>([
  ...SPRINT_ONLY,
  'objectives',
  'risks',
  'dependencies',
  'ceremonies',
  'team',
  'assignee',
  'status',
  'dor',
  'dod',
  'epic',
  'acceptance',
  'context',
  'description',
  'links',
  'due',
  'labels',
  'priority',
])

export function describesSprint(
  field: NonNullable<ReturnType<typeof fieldOf>>,
  count: number,
  role: Role | null,
): boolean {
  if (field.roles.length === 0) return count > 1 || (isPersonRole(field.label) && role === null)
  if (role === 'work' || role === 'stretch' || role === 'future' || role === 'subtasks')
    return field.roles.some((r) => SPRINT_ONLY.has(r)) && field.roles[0] !== 'work'
  if (field.roles.includes('title') && !field.roles.includes('goal')) return false
  return (
    field.roles.some((r) => SPRINT_TOO.has(r)) &&
    !(field.roles.includes('softContext') && !field.roles.some((r) => SPRINT_ONLY.has(r)))
  )
}

/** The goal of a week, a day or a phase inside a sprint that has a goal of its own. */
export function isGoalOfPart(
  draft: Draft,
  context: Context,
  field: NonNullable<ReturnType<typeof fieldOf>>,
): boolean {
  if (!field.roles.includes('goal') || field.value === '' || context.epic === null) return false
  const kind = boxOf(context.epic)?.kind
  return kind !== undefined && kind !== draft.boxKind && home(draft, context).goals.length > 0
}

export function sprintFieldEntry(
  draft: Draft,
  context: Context,
  node: Node,
  fields: ReturnType<typeof fieldsOf>,
): boolean {
  let used = false
  for (const field of fields) {
    if (isGoalOfPart(draft, context, field)) {
      draft.claims.add('context.list', node.line, node.line, `goal of ${context.epic}`)
      used = true
      continue
    }
    const children = node.children.filter((child) => child.kind === 'item')
    const role = field.roles.find((r) =>
      [
        'goal',
        'objectives',
        'risks',
        'dependencies',
        'ceremonies',
        'team',
        'dor',
        'dod',
        'acceptance',
        'excluded',
        'context',
        'description',
      ].includes(r),
    )
    if (field.value === '' && children.length > 0 && role) {
      draft.claims.add('section.heading', node.line, node.line, role)
      readList(draft, { ...context, role, roles: field.roles, heading: field.label }, children)
      used = true
    } else if (applySprintField(draft, context, field, node.line)) used = true
    else if (
      role === 'context' ||
      role === 'description' ||
      role === 'excluded' ||
      field.roles.some((r) => ['acceptance', 'links', 'due', 'labels', 'priority'].includes(r))
    ) {
      draft.claims.add('context.list', node.line, lastLine(node), field.label)
      used = true
    }
  }
  if (used) draft.claims.add('sprint.field', node.line, lastLine(node), fields.map((f) => f.label).join(', '))
  return used
}

/** "- Sprint 2: templates; export; search": a sprint told in one entry, its work below it or parted by semicolons. */
export function boxEntry(draft: Draft, context: Context, node: Node, raw: string): boolean {
  const text = headingText(raw)
  const box = boxOf(text)
  if (
    !box?.parted ||
    (box.kind !== 'sprint' && box.kind !== 'iteration' && box.kind !== draft.boxKind) ||
    box.range
  )
    return false
  const known = draft.byId.get(`${box.kind}:${normal(box.number)}`)
  draft.claims.add('sprint.table-row', node.line, lastLine(node), `sprints: ${text.slice(0, 60)}`)
  const children = node.children.filter((child) => child.kind === 'item')
  if (known) {
    if (children.length > 0 && known.candidates.length === 0)
      readList(draft, { ...context, scope: known, role: 'work' }, children)
    return true
  }
  const parts = box.rest
    .split(/[;；]/)
    .map((part) => squeeze(part).replace(/[.。]$/, ''))
    .filter((part) => part !== '')
  if (draft.mapped || (parts.length < 2 && children.length === 0)) return false
  const number = `${box.kind === 'sprint' ? 'Sprint' : text.split(' ')[0]} ${box.number}`
  const sprint = emptySprint(number, node.line)
  sprint.number = /^\d+$/.test(box.number) ? Number(box.number) : null
  const opened: SprintDraft = {
    sprint,
    id: `${box.kind}:${normal(box.number)}`,
    heading: sprint.name,
    level: 9,
    dates: noDates(),
    candidates: [],
    totals: [],
    endLine: lastLine(node),
  }
  takeTitleDates(draft, opened, text, node.line)
  addSprint(draft, opened)
  const inner: Context = { ...context, scope: opened, role: 'work', epic: null }
  if (children.length > 0) {
    sprint.theme = box.rest.replace(/[(（][^()（）]*[)）]/g, ' ').trim() || null
    readList(draft, inner, children)
    return true
  }
  for (const part of parts) addTextItem(draft, inner, part, node.line)
  return true
}
