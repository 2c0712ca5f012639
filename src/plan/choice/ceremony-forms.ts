/** The forms in which plans tell of ceremonies, and what speaks against each of them. */
import { ceremonyKind, exactKind } from '../ceremonies/kind.ts'
import { isNamed, isScrum, type MeetingFacts } from '../facts/meeting-facts.ts'
import { fold } from '../text.ts'
import { BARE_NAMES } from '../vocabulary/ceremonies.ts'
import type { CeremonyCandidate } from './ceremony-features.ts'

/** What shows that a line is a ceremony. */
export type CeremonyForm =
  | 'stated'
  | 'named with when'
  | 'label and when'
  | 'calendar'
  | 'series'
  | 'day and part'
  | 'sentence'
  | 'report'

type F = CeremonyCandidate['features']
type Holds = (x: MeetingFacts, f: F) => unknown

/** A range of days of the sprint is a stretch of work and no day. */
const onDay = (x: MeetingFacts) => x.dates === 1 || (x.sprintDay && x.sprintTo === null) || x.weekday
const comesBack = (x: MeetingFacts) => x.daily || x.weekly || x.weekday
const isTimed = (x: MeetingFacts) => onDay(x) || comesBack(x) || x.clock || x.below !== ''
const isMeeting = (x: MeetingFacts) => isScrum(x) || x.kind === 'sync' || x.kind === 'digest'
const isKeyDate = (x: MeetingFacts) => x.kind === 'milestone' || x.kind === 'release'
/** A time box is stated for a meeting and for no key date. */
const isBoxed = (x: MeetingFacts, f: F) => x.length || f.estimate
const isLine = (f: F) => f['kind.para'] || f['kind.bold']
const most = (f: F, share: string) => (f[share] ?? 0) >= 0.5
const kinds = (f: F) => f['group.kinds'] ?? 0

/** Under a heading, column or label for ceremonies, or in a list of which most entries are meetings with their days. */
const inCalendar = (f: F) => f['in calendar']

const DATE_OF =
  /\s(?:date|day|time|datum|fecha|data|dato)$|^(?:date of(?: the)?|datum|fecha de(?:l| la)?|data d[aeo]|date d[eu](?: la)?|data|дата)\s/i

/** "Release date", "Next meeting", "Delivery milestone": a few words of which the last names it. */
function isNamingLabel(label: string): boolean {
  const words = label.replace(DATE_OF, '').split(/\s+/)
  return (
    words.length <= 4 &&
    ceremonyKind(words.slice(-2).join(' ')) !== null &&
    ceremonyKind(words.at(-1) as string) !== null
  )
}

/** "Milestone: first sale": the label names what is reached, and no day of each entry as "Deadline" does. */
const isReached = (x: MeetingFacts) => BARE_NAMES.has(fold(x.label)) && exactKind(x.label) === 'milestone'

/** "Sprint 2" in a heading makes it the sprint, unless what follows names a meeting and says more. */
const isOfBox = (x: MeetingFacts, f: F) => f['own box'] && !(x.dates === 1 || x.clock || isBoxed(x, f))

const isNamedMeeting: Holds = (x, f) =>
  x.naming === 'whole' &&
  isMeeting(x) &&
  (isTimed(x) || (isBoxed(x, f) && !isLine(f))) &&
  (x.dates < 2 || x.clock) &&
  !isOfBox(x, f)

const isMeetingHeading: Holds = (x, f) =>
  f['kind.heading'] &&
  isNamed(x) &&
  isScrum(x) &&
  (x.below !== '' || isBoxed(x, f)) &&
  x.words <= 10 &&
  !f['own box']

const isKeyDateHeading: Holds = (x, f) =>
  f['kind.heading'] && isNamed(x) && isKeyDate(x) && x.dates === 1 && !f['own box']

const isLabelWithWhen: Holds = (x, f) =>
  x.thenWhen &&
  x.dates <= 1 &&
  x.kind !== null &&
  (x.naming === 'whole' || isNamingLabel(f['kind.row'] ? x.name : x.label)) &&
  !f['own box']

const isShortAndDated: Holds = (x, f) =>
  x.kind !== null &&
  isNamed(x) &&
  x.dates === 1 &&
  x.words <= 9 &&
  !x.opensWithWhen &&
  !f['kind.heading'] &&
  !f['kind.row']

/** Parallel entries of several kinds of meetings, whatever leads them. */
const isOfSeries: Holds = (x, f) =>
  x.naming === 'whole' &&
  isScrum(x) &&
  kinds(f) >= 3 &&
  most(f, 'group.named') &&
  (f['group.when'] ?? 0) >= 0.3 &&
  !isLine(f) &&
  !f.box

const isNamedInCalendar: Holds = (x, f) =>
  inCalendar(f) && x.naming === 'whole' && (isMeeting(x) || isTimed(x)) && !isLine(f)

const isToldInCalendar: Holds = (x, f) =>
  inCalendar(f) &&
  isNamed(x) &&
  (isTimed(x) ||
    (most(f, 'group.named') && (f['lead.ceremonies'] || kinds(f) > 1) && isMeeting(x) && f.depth === 0)) &&
  (!isLine(f) || x.opensWithWhen || x.thenWhen)

