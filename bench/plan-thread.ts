/** Reads one plan in a thread whose heap is limited by who starts it, and says when it is done. */
import { parentPort, workerData } from 'node:worker_threads'
import { parsePlan } from '../src/plan/parse.ts'

const file = parsePlan(workerData as Uint8Array, { path: 'bench.md', referenceDate: '2026-11-21' })
parentPort?.postMessage(file.plans.length)
