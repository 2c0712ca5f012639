/** Paragraphs, line by line: fields, keyed lines, goals, dates, and prose. */

import type { Item } from '#domain/plan-file.ts'
import { findDates } from '../dates.ts'
import { factsOfLine } from '../fact-lines.ts'
import type { Node } from '../outline.ts'
import { clip, plain, squeeze, withoutEmoji } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { channelsIn } from './channels.ts'
import { type Context, type Draft, home } from './draft.ts'
import { type fieldOf, fieldsOf } from './field.ts'
import { joined, takeItemField } from './item-fields.ts'
import { addTextItem } from './list-items.ts'
import { isGoalOfPart } from './list-sprints.ts'
import { openingLine } from './opening-line.ts'
import { addObjective, addRisk, takeRiskFacts } from './registers.ts'
import { applySprintField } from './sprint-field.ts'
import { isPersonRole } from './team-roles.ts'

/** @returns the context of a list or table right below: that of the card that the last lines tell of. */
export function readParagraph(draft: Draft, outer: Context, node: Node): Context {
  let context = outer
  node.texts.forEach((raw, i) => {
    const line = node.line + i
    const text = clip(raw)
    if (draft.cards.isCard(line)) {
      const candidate = addTextItem(draft, outer, text, line)
      draft.claims.add('item.list', line, line, `items: ${candidate?.item.title ?? ''}`)
      if (candidate)
        context = { ...outer, item: candidate.item, candidate, outer, role: null, roles: [], stretch: false }
      return
    }
    if (draft.meetings.has(line)) {
      draft.claims.add('context.prose', line, line, 'ceremony')
      return
    }
    const fields = fieldsOf(text)
    if (context.item) {
      for (const field of fields)
        if (!takeItemField(draft, context.item, field, line))
          describe(draft, context, field.label + (field.value ? `: ${plain(field.value)}` : ''), line)
      if (fields.length === 0 && !takeFactLine(draft, context.item, text, line))
        describe(draft, context, plain(text), line)
      context.item.endLine = Math.max(context.item.endLine, line)
      return
    }
    if (context.risk) {
      for (const field of fields) {
        if (field.roles.includes('mitigation')) context.risk.mitigation ??= plain(field.value)
        else takeRiskFacts(context.risk, `${field.label}: ${plain(field.value)}`)
      }
      draft.claims.add('risk.field', line, line, `risks[${context.risk.title}]`)
      return
    }
    let used = false
    for (const field of fields) used = readField(draft, context, field, line) || used
    if (!used) readProse(draft, context, text, line)
  })
  return context
}

/** What an overview tells of the sprint and its team. */
const TOLD_IN_PROSE: ReadonlySet<Role> = new Set<Role>([
  'total',
  'start',
  'end',
  'window',
  'goal',
  'team',
  'timeZone',
  'channel',
  'sprint',
])

function readField(
  draft: Draft,
  context: Context,
  field: NonNullable<ReturnType<typeof fieldOf>>,
  line: number,
): boolean {
  if (context.role === 'team' || isPersonRole(field.label))
    return applySprintField(
      draft,
      context,
      {
        ...field,
        roles: field.roles.includes('team') || field.roles.includes('assignee') ? field.roles : ['team'],
      },
      line,
    )
  if (isGoalOfPart(draft, context, field)) {
    draft.claims.add('context.prose', line, line, `goal of ${context.epic}`)
    return true
  }
  if (context.role === 'context' && !field.roles.some((role) => TOLD_IN_PROSE.has(role))) {
    return false
  }
  return applySprintField(draft, context, field, line)
}

/** A line that is a range of dates and little else. */
export const DATE_LINE = /^\W*(?:\p{L}+,?\s)?(?:\d{1,4}[-./年\s]|\p{L}{3,12}\.?\s\d{1,2}).*\d/u

/** Sections whose prose goes to a field; elsewhere it is context. */
const SAYS: ReadonlySet<Role> = new Set<Role>(['goal', 'risks', 'dor', 'dod', 'objectives', 'window'])

function readProse(draft: Draft, context: Context, raw: string, line: number): void {
  const into = home(draft, context)
  if (raw.includes('#'))
    for (const channel of channelsIn(raw)) {
      draft.claims.add('channel.mention', line, line, `team.channels: ${channel}`)
      draft.channels.add(channel)
    }
  if (openingLine(draft, context, raw, line)) return
  if (context.role !== null && !SAYS.has(context.role)) {
    draft.claims.add('context.prose', line, line, `prose under ${context.heading}`)
    return
  }
  const text = squeeze(withoutEmoji(plain(raw)))
  if (
    context.role === null &&
    text.length <= 70 &&
    DATE_LINE.test(text) &&
    applySprintField(draft, context, { label: 'dates', roles: ['window'], value: raw, bold: false }, line)
  )
    return
  if (context.role === 'goal' && text !== '') {
    const last = into.goals.at(-1)
    if (last !== undefined && draft.claims.rules(line - 1).includes('sprint.goal'))
      into.goals[into.goals.length - 1] = `${last} ${text}`
    else into.goals.push(text)
    draft.claims.add('sprint.goal', line, line, `goals: ${text}`)
  } else if (context.role === 'risks' && /^(?:\*\*)?(?:R\d|risk|риск|风险)/i.test(raw))
    addRisk(draft, context, raw, line)
  else if (context.role === 'dor' || context.role === 'dod') {
    ;(context.role === 'dor' ? into.definitionOfReady : into.definitionOfDone).push(text)
    draft.claims.add(context.role === 'dor' ? 'definition.ready' : 'definition.done', line, line, text)
  } else if (context.role === 'objectives' && /\d/.test(text) && text.length < 160)
    addObjective(draft, context, raw, line)
  else if (context.role === 'window' && findDates(clip(text, 300), draft.slash).length > 0)
    applySprintField(draft, context, { label: 'dates', roles: ['window'], value: raw, bold: false }, line)
  else
    draft.claims.add(
      'context.prose',
      line,
      line,
      context.heading === '' ? 'prose' : `prose under ${context.heading}`,
    )
}

/** "**8 pts** · @lena · in progress" below an item's heading; what the item states already stays. */
function takeFactLine(draft: Draft, item: Item, text: string, line: number): boolean {
  const facts = factsOfLine(text)
  if (!facts) return false
  item.estimate ??= facts.estimate
  item.status ??= facts.status
  item.priority ??= facts.priority
  item.kind ??= facts.kind
  item.stretch ||= facts.stretch
  for (const name of facts.assignees) if (!item.assignees.includes(name)) item.assignees.push(name)
  if (facts.note !== null) item.description = joined(item.description, facts.note)
  draft.claims.add('item.detail', line, line, `items[${item.title}]: facts`)
  return true
}

function describe(draft: Draft, context: Context, text: string, line: number): void {
  const item = context.item
  if (!item) return
  if (context.role === 'acceptance' || context.role === 'dod') item.acceptance.push(text)
  else item.description = joined(item.description, text)
  draft.claims.add('item.detail', line, line, `items[${item.title}].description`)
}