/** What no word knows, on its day: "May 6 – pilot customer". A stretch of days is work. */
const isUnnamedInCalendar: Holds = (x, f) =>
  inCalendar(f) &&
  (x.thenWhen || x.opensWithWhen) &&
  (x.dates === 1 ||
    (x.dates === 0 &&
      (x.sprintEdge ||
        (x.sprintDay && x.sprintTo === null && (f['column.ceremonies'] || f['lead.milestones'])))))

const recursInCalendar: Holds = (x, f) =>
  (f['lead.ceremonies'] || f['around.ceremonies'] || f['field.ceremonies']) &&
  isScrum(x) &&
  (x.clock || comesBack(x)) &&
  x.words <= 14

const isPartOfDay: Holds = (x, f) =>
  (x.naming === 'part' || x.naming === 'whole') && isScrum(x) && (x.opensWithWhen || f['lead.day']) && !f.done

const tellsOfMeeting: Holds = (x) =>
  isMeeting(x) &&
  ((isNamed(x) && (x.clock || ((x.weekday || x.dates === 1) && x.takesPlace))) ||
    (comesBack(x) && x.takesPlace && x.words <= 40))

const tellsOfKeyDate: Holds = (x) =>
  isNamed(x) &&
  x.kind === 'milestone' &&
  (x.dates === 1 || (x.dates === 2 && x.clock)) &&
  (x.clock || x.takesPlace) &&
  x.words <= 30

const isWeeklyEntry: Holds = (x, f) =>
  isNamed(x) &&
  isMeeting(x) &&
  x.weekday &&
  x.words <= 10 &&
  !isLine(f) &&
  !f['lead.work'] &&
  !f['lead.future']

/** Something written that comes back, and says so by its name or for whom it is. */
const isReport: Holds = (x, f) =>
  x.cadence &&
  !f.ticks &&
  ((x.kind === 'digest' && (x.naming === 'whole' || x.naming === 'start') && x.words <= 16) ||
    (x.addressed && x.words <= 16 && (f['lead.ceremonies'] || f['around.ceremonies'])) ||
    (f['lead.reports'] && f['kind.item'] && (x.kind === null || x.kind === 'digest') && x.words <= 16))

const FORMS: readonly (readonly [CeremonyForm, Holds])[] = [
  ['named with when', isNamedMeeting],
  ['named with when', isMeetingHeading],
  ['label and when', isKeyDateHeading],
  ['label and when', isReached],
  ['label and when', isLabelWithWhen],
  ['label and when', isShortAndDated],
  ['series', isOfSeries],
  ['calendar', isNamedInCalendar],
  ['calendar', isToldInCalendar],
  ['calendar', (_x, f) => f['kind.row'] && f['column.ceremonies'] && f['lead.ceremonies']],
  ['calendar', (x, f) => (f['lead.ceremonies'] || f['field.ceremonies']) && x.weekday && x.clock],
  ['calendar', isUnnamedInCalendar],
  ['calendar', recursInCalendar],
  ['calendar', (x, f) => f['lead.key date'] && f['kind.heading'] && x.below !== ''],
  ['day and part', isPartOfDay],
  ['sentence', tellsOfMeeting],
  ['sentence', tellsOfKeyDate],
  ['sentence', isWeeklyEntry],
  ['report', isReport],
]

/** The first form that a line has; null where it has none, or where something speaks against all. */
export function formOf({ facts, features }: CeremonyCandidate): CeremonyForm | null {
  if (features['stated.ceremonies'] && !features['holds meetings']) return 'stated'
  if (isElsewhere(facts, features) || isNoEvent(facts, features)) return null
  for (const [form, holds] of FORMS) if (holds(facts, features)) return form
  return null
}

const OTHER_LEADS = [
  'goal',
  'objectives',
  'acceptance',
  'dod',
  'dor',
  'risks',
  'dependencies',
  'excluded',
].map((role) => `lead.${role}`)

/** Its place is one of something else: of a card, of criteria, of a container of meetings. */
const isElsewhere: Holds = (x, f) =>
  f['below card'] ||
  f['tells card again'] ||
  f['holds meetings'] ||
  f['stated.other'] ||
  f['sprint field'] ||
  (f['row of box'] && !f['lead.milestones']) ||
  (f['holds card'] && !(isScrum(x) && (x.dates === 1 || f.estimate))) ||
  OTHER_LEADS.some((lead) => f[lead]) ||
  (f['group.cards'] ?? 0) > 0.5 ||
  (f.box && !f['lead.day'])

/** Its words make it a task, a thing, a rule, a question or a memory. */
const isNoEvent: Holds = (x, f) =>
  x.norm ||
  x.task ||
  (x.sprintTo !== null && x.opensWithWhen) ||
  f.question ||
  f['name in code'] ||
  (f.estimate && !x.length && !isMeeting(x) && !(x.clock && x.dates > 0)) ||
  (f.key && !inCalendar(f)) ||
  (x.ofThing && !(inCalendar(f) && x.dates === 1)) ||
  (f.past && !inCalendar(f)) ||
  (f['repeated label'] && !x.opensWithWhen && !isMeeting(x) && !isReached(x))

/** Whether a line below another ceremony is one of its own, and no detail of that. */
export const standsAlone = (x: MeetingFacts): boolean => x.naming === 'whole' && Boolean(isTimed(x))
