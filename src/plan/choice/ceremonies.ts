/** Which of the lines that are no work are ceremonies, and what shows it. */
import type { Blocks } from '../blocks/block.ts'
import type { Ordered } from '../ceremonies/days.ts'
import { ceremonyKind, exactKind } from '../ceremonies/kind.ts'
import { isNamed, isScrum, type MeetingFacts } from '../facts/meeting-facts.ts'
import { fold } from '../text.ts'
import { BARE_NAMES } from '../vocabulary/ceremonies.ts'
import { type CeremonyCandidate, ceremonyCandidates, type Taken } from './ceremony-features.ts'

/** What shows that a line is a ceremony, the strongest first. */
export type CeremonyForm =
  | 'calendar'
  | 'named with when'
  | 'label and when'
  | 'day and part'
  | 'sentence'
  | 'report'

export interface ChosenCeremony extends CeremonyCandidate {
  readonly form: CeremonyForm
}

/** Where the document itself is one card. */
export const NO_CEREMONIES: ReadonlyMap<number, ChosenCeremony> = new Map()

export function formOf(candidate: CeremonyCandidate): CeremonyForm | null {
  const { facts, features } = candidate
  if (features['stated.ceremonies'] && !features['holds meetings']) return 'calendar'
  if (isAgainst(candidate)) return null
  for (const [form, holds] of FORMS) if (holds(facts, features)) return form
  return null
}

type F = CeremonyCandidate['features']
type Form = readonly [form: CeremonyForm, holds: (x: MeetingFacts, f: F) => unknown]

const onDay = (x: MeetingFacts) => x.dates === 1 || x.sprintDay || x.weekday
const comesBack = (x: MeetingFacts) => x.daily || x.weekly || x.weekday
const isTimed = (x: MeetingFacts) => onDay(x) || comesBack(x) || x.clock || x.below !== ''
const isMeeting = (x: MeetingFacts) => isScrum(x) || x.kind === 'sync' || x.kind === 'digest'
const isLine = (f: F) => f['kind.para'] || f['kind.bold']

const inCalendar = (f: F) => f['in calendar']
const isKeyDate = (x: MeetingFacts) => x.kind === 'milestone' || x.kind === 'release'

/** "Release date", "Next meeting", "Delivery milestone": a few words of which the last names it. */
function isNamingLabel(label: string): boolean {
  const words = label.replace(/\s(?:date|day|time|datum|fecha|data|dato)$/i, '').split(/\s+/)
  return (
    words.length <= 4 &&
    ceremonyKind(words.slice(-2).join(' ')) !== null &&
    ceremonyKind(words.at(-1) as string) !== null
  )
}

/** "Milestone: first sale": the label names what is reached, and no day of each entry as "Deadline" does. */
const isReached = (x: MeetingFacts) => BARE_NAMES.has(fold(x.label)) && exactKind(x.label) === 'milestone'

