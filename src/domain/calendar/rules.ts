/** A plan's ceremonies and due dates → a sprint's rules, with defaults for the kinds that it leaves out. */

import { KINDS } from '#domain/kinds.ts'
import type { Ceremony, CeremonyKind, Dependency } from '#domain/plan-file.ts'
import { isLocalDate, isLocalTime, minuteOf } from './dates.ts'
import { type DefaultKind, DUE_START, defaultRule, TEAM_DEFAULTS, type TeamDefaults } from './defaults.ts'
import { isTimeZone } from './instant.ts'
import type { LocalTime, Recurrence, RuleDraft, RuleKind } from './types.ts'

/** What of a plan makes a sprint's rules. */
export interface CeremonySource {
  sprint: { ceremonies: readonly Ceremony[]; dependencies: readonly Dependency[] }
  plan: { ceremonies: readonly Ceremony[]; dependencies: readonly Dependency[] }
}

const DAY_MINUTES = 24 * 60

/**
 * The rules of a sprint: the sprint's own ceremonies, the plan's for the kinds that the sprint does not state, and the
 * defaults for the kinds that neither states. A ceremony that says neither when, nor has a default for when, is left
 * out. Keys are unique and stay the same while kind and title do.
 */
export function rulesOf(source: CeremonySource, defaults: TeamDefaults = TEAM_DEFAULTS): RuleDraft[] {
  const own = rulesOfLevel(source.sprint.ceremonies, defaults)
  const stated = new Set(own.map((rule) => rule.kind))
  const shared = rulesOfLevel(source.plan.ceremonies, defaults).filter(
    (rule) => KINDS[rule.kind].several || !stated.has(rule.kind),
  )
  const due = [...source.sprint.dependencies, ...source.plan.dependencies]
    .map(dependencyRule)
    .filter((rule) => rule !== null)
  const fromPlan = [...own, ...shared, ...due]
  const present = new Set(fromPlan.map((rule) => rule.kind))
  const missing = (Object.keys(defaults) as DefaultKind[]).filter((kind) => !present.has(kind))
  return withKeys([...fromPlan, ...missing.map((kind) => defaultRule(kind, defaults[kind]))])
}

/** A line that names a ceremony without its days adds nothing where another line of the kind states them. */
function rulesOfLevel(ceremonies: readonly Ceremony[], defaults: TeamDefaults): RuleDraft[] {
  const dated = new Set(ceremonies.filter(({ when }) => when !== null).map(kindOf))
  return ceremonies
    .filter((ceremony) => ceremony.when !== null || !dated.has(kindOf(ceremony)))
    .map((ceremony) => ruleOf(ceremony, defaults))
    .filter((rule) => rule !== null)
}

/** A date without a time is a day to remember, not a meeting to open. */
const meetingOrDate = ({ when, start }: Ceremony) =>
  when?.type === 'dates' && start === null ? 'key_date' : 'sync'

const eventOrDate = ({ when }: Ceremony) => (when?.type === 'dates' ? 'key_date' : 'sync')

function digestKind({ title, when }: Ceremony) {
  if (/\brisks?\b/i.test(title)) return 'risk_digest'
  return when?.type === 'daily' ? 'delta' : 'stakeholder_digest'
}

/** What each kind of a plan is to Sprintkeeper. */
const BECOMES = {
  planning: () => 'planning',
  standup: () => 'standup',
  refinement: () => 'refinement',
  review: () => 'review',
  retro: () => 'retro',
  digest: digestKind,
  release: eventOrDate,
  milestone: eventOrDate,
  sync: meetingOrDate,
  other: meetingOrDate,
} as const satisfies Record<CeremonyKind, (ceremony: Ceremony) => RuleKind>

type FromCeremonies = ReturnType<(typeof BECOMES)[CeremonyKind]>

/** What no ceremony of a plan becomes, with its start: a kind that stands in neither table does not compile. */
const NOT_FROM_CEREMONIES = { dependency_due: DUE_START } satisfies Record<
  Exclude<RuleKind, FromCeremonies>,
  LocalTime
