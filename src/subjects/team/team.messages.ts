// /sprint team: the team's settings, each with the button that changes it.
import type { KnownBlock, ModalView } from '@slack/types'
import { countryName } from '#domain/calendar/countries.ts'
import { regionName } from '#domain/calendar/holidays.ts'
import type { RuleKind as CeremonyKind, Recurrence, TeamCalendar } from '#domain/calendar/types.ts'
import { kindOf } from '#domain/kinds.ts'
import { actions, context, divider, message, section, sectionWith } from '#platform/blocks/blocks.ts'
import { modalText } from '#platform/blocks/inputs.ts'
import { channelLink, mention, oneLine, plural, safe } from '#platform/blocks/text.ts'
import { dayText, timeText, withDays } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { editPart, openLink, overview, retryButton } from './ids.ts'

export interface CeremonyLine {
  kind: CeremonyKind
  enabled: boolean
  /** "every working day at 09:15"; several for a kind that comes in several rules. */
  when: string[]
  /** "HH:MM" of the first; null: it has none. */
  start: string | null
  /** plan, default, person */
  origin: string
  recurrence: Recurrence | null
  /** How long a person chose that it stays open; null: nobody did. */
  windowMinutes: number | null
}

export interface TeamScreen {
  id: string
  name: string
  zone: string
  now: Date
  channelId: string | null
  stakeholderChannelId: string | null
  /** Channels other than its own that it posts in or asks to, by id. */
  links: { channelId: string; state: 'pending' | 'confirmed' | 'declined' }[]
  workingDays: string[]
  retroAnonymous: boolean
  country: string | null
  /** By the zone, where nobody chose a country or said that none counts. */
  suggestedCountry: string | null
  region: string | null
  onHoliday: TeamCalendar['onHoliday']
  daysOff: { date: string; name: string }[]
  /** Slack user ids. */
  members: string[]
  /** Slack ids, in the channel or not. */
  facilitators: string[]
  names: { name: string; slackUserId: string | null; nobody: boolean; suggestion: string | null }[]
  ceremonies: CeremonyLine[]
  /** Messages that wait for somebody to mend something, and Slack's word for the newest. */
  parked: number
  parkedError: string | null
  lastTickAt: Date | null
  missed: { title: string; date: string }[]
  late: { title: string; date: string }[]
}

const dayNames: Record<string, string> = {
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
  SU: 'Sun',
}
const originWords: Record<string, string> = { plan: 'from the plan', default: 'default', person: 'set here' }

const shownMembers = 30
const shownNames = 8
const shownDaysOff = 6
const shownTimes = 3
const shownLinks = 8

/** The overview. `linkChannel`: the channel that it was asked for in, when that has no team. */
export function teamModal(screen: TeamScreen, linkChannel: string | null): ModalView {
  const edit = (part: string, label = 'Change') => editPart.button(label, screen.id, { part })
  return {
    type: 'modal',
    callback_id: overview.id,
    private_metadata: overview.encode({ teamId: screen.id, linkChannel }),
    title: modalText(screen.name),
    close: modalText('Close'),
    blocks: [
      sectionWith(channelText(screen), edit('channels')),
      sectionWith(basicsText(screen), edit('basics')),
      sectionWith(membersText(screen), edit('members')),
      ...(screen.names.length ? [sectionWith(namesText(screen), edit('names', 'Say who'))] : []),
      divider(),
      sectionWith(ceremoniesText(screen), edit('ceremonies')),
      sectionWith(daysOffText(screen), edit('holidays')),
      ...healthBlocks(screen),
      ...(linkChannel
        ? [
            divider(),
            section(`${channelLink(linkChannel)} has no team of its own.`),
            actions('team.other', [openLink.button('Link a team to it', linkChannel)]),
          ]
        : []),
    ],
  }
}

function channelText({ channelId, stakeholderChannelId, links }: TeamScreen): string {
  const own = channelId ? channelLink(channelId) : ':warning: none yet, so that nothing is posted'
  const outside = stakeholderChannelId ? channelLink(stakeholderChannelId) : 'none: no digest is posted'
  const stakeholders = links.find(({ channelId: id }) => id === stakeholderChannelId)
  const others = links.filter((link) => link !== stakeholders)
  const also = others.slice(0, shownLinks).map((link) => `${channelLink(link.channelId)}${linkText(link)}`)
  return [
    `*Channel:* ${own}`,
    `*Stakeholders:* ${outside}${stakeholders ? linkText(stakeholders) : ''}`,
    ...(also.length ? [`*Posts in:* ${also.join(', ')}`] : []),
  ].join('\n')
}

const linkText = ({ state }: TeamScreen['links'][number]): string =>
  state === 'confirmed'
    ? ''
    : state === 'pending'
      ? ' (:hourglass_flowing_sand: until somebody there confirms, it goes to the own channel)'
      : ' (declined there: it goes to the own channel)'

