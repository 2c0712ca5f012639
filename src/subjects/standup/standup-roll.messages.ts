// Who has checked in and who has not: the count and the lines of names.

import { oneLine, safe } from '#platform/blocks/text.ts'
import { dayText } from '#platform/blocks/when.ts'
import type { StandUpView, Timing, Who } from './standup-shown.ts'

/** Names in one line; more are counted. */
const mostNames = 40

/** "2 of 4 have checked in"; those who skip or are away are not counted. */
export function countText({ answered, missing, skipped, away }: StandUpView): string {
  const of = answered.length + missing.length
  if (of === 0 && skipped.length + away.length === 0) return 'The team has no members yet'
  if (of === 0) return 'Nobody is expected today'
  if (missing.length > 0) return `${answered.length} of ${of} have checked in`
  if (of === 1) return 'The one person expected has checked in'
  return `All ${of} have checked in`
}

/** One line for each group of people that is not empty. */
export function rollLines(
  view: StandUpView,
  showMissing: (who: StandUpView['missing'][number]) => string = nameOf,
): string[] {
  const marks: Record<Timing, string> = { ahead: ' (ahead)', 'in time': '', late: ' (late)' }
  const answered = view.answered.map((who) => `${nameOf(who)}${marks[who.timing]}`)
  const skipped = view.skipped.map(
    (who) => `${nameOf(who)}${who.reason ? `: ${safe(oneLine(who.reason), 120)}` : ''}`,
  )
  const away = view.away.map((who) =>
    who.until ? `${nameOf(who)} until ${dayText(who.until)}` : `${nameOf(who)} (${safe(who.reason, 80)})`,
  )
  const missing = view.missing.map(showMissing)
  const waiting =
    view.phase === 'closed' || view.phase === 'over'
      ? ':grey_question: Not heard from'
      : ':hourglass_flowing_sand: Expected'
  const none = answered.length + skipped.length + away.length + missing.length === 0
  return [
    ...(none ? ['`/sprint team` says who belongs to it.'] : []),
    ...line(':white_check_mark: Checked in', answered),
    ...line(waiting, missing),
    ...line(':fast_forward: Skipping', skipped),
    ...line(':palm_tree: Away', away),
  ]
}

/** A name as text, without a ping. */
export const nameOf = ({ name }: Who): string => safe(oneLine(name), 80)

function line(label: string, names: string[]): string[] {
  if (names.length === 0) return []
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : ''
  return [`${label}: ${names.slice(0, mostNames).join(', ')}${more}`]
}
