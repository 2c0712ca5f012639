/** Lines that may be ceremonies, each with the evidence that its own words, its place and its neighbours give. */
import type { CeremonyKind } from '#domain/plan-file.ts'
import type { Blocks, Features } from '../blocks/block.ts'
import { isLead } from '../blocks/place-features.ts'
import { boxOf } from '../box.ts'
import { WHEN_ROLES } from '../ceremonies/below.ts'
import type { Ordered } from '../ceremonies/days.ts'
import { ceremonyKind, isMeetingName, NO_MEETING, says } from '../ceremonies/kind.ts'
import { isNamed, type MeetingFacts, meetingFacts, saysCadence, saysWhen } from '../facts/meeting-facts.ts'
import type { Unit } from '../facts/unit.ts'
import type { Node } from '../outline.ts'
import { clip, fold } from '../text.ts'
import { MEETING_SECTIONS, MILESTONE_SECTIONS, REPORT_SECTIONS } from '../vocabulary/ceremonies.ts'
import type { Role } from '../vocabulary/index.ts'

import { roleAround } from './stated.ts'

/** Which lines the choice of work has taken. */
export interface Taken {
  isCard(line: number): boolean
  repeats(line: number): boolean
  holds(node: Node): boolean
}

export interface CeremonyCandidate {
  readonly line: number
  /** Index of its unit. */
  readonly at: number
  readonly unit: Unit
  /** The heading, label or line that leads it; null: none but the title. */
  readonly lead: Unit | null
  readonly facts: MeetingFacts
  readonly features: Features
}

/** Sections in which a date or a cadence alone may tell of a ceremony. */
const CALENDARS: ReadonlySet<Role> = new Set<Role>(['ceremonies', 'window'])

const LEAD_ROLES: readonly Role[] = [
  'ceremonies',
  'window',
  'context',
  'softContext',
  'description',
  'work',
  'goal',
  'objectives',
  'acceptance',
  'dod',
  'dor',
  'risks',
  'dependencies',
  'team',
  'future',
  'excluded',
]

const MOST_SIBLINGS = 30
const is = (value: unknown): number => (value ? 1 : 0)

export function ceremonyCandidates(all: Blocks, taken: Taken, order: Ordered): CeremonyCandidate[] {
  const reader = new Reader(all, taken, order)
  const found: CeremonyCandidate[] = []
  all.units.forEach((unit, at) => {
    if (!reader.mayBe(unit, at)) return
    const facts = reader.factsOf(at)
    if (facts.kind === null && !saysWhen(facts) && !facts.cadence && !reader.isNamedByColumn(unit)) return
    found.push({
      line: unit.line,
      at,
      unit,
      lead: reader.leadOf(at),
      facts,
      features: reader.featuresOf(unit, at),
    })
  })
  return found
}

class Reader {
  readonly #facts = new Map<number, MeetingFacts>()
  readonly #groups = new Map<string, number[]>()
  /** Below which lines each label stands. */
  readonly #labels = new Map<string, Set<number>>()
  readonly #title: number
  readonly #reports: readonly boolean[]
  readonly #all: Blocks
  readonly #taken: Taken
  readonly #order: Ordered

  constructor(all: Blocks, taken: Taken, order: Ordered) {
    this.#all = all
    this.#reports = reportsOf(all.units)
    this.#taken = taken
    this.#order = order
    this.#title = all.units.findIndex((unit) => unit.kind === 'heading')
    all.units.forEach((unit, at) => {
      const key = groupKey(unit)
      const group = this.#groups.get(key)
      if (group) group.push(at)
      else this.#groups.set(key, [at])
      const label = labelKey(unit)
      if (label === '') return
      const leads = this.#labels.get(label)
      if (leads) leads.add(unit.parent)
      else this.#labels.set(label, new Set([unit.parent]))
    })
  }

