import { describe, expect, it } from 'vitest'
import { hoursOf } from '#subjects/hours-question/hours-of.ts'
import { planStandUp, shown, tickAt } from '#subjects/standup/standup-world.testing.ts'
import { messageViolations, viewViolations } from '#test/support/block-kit-limits.ts'
import { useWorld } from '#test/support/world.ts'
import { readHours } from './hours.slack.ts'
import { hoursModal, hoursSaved, hoursSavedModal } from './working-hours.messages.ts'
import { setHours } from './working-hours.ts'

const now = { zone: 'America/Denver', start: '09:00', end: '17:00', days: [] }

it.each([
  ['9-17', { ...now, start: '09:00', end: '17:00' }],
  ['08:30 - 16:45', { ...now, start: '08:30', end: '16:45' }],
  ['22:00 to 6', { ...now, start: '22:00', end: '06:00' }],
  ['Asia/Kolkata', { ...now, zone: 'Asia/Kolkata' }],
  [
    '10-18 America/Argentina/Buenos_Aires',
    { zone: 'America/Argentina/Buenos_Aires', start: '10:00', end: '18:00', days: [] },
  ],
  ['', null],
  ['9:00', null],
  ['<!channel>', null],
])('%j as typed working hours', (text, expected) => {
  expect(readHours(text, now)).toEqual(expected)
})

describe('working hours', () => {
  const world = useWorld()

  it('are set in one step: who does not work that day is not waited for', async () => {
    const { services, people } = world
    const standUp = await planStandUp(world, '2026-11-18')
    await tickAt(world, '2026-11-18T16:35:00Z')
    await setHours(services, people.jonas, {
      zone: 'Europe/Lisbon',
      start: '10:00',
      end: '18:00',
      days: ['MO', 'TU'],
    })
    expect(await shown(world, standUp)).toContain('Away: Jonas (Wednesday is not a working day)')
    const jonas = await services.db.person.findFirstOrThrow({ where: { id: people.jonas.id } })
    expect(hoursOf(jonas)).toEqual({
      zone: 'Europe/Lisbon',
      start: '10:00',
      end: '18:00',
      days: ['MO', 'TU'],
    })
  })

  it.each([
    [{ zone: 'Mars/Olympus' }, 'There is no time zone “Mars/Olympus”.'],
    [{ start: '25:00' }, 'Those are no working hours.'],
    [{ start: '09:00', end: '09:00' }, 'Those are no working hours.'],
  ])('%j are refused', async (wrong, why) => {
    await expect(setHours(world.services, world.people.maya, { ...now, ...wrong })).rejects.toThrow(why)
  })
})

it('keep Slack’s limits on every screen', () => {
  const hours = { ...now, zone: 'Z'.repeat(400) }
  expect(viewViolations(hoursModal(hours))).toEqual([])
  expect(viewViolations(hoursSavedModal({ ...hours, days: ['SU', 'MO'] }))).toEqual([])
  expect(messageViolations(hoursSaved(hours))).toEqual([])
})
