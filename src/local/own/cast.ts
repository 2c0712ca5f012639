// Who and where a plan speaks of: its people, an invented face for a role without a name, its channels, and its first morning.
import { addDays, weekdayOf } from '#domain/calendar/dates.ts'
import { instantOf, isTimeZone, localOf } from '#domain/calendar/instant.ts'
import type { Plan, Sprint } from '#domain/plan-file.ts'
import { FACES } from './faces.ts'

/** Somebody of the plan. */
export interface CastMember {
  realName: string
  /** What the plan calls them: product and people know them by it. */
  displayName: string
  title: string
}

/** What a local workspace needs of a plan to bring it alive. */
export interface Cast {
  /** The team's own channel first; names as Slack takes them, without "#". */
  channels: string[]
  people: CastMember[]
  /** The place in `people` of whoever leads: the person at the page begins as them. */
  lead: number
}

const MOST_PEOPLE = 12
const MOST_OF_A_ROLE = 3
const MOST_CHANNELS = 5
const FORM = /^\p{Lu}[\p{L}'’.-]*(?: (?:(?:de|da|van|von|der|del|la|bin|al) )*\p{Lu}[\p{L}'’.-]*){0,3}$/u
const ROLE_WORDS =
  /\b(?:all|any(?:one|body)?|every(?:one|body)|tbd|tba|none|n\/?a|open|owner|unassigned|me|team|squad|crew|group|guild|tribe|lead|leads|head|manager|management|owner|engineer(?:s|ing)?|dev(?:s|eloper|elopers|ops)?|designer?s?|qa|test(?:er|ers|ing)?|quality|analyst|analytics|architect|architecture|scientist|data|ml|ai|ux|ui|backend|frontend|front-end|back-end|fullstack|full-stack|mobile|ios|android|platform|infra(?:structure)?|ops|sre|security|legal|finance|marketing|sales|support|product|project|program|programme|scrum|master|agile|coach|stakeholders?|vendor|partner|customer|client|cto|ceo|cpo|pm|po|sm|tl|em|be|fe|hr|content|writer|research(?:er)?|staff|senior|junior|principal|intern|contractor|consultant|specialist|admin(?:istrator)?|director|officer|coordinator|student|professor|service|api|web|db|dba)\b/iu
const LEADS = [
  /scrum master|facilitator|agile coach|\bsm\b/i,
  /(?:delivery|project|program(?:me)?) (?:lead|manager)|\bpm\b/i,
  /product (?:owner|manager)|\bpo\b/i,
  /lead|manager|head/i,
]
/** A team whose plan names nobody. */
const USUAL_ROLES = ['Scrum Master', 'Product Owner', 'Engineer', 'Engineer', 'Tester']

/** Whether a text in an owner's place is somebody's name, and not a role, a group or a sentence. */
export function isName(text: string): boolean {
  return text.length <= 40 && FORM.test(text) && !ROLE_WORDS.test(text)
}

/** Reads a plan's cast. `fileName` names the channel where the plan names neither channel nor team. */
export function castOf(plan: Plan, fileName: string): Cast {
  const found: CastMember[] = []
  const known = (name: string) =>
    found.some((person) => like(person.displayName, name) || like(person.realName, name))
  const named = (name: string, title: string) => {
    if (known(name)) return
    const first = name.split(' ')[0] ?? name
    const single = found.every((person) => !like(person.displayName, first))
    found.push({ realName: name, displayName: single ? first : name, title })
  }
  const faced = (role: string) => {
    if (known(role)) return
    const realName = FACES.find((face) => !found.some((person) => person.realName === face)) ?? role
    found.push({ realName, displayName: role, title: role })
  }

  for (const { role, names } of plan.team.roles)
    for (const name of names.map(bare)) if (isName(name)) named(name, role)
  const owners = ownersOf(plan)
  // Whole names before first names, so that "Priya" is "Priya Raman".
  const byLength = owners.filter(isName).toSorted((a, b) => words(b) - words(a))
  for (const name of byLength) {
    const same = found.some((person) => like(person.realName.split(' ')[0] ?? '', name))
    if (!same) named(name, '')
  }
  for (const { role, names, headcount } of plan.team.roles) {
    if (names.map(bare).some(isName) || !isRole(role)) continue
    const count = Math.min(Math.max(1, Math.round(headcount ?? 1)), MOST_OF_A_ROLE)
    faced(role)
    for (let number = 2; number <= count; number += 1) faced(`${role} ${number}`)
  }
  for (const owner of owners) if (!isName(owner) && isRole(owner) && ROLE_WORDS.test(owner)) faced(owner)
  if (found.length === 0)
    for (const [index, role] of USUAL_ROLES.entries()) faced(index === 3 ? `${role} 2` : role)
  const people = found.slice(0, MOST_PEOPLE)
  return { people, lead: leadOf(people), channels: channelsOf(plan, fileName) }
}

