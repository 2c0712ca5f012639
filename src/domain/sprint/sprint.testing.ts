/** A sprint of two weeks in Denver that the sprint's tests share: 1 to 12 June 2026, ten working days. */

import type { TeamCalendar } from '#domain/calendar/types.ts'
import { workdaysOf } from '#domain/calendar/workdays.ts'
import type { BlockerState, DependencyState, ItemEvent, ItemState, Timeline } from './types.ts'

const calendar: TeamCalendar = {
  zone: 'America/Denver',
  workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'],
  country: null,
  region: null,
  daysOff: [],
  onHoliday: 'skip',
}
const workdays = workdaysOf(calendar, { from: '2026-05-18', to: '2026-07-31' })

export const sprintStart = new Date('2026-06-01T14:00:00Z')

/** `now` as "MM-DD HH:MM" in Denver, which is 6 hours behind UTC in June. */
export function denver(now: string): Date {
  return new Date(`2026-${now.replace(' ', 'T')}:00-06:00`)
}

export function timelineAt(now: string): Timeline {
  return { start: '2026-06-01', end: '2026-06-12', workdays, now: denver(now) }
}

export function item(key: string, fields: Partial<ItemState> = {}): ItemState {
  return {
    key,
    title: `Title of ${key}`,
    status: 'ready',
    estimate: { value: 3, unit: 'points' },
    stretch: false,
    owners: ['Maya'],
    acceptance: ['It works'],
    inSprint: true,
    addedAt: sprintStart,
    statusAt: sprintStart,
    ...fields,
  }
}

export function event(at: string, itemKey: string, fields: Partial<ItemEvent>): ItemEvent {
  return { at: denver(at), itemKey, field: 'status', from: null, to: null, by: null, ...fields }
}

export function finished(at: string, itemKey: string): ItemEvent {
  return event(at, itemKey, { from: 'in_progress', to: 'done', by: 'Maya' })
}

export function blocker(number: number, fields: Partial<BlockerState> = {}): BlockerState {
  return {
    id: `blocker-${number}`,
    number,
    itemKey: null,
    text: 'The vendor does not answer',
    severity: 'medium',
    state: 'open',
    raisedBy: 'Maya',
    helper: null,
    takenBy: null,
    raisedAt: denver('06-02 10:00'),
    resolvedAt: null,
    resolution: null,
    ...fields,
  }
}

export function dependency(
  id: string,
  due: string | null,
  fields: Partial<DependencyState> = {},
): DependencyState {
  return { id, text: `Text of ${id}`, on: null, due, doneAt: null, ...fields }
}
