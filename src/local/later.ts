// What the local workspace calls back, of the product that is made after it.
import type { PlanFile } from '#domain/plan-file.ts'
import type { Due } from './time-travel.ts'

/** What the local workspace calls, of parts that are made after it. */
export interface Later {
  next(): Promise<Due | null>
  tick(): Promise<void>
  /** Does something while the product does nothing by itself. */
  still<T>(work: () => Promise<T>): Promise<T>
  /** Reads a plan without storing anything. */
  read(file: { name: string; bytes: Uint8Array }, referenceDate: string): Promise<PlanFile>
  /** Imports the plans of a folder and follows them, until it is stopped. */
  follow(folder: string): Promise<{ stop(): Promise<void> }>
  /** The database's address; null: it is not there yet. */
  database(): string | null
}

/** Before the product is there nothing happens in it. */
export const notYet: Later = {
  next: async () => null,
  tick: async () => {},
  still: (work) => work(),
  read: () => Promise.reject(new Error('The local workspace is still starting.')),
  follow: async () => ({ stop: async () => {} }),
  database: () => null,
}
