import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { denver } from './calendars.testing.ts'
import { planOccurrences } from './planner.ts'
import { replan, type StoredOccurrence } from './replan.ts'
import type { Occurrence, Recurrence, TeamCalendar } from './types.ts'

const sprint = { start: '2026-06-01', end: '2026-06-05' }
const daily: Recurrence = { type: 'daily' }

function plan(
  recurrence: Recurrence,
  start = '09:30',
  calendar: TeamCalendar = denver,
  window = sprint,
): Occurrence[] {
  const rule = { recurrence, start, windowMinutes: 60, zone: null }
  return planOccurrences(rule, calendar, { from: '2026-05-01', to: '2026-07-01', sprints: [window] }).filter(
    ({ localDate }) => localDate >= window.start && localDate <= window.end,
  )
}

/** As a store would hold it at an instant, everything in the past having run. */
function stored(planned: readonly Occurrence[], now: string): StoredOccurrence[] {
  return planned.map((occurrence) => ({
    ...occurrence,
    id: `${occurrence.localDate}/${occurrence.slot}`,
    state:
      occurrence.state === 'skipped'
        ? 'skipped'
        : occurrence.closesAt <= new Date(now)
          ? 'closed'
          : occurrence.opensAt <= new Date(now)
            ? 'open'
            : 'planned',
  }))
}

// Wednesday, 09:45 in Denver: today's occurrence is open.
const now = '2026-06-03T15:45:00Z'

