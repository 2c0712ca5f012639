import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HoursFacts, hoursDifference, sameClock } from './hours-difference.ts'
import { instantOf } from './instant.ts'

const now = new Date('2026-11-18T16:00:00Z')
const hours = { start: '09:00', end: '17:00' }
const at = (date: string, time: string, zone = 'Europe/Berlin') => instantOf(zone, date, time)
const evenings = [
  at('2026-11-17', '19:05'),
  at('2026-11-16', '20:10'),
  at('2026-11-13', '08:59'),
  at('2026-11-12', '10:00'),
]
const settled: HoursFacts = {
  slackZone: 'Europe/Berlin',
  saidZone: 'Europe/Berlin',
  slackZoneThen: 'Europe/Berlin',
  hours,
  teamZones: ['America/Denver'],
  checkIns: [],
}
const silent = { saidZone: null, slackZoneThen: null, hours: null }

describe('hours that differ from what a person does', () => {
  it.each<[string, Partial<HoursFacts>, unknown]>([
    [
      'Slack’s zone is another than when they said theirs',
      { slackZone: 'Europe/Lisbon' },
      'moved:Europe/Berlin:Europe/Lisbon',
    ],
    ['nothing was said, and the team is elsewhere', silent, 'assumed:Europe/Berlin:America/Denver'],
    [
      'nothing was said, and the second team is elsewhere',
      { ...silent, teamZones: ['Europe/Berlin', 'Asia/Kolkata'] },
      'assumed:Europe/Berlin:Asia/Kolkata',
    ],
    ['three check-ins in a row outside', { checkIns: evenings }, 'outside:Europe/Berlin:09:00-17:00'],
    [
      'the move first, where there is a habit too',
      { slackZone: 'Asia/Tokyo', checkIns: evenings },
      'moved:Europe/Berlin:Asia/Tokyo',
    ],
  ])('%s', (_, facts, key) => {
    expect(hoursDifference({ ...settled, ...facts }, now)?.key).toBe(key)
  })

  it.each<[string, Partial<HoursFacts>]>([
    ['all is as they said', {}],
    [
      'they said their zone knowing what Slack says',
      { slackZone: 'Asia/Tokyo', slackZoneThen: 'Asia/Tokyo' },
    ],
    ['Slack’s zone has another name and the same clock', { slackZone: 'Europe/Paris' }],
    ['they are back where they said', { slackZoneThen: 'Asia/Tokyo' }],
    ['nothing was said, and the team is where they are', { ...silent, teamZones: ['Europe/Madrid'] }],
    ['hours were said without a zone', { ...silent, hours }],
    ['two check-ins outside', { checkIns: evenings.slice(0, 2) }],
    ['one of the last three inside', { checkIns: [at('2026-11-18', '16:59'), ...evenings] }],
    ['work past midnight', { hours: { start: '18:00', end: '09:00' }, checkIns: evenings }],
    ['a zone that is not known', { slackZone: 'Mars/Olympus' }],
  ])('none: %s', (_, facts) => {
    expect(hoursDifference({ ...settled, ...facts }, now)).toBeNull()
  })

  it('names the times of the check-ins on the clock that counts', () => {
    const difference = hoursDifference({ ...settled, checkIns: evenings }, now)
    expect(difference).toMatchObject({ keptZone: 'Europe/Berlin', times: ['19:05', '20:10', '08:59'] })
  })

  it('is gone as soon as the person said what Slack says, or that what they said stays', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/Denver', 'Pacific/Apia', 'UTC')
    fc.assert(
      fc.property(zone, zone, zone, zone, (slackZone, said, then, team) => {
        const facts = { ...settled, slackZone, slackZoneThen: then, teamZones: [team], saidZone: said }
        for (const saidZone of [slackZone, said])
          expect(hoursDifference({ ...facts, saidZone, slackZoneThen: slackZone }, now)).toBeNull()
      }),
    )
  })
})

it.each([
  ['Europe/Berlin', 'Europe/Paris', true],
  ['Europe/Berlin', 'Africa/Lagos', false],
  ['America/Denver', 'America/Phoenix', false],
  ['Asia/Kolkata', 'Asia/Calcutta', true],
])('the clocks of %s and %s agree all year: %s', (a, b, same) => {
  expect(sameClock(a, b, now)).toBe(same)
  expect(sameClock(b, a, now)).toBe(same)
})
