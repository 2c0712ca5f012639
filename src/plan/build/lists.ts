/** Lists: what their entries are, by the role of their section. */
import { keyPrefix } from '../head.ts'
import type { Node } from '../outline.ts'
import { peopleOf } from '../people.ts'
import { boxOf, headingText, normal } from '../section.ts'
import { clip, plain, squeeze, withoutEmoji } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { addCeremony, ceremonyKind, sentencesOf, timesIn, whenOf } from './ceremonies.ts'
import { addSprint, type Context, type Draft, emptySprint, home, noDates, type SprintDraft } from './draft.ts'
import { fieldOf, fieldsOf } from './field.ts'
import { takeDetailEntry, takeItemField } from './item-fields.ts'
import { addListItem, addTextItem, isGroup } from './list-items.ts'
import { addDependency, addObjective, addRisk, riskFromText, takeRiskFacts } from './registers.ts'
import { applySprintField, channelsIn, isPersonRole } from './sprint-field.ts'
import { lastLine } from './walk.ts'

/** Labels of the document's own history, which name no meeting. */
export const NO_MEETING =
  /^(?:revision|next review|last review|last updated?|version|reviewed|updated|created|release notes?|review(?:er|ers)?)$/i

/** Fields that describe the sprint even where they stand in a list of its work. */
const SPRINT_ONLY: ReadonlySet<Role> = new Set<Role>([
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

export function readList(draft: Draft, context: Context, nodes: readonly Node[]): void {
  if (context.item) {
    readDetails(draft, context, nodes)
    return
  }
  for (const node of nodes) readEntry(draft, context, node, nodes)
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
  if (field && !node.box && fields.length > 0 && work && describesSprint(field, fields.length, role)) {
    if (sprintFieldEntry(draft, context, node, fields)) return
  }
  if (work) {
    if (
      !node.box &&
      (context.scope === null || context.scope.id === null || role === 'future') &&
      boxEntry(draft, context, node, raw)
    )
      return
    if (
      role !== 'work' &&
      !node.box &&
      looksLikeCeremony(raw, draft) &&
      addCeremony(draft, context, raw, node.line, null)
    ) {
      claim(draft, node, context)
      return
    }
    addListItem(draft, context, node, siblings, isGroup(node))
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
      ceremonyEntry(draft, context, node, raw)
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
      if (newKeyedEntry(draft, raw)) {
        addListItem(draft, { ...context, role: 'work' }, node, siblings, false)
        return
      }
      ;(role === 'dor' ? home(draft, context).definitionOfReady : home(draft, context).definitionOfDone).push(
        text,
      )
      draft.claims.add('definition.entry', node.line, lastLine(node), text)
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
      if (newKeyedEntry(draft, raw)) {
        addListItem(draft, { ...context, role: 'work' }, node, siblings, false)
        return
      }
      for (const f of fields) {
        if (f.roles.includes('ceremonies') && f.value !== '')
          for (const sentence of sentencesOf(f.value))
            addCeremony(
              draft,
              context,
              sentence,
              node.line,
              /cadence|rhythm|rhythmus/i.test(f.label) &&
                sentencesOf(f.value).length === 1 &&
                ceremonyKind(f.label) !== null
                ? f.label
                : null,
            )
        else if (f.roles.some((r) => SPRINT_ONLY.has(r) && r !== 'excluded'))
          applySprintField(draft, context, f, node.line)
      }
      claim(draft, node, context)
      return
  }
}

/** An entry that starts with a key like those of the items, although its heading says something else. */
function newKeyedEntry(draft: Draft, raw: string): boolean {
  const prefix = keyPrefix(plain(raw))
  const series = prefix ? /^(.+)[-_]\d+$/.exec(prefix.key)?.[1] : undefined
  return (
    prefix !== null &&
    series !== undefined &&
    prefix.rest.length > 3 &&
    draft.prefixes.has(series) &&
    /[:→—|–]/.test(plain(raw).slice(prefix.key.length, prefix.key.length + 3))
  )
}

function claim(draft: Draft, node: Node, context: Context): void {
  draft.claims.add('context.list', node.line, lastLine(node), `under ${context.heading}`)
}

const below = (node: Node): string[] =>
  node.children
    .filter((child) => child.kind === 'item')
    .slice(0, 50)
    .map((child) => plain(clip(child.texts.join(' '))))

function describesSprint(
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

function sprintFieldEntry(
  draft: Draft,
  context: Context,
  node: Node,
  fields: ReturnType<typeof fieldsOf>,
): boolean {
  let used = false
  for (const field of fields) {
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
    } else if (
      ceremonyKind(field.label) !== null &&
      !field.roles.includes('goal') &&
      !field.roles.includes('status') &&
      addCeremony(draft, context, `**${field.label}:** ${field.value}`, node.line, field.label)
    )
      used = true
    else if (applySprintField(draft, context, field, node.line)) used = true
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
function boxEntry(draft: Draft, context: Context, node: Node, raw: string): boolean {
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
    level: 9,
    dates: noDates(),
    candidates: [],
    totals: [],
    endLine: lastLine(node),
  }
  addSprint(draft, opened)
  const inner: Context = { ...context, scope: opened, role: 'work', epic: null }
  if (children.length > 0) {
    sprint.theme = box.rest || null
    readList(draft, inner, children)
    return true
  }
  for (const part of parts) addTextItem(draft, inner, part, node.line)
  return true
}

function looksLikeCeremony(raw: string, draft: Draft): boolean {
  if (raw.length > 400 || !/\d/.test(raw)) return false
  const text = plain(raw)
  return (
    text.length < 120 &&
    !NO_MEETING.test((text.split(/[:：]/)[0] ?? '').trim()) &&
    ceremonyKind(text.split(/[:：(—–]/)[0] ?? '') !== null &&
    (timesIn(text).start !== null || whenOf(text, draft).dates.length > 0)
  )
}

export const DELIVERABLES =
  /deliver|livrable|entregable|entregav|ergebnis|resultat|leverans|leverabler|output|产出|交付|成果物|산출물|результат/i

function objectiveEntry(draft: Draft, context: Context, node: Node, raw: string): void {
  if (DELIVERABLES.test(context.heading) && context.role === 'objectives')
    addListItem(draft, { ...context, role: null }, node, [node], false, 0.5)
  const children = node.children.filter((child) => child.kind === 'item')
  addObjective(draft, context, raw, node.line)
  for (const child of children) addObjective(draft, context, child.texts.join(' '), child.line)
  claim(draft, node, context)
}

function riskEntry(draft: Draft, context: Context, node: Node, raw: string): void {
  const field = fieldOf(raw)
  if (field?.roles.includes('mitigation')) {
    const last = home(draft, context).risks.at(-1)
    if (last) last.mitigation ??= plain(field.value)
    draft.claims.add('risk.field', node.line, lastLine(node), 'mitigation')
    return
  }
  if (
    /mitigation|mitigaci|mitigaç|massnahm|缓解/i.test(context.heading) &&
    !/risk[s]?\s*(?:&|and|\/)/i.test(context.heading) &&
    node.children.length === 0 &&
    riskFromText(raw, node.line)?.mitigation === null
  ) {
    claim(draft, node, context)
    return
  }
  const risk = addRisk(draft, context, raw, node.line)
  for (const child of node.children) {
    if (!risk || child.kind !== 'item') continue
    const text = child.texts.join(' ')
    const inner = fieldOf(text)
    if (inner?.roles.includes('mitigation')) risk.mitigation = plain(inner.value)
    else if (inner?.roles.includes('assignee')) risk.owner ??= peopleOf(inner.value)[0] ?? null
    else if (!takeRiskFacts(risk, plain(text))) risk.mitigation ??= plain(text)
  }
  claim(draft, node, context)
}

function ceremonyEntry(draft: Draft, context: Context, node: Node, raw: string): void {
  for (const channel of channelsIn(raw))
    if (!draft.team.channels.includes(channel)) draft.team.channels.push(channel)
  const parts = raw.split(/\s+\|\s+/)
  const several = parts.length > 1 && parts.every((part) => fieldOf(part) !== null)
  for (const part of several ? parts : [raw]) {
    const field = fieldOf(part)
    if (
      field &&
      (field.roles.includes('window') || field.roles.includes('goal') || field.roles.includes('capacity')) &&
      ceremonyKind(field.label) === null
    ) {
      applySprintField(draft, context, field, node.line)
      continue
    }
    addCeremony(draft, context, part, node.line, field?.bold && field.value !== '' ? field.label : null)
  }
  for (const child of node.children)
    if (child.kind === 'item') {
      const text = child.texts.join(' ')
      if (
        ceremonyKind(text) !== null &&
        (timesIn(plain(text)).start !== null || whenOf(plain(text), draft).when !== null)
      )
        addCeremony(draft, context, text, child.line, null)
    }
  claim(draft, node, context)
}

function teamEntry(draft: Draft, context: Context, node: Node, raw: string): void {
  const fields = fieldsOf(raw)
  for (const field of fields)
    applySprintField(
      draft,
      context,
      {
        ...field,
        roles: field.roles.includes('channel') || field.roles.includes('timeZone') ? field.roles : ['team'],
      },
      node.line,
    )
  if (fields.length === 0) {
    const text = plain(raw)
    const named =
      /^([\p{Lu}][\p{L}.'-]+(?:\s[\p{Lu}d][\p{L}.'-]*){0,3})\s*(?:[—–(:-]|-\s)\s*([^()]{2,60})\)?$/u.exec(
        text,
      )
    if (named?.[1] && named[2])
      draft.team.roles.push({
        role: squeeze(named[2]),
        names: [named[1]],
        headcount: null,
        effectiveDays: null,
      })
    else if (/^[\p{Lu}][\p{L}.'-]+(?:\s[\p{Lu}][\p{L}.'-]+){1,2}$/u.test(text))
      draft.team.roles.push({ role: '', names: [text], headcount: null, effectiveDays: null })
  }
  draft.claims.add('team.entry', node.line, lastLine(node), 'team.roles')
}
