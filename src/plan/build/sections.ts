/** Headings and labels: each is given to the first rule that knows it, and its section is read as that rule says. */
import { findDates } from '../dates.ts'
import type { Node } from '../outline.ts'
import type { Section } from '../section.ts'
import { clip } from '../text.ts'
import { isRole, type Role } from '../vocabulary/index.ts'
import { type Context, type Draft, home } from './draft.ts'
import { itemHeading, repeatsCard, taskHeading } from './heading-items.ts'
import { applyHeadingField, detailsOfItem, epicName, laneOf, riskHeading } from './heading-rules.ts'
import { takeItemField } from './item-fields.ts'
import { nodeField } from './node-facts.ts'
import { DATE_LINE } from './paragraphs.ts'
import { applySprintField } from './sprint-field.ts'
import { openSprint } from './sprints.ts'
import { lastLine, sectionOf, walk } from './walk.ts'

/** Roles that the sections below keep when they have none of their own. */
const INHERITED: ReadonlySet<Role> = new Set<Role>([
  'work',
  'stretch',
  'future',
  'excluded',
  'risks',
  'dependencies',
  'ceremonies',
  'capacity',
  'team',
  'dor',
  'dod',
  'objectives',
  'goal',
  'context',
  'softContext',
  'acceptance',
  'description',
  'experiments',
])

/** "Nice to have" among them grades what is measured and names no work. */
const MEASURES: ReadonlySet<Role> = new Set<Role>(['objectives', 'acceptance'])

/** What came of a sprint whose goal stands elsewhere. */
const OUTCOME = /\boutcomes?\b|\bresultados?\b|\bergebnis|результат|成果|结果/iu