>

/** What a plan's ceremony is to Sprintkeeper. */
export const kindOf = (ceremony: Ceremony): FromCeremonies => BECOMES[ceremony.kind](ceremony)

/** "Daily" of "Daily 9:30–9:45 MST": the time is the rule's own, and may be changed. */
function withoutTime(title: string): string {
  const at = title.search(/\d{1,2}[:.h]\d{2}/)
  if (at < 0) return title
  const before = title.slice(0, at).replace(/(?:[\s,;:(@–—-]|\bat|\bfrom)+$/, '')
  return before.length > 2 ? before : title
}

function ruleOf(ceremony: Ceremony, defaults: TeamDefaults): RuleDraft | null {
  const kind = kindOf(ceremony)
  const fallback = kind === 'sync' || kind === 'key_date' ? null : defaults[kind]
  const recurrence = recurrenceOf(ceremony, kind) ?? fallback?.recurrence ?? null
  if (recurrence === null) return null
  const stated = ceremony.start !== null && isLocalTime(ceremony.start) ? ceremony.start : null
  return {
    key: kind,
    kind,
    title: withoutTime(ceremony.title),
    recurrence,
    // A key date is reminded of in the morning, whatever time of the day it names.
    start: kind === 'key_date' ? DUE_START : (stated ?? fallback?.start ?? DUE_START),
    windowMinutes:
      windowOf(kind, stated, ceremony.end) ?? fallback?.windowMinutes ?? KINDS[kind].windowMinutes,
    zone: ceremony.timeZone !== null && isTimeZone(ceremony.timeZone) ? ceremony.timeZone : null,
    source: 'plan',
    channel: ceremony.channel,
    line: ceremony.line,
  }
}

function recurrenceOf({ when }: Ceremony, kind: RuleKind): Recurrence | null {
  if (when === null) return null
  if (when.type === 'daily') return { type: 'daily' }
  if (when.type === 'weekly')
    return when.weekdays.length === 0 ? null : { type: 'weekly', weekdays: when.weekdays }
  const dates = when.dates.filter(isLocalDate)
  if (dates.length === 0) return null
  return { type: kind === 'key_date' ? 'due' : 'dates', dates }
}

const withLength = new Set<RuleKind>(['sync', 'planning', 'refinement', 'review', 'retro'])

/** The stated length, for meetings and the retro; a stand-up in threads stays open longer than the meeting it replaces. */
function windowOf(kind: RuleKind, start: LocalTime | null, end: LocalTime | null): number | null {
  if (kind === 'key_date') return KINDS[kind].windowMinutes
  if (!withLength.has(kind)) return null
  if (start === null || end === null || !isLocalTime(end)) return null
  const minutes = minuteOf(end) - minuteOf(start)
  return minutes > 0 ? minutes : minutes + DAY_MINUTES
}

function dependencyRule(dependency: Dependency): RuleDraft | null {
  if (dependency.due === null || !isLocalDate(dependency.due)) return null
  return {
    key: 'dependency_due',
    kind: 'dependency_due',
    title: dependency.id === null ? dependency.text : `${dependency.id}: ${dependency.text}`,
    recurrence: { type: 'due', dates: [dependency.due] },
    start: NOT_FROM_CEREMONIES.dependency_due,
    windowMinutes: KINDS.dependency_due.windowMinutes,
    zone: null,
    source: 'plan',
    channel: null,
    line: dependency.line,
  }
}

/** A kind that comes once keeps its bare name, so that a plan's ceremony takes over its default's row. */
function withKeys(rules: readonly RuleDraft[]): RuleDraft[] {
  const taken = new Set<string>()
  return rules.map((rule) => {
    const base = KINDS[rule.kind].several ? `${rule.kind}:${slug(rule.title)}` : rule.kind
    let key = base
    for (let n = 2; taken.has(key); n++) key = `${base}-${n}`
    taken.add(key)
    return { ...rule, key }
  })
}

function slug(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.join('-').slice(0, 60) || 'untitled'
}
