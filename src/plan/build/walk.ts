/** Goes through the outline and hands every block to the rule of its place. */
import { findDates } from '../dates.ts'
import { keyPrefix, parseHead } from '../head.ts'
import type { Node } from '../outline.ts'
import { readSection, type Section } from '../section.ts'
import { exactStatus } from '../status.ts'
import { clip, fold, plain, squeeze, withoutEmoji } from '../text.ts'
import type { ItemStatus } from '../types.ts'
import { isRole, type Role, rolesOf } from '../vocabulary/index.ts'
import { addCandidate } from './candidates.ts'
import { addCeremony, ceremonyKind, weekdaysIn } from './ceremonies.ts'
import { type Context, type Draft, emptyItem, home } from './draft.ts'
import { readFence } from './fences.ts'
import { fieldOf, fieldsOf } from './field.ts'
import { itemHeading } from './heading-items.ts'
import { joined, takeItemField } from './item-fields.ts'
import { addTextItem } from './list-items.ts'
import { DELIVERABLES, NO_MEETING, readList } from './lists.ts'
import { nodeField } from './node-facts.ts'
import { addObjective, addRisk, takeRiskFacts } from './registers.ts'
import { applySprintField, channelsIn, isPersonRole } from './sprint-field.ts'
import { openSprint } from './sprints.ts'
import { readTableNode } from './tables.ts'

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

export function walk(draft: Draft, root: Node, context: Context): void {
  let list: Node[] = []
  let here = context
  const flush = () => {
    if (list.length > 0) readList(draft, here, list)
    list = []
  }
  for (const node of root.children) {
    if (node.kind === 'item') {
      list.push(node)
      continue
    }
    flush()
    if (here.item && here.outer && node.kind === 'label' && leavesItem(draft, node)) here = here.outer
    if (node.kind === 'heading' || node.kind === 'label') visitSection(draft, node, here)
    else if (node.kind === 'table') readTableNode(draft, here, node)
    else if (node.kind === 'fence') readFence(draft, here, node)
    else if (node.kind === 'para') readParagraph(draft, here, node)
    else draft.claims.add('document.decoration', node.line, node.endLine, node.kind)
  }
  flush()
}

const OUTSIDE: ReadonlySet<Role> = new Set<Role>([
  'stretch',
  'future',
  'excluded',
  'risks',
  'capacity',
  'ceremonies',
  'total',
])

/** A label after an item's details that speaks of the sprint: "**Week 1 Summary:**", "**Stretch (not committed)**". */
function leavesItem(draft: Draft, node: Node): boolean {
  const section = sectionOf(draft, node)
  if (node.level !== 7) return false
  return (
    section.box !== null ||
    (section.exact && section.role !== null && OUTSIDE.has(section.role)) ||
    /^(?:sprint|week|iteration)\b/i.test(section.text)
  )
}

export function sectionOf(draft: Draft, node: Node): Section {
  let section = draft.sections.get(node)
  if (!section) {
    section = readSection(clip(node.texts.join(' '), 400))
    draft.sections.set(node, section)
  }
  return section
}

