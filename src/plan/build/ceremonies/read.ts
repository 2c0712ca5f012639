/** The ceremonies that were chosen, read from their lines once all sprints are known. */

import type { CeremonyKind } from '#domain/plan-file.ts'
import { boxOf } from '../../box.ts'
import { whenOf } from '../../ceremonies/days.ts'
import { ceremonyKind, isMeetingName, MEETINGS, sentencesOf } from '../../ceremonies/kind.ts'
import { timesIn } from '../../ceremonies/times.ts'
import { withoutWhen } from '../../ceremonies/title.ts'
import type { ChosenCeremony } from '../../choice/ceremonies.ts'
import { isScrum } from '../../facts/meeting-facts.ts'
import type { Node } from '../../outline.ts'
import type { RuleName } from '../../rules.ts'
import { clip, plain, squeeze, withoutEmoji } from '../../text.ts'
import { type Context, type Draft, NOWHERE } from '../draft.ts'
import { addCeremony } from './add.ts'
import { addMeetings, clausesOf, meetingsIn } from './several.ts'

export function readCeremonies(draft: Draft): void {
  for (const chosen of withoutRepeats([...draft.meetings.values()])) readChosen(draft, chosen)
}

interface Dated {
  chosen: ChosenCeremony
  /** When the others of its series are. */
  further: string[]
}

/** "Daily Scrum 2024-11-10", "Daily Scrum 2024-11-13": one stand-up on several days. */
function withoutRepeats(all: readonly ChosenCeremony[]): Dated[] {
  const series = new Map<string, Dated>()
  return all.flatMap((chosen) => {
    const { facts, unit } = chosen
    if (facts.kind !== 'standup' || facts.dates !== 1) return [{ chosen, further: [] }]
    const key = `${unit.kind} ${unit.parent} ${facts.name}`
    const known = series.get(key)
    if (known) {
      known.further.push(unit.text)
      return []
    }
    const first: Dated = { chosen, further: [] }
    series.set(key, first)
    return [first]
  })
}

function readChosen(draft: Draft, { chosen, further }: Dated): void {
  const { unit, facts, features } = chosen
  const context = placeOf(draft, chosen)
  const told = { kind: kindOf(chosen), loose: true, rule: ruleOf(chosen) }
  if (unit.kind === 'row') {
    readRow(draft, context, chosen, told)
    return
  }
  const text = [unit.raw, facts.below, ...further, dayOfLead(draft, chosen)]
    .filter((part) => part !== '')
    .join(' — ')
  if (unit.kind === 'heading' || unit.kind === 'label') {
    const title = further.length > 0 ? facts.name : withoutWhen(headingTitle(unit.text), draft)
    addCeremony(draft, context, text, unit.line, { ...told, title })
    return
  }
  const parts = partsOf(chosen)
  if (parts.length > 0) {
    const rest = facts.opensWithWhen ? facts.label : dayOfLead(draft, chosen)
    for (const part of parts)
      addCeremony(draft, context, `${part} — ${rest}`, unit.line, {
        ...told,
        kind: ceremonyKind(part),
        title: part,
      })
    return
  }
  const bare = squeeze(withoutEmoji(plain(clip(text, 600))))
  if (features['field.ceremonies'] && ceremonyKind(facts.label) === null) {
    for (const sentence of sentencesOf(bare.slice(facts.label.length).replace(/^\s*[:：]\s*/, '')))
      addCeremony(draft, context, sentence, unit.line, { ...told, kind: ceremonyKind(sentence) })
    return
  }
  const clauses = chosen.form === 'sentence' ? clausesOf(bare, draft) : []
  if (clauses.length > 0)
    for (const clause of clauses)
      addCeremony(draft, context, clause, unit.line, { ...told, kind: ceremonyKind(clause) })
  else if (meetingsIn(bare, draft).length > 1)
    addMeetings(draft, context, text, unit.line, { rule: told.rule })
  else addCeremony(draft, context, text, unit.line, { ...told, title: titleIn(chosen) })
}

