/** When the work that is left will be done: a range, and how it was found. */

import { seededRandom } from './random.ts'
import type { LocalDate, Workday } from './types.ts'

/** "done": nothing is left. "none": there is nothing to forecast or to forecast from, and `why` says which. */
export type Forecast =
  | { method: 'done' }
  | { method: 'none'; why: string }
  | {
      /** "simulation": drawn from the team's own days. "average": too few days for that; a wide range says so. */
      method: 'simulation' | 'average'
      /** Working days of throughput that it rests on. */
      from: number
      /** In one run of two the work is done by then; of ten, nearly nine (85 %). null: beyond the days looked at. */
      likely: LocalDate | null
      safe: LocalDate | null
      earliest: LocalDate | null
      /** Share of the runs that end by the sprint's end, 0 to 1; null for an average, which knows none. */
      chance: number | null
    }

export interface ForecastInput {
  /** Work left, in the unit of `daily`. */
  left: number
  /** Finished on each past working day (throughput.ts). */
  daily: readonly number[]
  /** Working days from the one that is under way. */
  ahead: readonly Workday[]
  sprintEnd: LocalDate
  /** Working days of the whole sprint. */
  sprintDays: number
  seed: number
}

/** Fewer days than a working week say too little of how days differ to draw from them. */
export const SIMULATION_DAYS = 5
/** Two days are a coincidence; and early in a long sprint work is begun rather than finished, so that a pace says too little. */
const LEAST_DAYS = 3
const LEAST_SHARE = 1 / 3
const RUNS = 2000
/** A run that takes longer is not followed further: a quarter of working days. */
const LONGEST_DAYS = 65
/** What is called safe: 85 of 100 runs, the percentile usual for service levels in Kanban. */
const SAFE = 0.85
/** An average of few days is widened by half to either side. */
const WIDEN = 1.5

export function forecastEnd(input: ForecastInput): Forecast {
  const { left, daily, ahead, sprintEnd, sprintDays } = input
  if (left <= 0) return { method: 'done' }
  const total = daily.reduce((sum, value) => sum + value, 0)
  const least = Math.max(LEAST_DAYS, Math.ceil(sprintDays * LEAST_SHARE))
  if (daily.length < least) return { method: 'none', why: tooFew(least, daily.length) }
  if (total <= 0) return { method: 'none', why: 'nothing has been finished yet' }
  const dateAfter = (days: number): LocalDate | null => ahead[Math.ceil(days) - 1]?.date ?? null

  if (daily.length < SIMULATION_DAYS) {
    const days = left / (total / daily.length)
    return {
      method: 'average',
      from: daily.length,
      likely: dateAfter(days),
      safe: dateAfter(days * WIDEN),
      earliest: dateAfter(days / WIDEN),
      chance: null,
    }
  }
  const lengths = simulate(left, daily, input.seed)
  const inTime = ahead.filter(({ date }) => date <= sprintEnd).length
  const at = (share: number): number => lengths[Math.ceil(share * RUNS) - 1] as number
  return {
    method: 'simulation',
    from: daily.length,
    likely: dateAfter(at(0.5)),
    safe: dateAfter(at(SAFE)),
    earliest: dateAfter(at(1 - SAFE)),
    chance: lengths.filter((days) => days <= inTime).length / RUNS,
  }
}

function tooFew(least: number, seen: number): string {
  const sofar = seen === 0 ? 'none is over yet' : `${seen} ${seen === 1 ? 'is' : 'are'} over`
  return `it takes ${least} working days to go by, and ${sofar}`
}

/** Lengths of the runs in working days, rising; Infinity for those that do not end. Each day is drawn from the past. */
function simulate(left: number, daily: readonly number[], seed: number): Float64Array {
  const random = seededRandom(seed)
  const lengths = new Float64Array(RUNS).map(() => {
    let open = left
    for (let day = 1; day <= LONGEST_DAYS; day++) {
      open -= daily[Math.floor(random() * daily.length)] as number
      if (open <= 1e-9) return day
    }
    return Number.POSITIVE_INFINITY
  })
  return lengths.sort()
}
