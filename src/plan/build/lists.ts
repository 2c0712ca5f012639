/** Lists: what their entries are, by the role of their section. */

import type { Node } from '../outline.ts'
import { clip, plain, squeeze, withoutEmoji } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { calendarField } from './ceremonies/fields.ts'
import { type Context, type Draft, home } from './draft.ts'
import { fieldOf, fieldsOf } from './field.ts'
import { takeDetailEntry, takeItemField } from './item-fields.ts'
import { addListItem, readGroup } from './list-items.ts'
import { namesOneOfMany } from './list-labels.ts'
import { below, claim, objectiveEntry, riskEntry, teamEntry } from './list-registers.ts'
import { boxEntry, describesSprint, SPRINT_ONLY, sprintFieldEntry } from './list-sprints.ts'
import { addDependency, addObjective, takeRiskFacts } from './registers.ts'
import { applySprintField } from './sprint-field.ts'
import { lastLine, walk } from './walk.ts'

export function readList(draft: Draft, context: Context, nodes: readonly Node[]): void {
  if (context.item) {
    readDetails(draft, context, nodes)
    return
  }
  for (const node of nodes)
    if (draft.cards.isCard(node.line)) addListItem(draft, context, node, nodes)
    else if (draft.meetings.has(node.line)) claim(draft, node, context)
    else if (draft.cards.holds(node)) readHolder(draft, context, node)
    else if (draft.cards.repeats(node.line)) addListItem(draft, context, node, nodes, true)
    else readEntry(draft, withLearntRole(draft, context, node.line), node, nodes)
}

/** Parts that a heading's own words settle. */
const SETTLED: ReadonlySet<Role> = new Set<Role>([
  'risks',
  'dependencies',
  'team',
  'capacity',
  'ceremonies',
  'experiments',
  'dor',
  'dod',
  'window',
  'goal',
])

/** The part that the evidence gives to a line, unless the heading's words settle another. */
export function withLearntRole(draft: Draft, context: Context, line: number): Context {
  const role = draft.cards.roleAt(line)
  return role === null || role === 'ceremonies' || (context.role !== null && SETTLED.has(context.role))
    ? context
    : { ...context, role, roles: [role] }
}

/** An entry that holds cards: a sprint told in a list, or a group. */
function readHolder(draft: Draft, context: Context, node: Node): void {
  const raw = clip(node.texts.join(' '))
  const outside = context.scope === null || context.scope.id === null || context.role === 'future'
  if (!node.box && outside && boxEntry(draft, context, node, raw)) return
  walk(draft, node, readGroup(draft, context, node))
}

function readDetails(draft: Draft, context: Context, nodes: readonly Node[]): void {
  const item = context.item
  if (!item) return
  for (const node of nodes) {
    item.endLine = Math.max(item.endLine, lastLine(node))
    const text = clip(node.texts.join(' '))
    const field = context.role === 'acceptance' || context.role === 'subtasks' ? null : fieldOf(text)
    if (field && field.roles.length > 0 && takeItemField(draft, item, field, node.line)) {
      const role =
        field.roles.find(
          (r) =>
            r === 'acceptance' ||
            r === 'dod' ||
            r === 'subtasks' ||
            r === 'work' ||
            r === 'dependsOn' ||
            r === 'dependencies' ||
            r === 'links',
        ) ?? 'description'
      for (const child of node.children)
        if (child.kind === 'item')
          readNested(
            draft,
            context,
            child,
            field.value === '' || role !== 'description' ? role : 'description',
          )
      claimBelow(draft, node, item.title)
      continue
    }
    takeDetailEntry(draft, item, context.role === null && node.box ? 'subtasks' : context.role, node)
    for (const child of node.children)
      if (child.kind === 'item') readNested(draft, context, child, 'description')
    claimBelow(draft, node, item.title)
  }
}

function readNested(draft: Draft, context: Context, node: Node, role: Role): void {
  if (!context.item) return
  takeDetailEntry(draft, context.item, role, node)
}

function claimBelow(draft: Draft, node: Node, title: string): void {
  draft.claims.add('item.detail', node.line, lastLine(node), `items[${title}]`)
}