function visitSection(draft: Draft, node: Node, context: Context): void {
  const section = sectionOf(draft, node)
  const title = section.text
  if (node.line === draft.titleLine)
    draft.claims.add('document.title', node.line, node.endLine, `title = ${draft.title}`)
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
  const mentioned = section.mention
    ? draft.byId.get(`${section.mention.kind}:${section.mention.number}`)
    : undefined
  const base: Context = mentioned && !context.scope ? { ...context, scope: mentioned } : context
  const fromField = node.kind === 'label' || /[:：]/.test(title) ? nodeField(node) : null
  if (context.item && (node.kind === 'label' || node.level > 1)) {
    if (itemHeading(draft, node, section, base, walk)) return
    visitDetail(draft, node, section, context)
    return
  }
  if (fromField && fromField.value !== '' && applyHeadingField(draft, base, node, fromField)) {
    walk(draft, node, base)
    return
  }
  if (itemHeading(draft, node, section, base, walk)) return
  if (detailsOfItem(draft, node, title, base)) return
  if (context.role === 'objectives' && DELIVERABLES.test(context.heading) && /^\d{1,2}[.)]\s/.test(title))
    fallbackItem(draft, base, node)
  if (context.role === 'risks' && isRole(title.replace(/[:：]$/, ''), 'mitigation')) {
    draft.claims.add('section.heading', node.line, node.endLine, 'mitigations')
    walk(draft, node, { ...base, role: context.risk ? 'risks' : 'context' })
    return
  }
  if (context.role === 'risks' && section.role !== 'work' && node.kind !== 'rule') {
    if (riskHeading(draft, base, node, section)) return
  }
  if (
    context.role === 'ceremonies' &&
    (section.role === null ||
      !section.exact ||
      ['ceremonies', 'context', 'softContext'].includes(section.role)) &&
    ceremonyKind(title) !== null &&
    !section.box
  ) {
    if (addCeremony(draft, base, node.texts.join(' '), node.line, ceremonyTitle(title))) {
      walk(draft, node, { ...base, role: 'context', roles: ['context'], heading: title })
      return
    }
  }
  if (
    section.role !== 'work' &&
    !section.box &&
    context.role !== 'work' &&
    datedMeeting(draft, node, title)
  ) {
    if (addCeremony(draft, base, `${title} — ${meetingTime(draft, node)}`, node.line, ceremonyTitle(title))) {
      walk(draft, node, { ...base, role: 'context', roles: ['context'], heading: title })
      return
    }
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
    if (/^\W*(?:date|dates|fecha|datum|window|period|timeline|даты|日期|期間|기간|when)/iu.test(title))
      applySprintField(
        draft,
        base,
        { label: 'dates', roles: ['window'], value: title.replace(/^[^:：]*[:：]/, ''), bold: true },
        node.line,
      )
  }
  walk(draft, node, next)
}

/** A heading that is a lane of a board: "In progress", "Done". A word with other meanings ("Review") needs a lane beside it. */
function laneOf(draft: Draft, node: Node): ItemStatus | null {
  const status = laneStatus(sectionOf(draft, node).text)
  if (status === null || !node.children.some((child) => child.kind === 'item' || child.kind === 'table'))
    return null
  const lanes = (node.parent?.children ?? [])
    .slice(0, 60)
    .filter((child) => child.kind === node.kind && laneStatus(sectionOf(draft, child).text) !== null).length
  return lanes > 1 || SURE_LANE.test(fold(sectionOf(draft, node).text)) ? status : null
}

const SURE_LANE =
  /^(?:in progress|to do|todo|done|blocked|en progreso|en curso|em andamento|en cours|in arbeit|in bearbeitung|в процессе|в работе|a fazer|por hacer|a faire|进行中|進行中|待办|進行中項目|進行中|진행 중)(?:\s|$)/

function laneStatus(title: string): ItemStatus | null {
  const bare = title.replace(/\s*[:：]\s*$/, '').replace(/\s*[(（][^()（）]*[)）]\s*$/, '')
  return bare.split(/\s+/).length <= 3 ? exactStatus(bare) : null
}

/** "### Date: 17.11.2022 - 08.12.2022", "**Sprint goal:** …" as a heading. */
function applyHeadingField(
  draft: Draft,
  context: Context,
  node: Node,
  field: NonNullable<ReturnType<typeof fieldOf>>,
): boolean {
  if (
    field.roles.some((role) =>
      ['work', 'risks', 'title', 'id', 'dependencies', 'ceremonies', 'description', 'context'].includes(role),
    )
  )
    return false
  return applySprintField(draft, context, field, node.line)
}

