// The small modals of /sprint team, one a subject. Each carries the team's id, and is pushed upon the overview.
import type { InputBlock, ModalView } from '@slack/types'
import type { HolidayCountry } from '#domain/calendar/countries.ts'
import { WEEKDAY_NAMES, WEEKDAYS } from '#domain/calendar/dates.ts'
import type { TeamCalendar } from '#domain/calendar/types.ts'
import { context, section } from '#platform/blocks/blocks.ts'
import type { Modal } from '#platform/blocks/carried.ts'
import {
  channelField,
  checkboxesField,
  groupedSelectField,
  modalText,
  peopleField,
  personField,
  radioField,
  selectField,
  textField,
} from '#platform/blocks/inputs.ts'
import { oneLine, plural } from '#platform/blocks/text.ts'
import {
  basicsForm,
  channelsForm,
  holidaysForm,
  linkForm,
  membersForm,
  nameBlockOf,
  namesForm,
} from './ids.ts'
import { isUnknown, type TeamScreen } from './team.messages.ts'

const form = <T>(
  modal: Modal<T, string>,
  title: string,
  metadata: T,
  blocks: ModalView['blocks'],
): ModalView => ({
  type: 'modal',
  callback_id: modal.id,
  private_metadata: modal.encode(metadata),
  title: modalText(title),
  submit: modalText('Save'),
  close: modalText('Back'),
  blocks,
})

/** Every zone that this Node knows, by region; Slack's select searches in it. */
export function zoneField(initial: string, hint?: string): InputBlock {
  const regions = new Map<string, string[]>([['Now', [initial]]])
  for (const zone of new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])) {
    if (zone === initial) continue
    const region = zone.includes('/') ? (zone.split('/')[0] ?? 'Other') : 'Other'
    regions.set(region, [...(regions.get(region) ?? []), zone])
  }
  return groupedSelectField({
    id: basicsForm.fields.zone,
    label: 'Time zone',
    ...(hint ? { hint } : {}),
    groups: [...regions].map(([label, zones]) => ({
      label,
      choices: zones.map((zone) => ({ text: zone.replaceAll('_', ' '), value: zone })),
    })),
    initial,
  })
}

export function basicsModal(screen: TeamScreen): ModalView {
  return form(basicsForm, 'Team', { teamId: screen.id }, [
    textField({ id: basicsForm.fields.name, label: 'Name', initial: screen.name, maxLength: 80 }),
    zoneField(screen.zone, 'Ceremonies still to come move with it.'),
    checkboxesField({
      id: basicsForm.fields.days,
      label: 'Working days',
      choices: WEEKDAYS.map((day) => ({ text: WEEKDAY_NAMES[day], value: day })),
      initial: screen.workingDays,
    }),
    checkboxesField({
      id: basicsForm.fields.retro,
      label: 'Retro',
      optional: true,
      choices: [{ text: 'Notes without names: no author is stored', value: 'anonymous' }],
      initial: screen.retroAnonymous ? ['anonymous'] : [],
    }),
  ])
}

export function channelsModal(screen: TeamScreen): ModalView {
  return form(channelsForm, 'Channels', { teamId: screen.id }, [
    channelField({
      id: channelsForm.fields.channel,
      label: "The team's channel",
      hint: 'Stand-up, what changed, blockers and retro are held here. Invite the app with /invite.',
      optional: true,
      initial: screen.channelId,
    }),
    channelField({
      id: channelsForm.fields.stakeholders,
      label: "The stakeholders' channel",
      hint: 'The stakeholder digest goes here.',
      optional: true,
      initial: screen.stakeholderChannelId,
    }),
  ])
}

export function membersModal(screen: TeamScreen): ModalView {
  return form(membersForm, 'People', { teamId: screen.id }, [
    peopleField({
      id: membersForm.fields.members,
      label: 'Who is in the team',
      hint: 'They are asked at the stand-up. Guests and people of other workspaces may act only when they stand here.',
      initial: screen.members,
    }),
    peopleField({
      id: membersForm.fields.facilitators,
      label: 'Who facilitates it',
      hint: 'They change settings, begin sprints, import plans and publish. Each must be in the channel.',
      initial: screen.facilitators,
    }),
  ])
}

/** A modal holds 100 blocks; those whom nobody named come first. */
const mostNames = 90