function readRow(
  draft: Draft,
  context: Context,
  { unit, facts }: ChosenCeremony,
  told: { kind: CeremonyKind | null; loose: boolean; rule: RuleName },
): void {
  const title = withoutEmoji(facts.name)
  const rest = unit.cells.filter((cell) => cell !== '' && cell !== facts.name)
  const heading = whenOf(rest.join(' | '), draft).when === null ? context.heading : ''
  const day = whenOf(heading, draft).when === null ? '' : `, ${heading}`
  const added = addCeremony(draft, context, `${title} — ${rest.join(', ')}${day}`, unit.line, {
    ...told,
    title,
  })
  if (added) added.start ??= timesIn(rest.join(' | '), true).start
}

/** The context in which the walk met a line or what holds it; of "Sprint 12 retrospective" the sprint that it names. */
function placeOf(draft: Draft, { unit }: ChosenCeremony): Context {
  let place: Context = NOWHERE
  for (let node: Node | null = unit.node; node; node = node.parent) {
    const known = draft.places.get(node)
    if (known) {
      place = known
      break
    }
  }
  const { box, mention } = unit.section
  const named = box ?? mention
  const scope = named ? draft.byId.get(`${named.kind}:${named.number}`) : undefined
  return scope && (box || !place.scope) ? { ...place, scope } : place
}

/** What a day's heading says of an entry that names its hour alone, or nothing: "### Day 9", "Daily cadence". */
function dayOfLead(draft: Draft, { unit, facts, lead, features }: ChosenCeremony): string {
  if (lead === null || unit.kind === 'heading') return ''
  if (facts.dates > 0 || facts.weekday || facts.daily || facts.weekly || facts.sprintDay) return ''
  if (features['lead.day']) return lead.text
  return facts.clock && whenOf(lead.text, draft).when?.type === 'daily' ? lead.text : ''
}

/** The parts of an enumeration that are meetings: "planning, repo set-up", "tests, demo, retrospective". */
function partsOf({ facts }: ChosenCeremony): string[] {
  if (facts.naming !== 'part') return []
  return facts.name
    .split(/,\s|;\s|\s\+\s|、|，/)
    .map((part) => part.replace(/[.。]$/, '').trim())
    .filter((part) => isMeetingName(part))
}

/** A label that names it; null: its name is sought in the text. */
function titleIn({ facts, unit }: ChosenCeremony): string | null {
  const bold = /^[^\p{L}*]{0,6}\*\*/u.test(unit.raw)
  if (facts.label === '' && bold && facts.naming === 'whole' && unit.text.startsWith(facts.name))
    return facts.name
  if (facts.opensWithWhen && facts.sprintDay && facts.name !== '') return facts.name
  if (facts.label === '' || facts.opensWithWhen) return null
  return ceremonyKind(facts.label) !== null || bold ? facts.label : null
}

function headingTitle(title: string): string {
  return squeeze(title.replace(/^\d{1,2}[.)]\s*/, '').replace(/\s*[(（][^()（）]*[)）]\s*$/, '')) || title
}

/** Its own kind; among milestones a key date is one, and what a kind of meeting leads is of that kind. */
function kindOf({ form, facts, lead, unit, features }: ChosenCeremony): CeremonyKind | null {
  const around = lead?.meeting ?? null
  const { kind } = facts
  const meets = facts.clock || facts.weekday
  if (form === 'report' || (!meets && isReport(kind, facts.cadence && facts.addressed))) return 'digest'
  if (features['lead.meeting'] && kind !== null && boxOf(unit.text)?.kind === 'week') return around ?? kind
  if (features['lead.milestones'] && !isScrum(facts)) return 'milestone'
  if (kind !== null) return kind
  if (meets && features['lead.meetings']) return 'sync'
  return around === null || MEETINGS.has(around) ? null : around
}

/** Whether what is written regularly for somebody is no meeting. */
const isReport = (kind: CeremonyKind | null, addressed: boolean) =>
  addressed && (kind === null || kind === 'digest')

function ruleOf(chosen: ChosenCeremony): RuleName {
  const { unit, facts, form } = chosen
  if (unit.kind === 'heading' || unit.kind === 'label') return 'ceremony.heading'
  if (unit.kind === 'row') return isHour(chosen) ? 'ceremony.hour' : 'ceremony.row'
  if (form === 'sentence') return 'ceremony.sentence'
  return facts.opensWithWhen ? 'ceremony.calendar' : 'ceremony.entry'
}

/** A row that tells the hour, and leaves the day to its heading. */
const isHour = ({ facts }: ChosenCeremony) =>
  facts.clock && facts.dates === 0 && !facts.weekday && !facts.daily