/** "### Week 1: Cold start (dates)" below a sprint keeps its words as the epic of its items. */
function epicName(title: string): string {
  return squeeze(title.replace(/[:：]\s*$/, '').replace(/^\d{1,2}(?:\.\d{1,2})*[.):]?\s+/, ''))
}

/** "## Sprint review" with a field below that says when. */
function datedMeeting(draft: Draft, node: Node, title: string): boolean {
  const kind = ceremonyKind(title)
  return (
    (kind === 'review' ||
      kind === 'retro' ||
      kind === 'planning' ||
      kind === 'standup' ||
      kind === 'refinement') &&
    title.split(' ').length <= 8 &&
    meetingTime(draft, node) !== ''
  )
}

function meetingTime(draft: Draft, node: Node): string {
  for (const child of node.children.slice(0, 3)) {
    if (child.kind !== 'para' && child.kind !== 'item') continue
    for (const text of child.texts) {
      const field = fieldOf(text)
      if (
        field?.roles.some(
          (role) => role === 'window' || role === 'due' || role === 'start' || role === 'ceremonyTime',
        ) &&
        (findDates(clip(field.value, 200), draft.slash).length > 0 || /\d{1,2}:\d{2}/.test(field.value))
      )
        return plain(field.value)
    }
  }
  return ''
}

/** A heading that repeats the title of an item of a table or list: what stands below tells more of that item. */
function detailsOfItem(draft: Draft, node: Node, title: string, context: Context): boolean {
  if (node.kind !== 'heading' || (context.role !== null && context.role !== 'work')) return false
  const known = draft.titles.get(fold(epicName(title)).slice(0, 80))
  if (!known || (known.scope !== context.scope && context.scope !== null) || node.children.length === 0)
    return false
  known.item.line = node.line
  known.item.endLine = lastLine(node)
  draft.claims.add('item.repeat', node.line, node.endLine, `items: ${known.item.title}`)
  walk(draft, node, {
    ...context,
    item: known.item,
    candidate: known,
    outer: context,
    role: 'subtasks',
    roles: ['subtasks'],
    heading: title,
  })
  return true
}

/** A numbered deliverable is an item where the sprint names no other work. */
function fallbackItem(draft: Draft, context: Context, node: Node): void {
  const head = parseHead(clip(node.texts.join(' '), 400))
  const item = {
    ...emptyItem(node.line, lastLine(node)),
    title: head.title,
    status: head.status,
    estimate: head.estimate,
  }
  if (item.title !== '')
    addCandidate(draft, context, item, { strength: 0.5, rule: 'item.heading', node, future: false })
}

function ceremonyTitle(title: string): string {
  return squeeze(title.replace(/^\d{1,2}[.)]\s*/, '').replace(/\s*[(（][^()（）]*[)）]\s*$/, '')) || title
}

