// What the wall clock says, without a zone: dates, times, and when something recurs.
import { z } from 'zod'
import { weekday } from '#domain/plan-file.ts'

/** A date without a zone, "yyyy-mm-dd". */
export type LocalDate = string

/** A wall-clock time without a zone, "HH:MM" on a 24-hour clock. */
export type LocalTime = string

const localDate = z.iso.date()

/** When a rule recurs, as it is stored. */
export const recurrence = z.discriminatedUnion('type', [
  /** Every working day. */
  z.object({ type: z.literal('daily') }),
  /** On weekdays; with interval 2 only in every second ISO week, counted from the week that holds `anchor`. */
  z.object({
    type: z.literal('weekly'),
    weekdays: z.array(weekday),
    interval: z.union([z.literal(1), z.literal(2)]).optional(),
    anchor: localDate.optional(),
  }),
  /** On stated dates, inside a sprint or not. */
  z.object({ type: z.literal('dates'), dates: z.array(localDate) }),
  /** On the n-th working day of each sprint; 1 is the first. */
  z.object({ type: z.literal('sprint_day'), n: z.number() }),
  /** k working days before the last working day of each sprint; 0 is the last working day itself. */
  z.object({ type: z.literal('before_end'), k: z.number() }),
  /** For something that falls due: on the working day before each date, and on the date if it is a working day. */
  z.object({ type: z.literal('due'), dates: z.array(localDate) }),
])
export type Recurrence = z.infer<typeof recurrence>