/** Where the clock stands at first: eight in the morning of the sprint's first day, or earlier where its day begins earlier. */
export interface Morning {
  at: Date
  zone: string
  /** The sprint says when it is; else it is the next Monday, and the sprint waits to be given dates. */
  isStated: boolean
}

/** The first morning of the sprint that is under way, else of the first that is not over, else of the first with dates. */
export function firstMorning(plan: Plan, now: Date, fallbackZone: string): Morning {
  const stated = plan.team.timeZone
  const zone = stated && isTimeZone(stated) ? stated : fallbackZone
  const dated = plan.sprints.filter((sprint) => sprint.start && sprint.end)
  const sprint = chosen(dated)
  const today = localOf(zone, now).date
  const date = sprint?.start ?? mondayFrom(today)
  const starts = [...plan.ceremonies, ...(sprint?.ceremonies ?? [])].flatMap(({ start }) => start ?? [])
  const [earliest = ''] = [...starts, '08:30'].sort()
  return {
    at: new Date(instantOf(zone, date, earliest).getTime() - 30 * 60_000),
    zone,
    isStated: sprint !== undefined,
  }
}

function chosen(dated: Sprint[]): Sprint | undefined {
  const byStart = dated.toSorted((a, b) => (a.start ?? '').localeCompare(b.start ?? ''))
  return (
    byStart.find(({ status }) => status === 'active') ??
    byStart.find(({ status, items }) => status !== 'closed' && items.length > 0) ??
    byStart.find(({ status }) => status !== 'closed') ??
    byStart[0]
  )
}

function mondayFrom(date: string): string {
  for (let days = 0; days < 7; days += 1)
    if (weekdayOf(addDays(date, days)) === 'MO') return addDays(date, days)
  return date
}

function ownersOf(plan: Plan): string[] {
  const items = [...plan.sprints.flatMap((sprint) => sprint.items), ...plan.backlog]
  const risks = [...plan.sprints.flatMap((sprint) => sprint.risks), ...plan.risks]
  const all = [...items.flatMap((item) => item.assignees), ...risks.flatMap(({ owner }) => owner ?? [])]
  return [...new Set(all.map(bare))].filter(Boolean)
}

/** A role's name is short; longer texts in its place are sentences. */
const isRole = (text: string): boolean => /\p{L}/u.test(text) && text.length <= 40 && words(text) <= 5

function leadOf(people: CastMember[]): number {
  for (const words of LEADS) {
    const index = people.findIndex(({ title }) => words.test(title))
    if (index >= 0) return index
  }
  return 0
}

const FOR_READERS = /stakeholder|update|announce|digest|status|broadcast|news|leads/

function channelsOf(plan: Plan, fileName: string): string[] {
  const named = plan.team.channels.map(channelName).filter(Boolean)
  const inner = named.filter((name) => !FOR_READERS.test(name))
  const own = inner[0] ?? channelName(plan.team.name ?? fileName.replace(/\.\w+$/, ''))
  return [...new Set([own || 'team', ...named])].slice(0, MOST_CHANNELS)
}

function channelName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^#/, '')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}

const bare = (name: string): string => name.trim().replace(/^@/, '').replace(/\s+/g, ' ')
const words = (text: string): number => text.split(/\s+/).length
const like = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase()
