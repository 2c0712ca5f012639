// /sprint team: the overview and its modals.

import { golden, helper } from '#test/goldens/golden.ts'
import { at, harbor, hostile, longWord, many, phoenix } from '#test/goldens/people.ts'
import { channelDecided, channelQuestion } from '../channel-question.messages.ts'
import { nameQuestion, nameSettled } from '../name-question.messages.ts'
import {
  type CeremonyLine,
  ceremonyText,
  isUnknown,
  oneTeamOnly,
  type TeamScreen,
  teamChosen,
  teamModal,
} from '../team.messages.ts'
import { ceremoniesModal, ceremonyModal, recurrenceOfChoice } from '../team-ceremonies.messages.ts'
import {
  basicsModal,
  channelsModal,
  holidaysModal,
  linkModal,
  membersModal,
  namesModal,
  zoneField,
} from '../team-modals.messages.ts'

const standUp: CeremonyLine = {
  kind: 'standup',
  enabled: true,
  when: ['every working day at 09:35'],
  start: '09:35',
  origin: 'plan',
  recurrence: { type: 'daily' },
  windowMinutes: null,
}
const retro: CeremonyLine = {
  kind: 'retro',
  enabled: true,
  when: ['on the last working day of each sprint at 14:00'],
  start: '14:00',
  origin: 'default',
  recurrence: { type: 'before_end', k: 0 },
  windowMinutes: null,
}
const refinement: CeremonyLine = {
  kind: 'refinement',
  enabled: true,
  when: ['every second Wednesday at 11:00'],
  start: '11:00',
  origin: 'person',
  recurrence: { type: 'weekly', weekdays: ['WE'], interval: 2, anchor: '2026-11-18' },
  windowMinutes: null,
}
const keyDates: CeremonyLine = {
  kind: 'key_date',
  enabled: true,
  when: ['on 2026-11-20', 'on 2026-11-27', 'on 2026-12-04', 'on 2026-12-11'],
  start: '09:00',
  origin: 'plan',
  recurrence: { type: 'due', dates: ['2026-11-20'] },
  windowMinutes: null,
}
const digest: CeremonyLine = {
  kind: 'stakeholder_digest',
  enabled: false,
  when: [],
  start: null,
  origin: 'person',
  recurrence: null,
  windowMinutes: null,
}
const fresh: TeamScreen = {
  id: 'team-harbor',
  name: harbor,
  zone: phoenix,
  now: at('16:00'),
  channelId: null,
  stakeholderChannelId: null,
  links: [],
  workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'],
  retroAnonymous: true,
  country: null,
  suggestedCountry: null,
  region: null,
  onHoliday: 'skip',
  daysOff: [],
  members: [],
  facilitators: [],
  names: [],
  ceremonies: [standUp, retro],
  parked: 0,
  parkedError: null,
  lastTickAt: null,
  missed: [],
  late: [],
}
const name = (own: Partial<TeamScreen['names'][number]>) => ({
  name: 'Maya',
  slackUserId: null,
  nobody: false,
  suggestion: null,
  ...own,
})
const screen: TeamScreen = {
  ...fresh,
  channelId: 'C0SQUAD',
  stakeholderChannelId: 'C0STAKE',
  country: 'DE',
  region: 'BY',
  onHoliday: 'move',
  daysOff: [{ date: '2026-12-24', name: 'Christmas Eve' }],
  members: ['U0MAYA', 'U0JONAS', 'U0PRIYA'],
  facilitators: ['U0MAYA'],
  names: [
    name({ slackUserId: 'U0MAYA' }),
    name({ name: 'Backend Lead' }),
    name({ name: 'Jonas W.', suggestion: 'U0JONAS' }),
    name({ name: 'The vendor', nobody: true }),
  ],
  ceremonies: [standUp, refinement, retro, keyDates, digest],
  lastTickAt: at('15:59'),
}
const full: TeamScreen = {
  ...screen,
  members: many(45, (n) => `U0P${n}`),
  facilitators: ['U0P0', 'U0P1'],
  names: many(120, (n) => name({ name: `Person ${n}`, slackUserId: n > 100 ? 'U0MAYA' : null })),
  daysOff: many(9, (n) => ({ date: `2026-12-${10 + n}`, name: `Day ${n}` })),
  ceremonies: many(11, () => keyDates),
}
const harmful: TeamScreen = {
  ...screen,
  name: hostile,
  zone: phoenix,
  daysOff: [{ date: '2026-12-24', name: hostile }],
  names: [name({ name: `${hostile} ${longWord}` })],
  ceremonies: [{ ...standUp, when: [hostile] }],
  parked: 2,
  parkedError: hostile,
  missed: [{ title: hostile, date: '2026-11-17' }],
}
const asked = { teamId: 'team-harbor', teamName: harbor, channelId: 'C0STAKE' }
const named = { teamId: 'team-harbor', teamName: harbor, name: 'Backend Lead' }
const countries = [
  {
    code: 'DE',
    name: 'Germany',
    regions: [
      { code: 'BE', name: 'Berlin' },
      { code: 'BY', name: 'Bavaria' },
    ],
  },
  { code: 'IN', name: 'India', regions: [] },
  { code: 'US', name: 'United States', regions: [{ code: 'AZ', name: 'Arizona' }] },
]

