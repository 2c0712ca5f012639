// The verdict that stakeholders were given last, kept with the sprint: the next one stands on it.

import { z } from 'zod'
import type { Headline, HeadlineInput, HeadlineReason, Verdict } from '#domain/sprint/headline.ts'
import type { Tx } from '#platform/store/client.ts'
import { stored } from '#platform/store/stored.ts'
import type { SprintState } from '#records/sprint-state.ts'

const said = z.object({
  standing: z.enum(['waiting', 'not_started', 'on_track', 'at_risk', 'off_track', 'done']),
  reason: z.custom<HeadlineReason>((value) => typeof value === 'object' && value !== null && 'type' in value),
  /** The team's local date. */
  on: z.iso.date(),
})
/** The last one, and of the days before it the last one: what is posted twice a day is set against the day before. */
const verdicts = z.object({ last: said, before: said.nullable() })

/** What was said on the last day before today on which something was, and how many working days ago; null: nothing. */
export function verdictBefore(state: SprintState): HeadlineInput['before'] {
  const { today, timeline } = state
  const verdict = earlierVerdict(state)
  if (!verdict) return null
  const workingDays = timeline.workdays.filter(({ date }) => verdict.on < date && date <= today).length
  return { verdict, workingDays }
}

/** Keeps what a digest says that was posted just now. */
export async function keepVerdict(tx: Tx, state: SprintState, { standing, reason }: Headline): Promise<void> {
  const last: Verdict = { standing, reason, on: state.today }
  const verdict = { last, before: earlierVerdict(state) }
  await tx.sprint.update({
    where: { id: state.sprint.id },
    data: { verdict: JSON.parse(JSON.stringify(verdict)) },
  })
}

function earlierVerdict({ sprint, today }: SprintState): Verdict | null {
  if (sprint.verdict === null) return null
  const { last, before } = stored(verdicts, sprint.verdict, {
    table: 'Sprint',
    id: sprint.id,
    column: 'verdict',
  })
  return last.on < today ? last : before
}