function readEntry(draft: Draft, context: Context, node: Node, siblings: readonly Node[]): void {
  const raw = clip(node.texts.join(' '))
  const text = squeeze(withoutEmoji(plain(raw)))
  const role = context.role
  if (text === '' || /^[.…\s]+$/.test(text)) {
    claim(draft, node, context)
    return
  }
  const fields = fieldsOf(raw)
  const field = fields[0]
  const work =
    role === 'work' ||
    role === 'stretch' ||
    role === 'future' ||
    role === 'subtasks' ||
    role === null ||
    role === 'softContext'
  if (
    field &&
    !node.box &&
    fields.length > 0 &&
    work &&
    !namesOneOfMany(field, siblings) &&
    describesSprint(field, fields.length, role)
  ) {
    if (sprintFieldEntry(draft, context, node, fields)) return
  }
  if (work) {
    if (
      !node.box &&
      (context.scope === null || context.scope.id === null || role === 'future') &&
      boxEntry(draft, context, node, raw)
    )
      return
    claim(draft, node, context)
    return
  }
  if (context.risk && role === 'risks') {
    if (field?.roles.includes('mitigation'))
      context.risk.mitigation =
        [context.risk.mitigation, plain(field.value), ...below(node)].filter(Boolean).join('; ') || null
    else if (field) takeRiskFacts(context.risk, `${field.label}: ${plain(field.value)}`)
    else if (context.risk.mitigation === null) context.risk.mitigation = text
    draft.claims.add('risk.field', node.line, lastLine(node), `risks[${context.risk.title}]`)
    return
  }
  switch (role) {
    case 'goal':
      home(draft, context).goals.push(text)
      draft.claims.add('sprint.goal', node.line, lastLine(node), `goals: ${text}`)
      return
    case 'objectives':
    case 'acceptance':
      objectiveEntry(draft, context, node, raw)
      return
    case 'risks':
      riskEntry(draft, context, node, raw)
      return
    case 'dependencies':
      addDependency(draft, context, [raw, ...below(node)].join('; '), node.line)
      claim(draft, node, context)
      return
    case 'ceremonies':
      calendarField(draft, context, raw, node.line)
      claim(draft, node, context)
      return
    case 'capacity':
      for (const f of fields)
        if (f.roles.includes('total') || f.roles.includes('capacity'))
          applySprintField(draft, context, f, node.line)
      if (
        fields.length === 0 ||
        !fields.some((f) => f.roles.includes('capacity') || f.roles.includes('total'))
      )
        applySprintField(
          draft,
          context,
          { label: 'capacity', roles: ['capacity'], value: text, bold: false },
          node.line,
        )
      claim(draft, node, context)
      return
    case 'team':
      teamEntry(draft, context, node, raw)
      return
    case 'dor':
    case 'dod':
      ;(role === 'dor' ? home(draft, context).definitionOfReady : home(draft, context).definitionOfDone).push(
        text,
      )
      if (role === 'dod' && draft.cards.roleAt(node.line) === 'objectives')
        addObjective(draft, context, raw, node.line)
      draft.claims.add(
        role === 'dor' ? 'definition.ready' : 'definition.done',
        node.line,
        lastLine(node),
        text,
      )
      return
    case 'experiments':
      home(draft, context).experiments.push({
        id: null,
        hypothesis: text,
        metric: null,
        effect: null,
        duration: null,
        line: node.line,
      })
      draft.claims.add('experiment.entry', node.line, lastLine(node), text)
      return
    case 'window':
      for (const f of fields) applySprintField(draft, context, f, node.line)
      if (fields.length === 0)
        applySprintField(
          draft,
          context,
          { label: 'dates', roles: ['window'], value: raw, bold: false },
          node.line,
        )
      claim(draft, node, context)
      return
    default:
      for (const f of fields)
        if (f.roles.some((r) => r === 'ceremonies' || (SPRINT_ONLY.has(r) && r !== 'excluded')))
          applySprintField(draft, context, f, node.line)
      claim(draft, node, context)
      return
  }
}