export const goldens = [
  golden('use-chosen', 'a team was chosen', teamChosen, harbor),
  golden('use-one-only', 'there is one team to choose', oneTeamOnly, harbor),
  golden('use-none', 'and none at all', oneTeamOnly, null),
  golden('overview', 'a team at work; two names are not known', teamModal, screen, null),
  golden('overview-fresh', 'a team that was just made', teamModal, fresh, null),
  golden(
    'overview-suggested-country',
    "nobody chose a country; the zone's is suggested",
    teamModal,
    { ...fresh, suggestedCountry: 'US' },
    null,
  ),
  golden(
    'overview-all-names-known',
    'all names are known, notes are signed',
    teamModal,
    { ...screen, names: screen.names.slice(0, 1), retroAnonymous: false },
    null,
  ),
  golden(
    'overview-in-trouble',
    'a message is parked, something was missed and late',
    teamModal,
    {
      ...screen,
      parked: 1,
      parkedError: 'not_in_channel',
      missed: [{ title: 'Stand-up', date: '2026-11-16' }],
      late: [
        { title: 'What changed today', date: '2026-11-16' },
        { title: 'Stand-up', date: '2026-11-17' },
      ],
    },
    null,
  ),
  golden('overview-from-another-channel', 'asked in a channel without a team', teamModal, screen, 'C0NEW'),
  golden('overview-much-of-all', '45 people, 120 names, nine days off', teamModal, full, null),
  golden('overview-hostile-text', 'texts that are out to do harm', teamModal, harmful, null),
  golden('basics-modal', 'name, zone, days, retro', basicsModal, screen),
  golden('basics-modal-signed', 'a team whose retro notes are signed, four days a week', basicsModal, {
    ...screen,
    retroAnonymous: false,
    workingDays: ['MO', 'TU', 'WE', 'TH'],
  }),
  golden('channels-modal', 'both channels are there', channelsModal, screen),
  golden('channels-modal-none', 'no channel yet', channelsModal, fresh),
  golden('members-modal', 'three people', membersModal, screen),
  golden('members-modal-nobody', 'nobody yet', membersModal, fresh),
  golden('names-modal', 'one is known, one is suggested, one is nobody, one is unknown', namesModal, screen),
  golden('names-modal-120', '120 names', namesModal, full),
  golden('holidays-modal', 'Bavaria, with an own day off', holidaysModal, screen, countries),
  golden(
    'holidays-modal-suggested',
    "the zone's country is suggested",
    holidaysModal,
    { ...fresh, suggestedCountry: 'US' },
    countries,
  ),
  golden('holidays-modal-none', 'no country, none suggested', holidaysModal, fresh, countries),
  golden('link-modal', 'a channel gets a team: two are there', linkModal, {
    channelId: 'C0NEW',
    teams: [
      { id: 'team-harbor', name: harbor },
      { id: 'team-atlas', name: hostile },
    ],
    zone: 'Europe/Berlin',
  }),
  golden('link-modal-first', 'a channel gets the first team', linkModal, {
    channelId: 'C0NEW',
    teams: [],
    zone: 'UTC',
  }),
  golden(
    'overview-channels-asked',
    'the stakeholders did not confirm yet, a channel of the plan did, another declined',
    teamModal,
    {
      ...screen,
      links: [
        { channelId: 'C0STAKE', state: 'pending' },
        { channelId: 'C0RISKS', state: 'confirmed' },
        { channelId: 'C0ALL', state: 'declined' },
      ],
    },
    null,
  ),
  golden('channel-question', 'a channel is asked', channelQuestion, asked),
  golden('channel-question-hostile', 'a name that is out to do harm', channelQuestion, {
    ...asked,
    teamName: hostile,
  }),
  golden('channel-confirmed', 'somebody confirmed', channelDecided, asked, true, 'U0MAYA'),
  golden('channel-declined', 'somebody declined', channelDecided, asked, false, 'U0MAYA'),
  golden('name-question', 'a person is asked whether a name means them', nameQuestion, named),
  golden('name-question-hostile', 'names that are out to do harm', nameQuestion, {
    ...named,
    teamName: hostile,
    name: `${hostile} ${longWord}`.slice(0, 80),
  }),
  golden('name-mine', 'it is them', nameSettled, named, 'mine'),
  golden('name-not-mine', 'it is not', nameSettled, named, 'not mine'),
  golden('name-settled', 'a facilitator said who it is', nameSettled, named, 'settled'),
  golden('zone-field', 'the zones, the present one first', zoneField, phoenix),
  golden('ceremonies-modal', 'five ceremonies, one of them off', ceremoniesModal, screen),
  golden('ceremony-stand-up', 'the stand-up, as the plan says', ceremonyModal, 'team-harbor', standUp),
  golden('ceremony-stand-up-own-length', 'the stand-up, open for 45 minutes', ceremonyModal, 'team-harbor', {
    ...standUp,
    origin: 'person',
    windowMinutes: 45,
  }),
  golden('ceremony-refinement', 'every second week, as set here', ceremonyModal, 'team-harbor', refinement),
  golden('ceremony-retro', 'the retro, as the default has it', ceremonyModal, 'team-harbor', retro),
  golden(
    'ceremony-retro-set-here',
    'the retro, on the first day of the sprint, as set here',
    ceremonyModal,
    'team-harbor',
    { ...retro, origin: 'person', recurrence: { type: 'sprint_day', n: 1 }, windowMinutes: 2880 },
  ),
  golden(
    'ceremony-key-dates',
    'key dates: only on or off, and the time',
    ceremonyModal,
    'team-harbor',
    keyDates,
  ),
  golden('ceremony-off', 'a digest that is off', ceremonyModal, 'team-harbor', digest),
  golden(
    'overview-whole-country',
    'a country without a region, a ceremony without times, an unknown error',
    teamModal,
    { ...screen, region: null, parked: 3, ceremonies: [{ ...standUp, when: [] }] },
    null,
  ),
  golden('ceremony-weekly', 'every week on two days, as set here', ceremonyModal, 'team-harbor', {
    ...refinement,
    recurrence: { type: 'weekly', weekdays: ['MO', 'TH'] },
  }),
  golden('ceremony-own-dates', 'on dates that no choice names', ceremonyModal, 'team-harbor', {
    ...refinement,
    recurrence: { type: 'dates', dates: ['2026-11-20'] },
  }),
]

export const helpers = [
  helper(ceremonyText, standUp),
  helper(isUnknown, name({})),
  helper(recurrenceOfChoice, 'weekly', ['MO' as const], '2026-11-18'),
]
