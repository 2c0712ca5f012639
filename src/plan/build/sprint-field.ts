/** Fields of a sprint or of the whole document: dates, goal, status, capacity, team, channels, totals. */

import type { Sprint } from '#domain/plan-file.ts'
import { boxOf } from '../box.ts'
import { sentencesOf } from '../ceremonies/kind.ts'
import { findRange, findWeeks } from '../dates.ts'
import { estimateOf, unitOfLabel } from '../estimate.ts'
import { isNobody, peopleOf } from '../people.ts'
import { statusOf } from '../status.ts'
import { clip, fold, plain, splitOutside, withoutEmoji } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { UNITS } from '../vocabulary/levels.ts'
import { zoneIn } from '../zones.ts'
import { takeCapacity, takeTotal } from './capacity.ts'
import { addCeremony } from './ceremonies/add.ts'
import { channelsIn } from './channels.ts'
import { type Context, type DatesDraft, type Draft, home, type SprintDraft } from './draft.ts'
import { type Field, ITEM_TOTAL } from './field.ts'
import { addDependency, addObjective, addRisk } from './registers.ts'
import { HEAD_COUNT, isPersonRole, mayBePeople } from './team-roles.ts'

/** Calendar days of "2 weeks", "10 working days", "5 days", "2 semaines"; the upper end of a range. */
export function lengthOf(text: string): number | null {
  const match =
    /(?<![\d-])(\d{1,3}(?:[.,]\d)?)\s?(?:(?:[-–—~]|to|a)\s?(\d{1,3}(?:[.,]\d)?)\s?)?[-\s]?(working |business |calendar |work )?(\p{L}{1,12})/u.exec(
      plain(text),
    )
  if (!match?.[1] || !match[4]) return null
  const value = Number((match[2] ?? match[1]).replace(',', '.'))
  const unit = UNITS.get(fold(match[4]))
  if (unit?.unit !== 'days') {
    return /^(?:month|mes|mois|monat|месяц|个月|ヶ月|개월)/u.test(fold(match[4]))
      ? Math.round(value * 30)
      : null
  }
  if (unit.factor === 5) return Math.round(value * 7)
  return Math.round(/work|business/.test(match[3] ?? '') ? (value / 5) * 7 : value)
}

/** Puts the dates of a text into a draft; true when it held any. */
export function takeDates(
  draft: Draft,
  dates: DatesDraft,
  text: string,
  line: number,
  which: 'range' | 'start' | 'end',
): boolean {
  const range = findWeeks(text) ?? findRange(clip(plain(text), 600), draft.slash)
  if (!range?.start) return false
  if (which === 'start') dates.start ??= range.start
  else if (which === 'end') dates.end ??= range.start
  else if (range.end) dates.range ??= range
  else return false
  if (which === 'start' && range.end) dates.end ??= range.end
  dates.line ||= line
  return true
}

export function sprintStatusOf(text: string): Sprint['status'] {
  const folded = fold(text)
  if (
    /^(?:active|aktiv|activo|activa|actif|current|ongoing|running|attivo|actief|активн|进行中|進行中|진행)/.test(
      folded,
    )
  )
    return 'active'
  const status = statusOf(text)
  if (status === 'done') return 'closed'
  if (status === 'in_progress' || status === 'in_review') return 'active'
  return status === 'ready' || status === 'backlog' ? 'planned' : null
}

const TEAM_NAME = new Set([
  'team',
  'squad',
  'team name',
  'squad name',
  'equipo',
  'equipe',
  'mannschaft',
  'команда',
  'zespol',
  'ekip',
  'takim',
  '团队',
  'チーム',
  '팀',
  'nhom',
])