  factsOf(at: number): MeetingFacts {
    let facts = this.#facts.get(at)
    if (!facts) {
      const unit = this.#all.units[at] as Unit
      const columns = unit.kind === 'row' ? (this.#all.units[unit.parent] as Unit).columns : null
      facts = meetingFacts(unit, columns, this.#order)
      this.#facts.set(at, facts)
    }
    return facts
  }

  /** Whether a line is worth a look: it names a meeting, or stands where calendars do. */
  mayBe(unit: Unit, at: number): boolean {
    if (unit.kind === 'table' || unit.kind === 'fence' || unit.kind === 'code') return false
    if (at === this.#title || this.#taken.isCard(unit.line) || unit.text === '') return false
    if (unit.meeting !== null || roleAround(unit)?.role === 'ceremonies') return true
    if (unit.kind === 'row') {
      if (unit.cells.some((cell) => cell.length <= 60 && ceremonyKind(cell) !== null)) return true
      if (this.isNamedByColumn(unit)) return true
    } else if (unit.text.length > 120 && unit.text.length < 600 && ceremonyKind(unit.text) !== null)
      return true
    const lead = this.leadOf(at)
    if (this.#reports[unit.parent] && saysCadence(clip(unit.text, 200))) return true
    return lead !== null && (CALENDARS.has(lead.section.role as Role) || ceremonyKind(lead.text) !== null)
  }

  /** A row whose table has a column for ceremonies. */
  isNamedByColumn(unit: Unit): boolean {
    return unit.kind === 'row' && this.#all.units[unit.parent]?.columns?.at.ceremonies !== undefined
  }

  leadOf(at: number): Unit | null {
    for (let up = (this.#all.units[at] as Unit).parent; up >= 0; up = (this.#all.units[up] as Unit).parent) {
      const unit = this.#all.units[up] as Unit
      if (isLead(unit)) return up === this.#title ? null : unit
    }
    return null
  }

  featuresOf(unit: Unit, at: number): Features {
    const f: Features = {}
    const facts = this.factsOf(at)
    ownFeatures(f, unit, facts)
    this.#placeFeatures(f, unit, at)
    this.#groupFeatures(f, at)
    f['field.ceremonies'] = is(unit.field?.[0] === 'ceremonies' && facts.label !== '')
    f['in calendar'] = is(
      f['lead.ceremonies'] ||
        f['field.ceremonies'] ||
        f['lead.window'] ||
        f['column.ceremonies'] ||
        f['lead.key date'] ||
        ((f['group.both'] ?? 0) >= 0.6 && (f['group.kinds'] ?? 0) > 1),
    )
    return f
  }

  #placeFeatures(f: Features, unit: Unit, at: number): void {
    const { units } = this.#all
    const lead = this.leadOf(at)
    const role = lead?.section.role ?? null
    for (const name of LEAD_ROLES) f[`lead.${name}`] = is(role === name)
    f['lead.reports'] = is(this.#reports[unit.parent])
    f['lead.meetings'] = is(lead && says(fold(lead.text), MEETING_SECTIONS))
    const stated = roleAround(unit)?.role
    f['stated.ceremonies'] = is(stated === 'ceremonies')
    f['stated.other'] = is(stated !== undefined && stated !== 'ceremonies')
    f['lead.meeting'] = is(lead && lead.meeting !== null && isMeetingName(clip(lead.text, 80)))
    const leads = lead === null ? null : leadKind(lead)
    f['lead.key date'] = is(leads === 'milestone' || leads === 'release')
    f['lead.milestones'] = is(leads === 'milestone')
    f['lead.day'] = is(lead?.section.box?.kind === 'day')
    let [card, calendar, depth] = [false, false, 0]
    for (let up = unit.parent; up >= 0; up = (units[up] as Unit).parent) {
      const above = units[up] as Unit
      card ||= this.#taken.isCard(above.line)
      calendar ||= isLead(above) && up !== this.#title && above.section.role === 'ceremonies'
      depth += is(above.kind === 'item')
    }
    f['below card'] = is(card)
    f['around.ceremonies'] = is(calendar)
    f.depth = Math.min(2, depth)
    f['holds card'] = is(
      this.#taken.holds(unit.node) && unit.kind !== 'row' && unit.kind !== 'para' && unit.kind !== 'bold',
    )
    f['repeated label'] = is((this.#labels.get(labelKey(unit))?.size ?? 0) > 1)
    f['tells card again'] = is(this.#taken.repeats(unit.line))
    const columns = unit.kind === 'row' ? (units[unit.parent] as Unit).columns : null
    if (columns) {
      const of = (...roles: Role[]) => is(roles.some((column) => columns.at[column] !== undefined))
      f['column.ceremonies'] = of('ceremonies')
      f['column.when'] = of('window', 'due', 'ceremonyTime', 'frequency', 'start')
      f['column.work'] = of('id', 'estimate', 'acceptance', 'dependsOn', 'priority')
      f['column.state'] = of('status')
      f['column.owner'] = of('assignee')
    }
  }

  /** What the lines beside it are: parallel entries of meetings make each other likelier. */
  #groupFeatures(f: Features, at: number): void {
    const group = (this.#groups.get(groupKey(this.#all.units[at] as Unit)) ?? []).slice(0, MOST_SIBLINGS)
    let [named, when, both, cards] = [0, 0, 0, 0]
    const kinds = new Set<string>()
    for (const other of group) {
      const unit = this.#all.units[other] as Unit
      if (this.#taken.isCard(unit.line)) {
        cards++
        continue
      }
      if (unit.kind !== 'row' && unit.meeting === null && !/\d/.test(unit.text)) continue
      const facts = this.factsOf(other)
      const told = isNamed(facts)
      if (told) named++
      if (saysWhen(facts)) when++
      if (told && saysWhen(facts)) both++
      if (told && facts.kind !== null) kinds.add(facts.kind)
    }
    const all = Math.max(1, group.length)
    f['group.named'] = named / all
    f['group.when'] = when / all
    f['group.both'] = both / all
    f['group.cards'] = cards / all
    f['group.kinds'] = Math.min(3, kinds.size)
    const below = this.#all.units[at] as Unit
    let [inside, others] = [0, 0]
    const mine = this.factsOf(at)
    const own = mine.kind
    const undated = mine.dates === 0 && !mine.clock && !mine.weekday && mine.below === ''
    for (let i = at + 1; i < this.#all.units.length && inside < 4; i++) {
      const unit = this.#all.units[i] as Unit
      if (unit.parent < at) break
      if (unit.parent === at && unit.kind === 'item' && isDayAndHour(this.factsOf(i))) {
        inside++
        continue
      }
      if (unit.meeting === null || unit.kind === 'para' || unit.field?.some((role) => WHEN_ROLES.has(role)))
        continue
      const facts = this.factsOf(i)
      if (!isNamed(facts) || !saysWhen(facts)) continue
      inside++
      if (facts.kind !== own || (undated && facts.dates > 0)) others++
    }
    f['holds meetings'] = is(below.kind !== 'row' && (inside > 1 || others > 0))
  }
}

function ownFeatures(f: Features, unit: Unit, facts: MeetingFacts): void {
  f[`kind.${unit.kind}`] = 1
  f.past = is(facts.past)
  f.done = is(unit.status === 'done' || unit.box === 2)
  f['sprint field'] = is(isSprintField(unit, facts))
  f['row of box'] = is(unit.kind === 'row' && isRowOfBox(unit))
  f.box = is(unit.box > 0)
  f.key = is(unit.startsWithKey)
  f.estimate = is(unit.hasEstimate)
  f['name in code'] = is(facts.name !== '' && unit.raw.includes(`\`${facts.name}\``))
  f.ticks = is(unit.raw.includes('`'))
  f.question = is(/[?？]\s*$/.test(unit.text))
  f['own box'] = is(unit.section.box !== null && unit.section.box.kind !== 'day')
}

const SPRINT_FIELDS: ReadonlySet<Role> = new Set<Role>(['start', 'end', 'window', 'status'])

function isSprintField(unit: Unit, facts: MeetingFacts): boolean {
  if (NO_MEETING.test(facts.label)) return true
  return (
    unit.field?.some((role) => SPRINT_FIELDS.has(role)) === true &&
    (facts.kind === null || facts.kind === 'milestone')
  )
}

/** A row that starts with a sprint, a phase or a version tells of it. */
function isRowOfBox(unit: Unit): boolean {
  const first = unit.cells[0] ?? ''
  const box = boxOf(first)
  return (
    (box !== null && box.kind !== 'milestone' && box.kind !== 'day' && box.kind !== 'week') ||
    /^v?\d+(?:\.\d+)+$/i.test(first)
  )
}

const isDayAndHour = (facts: MeetingFacts) => facts.clock && (facts.weekday || facts.dates === 1)

const labelKey = (unit: Unit): string => fold(/^([^:：]{2,40})[:：]/.exec(unit.text)?.[1] ?? '')

/** Of each unit whether a heading or label above it, or it itself, is of notifications, reports or mails. */
function reportsOf(units: readonly Unit[]): boolean[] {
  const reports: boolean[] = []
  for (const unit of units) {
    const heads = unit.kind === 'heading' || unit.kind === 'label'
    reports.push(reports[unit.parent] === true || (heads && says(fold(clip(unit.text, 60)), REPORT_SECTIONS)))
  }
  return reports
}

/** What a heading says of the entries below it; milestones stand in the plural there. */
function leadKind(lead: Unit): CeremonyKind | null {
  return says(fold(clip(lead.text, 80)), MILESTONE_SECTIONS) ? 'milestone' : lead.meeting
}

const groupKey = (unit: Unit): string => `${unit.kind} ${unit.level} ${unit.parent}`