/** A select a name, by its block's id, filled with who is meant or who is likely. */
export function namesModal(screen: TeamScreen): ModalView {
  const order = (name: TeamScreen['names'][number]) => (isUnknown(name) ? 0 : 1)
  const names = screen.names.toSorted((a, b) => order(a) - order(b))
  const shown = names.slice(0, mostNames)
  const left = names.length - shown.length
  return form(namesForm, 'Names in the plan', { teamId: screen.id }, [
    context(
      'Who is meant? A suggestion counts once you save, and so does a field that you leave empty: nobody in particular. Whoever is named becomes a member.',
    ),
    ...shown.map(({ name, slackUserId, nobody, suggestion }) =>
      personField({
        id: nameBlockOf(name),
        label: oneLine(name),
        ...(suggestion && !slackUserId ? { hint: 'Suggested by likeness.' } : {}),
        ...(nobody ? { hint: 'Nobody in particular, as somebody said.' } : {}),
        optional: true,
        initial: slackUserId ?? suggestion,
        placeholder: 'Nobody in particular',
      }),
    ),
    ...(left > 0 ? [context(`… and ${plural(left, 'more name')}: save these first.`)] : []),
  ])
}

/** Values of the two selects that choose nothing: a select cannot be emptied. */
export const noCountry = 'none'
export const wholeCountry = 'all'

/** A region's value is "DE/BY". */
export function holidaysModal(screen: TeamScreen, countries: readonly HolidayCountry[]): ModalView {
  const rules: { text: string; value: TeamCalendar['onHoliday'] }[] = [
    { text: 'Ceremonies on a day off are skipped', value: 'skip' },
    { text: 'They move to the next working day', value: 'move' },
  ]
  const country = screen.country ?? screen.suggestedCountry
  const isSuggested = screen.country === null && country !== null
  const own = countries.filter(({ code }) => code === country)
  const withRegions = [...own, ...countries.filter(({ code }) => code !== country)].filter(
    ({ regions }) => regions.length > 0,
  )
  const initials = Map.groupBy(countries, ({ name }) => name.charAt(0))
  return form(holidaysForm, 'Days off', { teamId: screen.id }, [
    groupedSelectField({
      id: holidaysForm.fields.country,
      label: 'Public holidays of',
      ...(isSuggested ? { hint: "Suggested by the team's zone: it counts once you save." } : {}),
      groups: [
        { label: 'No country', choices: [{ text: 'None: no public holidays', value: noCountry }] },
        ...[...initials].map(([label, some]) => ({
          label,
          choices: some.map(({ code, name }) => ({ text: name, value: code })),
        })),
      ],
      initial: country ?? noCountry,
    }),
    groupedSelectField({
      id: holidaysForm.fields.region,
      label: 'Region',
      hint: 'Its own holidays count too. Some countries have none here.',
      groups: [
        { label: 'Everywhere', choices: [{ text: 'The whole country', value: wholeCountry }] },
        ...withRegions.map(({ code, name, regions }) => ({
          label: name,
          choices: regions.map((region) => ({ text: region.name, value: `${code}/${region.code}` })),
        })),
      ],
      initial: screen.region ? `${country}/${screen.region}` : wholeCountry,
    }),
    radioField({
      id: holidaysForm.fields.rule,
      label: 'On a day off',
      choices: rules,
      initial: screen.onHoliday,
    }),
    textField({
      id: holidaysForm.fields.days,
      label: 'Own days off',
      hint: 'A line a day: 2026-12-24 Christmas Eve',
      optional: true,
      lines: true,
      initial: screen.daysOff.map(({ date, name }) => `${date} ${oneLine(name)}`).join('\n'),
    }),
  ])
}

export interface LinkForm {
  channelId: string
  teams: { id: string; name: string }[]
  /** The zone of the person who asks. */
  zone: string
}

/** A channel gets one of the teams that are there, or a new one. */
export function linkModal({ channelId, teams, zone }: LinkForm): ModalView {
  return form(linkForm, 'Link a team', { channelId }, [
    section(
      'This channel has no team yet. Choose one, or name a new one: its people are those of the channel.',
    ),
    ...(teams.length
      ? [
          selectField({
            id: linkForm.fields.team,
            label: 'A team that is there',
            optional: true,
            choices: teams.map(({ id, name }) => ({ text: name, value: id })),
          }),
        ]
      : []),
    textField({
      id: linkForm.fields.name,
      label: teams.length ? 'Or a new team' : 'Name of the team',
      placeholder: 'Harbor Payments',
      optional: teams.length > 0,
      maxLength: 80,
    }),
    zoneField(zone, 'Of a new team.'),
  ])
}
