// Figures of a bench: shares of a sample, and what is printed of them.

/** The value that `share` (0 to 1) of the sample does not exceed; NaN of an empty one. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (sample: readonly number[]): number => percentile(sample, 0.5)

/** "p50 1.2 ms, p99 3.4 ms, max 5.6 ms of 12000". */
export function spread(millis: readonly number[]): string {
  const at = (share: number) => percentile(millis, share).toFixed(1)
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms of ${millis.length}`
}
