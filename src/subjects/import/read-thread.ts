// The thread that parses a plan (read-apart.ts): bytes in, the plan out.
import { parentPort, workerData } from 'node:worker_threads'
import { parsePlan } from '#plan/parse.ts'

const { bytes, path, referenceDate } = workerData as {
  bytes: Uint8Array
  path: string
  referenceDate: string
}
parentPort?.postMessage(parsePlan(bytes, { path, referenceDate }))
