/** Paragraphs, line by line: fields, keyed lines, goals, dates, and prose. */

import type { Item } from '#domain/plan-file.ts'
import { weekdaysIn } from '../ceremonies/days.ts'
import { ceremonyKind, exactKind, says } from '../ceremonies/kind.ts'
import { isWhen } from '../ceremonies/title.ts'
import { findDates } from '../dates.ts'
import { factsOfLine } from '../fact-lines.ts'
import type { Node } from '../outline.ts'
import { clip, fold, plain, squeeze, withoutEmoji } from '../text.ts'
import { SPRINT_DAYS } from '../vocabulary/ceremonies.ts'
import { type Role, rolesOf } from '../vocabulary/index.ts'
import { addCeremony } from './ceremonies/add.ts'
import { calendarEntry, labelName, NO_MEETING } from './ceremonies/entries.ts'
import { ceremoniesInProse } from './ceremonies/prose.ts'
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
  if (context.role === 'ceremonies' && !field.roles.includes('goal') && !NO_MEETING.test(field.label)) {
    if (
      addCeremony(draft, context, `**${field.label}:** ${field.value}`, line, {
        title: ceremonyKind(field.label) === null ? null : labelName(field, draft),
      })
    )
      return true
  }
  if (isGoalOfPart(draft, context, field)) {
    draft.claims.add('context.prose', line, line, `goal of ${context.epic}`)
    return true
  }
  if (context.role === 'context' && !field.roles.some((role) => TOLD_IN_PROSE.has(role))) {
    return false
  }
  if (
    ceremonyKind(field.label) !== null &&
    !NO_MEETING.test(field.label) &&
    !field.roles.includes('goal') &&
    !rolesOf(field.label).some((role) => role === 'start' || role === 'end' || role === 'window') &&
    (findDates(clip(field.value, 300), draft.slash).length > 0 ||
      /\d:\d\d/.test(field.value) ||
      weekdaysIn(field.value).length > 0 ||
      (exactKind(field.label) !== null && says(fold(field.value), SPRINT_DAYS)) ||
      field.roles[0] === 'ceremonies') &&
    addCeremony(draft, context, `**${field.label}:** ${field.value}`, line, { title: field.label })
  )
    return true
  return applySprintField(draft, context, field, line)
}

/** A line that is a range of dates and little else. */
export const DATE_LINE = /^\W*(?:\p{L}+,?\s)?(?:\d{1,4}[-./年\s]|\p{L}{3,12}\.?\s\d{1,2}).*\d/u

/** Sections whose prose goes to a field; elsewhere it is context. */
const SAYS: ReadonlySet<Role> = new Set<Role>(['goal', 'risks', 'dor', 'dod', 'objectives', 'window'])

/** Sections whose sentences speak of other times, other sprints or of the work. */
const NO_EVENTS: ReadonlySet<Role> = new Set<Role>(['excluded', 'future', 'acceptance', 'goal', 'risks'])

/** A line that a date opens, where a calendar stands or a meeting is named. */
function isDated(draft: Draft, context: Context, raw: string): boolean {
  if (raw.length > 240 || !/\d/.test(raw)) return false
  return (
    context.role === 'window' ||
    context.role === 'ceremonies' ||
    ((context.role === null || context.role === 'context') &&
      opensWithDate(draft, raw) &&
      ceremonyKind(raw) !== null)
  )
}

function opensWithDate(draft: Draft, raw: string): boolean {
  const opening = /^(.{3,40}?)(?::|：|\s[—–-]|\*\*|\|)/.exec(plain(raw))?.[1]
  return opening !== undefined && isWhen(opening, draft)
}

function readProse(draft: Draft, context: Context, raw: string, line: number): void {
  const into = home(draft, context)
  if (raw.includes('#'))
    for (const channel of channelsIn(raw)) {
      draft.claims.add('channel.mention', line, line, `team.channels: ${channel}`)
      draft.channels.add(channel)
    }
  if (openingLine(draft, context, raw, line)) return
  if (isDated(draft, context, raw) && calendarEntry(draft, context, raw, line)) return
  const bold = context.role === 'ceremonies' ? /^\*\*([^*]{2,60})\*\*\s*[—–-]/.exec(raw)?.[1] : undefined
  if (
    bold !== undefined &&
    ceremonyKind(bold) !== null &&
    addCeremony(draft, context, raw, line, { title: isWhen(bold, draft) ? null : plain(bold) })
  )
    return
  if (!NO_EVENTS.has(context.role as Role) && ceremoniesInProse(draft, context, raw, line)) return
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
