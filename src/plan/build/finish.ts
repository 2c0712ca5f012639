/** The last pass over a draft: items chosen, years and lengths known, keys made. */

import type { Item, Objective, Plan, Role, Sprint } from '#domain/plan-file.ts'
import { dayNumber, inferYear, isoDate, isoOfDay, type PartialDate } from '../dates.ts'
import { isNobody } from '../people.ts'
import { fold } from '../text.ts'
import { foldParts, joinRepeats } from './candidates.ts'
import type { Candidate, Draft, SprintDraft } from './draft.ts'
import { assignByKey, rolesOfPeople } from './team-roles.ts'

export function finish(draft: Draft, anchor: Anchor): Plan {
  resolveDates(draft, anchor)
  const all = [...draft.sprints.flatMap((s) => s.candidates), ...draft.loose].sort(
    (a, b) => a.item.line - b.item.line,
  )
  const joined = foldParts(
    draft,
    joinRepeats(draft, all).filter((c) => !c.onlyJoins),
  )
  for (const c of joined) {
    const points = c.bareKey === null ? undefined : draft.keyed.get(c.bareKey)
    if (points !== undefined) c.item.estimate ??= { value: points, unit: 'points' }
  }
  assignByKey(draft.team.roles, joined)
  const backlog: Item[] = []
  dropEmptyWhole(draft, joined)
  dropTimeless(draft, joined)
  adopt(draft, joined)
  const only = draft.sprints.length === 1 ? draft.sprints[0] : undefined
  const byScope = new Map<SprintDraft | null, Candidate[]>()
  for (const c of joined) {
    const scope = c.scope ?? (c.toBacklog ? null : (only ?? null))
    const list = byScope.get(scope)
    if (list) list.push(c)
    else byScope.set(scope, [c])
  }
  for (const sprint of draft.sprints) {
    const mine = byScope.get(sprint) ?? []
    sprint.sprint.items = mine.filter((c) => !c.toBacklog).map((c) => c.item)
    dropListedTwice(draft, sprint)
    for (const c of mine) if (c.toBacklog) backlog.push(c.item)
  }
  const loose = joined.filter((c) => c.scope === null && !(only && !c.toBacklog))
  for (const c of loose) backlog.push(c.item)
  backlog.sort((a, b) => a.line - b.line)
  makeKeys(draft, backlog)
  const sprints = draft.sprints.map((s) => s.sprint)
  inheritDocument(draft, sprints)
  draft.team.roles = rolesOfPeople(mergeRoles(draft.team.roles))
  const zones = new Set(
    [...draft.ceremonies, ...sprints.flatMap((s) => s.ceremonies)]
      .map((c) => c.timeZone)
      .filter((zone) => zone !== null),
  )
  const [zone] = zones
  if (zones.size === 1 && zone) draft.team.timeZone ??= zone
  return {
    title: draft.title,
    side: null,
    team: {
      name: draft.team.name,
      timeZone: draft.team.timeZone,
      channels: [...draft.channels],
      roles: draft.team.roles,
    },
    sprints,
    backlog,
    risks: only ? [] : draft.risks,
    dependencies: only ? [] : draft.dependencies,
    ceremonies: only ? [] : draft.ceremonies,
  }
}

/** Deliverables that became the sprint's items are no objectives besides, and a goal that nobody wrote is none. */
function dropListedTwice(draft: Draft, { sprint }: SprintDraft): void {
  const lines = new Set(sprint.items.map((item) => item.line))
  const isOpen = (objective: Objective) => !lines.has(objective.line)
  sprint.objectives = sprint.objectives.filter(isOpen)
  draft.objectives = draft.objectives.filter(isOpen)
  sprint.goals = sprint.goals.filter((goal) => !isNobody(goal))
  draft.goals = draft.goals.filter((goal) => !isNobody(goal))
}

