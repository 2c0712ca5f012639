import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { berlin } from './calendars.testing.ts'
import { localOf } from './instant.ts'
import { AHEAD_HOURS, presenceAt } from './presence.ts'
import type { PersonCalendar } from './types.ts'

const maya: PersonCalendar = {
  id: 'maya',
  zone: null,
  workingDays: null,
  workingHours: { start: '09:00', end: '17:00' },
  country: null,
  region: null,
  absences: [],
  deactivated: false,
}
// Tuesday, 09:30 to 12:30 in Berlin.
const standup = { opensAt: new Date('2026-06-09T07:30:00Z'), closesAt: new Date('2026-06-09T10:30:00Z') }

describe('a person is prompted', () => {
  it.each<[string, Partial<PersonCalendar>, string]>([
    ['at the opening, when at work', {}, '2026-06-09T07:30:00Z'],
    ['when work begins, further west', { zone: 'Atlantic/Azores' }, '2026-06-09T09:00:00Z'],
    ['at the opening, further east', { zone: 'Asia/Kolkata' }, '2026-06-09T07:30:00Z'],
    ['at the opening, without hours', { workingHours: null, zone: 'America/Denver' }, '2026-06-09T07:30:00Z'],
    [
      'before an absence',
      { absences: [{ from: '2026-06-10', to: '2026-06-12', reason: null }] },
      '2026-06-09T07:30:00Z',
    ],
    ['on a night shift', { workingHours: { start: '22:00', end: '10:00' } }, '2026-06-09T07:30:00Z'],
    [
      'after an absence',
      { absences: [{ from: '2026-06-01', to: '2026-06-08', reason: null }] },
      '2026-06-09T07:30:00Z',
    ],
  ])('%s', (_name, person, at) => {
    const presence = presenceAt([{ ...maya, ...person }], standup, berlin)

    expect(presence).toMatchObject({
      prompted: [{ personId: 'maya', at: new Date(at), ahead: false, outsideHours: false }],
      notPrompted: [],
    })
  })

  it('at the opening, where working hours and window never meet', () => {
    const { prompted } = presenceAt([{ ...maya, zone: 'America/Denver' }], standup, berlin)

    expect(prompted).toMatchObject([
      { personId: 'maya', at: standup.opensAt, ahead: false, outsideHours: true },
    ])
  })

  it.each<[string, Partial<PersonCalendar>]>([
    ['their hours end at the opening', { workingHours: { start: '05:00', end: '09:30' } }],
    ['their hours begin at the end', { workingHours: { start: '12:30', end: '17:00' } }],
    [
      'the night shift of the evening before was one of a day off',
      {
        workingHours: { start: '22:00', end: '10:00' },
        absences: [{ from: '2026-06-08', to: '2026-06-08', reason: null }],
      },
    ],
  ])('at the opening, outside of their hours, when %s', (_name, person) => {
    expect(presenceAt([{ ...maya, ...person }], standup, berlin).prompted).toMatchObject([
      { personId: 'maya', at: standup.opensAt, ahead: false, outsideHours: true },
    ])
  })

  it.each<[string, Partial<PersonCalendar>, string | null]>([
    [
      'an hour before hours that end at the opening',
      { workingHours: { start: '05:00', end: '09:30' } },
      '2026-06-09T06:30:00Z',
    ],
    [
      'at the beginning of hours that are shorter',
      { workingHours: { start: '09:00', end: '09:30' } },
      '2026-06-09T07:00:00Z',
    ],
    [
      '18 hours before, and no longer',
      { workingHours: { start: '12:40', end: '16:30' } },
      '2026-06-08T13:30:00Z',
    ],
    ['not at all when that is longer ago', { workingHours: { start: '12:40', end: '16:29' } }, null],
    [
      'not at all on a day off',
      { zone: 'America/Denver', absences: [{ from: '2026-06-08', to: '2026-06-08', reason: null }] },
      null,
    ],
  ])('ahead %s', (_name, person, at) => {
    const { prompted } = presenceAt([{ ...maya, ...person }], standup, berlin, { ahead: true })
    expect(prompted).toMatchObject([
      {
        personId: 'maya',
        at: at ? new Date(at) : standup.opensAt,
        ahead: at !== null,
        outsideHours: at === null,
      },
    ])
  })

  it('in the evening before instead, when answers ahead are asked for', () => {
    const { prompted } = presenceAt([{ ...maya, zone: 'America/Denver' }], standup, berlin, { ahead: true })

    // 16:00 on Monday in Denver.
    expect(prompted).toMatchObject([
      { personId: 'maya', at: new Date('2026-06-08T22:00:00Z'), ahead: true, outsideHours: false },
    ])
  })

  it('no earlier than on the day that they work, when the window begins on a day that they do not', () => {
    const late = { opensAt: new Date('2026-06-08T09:30:00Z'), closesAt: new Date('2026-06-08T12:30:00Z') }
    const { prompted } = presenceAt([{ ...maya, zone: 'Pacific/Pago_Pago', workingDays: ['MO'] }], late, {
      ...berlin,
      country: null,
    })

    // Midnight to Monday in Pago Pago, 11 hours behind UTC.
    expect(prompted).toMatchObject([
      { personId: 'maya', at: new Date('2026-06-08T11:00:00Z'), ahead: false, outsideHours: true },
    ])
  })
})

