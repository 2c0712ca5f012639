// The thread that parses plans (read-apart.ts): bytes in, the plan out, one after the other.
import { parentPort } from 'node:worker_threads'
import { parsePlan } from '#plan/parse.ts'

parentPort?.on(
  'message',
  ({ bytes, path, referenceDate }: { bytes: Uint8Array; path: string; referenceDate: string }) => {
    parentPort?.postMessage(parsePlan(bytes, { path, referenceDate }))
  },
)