/** A whole-document sprint without work gives way to the sprints that lists and tables made. */
function dropEmptyWhole(draft: Draft, all: readonly Candidate[]): void {
  const [whole, other] = draft.sprints
  if (!whole || whole.id !== null || !other) return
  if (all.some((c) => c.scope === whole || (c.scope === null && !c.toBacklog))) return
  draft.sprints.shift()
}

/** Words for a box of time, in the languages that the vocabulary of containers knows. */
const TIME_WORD =
  /sprint|iterat|iteraci|iteraç|cycle|ciclo|спринт|спрінт|итерац|スプリント|スプリント|イテレーション|스프린트|이터레이션|冲刺|衝刺|迭代|سبرنت|स्प्रिंट|สปรินต์/iu

const UNDER_WAY: ReadonlySet<string> = new Set(['in_progress', 'in_review', 'blocked'])

/** A document that names no sprint, no dates and no goal, and whose work has not begun, is a backlog and no sprint. */
function dropTimeless(draft: Draft, all: readonly Candidate[]): void {
  const [whole, other] = draft.sprints
  if (!whole || whole.id !== null || other) return
  const dated = whole.dates.range ?? whole.dates.start ?? draft.dates.range ?? draft.dates.start
  if (dated || draft.goals.length > 0 || whole.sprint.goals.length > 0) return
  if (all.some(({ item }) => item.status !== null && UNDER_WAY.has(item.status))) return
  if (draft.texts.some((text) => TIME_WORD.test(text.length > 400 ? text.slice(0, 400) : text))) return
  draft.sprints.shift()
  for (const c of all) if (c.scope === whole) c.scope = null
}

/** Work that follows a sprint without any of its own, under a heading beside it, is that sprint's. */
function adopt(draft: Draft, all: readonly Candidate[]): void {
  const busy = new Set(all.map((c) => c.scope))
  let at = 0
  for (const c of all) {
    if (c.scope !== null || c.toBacklog) continue
    while ((draft.sprints[at]?.sprint.line ?? Number.POSITIVE_INFINITY) < c.item.line) at++
    const before = draft.sprints[at - 1]
    if (before && before.id !== null && !busy.has(before)) c.scope = before
  }
}

/** One entry a role: a capacity table adds its numbers to the role of the same name. */
function mergeRoles(roles: readonly Role[]): Role[] {
  const merged = new Map<string, Role>()
  for (const role of roles) {
    const name = role.role === '' ? `\u0000${role.names.join()}` : fold(role.role)
    const known = merged.get(name)
    if (!known) {
      merged.set(name, { ...role })
      continue
    }
    known.names = [...new Set([...known.names, ...role.names])]
    known.headcount ??= role.headcount
    known.effectiveDays ??= role.effectiveDays
  }
  return [...merged.values()]
}

/** With one sprint, what the document says is said of it. */
function inheritDocument(draft: Draft, sprints: Sprint[]): void {
  const only = sprints.length === 1 ? sprints[0] : undefined
  for (const sprint of sprints) {
    if (sprint.lengthDays === null && sprint.start === null)
      sprint.lengthDays =
        draft.boxKind === 'week' ? 7 : only || draft.lengthIsOfSprint ? draft.lengthDays : null
    if (sprint.definitionOfDone.length === 0) sprint.definitionOfDone = draft.definitionOfDone
    if (sprint.definitionOfReady.length === 0) sprint.definitionOfReady = draft.definitionOfReady
  }
  if (!only) return
  only.goals = [...draft.goals, ...only.goals]
  only.objectives = [...draft.objectives, ...only.objectives]
  only.experiments = [...draft.experiments, ...only.experiments]
  only.risks = [...draft.risks, ...only.risks].sort((a, b) => a.line - b.line)
  only.dependencies = [...draft.dependencies, ...only.dependencies].sort((a, b) => a.line - b.line)
  only.ceremonies = [...draft.ceremonies, ...only.ceremonies].sort((a, b) => a.line - b.line)
  only.theme ??= draft.theme
  only.status ??= draft.status
  only.capacity = {
    points: only.capacity.points ?? draft.capacity.points,
    committed: only.capacity.committed ?? draft.capacity.committed,
    unit: only.capacity.unit ?? draft.capacity.unit,
  }
}

