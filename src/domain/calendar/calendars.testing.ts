/** Team calendars that the calendar's tests share. */

import type { Occurrence, TeamCalendar } from './types.ts'

export const denver: TeamCalendar = {
  zone: 'America/Denver',
  workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'],
  country: 'US',
  region: null,
  daysOff: [],
  onHoliday: 'skip',
}

export const berlin: TeamCalendar = { ...denver, zone: 'Europe/Berlin', country: 'DE', region: 'BY' }

/** "2026-05-25 planned", "2026-05-25→2026-05-26 moved: …": an occurrence in a line. */
export function line(occurrence: Occurrence): string {
  const { localDate, heldOn, state, reason } = occurrence
  return `${localDate}${heldOn === localDate ? '' : `→${heldOn}`} ${reason ?? state}`
}