const FORMS: readonly Form[] = [
  [
    'named with when',
    (x, f) =>
      x.naming === 'whole' &&
      isMeeting(x) &&
      (isTimed(x) || ((x.length || f.estimate) && !isLine(f))) &&
      (x.dates < 2 || x.clock) &&
      (!f['own box'] || x.dates === 1),
  ],
  [
    'label and when',
    (x, f) => f['kind.heading'] && isNamed(x) && isKeyDate(x) && x.dates === 1 && !f['own box'],
  ],
  [
    'named with when',
    (x, f) =>
      f['kind.heading'] &&
      isNamed(x) &&
      isScrum(x) &&
      (x.below !== '' || x.length || f.estimate) &&
      x.words <= 10 &&
      !f['own box'],
  ],
  ['label and when', (x) => isReached(x)],
  [
    'label and when',
    (x, f) =>
      x.thenWhen &&
      x.dates <= 1 &&
      x.kind !== null &&
      (x.naming === 'whole' || isNamingLabel(x.label)) &&
      !f['own box'],
  ],
  [
    'label and when',
    (x, f) =>
      x.kind !== null &&
      isNamed(x) &&
      x.dates === 1 &&
      x.words <= 9 &&
      !x.opensWithWhen &&
      !f['kind.heading'] &&
      !f['kind.row'],
  ],
  ['calendar', (x, f) => inCalendar(f) && x.naming === 'whole' && (isMeeting(x) || isTimed(x)) && !isLine(f)],
  [
    'calendar',
    (x, f) =>
      inCalendar(f) &&
      isNamed(x) &&
      (isTimed(x) ||
        ((f['group.named'] ?? 0) >= 0.5 &&
          (f['lead.ceremonies'] || (f['group.kinds'] ?? 0) > 1) &&
          isMeeting(x) &&
          f.depth === 0)) &&
      (!isLine(f) || x.opensWithWhen || x.thenWhen),
  ],
  ['calendar', (_x, f) => f['kind.row'] && f['column.ceremonies'] && f['lead.ceremonies']],
  ['calendar', (x, f) => f['lead.ceremonies'] && x.weekday && x.clock],
  [
    'calendar',
    (x, f) =>
      inCalendar(f) &&
      (x.thenWhen || x.opensWithWhen) &&
      (x.dates === 1 || (x.dates === 0 && ((x.sprintDay && f['column.ceremonies']) || x.sprintEdge))),
  ],
  [
    'calendar',
    (x, f) =>
      (f['lead.ceremonies'] || f['around.ceremonies']) &&
      isScrum(x) &&
      (x.clock || comesBack(x)) &&
      x.words <= 12,
  ],
  ['calendar', (x, f) => f['lead.key date'] && f['kind.heading'] && x.below !== ''],
  [
    'day and part',
    (x, f) =>
      (x.naming === 'part' || x.naming === 'whole') &&
      isScrum(x) &&
      (x.opensWithWhen || f['lead.day']) &&
      !f.done,
  ],
  [
    'sentence',
    (x) => isNamed(x) && isMeeting(x) && (x.clock || ((x.weekday || x.dates === 1) && x.takesPlace)),
  ],
  [
    'sentence',
    (x) =>
      isNamed(x) && x.kind === 'milestone' && x.dates === 1 && (x.clock || x.takesPlace) && x.words <= 20,
  ],
  ['sentence', (x) => isMeeting(x) && comesBack(x) && x.takesPlace && x.words <= 40],
  [
    'sentence',
    (x, f) =>
      isNamed(x) &&
      isMeeting(x) &&
      x.weekday &&
      x.words <= 10 &&
      !isLine(f) &&
      !f['lead.work'] &&
      !f['lead.future'],
  ],
  [
    'report',
    (x, f) =>
      x.cadence &&
      !f.ticks &&
      ((x.kind === 'digest' && (x.naming === 'whole' || x.naming === 'start')) ||
        (x.addressed && (f['lead.ceremonies'] || f['around.ceremonies']))),
  ],
]

/** What speaks against every form. */
function isAgainst({ facts, features: f }: CeremonyCandidate): boolean {
  if (f['below card'] || f['tells card again'] || f['holds meetings'] || facts.norm) return true
  if (f['holds card'] && !(isScrum(facts) && (facts.dates === 1 || f.estimate))) return true
  if (
    f.question ||
    (f.estimate && !facts.length && !isMeeting(facts)) ||
    (f.key && !inCalendar(f)) ||
    facts.task
  )
    return true
  if (facts.ofThing && !(inCalendar(f) && facts.dates === 1)) return true
  if (f.past && !inCalendar(f)) return true
  if (f['repeated label'] && !facts.opensWithWhen && !isMeeting(facts) && !isReached(facts)) return true
  if (f['stated.other']) return true
  if (f['sprint field'] || (f['row of box'] && !f['lead.milestones'])) return true
  for (const role of ['goal', 'objectives', 'acceptance', 'dod', 'dor', 'risks', 'dependencies', 'excluded'])
    if (f[`lead.${role}`]) return true
  return (f['group.cards'] ?? 0) > 0.5 || Boolean(f.box && !f['lead.day'])
}

function isBelow(all: Blocks, at: number, chosen: ReadonlySet<number>): boolean {
  for (let up = all.units[at]?.parent ?? -1; up >= 0; up = all.units[up]?.parent ?? -1)
    if (chosen.has(up)) return true
  return false
}

/** @returns by line. */
export function chooseCeremonies(
  all: Blocks,
  taken: Taken,
  order: Ordered,
): ReadonlyMap<number, ChosenCeremony> {
  const chosen = new Map<number, ChosenCeremony>()
  const decided = new Set<number>()
  for (const candidate of ceremonyCandidates(all, taken, order)) {
    const form = formOf(candidate)
    if (
      form === null ||
      (isBelow(all, candidate.at, decided) &&
        !(candidate.facts.naming === 'whole' && isTimed(candidate.facts)))
    )
      continue
    decided.add(candidate.at)
    chosen.set(candidate.line, { ...candidate, form })
  }
  return chosen
}
