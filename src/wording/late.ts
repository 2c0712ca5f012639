// What a report says that comes after its time, and of what never came.

import type { RuleKind } from '#domain/kinds.ts'
import type { LocalDate } from '#domain/sprint/types.ts'
import { safe } from '#platform/blocks/text.ts'
import { dayText } from '#platform/blocks/when.ts'
import { nameInSentence } from './ceremony-name.ts'

/**
 * Why something is late: nothing ran at its time, it ran and the step failed, or it ran and it is not known. False: it is not
 * late.
 */
export type Late = false | 'stopped' | 'failed' | 'unknown'

export interface MissedNote {
  kind: RuleKind
  title: string
  date: LocalDate
  cause: Exclude<Late, false>
}

const causes: Record<Exclude<Late, false>, string> = {
  stopped: ': Sprintkeeper was not running at its time',
  failed: ': it could not be made at its time',
  unknown: '',
}

/** "⏳ This digest is late: …". `late` false: it is not said. */
export const lateNote = (what: string, late: Exclude<Late, false>): string =>
  `⏳ This ${what} is late${causes[late]}.`

const missedBecause: Record<Exclude<Late, false>, string> = {
  stopped: 'Missed while Sprintkeeper was not running',
  failed: 'Missed because it could not be made',
  unknown: 'Missed',
}
const namesShown = 3

/** A sentence for each cause: "Missed while Sprintkeeper was not running: the stand-up of Mon 16 Nov and 2 more." */
export function missedTexts(notes: readonly MissedNote[]): string[] {
  return [...Map.groupBy(notes, ({ cause }) => cause)].map(([cause, missed]) => {
    const shown = missed
      .slice(0, namesShown)
      .map(({ kind, title, date }) => `the ${safe(nameInSentence(kind, title), 150)} of ${dayText(date)}`)
    const more = missed.length - shown.length
    return `${missedBecause[cause]}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
  })
}
