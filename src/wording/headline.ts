// Where a sprint stands, in words that somebody outside the team understands.
import type { Headline, HeadlineReason, Standing } from '#domain/sprint/headline.ts'
import { oneLine, plural, safe } from '#platform/blocks/text.ts'
import { dayText } from '#platform/blocks/when.ts'
import { percent } from './amounts.ts'

export const standings: Record<Standing, { mark: string; words: string }> = {
  waiting: { mark: '⚪', words: 'not scheduled' },
  not_started: { mark: '⚪', words: 'not started' },
  on_track: { mark: '🟢', words: 'on track' },
  at_risk: { mark: '🟠', words: 'at risk' },
  off_track: { mark: '🔴', words: 'off track' },
  done: { mark: '✅', words: 'done' },
}

/** "🟠 At risk: …" as mrkdwn, and what it was before where that was another; `end` is the sprint's last day as text. */
export function headlineText({ standing, reason, was }: Headline, end: string): string {
  const { mark, words } = standings[standing]
  const says = `${mark} *${words.charAt(0).toUpperCase()}${words.slice(1)}*: ${reasonWords(reason, end)}`
  if (!was) return says
  return `${says}\nOn ${dayText(was.on)} it was ${standings[was.standing].words}: ${reasonWords(was.reason, end)}`
}

/** The reason alone, in a sentence that goes on after a colon. Escaped. */
export function reasonWords(reason: HeadlineReason, end: string): string {
  switch (reason.type) {
    case 'no_dates':
      return 'the sprint has no dates yet.'
    case 'starts':
      return `it starts on ${dayText(reason.on)}.`
    case 'all_done':
      return 'everything that was committed is finished.'
    case 'ended_with_work_left':
      return reason.left > 0
        ? `the sprint has ended with ${plural(reason.left, 'item')} unfinished.`
        : 'the sprint has ended.'
    case 'ends_late':
      return `at the present pace the work is finished ${reason.likely ? `around ${dayText(reason.likely)}` : 'much later'}, and the sprint ends on ${end}.`
    case 'may_end_late':
      return `the work may not be finished by ${end}${reason.safe ? `; ${dayText(reason.safe)} is safe` : ''}.`
    case 'blocked':
      return `${reason.escalated ? 'an escalated blocker' : 'a grave blocker'} is open: ${safe(oneLine(reason.text), 300)}`
    case 'behind':
      return `the work is ${percent(reason.share)} of the commitment behind an even pace.`
    case 'forecast':
      return reason.likely
        ? `the work is likely finished by ${dayText(reason.likely)}, and the sprint ends on ${end}.`
        : `the work fits into the sprint, which ends on ${end}.`
    case 'near_ideal':
      return `the work goes at an even pace towards ${end}.`
    case 'last_day':
      return `today is the last day, and ${plural(reason.left, 'item')} of the commitment ${reason.left === 1 ? 'is' : 'are'} not done.`
    case 'held':
      return `${reasonWords(reason.by, end).replace(/\.$/, '')}; that is not enough yet to call it ${standings[reason.found].words}.`
  }
}