export interface Anchor {
  /** A date that years are inferred near: one of the document, else the reader's. */
  date: string
  stated: boolean
}

function resolveDates(draft: Draft, anchor: Anchor): void {
  let near = anchor.date
  for (const sprint of draft.sprints) {
    const own = sprint.dates
    const doc = draft.sprints.length === 1 ? draft.dates : null
    const start = own.range?.start ?? own.start ?? doc?.range?.start ?? doc?.start ?? null
    const end = own.range?.end ?? own.end ?? doc?.range?.end ?? doc?.end ?? null
    near = settle(sprint, start, end, near)
  }
  const resolve = (date: PartialDate): string | null =>
    isoDate(date.year ?? inferYear(date, near) ?? Number(near.slice(0, 4)), date.month, date.day)
  const perSprint = draft.sprints.find((s) => s.sprint.start !== null)?.sprint.start ?? null
  if (perSprint) near = perSprint
  for (const wait of draft.pending) wait.apply(resolve)
}

function settle(
  draft: SprintDraft,
  start: PartialDate | null,
  end: PartialDate | null,
  near: string,
): string {
  const { sprint } = draft
  const inferred = (start !== null && start.year === null) || (end !== null && end.year === null)
  const startYear = start ? (start.year ?? end?.year ?? inferYear(start, near)) : null
  if (start && startYear !== null) sprint.start = isoDate(startYear, start.month, start.day)
  if (end) {
    const base = sprint.start ?? near
    const endYear =
      end.year ??
      (startYear === null
        ? inferYear(end, base)
        : end.month < (start?.month ?? 1)
          ? startYear + 1
          : startYear)
    if (endYear !== null) sprint.end = isoDate(endYear, end.month, end.day)
  }
  if (sprint.start || sprint.end) sprint.datesFrom = inferred ? 'year inferred' : 'stated'
  if (sprint.start && !sprint.end && sprint.lengthDays !== null) {
    sprint.end = isoOfDay(dayNumber(sprint.start) + sprint.lengthDays - 1)
    sprint.datesFrom = inferred ? 'year inferred' : 'length stated'
  }
  if (sprint.start && sprint.end && sprint.lengthDays === null && sprint.end >= sprint.start)
    sprint.lengthDays = dayNumber(sprint.end) - dayNumber(sprint.start) + 1
  return sprint.start ?? near
}

/** Keys for items that state none: sprint and a short hash of the title, so that they stay while the title stays. */
function makeKeys(draft: Draft, backlog: readonly Item[]): void {
  const used = new Set<string>()
  const lists: [string, readonly Item[]][] = [
    ...draft.sprints.map((s): [string, readonly Item[]] => [
      s.id ? `${s.id.split(':')[0]?.slice(0, 1)}${s.id.split(':')[1]}` : 's',
      s.sprint.items,
    ]),
    ['b', backlog],
  ]
  for (const [, items] of lists) for (const item of items) if (item.keyStated) used.add(item.key)
  /** The number that each base was tried with last, so that a thousand alike titles are a thousand steps. */
  const tried = new Map<string, number>()
  for (const [prefix, items] of lists)
    for (const item of items) {
      if (item.keyStated) continue
      const base = `${prefix}-${hash(fold(item.title))}`.toLowerCase()
      let key = base
      let n = tried.get(base) ?? 1
      while (used.has(key)) key = `${base}-${++n}`
      tried.set(base, n)
      used.add(key)
      item.key = key
    }
}

/** FNV-1a, five characters in base 36. */
function hash(text: string): string {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0
  return h.toString(36).padStart(7, '0').slice(-5)
}