describe('planning again', () => {
  it('changes nothing when nothing changed', () => {
    expect(replan(stored(plan(daily), now), plan(daily), new Date(now), daily, [sprint])).toEqual({
      create: [],
      update: [],
      remove: [],
    })
  })

  it('moves the future to an edited time and leaves today, which has opened, alone', () => {
    const result = replan(stored(plan(daily), now), plan(daily, '11:00'), new Date(now), daily, [sprint])

    expect(result.create).toEqual([])
    expect(result.remove).toEqual([])
    expect(result.update.map(({ id, to }) => [id, to.opensAt])).toEqual([
      ['2026-06-04/0', new Date('2026-06-04T17:00:00Z')],
      ['2026-06-05/0', new Date('2026-06-05T17:00:00Z')],
    ])
  })

  it('skips today when its time is moved to one that has passed', () => {
    const early = plan(daily, '07:00')
    const result = replan(stored(plan(daily, '14:00'), now), early, new Date(now), daily, [sprint])

    expect(result.update[0]).toMatchObject({
      id: '2026-06-03/0',
      to: { state: 'skipped', reason: 'skipped: its new time had passed already' },
    })
  })

  it('skips a day that becomes a holiday, and plans it again when it is none', () => {
    const off = { ...denver, daysOff: [{ date: '2026-06-04', name: 'Offsite' }] }
    const skipped = replan(stored(plan(daily), now), plan(daily, '09:30', off), new Date(now), daily, [
      sprint,
    ])
    const back = replan(stored(plan(daily, '09:30', off), now), plan(daily), new Date(now), daily, [sprint])

    expect(skipped.update.map(({ id, to }) => [id, to.state])).toEqual([['2026-06-04/0', 'skipped']])
    expect(back.update.map(({ id, to }) => [id, to.state])).toEqual([['2026-06-04/0', 'planned']])
  })

  it('removes what no rule names any more, in the future alone', () => {
    const weekly: Recurrence = { type: 'weekly', weekdays: ['FR'] }
    const result = replan(stored(plan(daily), now), plan(weekly), new Date(now), weekly, [sprint])

    expect(result).toEqual({ create: [], update: [], remove: ['2026-06-04/0'] })
  })

  it('leaves what was due while nobody ran, to be recorded as missed, whatever the rule has become', () => {
    const waiting = stored(plan(daily), '2026-05-31T00:00:00Z')
    const weekly: Recurrence = { type: 'weekly', weekdays: ['FR'] }
    const past = ['2026-06-01/0', '2026-06-02/0']

    const later = replan(waiting, plan(daily, '23:00'), new Date('2026-06-03T01:00:00Z'), daily, [sprint])
    const rarer = replan(waiting, plan(weekly), new Date('2026-06-03T01:00:00Z'), weekly, [sprint])

    expect(later.update.map(({ id }) => id).filter((id) => past.includes(id))).toEqual([])
    expect(rarer.remove).toEqual(['2026-06-03/0', '2026-06-04/0'])
  })

  it('creates what is still to come: nothing that began before the team had it, over or not', () => {
    const dates = (now: string) =>
      replan([], plan(daily), new Date(now), daily, [sprint]).create.map(({ localDate }) => localDate)

    expect(dates('2026-06-03T15:45:00Z')).toEqual(['2026-06-04', '2026-06-05'])
    expect(dates('2026-06-03T15:30:00Z')).toEqual(['2026-06-03', '2026-06-04', '2026-06-05'])
  })

  it('does not fire a second planning when the first day becomes a holiday after it', () => {
    const first: Recurrence = { type: 'sprint_day', n: 1 }
    const off = { ...denver, daysOff: [{ date: '2026-06-01', name: 'Storm' }] }
    const monday = '2026-06-01T16:00:00Z'
    const result = replan(stored(plan(first), monday), plan(first, '09:30', off), new Date(monday), first, [
      sprint,
    ])

    expect(result).toEqual({ create: [], update: [], remove: [] })
  })

  describe('what came once in its sprint', () => {
    const last: Recurrence = { type: 'before_end', k: 0 }
    const longer = { ...sprint, end: '2026-06-10' }
    const after = new Date('2026-06-05T18:00:00Z')
    const held = stored(plan(last), after.toISOString())

    it('does not come again when the sprint is made longer after it was held on the last day', () => {
      expect(replan(held, plan(last, '09:30', denver, longer), after, last, [longer]).create).toEqual([])
    })

    it('comes in the next sprint all the same, and in one that begins on the day after', () => {
      const next = { start: '2026-06-06', end: '2026-06-12' }
      const { create } = replan(held, plan(last, '09:30', denver, next), after, last, [sprint, next])
      expect(create.map(({ localDate }) => localDate)).toEqual(['2026-06-12'])
    })

    it('is taken back where another day of it waits', () => {
      const both = [...held, ...stored(plan(last, '09:30', denver, longer), '2026-06-01T00:00:00Z')]
      expect(replan(both, plan(last, '09:30', denver, longer), after, last, [longer])).toEqual({
        create: [],
        update: [],
        remove: ['2026-06-10/0'],
      })
    })
  })

  it('leaves alone what closes at this very moment, and creates nothing that does', () => {
    const closing = new Date('2026-06-03T16:30:00Z')
    const waiting = stored(plan(daily), '2026-05-31T00:00:00Z').slice(2, 3)
    expect(replan(waiting, plan(daily, '09:45').slice(2, 3), closing, daily, [sprint])).toEqual({
      create: [],
      update: [],
      remove: [],
    })
    expect(replan(waiting, [], closing, daily, [sprint]).remove).toEqual([])
    expect(replan([], plan(daily).slice(2, 3), closing, daily, [sprint]).create).toEqual([])
  })

  it('keeps the reason of a day that is off, also when its new time has passed', () => {
    const off = { ...denver, daysOff: [{ date: '2026-06-03', name: 'Offsite' }] }
    const { update } = replan(
      stored(plan(daily, '14:00'), now),
      plan(daily, '07:00', off),
      new Date(now),
      daily,
      [sprint],
    )
    expect(update[0]).toMatchObject({
      id: '2026-06-03/0',
      to: { reason: 'skipped: Wednesday is a day off (Offsite)' },
    })
  })

  it.each<[string, Partial<StoredOccurrence>]>([
    ['its beginning', { opensAt: new Date('2026-06-04T15:00:00Z') }],
    ['its end', { closesAt: new Date('2026-06-04T19:00:00Z') }],
    ['its state', { state: 'skipped' }],
    ['its reason', { reason: 'moved: Wednesday is a holiday' }],
  ])('writes an occurrence anew when only %s differs', (_, fields) => {
    const rows = stored(plan(daily), now).map((row) =>
      row.localDate === '2026-06-04' ? { ...row, ...fields } : row,
    )
    const { update } = replan(rows, plan(daily), new Date(now), daily, [sprint])
    expect(update.map(({ id }) => id)).toEqual(['2026-06-04/0'])
  })

  it('moves a retro along when the sprint is made longer', () => {
    const last: Recurrence = { type: 'before_end', k: 0 }
    const longer = { ...sprint, end: '2026-06-10' }
    const result = replan(stored(plan(last), now), plan(last, '09:30', denver, longer), new Date(now), last, [
      longer,
    ])

    expect(result.create.map(({ localDate }) => localDate)).toEqual(['2026-06-10'])
    expect(result.remove).toEqual(['2026-06-05/0'])
  })

  it('never doubles an identity, touches what has opened, or leaves a difference, whatever is edited', () => {
    const time = fc.constantFrom('07:00', '09:30', '11:00', '23:00')
    const recurrence = fc.constantFrom<Recurrence>(
      daily,
      { type: 'weekly', weekdays: ['MO', 'TH'] },
      { type: 'before_end', k: 0 },
    )
    const offDay = fc.constantFrom('2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05')
    const minutes = fc.integer({ min: -600, max: 8 * 1440 })
    fc.assert(
      fc.property(
        time,
        time,
        recurrence,
        recurrence,
        offDay,
        minutes,
        (before, after, from, to, date, offset) => {
          const at = new Date(Date.UTC(2026, 5, 1) + offset * 60_000)
          const rows = stored(plan(from, before), at.toISOString())
          const planned = plan(to, after, { ...denver, daysOff: [{ date, name: 'Off' }], onHoliday: 'move' })
          const result = replan(rows, planned, at, to, [sprint])
          const touched = new Set([...result.update.map(({ id }) => id), ...result.remove])
          const ran = rows.filter(({ state }) => state === 'open' || state === 'closed')
          expect(ran.some(({ id }) => touched.has(id))).toBe(false)

          const updates = new Map(result.update.map(({ id, to }) => [id, to]))
          const next: StoredOccurrence[] = rows
            .filter(({ id }) => !result.remove.includes(id))
            .map((row) => ({ ...row, ...updates.get(row.id) }))
            .concat(result.create.map((row) => ({ ...row, id: `${row.localDate}/${row.slot}` })))
          expect(new Set(next.map(({ localDate, slot }) => `${localDate}/${slot}`)).size).toBe(next.length)
          expect(replan(next, planned, at, to, [sprint])).toEqual({ create: [], update: [], remove: [] })
        },
      ),
    )
  })
})