export function visitSection(draft: Draft, node: Node, context: Context): void {
  const section = sectionOf(draft, node)
  const title = section.text
  if (node.line === draft.titleLine)
    draft.claims.add('document.title', node.line, node.endLine, `title = ${draft.title}`)
  if (draft.cards.isCard(node.line)) {
    itemHeading(draft, node, section, withMention(draft, section, context), walk)
    return
  }
  if (draft.meetings.has(node.line)) {
    const place = { ...withMention(draft, section, context), item: null, candidate: null }
    draft.places.set(node, place)
    draft.claims.add('section.heading', node.line, node.endLine, 'ceremony')
    walk(draft, node, { ...place, role: 'context', roles: ['context'], heading: title })
    return
  }
  const opened = openSprint(draft, node, section, context)
  if (opened) {
    walk(draft, node, {
      ...context,
      scope: opened,
      role: null,
      roles: [],
      exact: false,
      epic: null,
      item: null,
      candidate: null,
      heading: title,
      stretch: false,
      lane: null,
      risk: null,
      outer: null,
    })
    if (node.kind === 'label') opened.endLine = node.endLine
    return
  }
  if (node.line === draft.titleLine && node.kind === 'heading' && node.level <= 1) {
    const own =
      section.role === 'future' && !/sprint|iteration|спринт|迭代|스프린트/i.test(title)
        ? { ...context, role: 'future' as Role }
        : context
    walk(draft, node, own)
    return
  }
  const base = withMention(draft, section, context)
  const fromField = node.kind === 'label' || /[:：]/.test(title) ? nodeField(node) : null
  if (context.item && (node.kind === 'label' || node.level > 1)) {
    if (taskHeading(draft, node, section, base, walk)) return
    visitDetail(draft, node, section, context)
    return
  }
  if (fromField && fromField.value !== '' && applyHeadingField(draft, base, node, fromField)) {
    walk(draft, node, base)
    return
  }
  if (!draft.cards.holds(node)) {
    if (draft.cards.repeats(node.line)) {
      itemHeading(draft, node, section, base, walk, true)
      return
    }
    if (repeatsCard(draft, node, section, base, walk) || detailsOfItem(draft, node, title, base)) return
  }
  if (context.role === 'risks' && isRole(title.replace(/[:：]$/, ''), 'mitigation')) {
    draft.claims.add('section.heading', node.line, node.endLine, 'mitigations')
    walk(draft, node, { ...base, role: context.risk ? 'risks' : 'context' })
    return
  }
  if (context.role === 'risks' && section.role !== 'work' && node.kind !== 'rule') {
    if (riskHeading(draft, base, node, section)) return
  }
  const calendar =
    section.box !== null &&
    context.role !== null &&
    ['ceremonies', 'context', 'window', 'objectives'].includes(context.role)
  const role =
    section.role ?? (context.role !== null && INHERITED.has(context.role) && !calendar ? context.role : null)
  const lane = section.box ? null : laneOf(draft, node)
  const keepsWork = context.role !== null && ['work', 'stretch', 'future'].includes(context.role)
  const next: Context = {
    ...base,
    role:
      keepsWork &&
      (section.role === null ||
        section.role === 'softContext' ||
        section.role === 'work' ||
        (!section.exact && section.role !== 'excluded'))
        ? section.role === 'stretch' || section.role === 'future'
          ? section.role
          : context.role
        : role,
    roles: section.role === null ? (role === context.role ? context.roles : []) : section.roles,
    exact: section.exact,
    epic: section.role === null || !section.exact ? epicName(title) : context.epic,
    heading: title,
    stretch: context.stretch || section.role === 'stretch',
    lane: lane ?? (section.role === null ? context.lane : null),
  }
  if (
    lane !== null &&
    (next.role === null || next.role === 'softContext' || next.role === 'status' || next.role === 'context')
  )
    next.role = lane === 'backlog' && draft.sprints.length !== 1 ? 'future' : 'work'
  if (next.role === 'goal' && OUTCOME.test(title) && home(draft, base).goals.length > 0) next.role = 'context'
  if (section.role === 'stretch' && context.role !== null && MEASURES.has(context.role)) {
    next.role = context.role
    next.stretch = context.stretch
  }
  if (context.role === 'excluded' || context.role === 'context')
    if ((!section.exact || section.role === 'softContext' || section.role === 'description') && !calendar)
      next.role = context.role
  draft.claims.add(
    section.role ? 'section.heading' : 'section.theme',
    node.line,
    node.endLine,
    section.role ?? `theme: ${title}`,
  )
  if (
    section.role === 'window' ||
    (section.role === null &&
      findDates(clip(title, 300), draft.slash).length > 1 &&
      !context.scope?.dates.range)
  ) {
    if (
      /^\W*(?:date|dates|fecha|datum|window|period|timeline|даты|日期|期間|기간|when)/iu.test(title) ||
      (node.kind === 'label' && DATE_LINE.test(title))
    )
      applySprintField(
        draft,
        base,
        { label: 'dates', roles: ['window'], value: title.replace(/^[^:：]*[:：]/, ''), bold: true },
        node.line,
      )
  }
  walk(draft, node, next)
}

/** The sprint that a heading mentions is that of what stands below it. */
function withMention(draft: Draft, section: Section, context: Context): Context {
  const mentioned = section.mention
    ? draft.byId.get(`${section.mention.kind}:${section.mention.number}`)
    : undefined
  return mentioned && !context.scope ? { ...context, scope: mentioned } : context
}

/** A heading or label below an item. */
function visitDetail(draft: Draft, node: Node, section: Section, context: Context): void {
  const item = context.item
  if (!item) return
  const field = nodeField(node)
  if (field && field.value !== '') takeItemField(draft, item, field, node.line)
  const role: Role | null = section.role ?? 'description'
  draft.claims.add('item.detail', node.line, node.endLine, `items[${item.title}]: ${section.text}`)
  walk(draft, node, {
    ...context,
    role: section.role === 'stretch' ? 'description' : role,
    roles: section.roles,
    heading: section.text,
  })
  const last = node.children.at(-1)
  item.endLine = Math.max(item.endLine, last ? lastLine(last) : node.endLine)
}