describe('a person is left alone', () => {
  it.each<[string, Partial<PersonCalendar>, string, string]>([
    ['deactivated', { deactivated: true }, 'deactivated', 'their Slack account is deactivated'],
    [
      'away on the last day of an absence',
      { absences: [{ from: '2026-06-01', to: '2026-06-09', reason: 'parental leave' }] },
      'away',
      'away until 2026-06-09 (parental leave)',
    ],
    [
      'away on the first day of an absence, without a reason',
      { absences: [{ from: '2026-06-09', to: '2026-06-10', reason: null }] },
      'away',
      'away until 2026-06-10',
    ],
    [
      'on a day that they do not work',
      { workingDays: ['MO'] },
      'not_working',
      'Tuesday is not a working day',
    ],
  ])('%s', (_name, person, code, reason) => {
    expect(presenceAt([{ ...maya, ...person }], standup, berlin)).toEqual({
      prompted: [],
      notPrompted: [{ personId: 'maya', code, reason }],
    })
  })

  it('on a holiday of the team’s region, where they have no country of their own', () => {
    const corpusChristi = {
      opensAt: new Date('2026-06-04T07:30:00Z'),
      closesAt: new Date('2026-06-04T10:30:00Z'),
    }
    const people = [maya, { ...maya, id: 'in Berlin', country: 'DE', region: 'BE' }]
    expect(presenceAt(people, corpusChristi, berlin)).toMatchObject({
      prompted: [{ personId: 'in Berlin' }],
      notPrompted: [{ personId: 'maya', code: 'not_working' }],
    })
  })

  it('when the window ends at midnight, and their work begins with the day after', () => {
    const evening = { opensAt: new Date('2026-06-09T18:00:00Z'), closesAt: new Date('2026-06-09T22:00:00Z') }
    expect(presenceAt([{ ...maya, workingDays: ['WE'] }], evening, berlin)).toMatchObject({
      ...{ prompted: [], notPrompted: [{ reason: 'Tuesday is not a working day' }] },
    })
  })

  it('on a holiday of their own country, while the team works', () => {
    const thanksgiving = {
      opensAt: new Date('2026-11-26T08:30:00Z'),
      closesAt: new Date('2026-11-26T19:30:00Z'),
    }
    const person = { ...maya, zone: 'America/Denver', country: 'US' }

    expect(presenceAt([person, maya], thanksgiving, berlin)).toMatchObject({
      prompted: [{ personId: 'maya' }],
      notPrompted: [
        { personId: 'maya', code: 'not_working', reason: 'Thursday is a holiday (Thanksgiving Day)' },
      ],
    })
  })

  it('on Sunday, when it is Monday for a team far to the east', () => {
    const monday = { opensAt: new Date('2026-06-07T21:30:00Z'), closesAt: new Date('2026-06-08T00:30:00Z') }
    const auckland = { ...berlin, zone: 'Pacific/Auckland', country: 'NZ', region: null }
    const person = { ...maya, zone: 'America/Denver', country: 'US' }

    expect(presenceAt([person], monday, auckland).notPrompted).toEqual([
      { personId: 'maya', code: 'not_working', reason: 'Sunday is not a working day' },
    ])
  })
})

describe('presence, wherever people live and work', () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((value) => `${String(value).padStart(2, '0')}:00`)
  const person: fc.Arbitrary<PersonCalendar> = fc.record({
    id: fc.uuid(),
    zone: fc.option(fc.constantFrom(...Intl.supportedValuesOf('timeZone'))),
    workingDays: fc.option(fc.subarray([...berlin.workingDays])),
    workingHours: fc.option(fc.record({ start: hour, end: hour })),
    country: fc.constantFrom(null, 'US', 'DE'),
    region: fc.constant(null),
    absences: fc.constant([{ from: '2026-06-10', to: '2026-06-12', reason: null }]),
    deactivated: fc.boolean(),
  })
  const opening = fc
    .integer({ min: 0, max: 60 * 24 * 60 })
    .map((minutes) => new Date(Date.UTC(2026, 5, 1) + minutes * 60_000))

  it('names everybody once, and prompts nobody after the deadline, on a day off or too long ahead', () => {
    fc.assert(
      fc.property(
        fc.array(person),
        opening,
        fc.integer({ min: 1, max: 1440 }),
        fc.boolean(),
        (people, opensAt, minutes, ahead) => {
          const closesAt = new Date(opensAt.getTime() + minutes * 60_000)
          const { prompted, notPrompted } = presenceAt(people, { opensAt, closesAt }, berlin, { ahead })
          const named = [...prompted, ...notPrompted].map(({ personId }) => personId)
          expect(named.sort()).toEqual(people.map(({ id }) => id).sort())
          for (const prompt of prompted) {
            expect(prompt.at < closesAt).toBe(true)
            expect(prompt.at < opensAt).toBe(prompt.ahead)
            expect(opensAt.getTime() - prompt.at.getTime()).toBeLessThanOrEqual(AHEAD_HOURS * 3_600_000)
            const zone = people.find(({ id }) => id === prompt.personId)?.zone ?? berlin.zone
            const { date } = localOf(zone, prompt.at)
            const onLeave = date >= '2026-06-10' && date <= '2026-06-12'
            // In hours on a day of leave is the end of a night shift that began before it.
            expect(prompt.outsideHours && onLeave).toBe(false)
          }
        },
      ),
    )
  })
})