const SPRINT_LABEL =
  /^(?:active |current |this )?(?:sprint|iteration|спринт|итерация|iteracion|iteracao|スプリント|스프린트|迭代|冲刺)(?: name| number| no| nr| id| #|名称|名)?$/

const LIST_VALUE = new Set<Role>(['objectives', 'dependencies', 'risks'])

/** A field right below a sprint's heading: one of a theme below it tells of the theme. */
function isOfSprint(context: Context): boolean {
  return (
    context.scope !== null &&
    context.scope.id !== null &&
    context.item === null &&
    context.epic === null &&
    context.role === null &&
    context.heading === context.scope.heading
  )
}

/** The sprint that the whole document is. */
function wholeSprint(draft: Draft): SprintDraft | null {
  const [only, other] = draft.sprints
  return only && !other && only.id === null ? only : null
}

/** Applies one field; false when the field says nothing about a sprint. */
export function applySprintField(draft: Draft, context: Context, field: Field, line: number): boolean {
  const scope = context.scope ?? wholeSprint(draft)
  const into = home(draft, context)
  const dates = scope ? scope.dates : draft.dates
  const value = plain(field.value)
  const label = fold(field.label)
  const has = (role: Role) => field.roles.includes(role)
  const claim = (what: string) => {
    draft.claims.add('sprint.field', line, line, what)
    return true
  }
  const zone = zoneIn(field.value, line, draft)
  if (has('timeZone')) {
    if (zone !== null && !draft.zoneStated) {
      draft.team.timeZone = zone
      draft.zoneStated = true
    }
    return claim(`team.timeZone = ${zone ?? 'unknown'}`)
  }
  if (/slack|channel|canal/.test(label) || has('channel')) {
    for (const channel of channelsIn(field.value)) draft.channels.add(channel)
    return claim('team.channels')
  }
  if (TEAM_NAME.has(label) && value !== '' && !isNobody(value)) {
    for (const channel of channelsIn(field.value)) draft.channels.add(channel)
    const name = (value.split(/[(,（]/)[0] ?? value).replace(/[\s·|.;]+$/, '').trim()
    if (/^\d/.test(name)) return claim('team (a size)')
    if (!/\d/.test(name) || name.split(' ').length < 4) draft.team.name ??= name
    const inner = /[(（]([^()（）]+)[)）]/.exec(value)?.[1]
    if (inner) draft.team.timeZone ??= zoneIn(inner, line, draft)
    return claim(`team.name = ${name}`)
  }
  if (
    SPRINT_LABEL.test(label) &&
    scope &&
    scope.id === null &&
    scope.candidates.length === 0 &&
    value !== ''
  ) {
    const number = /^#?(\d{1,3})$/.exec(value)
    if (number?.[1]) scope.sprint.number ??= Number(number[1])
    else if (/\p{L}/u.test(value) && value.length < 100) {
      scope.sprint.name = value
      const box = boxOf(value)
      if (box && /^\d+$/.test(box.number)) scope.sprint.number ??= Number(box.number)
      scope.sprint.line = line
    }
    takeDates(draft, dates, field.value, line, 'range')
    return claim(`name = ${value}`)
  }
  if (has('start') && !has('end') && takeDates(draft, dates, field.value, line, 'start'))
    return claim('start')
  if (has('end') && label !== 'target' && takeDates(draft, dates, field.value, line, 'end'))
    return claim('end')
  if (
    has('window') ||
    /\b(?:dates?|fechas?|datas?|daten|window|period|timeline|даты)\b/.test(label) ||
    has('start') ||
    has('end')
  ) {
    const found = takeDates(draft, dates, field.value, line, 'range')
    const length = found ? null : lengthOf(field.value)
    if (length !== null) {
      if (scope) scope.sprint.lengthDays ??= length
      else {
        draft.lengthDays ??= length
        draft.lengthIsOfSprint ||= /sprint|iteration|спринт|スプリント|冲刺|스프린트/.test(label)
      }
    }
    if (found || length !== null) return claim(found ? 'start, end' : `lengthDays = ${length}`)
    if (has('window') || has('start') || has('end')) return claim('dates (none stated)')
  }
  if (has('goal') && value !== '') {
    into.goals.push(value)
    draft.claims.add('sprint.goal', line, line, `goals: ${value}`)
    return true
  }
  if (/^(?:sprint )?(?:theme|focus|tema|fokus|thema|thème|тема|主题|テーマ|테마)$/.test(label)) {
    if (scope) scope.sprint.theme ??= value
    else draft.theme ??= value
    return claim(`theme = ${value}`)
  }
  if (has('status') && context.epic !== null) {
    draft.claims.add('context.prose', line, line, `status of ${context.epic}`)
    return true
  }
  if (has('status')) {
    const status = sprintStatusOf(value)
    if (scope) scope.sprint.status = status ?? scope.sprint.status
    else draft.status = status ?? draft.status
    return claim(`status = ${status ?? 'unknown'}`)
  }
  if (ITEM_TOTAL.test(field.label)) return false
  if (has('total') || /\b(?:committed|commitment|comprometidos|planned points|total)\b/.test(label)) {
    if (takeTotal(draft, context, value, line, label)) return true
  }
  if (field.roles[0] === 'estimate') {
    const planned = estimateOf(withoutEmoji(value), unitOfLabel(field.label))
    if (planned && isOfSprint(context) && 'unit' in planned && planned.unit !== 'days')
      return takeTotal(draft, context, `${planned.value} ${planned.unit}`, line, 'total')
    if (planned && context.item === null) {
      draft.claims.add('context.prose', line, line, `${field.label} of ${context.heading}`)
      return true
    }
  }
  if (has('capacity')) {
    takeCapacity(draft, context, value, line)
    return true
  }
  for (const role of LIST_VALUE)
    if (has(role) && value !== '') {
      for (const part of splitOutside(field.value, value.includes(';') ? ';' : ',、，')) {
        if (isNobody(plain(part))) continue
        if (role === 'objectives') addObjective(draft, context, part, line)
        else if (role === 'risks') addRisk(draft, context, part, line)
        else addDependency(draft, context, part, line)
      }
      return true
    }
  if (has('experiments') || has('dor') || has('dod')) {
    const list = has('dor') ? into.definitionOfReady : into.definitionOfDone
    if (value !== '') {
      for (const part of splitOutside(value, value.includes(';') ? ';' : ','))
        list.push(part.replace(/\.$/, ''))
      draft.claims.add(has('dor') ? 'definition.ready' : 'definition.done', line, line, field.label)
    }
    return value !== ''
  }
  if (has('ceremonies') && value !== '') return addMeetings(draft, context, field.value, line)
  if (has('assignee') || has('team') || isPersonRole(label)) {
    if (!mayBePeople(field.label, value)) return false
    const count = HEAD_COUNT.exec(value)
    const names = count ? [] : peopleOf(field.value)
    const headcount = count?.[1] ? Number(count[1]) : null
    draft.team.roles.push({ role: field.label, names, headcount, effectiveDays: null })
    draft.claims.add('team.entry', line, line, `team.roles: ${field.label}`)
    return true
  }
  if (/^(?:sprint rhythm|sprint model|cadence|team cadence)$/.test(label) && value !== '')
    return addMeetings(draft, context, field.value, line)
  return false
}

/** A value that tells of one meeting or, sentence by sentence, of several. */
function addMeetings(draft: Draft, context: Context, value: string, line: number): boolean {
  return sentencesOf(value)
    .map((sentence) => addCeremony(draft, context, sentence, line))
    .some((added) => added !== null)
}
