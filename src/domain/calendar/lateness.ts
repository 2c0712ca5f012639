/** Lateness is a decision: until when each kind of message is still worth sending. */

import { kindOf, type LatenessWindow, type RuleKind } from '#domain/kinds.ts'
import { addDays } from './dates.ts'
import { instantOf, localOf } from './instant.ts'

/** A rule's opening message, the reminder to those missing, and the edit to the summary when the window closes. */
export type MessageKind = RuleKind | 'reminder' | 'closing'

export type Lateness = 'early' | 'now' | 'late' | 'missed'

/** A stand-up's reminder: 15 minutes. The edit to the summary when its window closes: a day. */
const FOLLOW_UPS: Record<'reminder' | 'closing', LatenessWindow> = {
  reminder: { minutes: 15 },
  closing: { minutes: 24 * 60 },
}

const windowOf = (kind: MessageKind): LatenessWindow =>
  kind === 'reminder' || kind === 'closing' ? FOLLOW_UPS[kind] : kindOf(kind).lateness

/** A message this little late says nothing of it: the tick comes once a minute, and two processes' clocks differ. */
export const ON_TIME_MINUTES = 3

/** Where a message's occurrence ends, and the zone whose midnight ends its day. */
export interface MessageWindow {
  closesAt: Date
  /** IANA. */
  zone: string
}

/** The instant from which the message is missed. Throws UnknownTimeZone. */
export function deadlineOf(kind: MessageKind, dueAt: Date, window: MessageWindow): Date {
  const lateness = windowOf(kind)
  if ('minutes' in lateness) return minutesAfter(dueAt, lateness.minutes)
  if (lateness.until === 'window') return window.closesAt
  return instantOf(window.zone, addDays(localOf(window.zone, dueAt).date, 1), '00:00')
}

/**
 * What to do with a message that was due at an instant: wait, send, send and say that it is late, or record it as
 * missed. Throws UnknownTimeZone.
 */
export function decide(kind: MessageKind, dueAt: Date, now: Date, window: MessageWindow): Lateness {
  if (now < dueAt) return 'early'
  if (now >= deadlineOf(kind, dueAt, window)) return 'missed'
  return now <= minutesAfter(dueAt, ON_TIME_MINUTES) ? 'now' : 'late'
}

function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000)
}
