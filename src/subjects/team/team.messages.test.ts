// Every view of /sprint team keeps Slack's limits and escapes what it shows.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countriesWithHolidays } from '#domain/calendar/countries.ts'
import { RULE_KINDS } from '#domain/kinds.ts'
import { viewViolations } from '#test/support/block-kit-limits.ts'
import { hostileTitle, markupViolations } from '#test/support/hostile.ts'
import { type CeremonyLine, ceremonyText, type TeamScreen, teamModal } from './team.messages.ts'
import { ceremoniesModal, ceremonyModal, recurrenceOfChoice } from './team-ceremonies.messages.ts'
import {
  basicsModal,
  channelsModal,
  holidaysModal,
  linkModal,
  membersModal,
  namesModal,
} from './team-modals.messages.ts'

const countries = countriesWithHolidays()
const user = fc.constantFrom('U0MAYA', 'U0TOMAS', 'U0PRIYA')
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const dated = fc.record({ date: fc.constant('2026-12-24'), name: hostileTitle(80) })
const missed = fc.record({ date: fc.constant('2026-12-24'), title: hostileTitle(300) })
const line: fc.Arbitrary<CeremonyLine> = fc.record({
  kind: fc.constantFrom(...RULE_KINDS),
  enabled: fc.boolean(),
  when: fc.array(hostileTitle(400), { maxLength: 12 }),
  start: fc.constantFrom(null, '09:15'),
  origin: fc.constantFrom('plan', 'default', 'person'),
  windowMinutes: fc.constantFrom(null, 45, 60, 1440),
  recurrence: fc.constantFrom(
    null,
    { type: 'daily' as const },
    { type: 'weekly' as const, weekdays: ['MO' as const] },
    { type: 'dates' as const, dates: ['2026-12-24'] },
  ),
})

const anyScreen: fc.Arbitrary<TeamScreen> = fc.record({
  id: fc.uuid(),
  name: hostileTitle(80),
  zone: fc.constantFrom('America/Argentina/ComodRivadavia', 'Asia/Kolkata', 'UTC'),
  now: fc.constant(new Date('2026-11-18T16:00:00Z')),
  channelId: maybe(fc.constant('C0SQUAD')),
  stakeholderChannelId: maybe(fc.constant('C0STAKE')),
  links: fc.array(
    fc.record({
      channelId: fc.constantFrom('C0STAKE', 'C0RISKS'),
      state: fc.constantFrom('pending' as const, 'confirmed' as const, 'declined' as const),
    }),
    { maxLength: 20 },
  ),
  workingDays: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
  retroAnonymous: fc.boolean(),
  country: maybe(fc.constant('DE')),
  region: maybe(fc.constant('BY')),
  suggestedCountry: maybe(fc.constant('PT')),
  onHoliday: fc.constantFrom('skip' as const, 'move' as const),
  daysOff: fc.array(dated, { maxLength: 60 }),
  members: fc.array(user, { maxLength: 120 }),
  facilitators: fc.array(user, { maxLength: 9 }),
  names: fc.uniqueArray(
    fc.record({
      name: hostileTitle(80),
      slackUserId: maybe(user),
      nobody: fc.boolean(),
      suggestion: maybe(user),
    }),
    {
      maxLength: 150,
      selector: ({ name }) => name,
    },
  ),
  ceremonies: fc.uniqueArray(line, { maxLength: 11, selector: ({ kind }) => kind }),
  parked: fc.nat(300),
  parkedError: maybe(hostileTitle(200)),
  lastTickAt: maybe(fc.constant(new Date('2026-11-18T15:59:00Z'))),
  missed: fc.array(missed, { maxLength: 3 }),
  late: fc.array(missed, { maxLength: 3 }),
})

describe.each([
  ['the overview', (screen: TeamScreen) => teamModal(screen, 'C0OTHER')],
  ['basics', basicsModal],
  ['channels', channelsModal],
  ['members', membersModal],
  ['names', namesModal],
  ['days off', (screen: TeamScreen) => holidaysModal(screen, countries)],
  ['ceremonies', ceremoniesModal],
])('%s', (_, build) => {
  it('keeps the limits whatever the team is like', () => {
    fc.assert(
      fc.property(anyScreen, (screen) => {
        const view = build(screen)
        expect([...viewViolations(view), ...markupViolations(view)]).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

it('opens a modal for every ceremony', () => {
  fc.assert(
    fc.property(line, (one) => {
      const view = ceremonyModal('01a1fbe0-5fc5-728b-b4f3-a54799cdb7ca', one)
      expect([...viewViolations(view), ...markupViolations(view)]).toEqual([])
    }),
  )
})

it('offers a hundred teams to a channel, whatever their names', () => {
  const teams = fc.array(fc.record({ id: fc.uuid(), name: hostileTitle(80) }), { maxLength: 100 })
  fc.assert(
    fc.property(teams, (some) => {
      const view = linkModal({ channelId: 'C0SQUAD', teams: some, zone: 'Europe/Lisbon' })
      expect([...viewViolations(view), ...markupViolations(view)]).toEqual([])
    }),
    { numRuns: 20 },
  )
})

it('offers every zone that a team can have', () => {
  const view = JSON.stringify(linkModal({ channelId: 'C0SQUAD', teams: [], zone: 'Asia/Kolkata' }))
  for (const zone of ['Asia/Kolkata', 'America/Denver', 'Europe/Lisbon', 'Africa/Nairobi', 'UTC'])
    expect(view).toContain(`"value":"${zone}"`)
})

it('says of a ceremony when it is and who said so', () => {
  const standup = {
    windowMinutes: null,
    kind: 'standup' as const,
    start: '09:15',
    recurrence: { type: 'daily' as const },
  }
  expect(
    ceremonyText({ ...standup, enabled: true, when: ['every working day at 09:15'], origin: 'plan' }),
  ).toBe('Stand-up · every working day at 09:15 _(from the plan)_')
  expect(ceremonyText({ ...standup, enabled: false, when: [], origin: 'person' })).toBe('~Stand-up~ · off')
})

it('reads a recurrence from its choice', () => {
  expect(recurrenceOfChoice('biweekly', ['TU'], '2026-11-17')).toEqual({
    type: 'weekly',
    weekdays: ['TU'],
    interval: 2,
    anchor: '2026-11-17',
  })
  expect(recurrenceOfChoice('last', [], '2026-11-17')).toEqual({ type: 'before_end', k: 0 })
  expect(recurrenceOfChoice('whenever', [], '2026-11-17')).toBeNull()
})
