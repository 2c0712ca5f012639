/** Whether a person's zone and working hours differ from what they do: the reasons to ask them, once each. */

import { DAY_MILLIS, minuteOf } from './dates.ts'
import { isTimeZone, localOf } from './instant.ts'
import type { LocalTime } from './types.ts'

export interface HoursFacts {
  /** IANA, as the person's Slack profile has it now. */
  slackZone: string
  /** The zone that they said; null: none, and Slack's is used. */
  saidZone: string | null
  /** Slack's zone when they said it. */
  slackZoneThen: string | null
  /** The hours that they said, in the zone that they said; null: none. */
  hours: { start: LocalTime; end: LocalTime } | null
  /** The zones of their teams, the first team first. */
  teamZones: readonly string[]
  /** When they checked in since they said their hours, the newest first. */
  checkIns: readonly Date[]
}

export type HoursDifference = {
  /** Names the difference, the same for the same facts: it is asked about once. */
  key: string
  /** The zone that counts, or would without Slack's. */
  keptZone: string
} & (
  | { kind: 'moved' | 'assumed' }
  | {
      kind: 'outside'
      /** The wall-clock times of the check-ins, in the zone that counts, the newest first. */
      times: LocalTime[]
    }
)

/** So many check-ins in a row outside of the hours are a habit: two may be a bad week. */
export const CHECK_INS_IN_A_ROW = 3
/** Twelve looks, a month apart: two zones whose summer times differ show it at one of them. */
const LOOKS = Array.from({ length: 12 }, (_, month) => month * 30 * DAY_MILLIS)

/**
 * The first of these that is so; null: nothing differs, or a zone is not known.
 *
 * - `moved`: they said a zone, Slack's was another since, and its clock is not that of the zone they said.
 * - `assumed`: they said neither zone nor hours, and Slack's clock is not that of a team of theirs, so that their hours
 *   are a guess.
 * - `outside`: their last three check-ins all lie outside the hours that they said.
 *
 * Zones are the same when their clocks agree all year (Europe/Berlin and Europe/Paris), so that a name alone asks nobody.
 */
export function hoursDifference(facts: HoursFacts, now: Date): HoursDifference | null {
  const { slackZone, saidZone, slackZoneThen, hours, teamZones, checkIns } = facts
  const zones = [slackZone, saidZone ?? slackZone, ...teamZones]
  if (!zones.every(isTimeZone)) return null
  if (saidZone !== null) {
    const isNew = !sameClock(slackZone, slackZoneThen ?? saidZone, now)
    if (isNew && !sameClock(slackZone, saidZone, now))
      return { kind: 'moved', key: `moved:${saidZone}:${slackZone}`, keptZone: saidZone }
  } else if (hours === null) {
    const other = teamZones.find((zone) => !sameClock(slackZone, zone, now))
    return other ? { kind: 'assumed', key: `assumed:${slackZone}:${other}`, keptZone: other } : null
  }
  const zone = saidZone ?? slackZone
  const last = checkIns.slice(0, CHECK_INS_IN_A_ROW).map((at) => localOf(zone, at).time)
  if (hours === null || last.length < CHECK_INS_IN_A_ROW) return null
  if (last.some((time) => isWithin(time, hours))) return null
  const key = `outside:${zone}:${hours.start}-${hours.end}`
  return { kind: 'outside', key, keptZone: zone, times: last }
}

/** Whether the clocks of two zones agree now and at each month of the year to come. Throws UnknownTimeZone. */
export function sameClock(a: string, b: string, now: Date): boolean {
  if (a === b) return true
  return LOOKS.every((later) => {
    const at = new Date(now.getTime() + later)
    const [one, other] = [localOf(a, at), localOf(b, at)]
    return one.date === other.date && one.time === other.time
  })
}

/** Whether a time of the day lies in the hours; an end at or before the start means past midnight. */
function isWithin(time: LocalTime, { start, end }: { start: LocalTime; end: LocalTime }): boolean {
  const [at, from, to] = [minuteOf(time), minuteOf(start), minuteOf(end)]
  return from < to ? from <= at && at < to : at >= from || at < to
}
