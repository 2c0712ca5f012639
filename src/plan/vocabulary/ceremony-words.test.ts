// Times, days and names out of single pieces of text.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whenOf } from '#plan/ceremonies/days.ts'
import { ceremonyKind, isMeetingName } from '#plan/ceremonies/kind.ts'
import { lengthIn, timesIn } from '#plan/ceremonies/times.ts'
import { isWhen, withoutWhen } from '#plan/ceremonies/title.ts'

const draft = { slash: 'mdy' } as const

describe('timesIn', () => {
  it.each([
    ['9:35–9:50', '09:35', '09:50'],
    ['9:30-9:45', '09:30', '09:45'],
    ['2 pm', '14:00', null],
    ['2–4 pm', '14:00', '16:00'],
    ['11:30am – 1pm', '11:30', '13:00'],
    ['10–12 Uhr', '10:00', '12:00'],
    ['14h30 à 16h', '14:30', '16:00'],
    ['à 10h', '10:00', null],
    ['kl 9.15', '09:15', null],
    ['às 14', '14:00', null],
    ['下午3点半', '15:30', null],
    ['오후 3시', '15:00', null],
    ['15時30分', '15:30', null],
    ['2026-05-04 9:30', '09:30', null],
  ])('reads %s', (text, start, end) => {
    expect(timesIn(text)).toEqual({ start, end })
  })

  it.each(['2h', '2–4 hours', 'takes 10h', 'v2.4.1', 'UTC+02:00', '< 9:30', '50 %', '12/05', '', '10 min'])(
    'finds none in “%s”',
    (text) => {
      expect(timesIn(text)).toEqual({ start: null, end: null })
    },
  )

  it('takes “10h” for an hour where the day is known, and “2h” for a length', () => {
    expect(timesIn('jeudi, 10h', true).start).toBe('10:00')
    expect(timesIn('jeudi, 2h', true).start).toBeNull()
  })

  it('reads every minute of the day in the forms of a clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        const two = (n: number) => String(n).padStart(2, '0')
        const expected = `${two(hours)}:${two(minutes)}`
        const half = `${hours % 12 || 12}:${two(minutes)} ${hours < 12 ? 'AM' : 'PM'}`
        for (const text of [`at ${hours}:${two(minutes)}`, expected, half, `Fri, ${hours}h${two(minutes)}`])
          expect(timesIn(text).start).toBe(expected)
      }),
    )
  })
})

it.each([
  ['9:15, 15 min', 15],
  ['(1.5 h)', 90],
  ['2 hours', 120],
  ['9:15 for everybody', null],
  ['10h', null],
])('reads the length of %s', (text, minutes) => {
  expect(lengthIn(text)).toBe(minutes)
})

describe('whenOf', () => {
  it.each([
    ['montags', ['MO']],
    ['tous les lundis', ['MO']],
    ['los lunes', ['MO']],
    ['todas as segundas', ['MO']],
    ['jeden Dienstag und Donnerstag', ['TU', 'TH']],
    ['Mon–Thu', ['MO', 'TU', 'WE', 'TH']],
    ['щосереди', ['WE']],
    ['每周三', ['WE']],
  ])('%s is weekly', (text, weekdays) => {
    expect(whenOf(text, draft).when).toEqual({ type: 'weekly', weekdays })
  })

  it.each([
    'Mon–Fri',
    'lundi au vendredi',
    'lunes a viernes',
    'every working day',
    'tous les jours',
    'werktags',
    'по будням',
    '平日',
  ])('%s is daily', (text) => {
    expect(whenOf(text, draft).when).toEqual({ type: 'daily' })
  })

  it.each([
    ['viernes 17', 'FR', 17],
    ['Fri 17th', 'FR', 17],
    ['le vendredi 17, 16h30', 'FR', 17],
    ['last Friday of the sprint', 'FR', 'last'],
    ['am ersten Montag', 'MO', 'first'],
  ])('%s is a date that the sprint completes', (text, weekday, day) => {
    expect(whenOf(text, draft)).toMatchObject({ when: { type: 'dates' }, days: [{ weekday, day }] })
  })

  it.each(['Friday 3 pm', 'Friday 10:00', 'Friday 10-11 Uhr', 'Fridays 15 min'])('%s has no date', (text) => {
    expect(whenOf(text, draft)).toMatchObject({ when: { type: 'weekly', weekdays: ['FR'] }, days: [] })
  })

  it('knows no recurrence for what comes once a month', () => {
    expect(whenOf('Monthly, first Thursday', draft).when).toBeNull()
  })
})

it.each([
  ['Sprint review', true],
  ['Review & retro', true],
  ['Sprint-Planung', true],
  ['Design review', false],
  ['Daily tasks', false],
  ['Demo recordings', false],
])('%s as the bare name of a meeting: %s', (name, expected) => {
  expect(isMeetingName(name)).toBe(expected)
})

it.each(['daily builds', 'daily updates', 'daily active users'])('%s are no stand-up', (text) => {
  expect(ceremonyKind(text)).toBeNull()
})

it.each([
  ['2026-05-04 – Sprint planning', 'Sprint planning'],
  ['Retro – Fri May 15, 15:00', 'Retro'],
  ['Retro (Fri May 15)', 'Retro'],
  ['May 10 Beta to 20 customers', 'Beta to 20 customers'],
  ['Fri May 15, 15:00', 'Fri May 15, 15:00'],
  ['Payments v2', 'Payments v2'],
])('%s without its days and hours is %s', (text, name) => {
  expect(withoutWhen(text, draft)).toBe(name)
})

it.each([
  ['Fri May 15, 15:00', true],
  ['on Monday', true],
  ['um 9 Uhr', true],
  ['Room 12', false],
  ['May the fourth be with you', false],
])('%s says when and nothing else: %s', (text, expected) => {
  expect(isWhen(text, draft)).toBe(expected)
})