/** "### Risk 1: Performance" with its mitigation below. */
function riskHeading(draft: Draft, context: Context, node: Node, section: Section): boolean {
  const isRisk =
    /^(?:risk|riesgo|risco|risque|risiko|rischio|риск|风险|リスク|위험|rủi ro)\s?#?\d+/iu.test(
      section.text,
    ) || /^R\d{1,3}\b/.test(section.text)
  if (!isRisk) return false
  const title = section.text.replace(/^(?:\p{L}+(?:\sro)?\s?#?\d+|R\d{1,3})\s*[:.—–)-]*\s*/iu, '')
  const risk = addRisk(draft, context, title || section.text, node.line)
  if (!risk) return false
  walk(draft, node, { ...context, role: 'risks', risk, heading: section.text })
  return true
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

export function lastLine(node: Node): number {
  let end = node.endLine
  let at: Node | undefined = node
  while (at) {
    end = Math.max(end, at.endLine)
    at = at.children.at(-1)
  }
  return end
}

function readParagraph(draft: Draft, context: Context, node: Node): void {
  node.texts.forEach((raw, i) => {
    const line = node.line + i
    const text = clip(raw)
    const fields = fieldsOf(text)
    if (context.item) {
      for (const field of fields)
        if (!takeItemField(draft, context.item, field, line))
          describe(draft, context, field.label + (field.value ? `: ${plain(field.value)}` : ''), line)
      if (fields.length === 0) describe(draft, context, plain(text), line)
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
    if (fields.length === 0 && keyedLine(draft, context, text, line)) return
    let used = false
    for (const field of fields) used = readField(draft, context, field, line) || used
    if (!used) readProse(draft, context, text, line)
  })
}

/** "US-1: As a user …" as a line of its own, where work stands or no role is known. */
function keyedLine(draft: Draft, context: Context, text: string, line: number): boolean {
  if (
    context.role !== null &&
    context.role !== 'work' &&
    context.role !== 'stretch' &&
    context.role !== 'future'
  )
    return false
  const bare = plain(text)
  const prefix = keyPrefix(bare)
  if (
    !prefix ||
    prefix.rest.length < 6 ||
    !/^\]?\)?\s*[:：|—–]|^\]?\)?\s+-\s/.test(bare.slice(bare.indexOf(prefix.key) + prefix.key.length)) ||
    !/[-_]\d|^(?:us|hu|task|story|user)/i.test(prefix.key)
  )
    return false
  addTextItem(draft, context, text, line)
  draft.claims.add('item.list', line, line, `items: ${prefix.rest}`)
  return true
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
      addCeremony(
        draft,
        context,
        `**${field.label}:** ${field.value}`,
        line,
        ceremonyKind(field.label) === null ? null : field.label,
      )
    )
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
      field.roles[0] === 'ceremonies') &&
    addCeremony(draft, context, `**${field.label}:** ${field.value}`, line, field.label)
  )
    return true
  return applySprintField(draft, context, field, line)
}

/** A line that is a range of dates and little else. */
const DATE_LINE = /^\W*(?:\p{L}+,?\s)?(?:\d{1,4}[-./年\s]|\p{L}{3,12}\.?\s\d{1,2}).*\d/u

function readProse(draft: Draft, context: Context, raw: string, line: number): void {
  const text = squeeze(withoutEmoji(plain(raw)))
  const into = home(draft, context)
  for (const channel of channelsIn(raw)) {
    draft.claims.add('channel.mention', line, line, `team.channels: ${channel}`)
    if (!draft.team.channels.includes(channel)) draft.team.channels.push(channel)
  }
  if (
    context.role === null &&
    text.length <= 70 &&
    DATE_LINE.test(text) &&
    applySprintField(draft, context, { label: 'dates', roles: ['window'], value: raw, bold: false }, line)
  )
    return
  if (context.role === 'goal' && text !== '') {
    const last = into.goals.at(-1)
    if (
      last !== undefined &&
      draft.claims.of(line - 1).some((claim) => claim.rule === 'sprint.goal') &&
      !draft.claims.of(line - 1).some((claim) => claim.field.startsWith('section'))
    )
      into.goals[into.goals.length - 1] = `${last} ${text}`
    else into.goals.push(text)
    draft.claims.add('sprint.goal', line, line, `goals: ${text}`)
  } else if (context.role === 'risks' && /^(?:\*\*)?(?:R\d|risk|риск|风险)/i.test(raw))
    addRisk(draft, context, raw, line)
  else if (context.role === 'dor' || context.role === 'dod') {
    ;(context.role === 'dor' ? into.definitionOfReady : into.definitionOfDone).push(text)
    draft.claims.add('definition.entry', line, line, text)
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

function describe(draft: Draft, context: Context, text: string, line: number): void {
  const item = context.item
  if (!item) return
  if (context.role === 'acceptance' || context.role === 'dod') item.acceptance.push(text)
  else item.description = joined(item.description, text)
  draft.claims.add('item.detail', line, line, `items[${item.title}].description`)
}
