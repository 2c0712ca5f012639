// Where a sprint's work is heading: its own days of work, carried on.
import { dayNumber } from '#domain/calendar/dates.ts'
import { sum } from '#domain/sprint/amount.ts'
import { sprintDays, workdaysFrom } from '#domain/sprint/days.ts'
import { type Forecast, forecastEnd } from '#domain/sprint/forecast.ts'
import type { Progress } from '#domain/sprint/progress.ts'
import { dailyThroughput } from '#domain/sprint/throughput.ts'
import type { SprintState } from './sprint-state.ts'

/** The forecast of the committed work; the same all day for the same state. */
export function forecastOf(state: SprintState, progress: Progress): Forecast {
  const { timeline, items, events, today, dated } = state
  if (!dated) return { method: 'none', why: 'the sprint has no dates yet' }
  if (progress.phase === 'before') return { method: 'none', why: 'the sprint has not begun' }
  if (progress.committed.items === 0) return { method: 'none', why: 'nothing is committed' }
  const { unit, committed, done } = progress
  if (progress.left === 1 && committed.items > done.items)
    return { method: 'none', why: 'today is the last day' }
  return forecastEnd({
    left: unit === null ? committed.items - done.items : sum([committed.value, -done.value]),
    daily: dailyThroughput(items, events, unit, timeline),
    ahead: workdaysFrom(timeline.workdays, timeline.now),
    sprintEnd: timeline.end,
    sprintDays: sprintDays(timeline).length,
    seed: dayNumber(today),
  })
}