function basicsText({ zone, now, workingDays, retroAnonymous }: TeamScreen): string {
  const days = workingDays.map((day) => dayNames[day] ?? day).join(' ')
  const retro = retroAnonymous ? 'without names' : 'with names'
  return `*Zone:* ${safe(zone, 60)} (${timeText(now, zone)})\n*Working days:* ${days}\n*Retro notes:* ${retro}`
}

function membersText({ members }: TeamScreen): string {
  if (members.length === 0) return '*People:* nobody yet'
  const shown = members.slice(0, shownMembers).map(mention).join(' ')
  const left = members.length - shownMembers
  return `*People:* ${shown}${left > 0 ? ` and ${left} more` : ''}`
}

/** Nobody said yet who is meant. */
export const isUnknown = ({ slackUserId, nobody }: TeamScreen['names'][number]): boolean =>
  slackUserId === null && !nobody

function namesText({ names }: TeamScreen): string {
  const unknown = names.filter(isUnknown)
  if (unknown.length === 0)
    return `*Names in the plan:* ${names.length === 1 ? 'the one name is' : `all ${names.length} are`} known`
  const shown = unknown.slice(0, shownNames).map(({ name }) => `“${safe(oneLine(name), 60)}”`)
  const left = unknown.length - shown.length
  return `*Names in the plan:* ${names.length - unknown.length} of ${names.length} known. Not yet: ${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

function ceremoniesText({ ceremonies }: TeamScreen): string {
  return `*Ceremonies*\n${ceremonies.map((line) => `• ${ceremonyText(line)}`).join('\n')}`
}

/** "Stand-up · every working day at 09:15 (from the plan)". */
export function ceremonyText({ kind, enabled, when, origin }: CeremonyLine): string {
  const name = kindOf(kind).name
  if (!enabled) return `~${name}~ · off`
  const left = when.length - shownTimes
  const times = `${when
    .slice(0, shownTimes)
    .map((text) => safe(withDays(text), 150))
    .join('; ')}${left > 0 ? ` and ${left} more` : ''}`
  return `${name}${times ? ` · ${times}` : ''} _(${originWords[origin] ?? safe(oneLine(origin), 40)})_`
}

function daysOffText(screen: TeamScreen): string {
  const { country, region, suggestedCountry, onHoliday, daysOff } = screen
  const place = country ? `${countryName(country)}${region ? `, ${regionName(country, region)}` : ''}` : null
  const what = onHoliday === 'move' ? 'move to the next working day' : 'are skipped'
  const holidays = place
    ? `ceremonies on public holidays (${safe(place, 80)}) ${what}`
    : `no public holidays are observed${suggestedCountry ? `; those of ${safe(countryName(suggestedCountry), 80)}?` : ''}`
  const shown = daysOff
    .slice(0, shownDaysOff)
    .map(({ date, name }) => `${dayText(date)} ${safe(oneLine(name), 60)}`)
  const left = daysOff.length - shown.length
  const own = shown.length ? `\n*Own:* ${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}` : ''
  return `*Days off:* ${holidays}${own}`
}

function healthBlocks(screen: TeamScreen): KnownBlock[] {
  const { parked, parkedError, lastTickAt, zone, missed, late } = screen
  const told = (list: TeamScreen['missed']) =>
    list.map(({ title, date }) => `${safe(oneLine(title), 100)} of ${dayText(date)}`)
  const lines = [
    ...(missed.length ? [`:warning: Missed lately: ${told(missed).join(', ')}`] : []),
    ...(late.length ? [`Late lately: ${told(late).join(', ')}`] : []),
  ]
  return [
    ...(parked
      ? [
          sectionWith(
            `:warning: ${plural(parked, 'message')} could not be posted: Slack says \`${safe(parkedError ?? 'unknown', 60)}\`.`,
            retryButton.button('Try again', screen.id),
          ),
        ]
      : []),
    ...(lines.length ? [section(lines.join('\n'))] : []),
    context(
      lastTickAt
        ? `The calendar last moved something at ${timeText(lastTickAt, zone)}.`
        : 'The calendar has not moved anything yet.',
    ),
  ]
}

/** Answers `/sprint use` of somebody who has chosen. */
export function teamChosen(name: string): Content {
  const text = `Your commands in direct messages mean ${safe(oneLine(name), 100)} now.`
  return message(text, [section(`✅ ${text}`)])
}

/** Answers `/sprint use` where there is nothing to choose; null: no team at all. */
export function oneTeamOnly(name: string | null): Content {
  const text = name
    ? `Here every command means ${safe(oneLine(name), 100)}: there is nothing to choose.`
    : 'You are in no team yet: `/sprint team` in its channel links one.'
  return message(text, [section(text)])
}
