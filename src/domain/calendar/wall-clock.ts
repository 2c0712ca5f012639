// What the wall clock says, without a zone: dates, times, and when something recurs.
import type { Weekday } from '#domain/plan-file.ts'

/** A date without a zone, "yyyy-mm-dd". */
export type LocalDate = string

/** A wall-clock time without a zone, "HH:MM" on a 24-hour clock. */
export type LocalTime = string

/** When a rule recurs. Plain JSON: it is stored as it stands. */
export type Recurrence =
  /** Every working day. */
  | { type: 'daily' }
  /** On weekdays; with interval 2 only in every second ISO week, counted from the week that holds `anchor`. */
  | { type: 'weekly'; weekdays: Weekday[]; interval?: 1 | 2; anchor?: LocalDate }
  /** On stated dates, inside a sprint or not. */
  | { type: 'dates'; dates: LocalDate[] }
  /** On the n-th working day of each sprint; 1 is the first. */
  | { type: 'sprint_day'; n: number }
  /** k working days before the last working day of each sprint; 0 is the last working day itself. */
  | { type: 'before_end'; k: number }
  /** For something that falls due: on the working day before each date, and on the date if it is a working day. */
  | { type: 'due'; dates: LocalDate[] }
