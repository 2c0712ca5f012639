import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recurrence } from '#domain/calendar/wall-clock.ts'
import { stored } from './stored.ts'

const at = { table: 'CeremonyRule', id: '0199', column: 'recurrence' }

describe('a stored value', () => {
  it('is what its schema says, without what the schema does not name', () => {
    const value = { type: 'weekly', weekdays: ['TU'], interval: 2, anchor: '2026-11-16', since: 'later' }
    expect(stored(recurrence, value, at)).toEqual({
      type: 'weekly',
      weekdays: ['TU'],
      interval: 2,
      anchor: '2026-11-16',
    })
  })

  it.each([
    ['of an unknown type', { type: 'monthly', day: 1 }, 'type'],
    ['with a weekday that is none', { type: 'weekly', weekdays: ['XX'] }, 'weekdays[0]'],
    ['with a date that is none', { type: 'due', dates: ['2026-13-40'] }, 'dates[0]'],
    ['that is empty', null, 'expected object'],
  ])('%s is refused, with its table, row, column and field', (_, value, field) => {
    const read = () => stored(recurrence, value, at)
    expect(read).toThrow('CeremonyRule 0199: “recurrence” holds what this version')
    expect(read).toThrow(field)
    expect(read).toThrow(expect.objectContaining({ code: 'stored_unreadable', hint: expect.any(String) }))
  })

  it('is told apart from a fault of ours by its cause', () => {
    expect(() => stored(z.string(), 1, at)).toThrow(
      expect.objectContaining({ cause: expect.any(z.ZodError) }),
    )
  })
})
