// A plan parsed in a thread of its own: whatever a file holds, commands and stand-ups go on beside it.
import { Worker } from 'node:worker_threads'
import type { PlanFile } from '#domain/plan-file.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import { takingTurns } from '#platform/slack/turns.ts'
import { readPlan } from './read-plan.ts'

export interface ReadingLimits {
  /** Of a processor's time, loading the reader (0.4 s) included: a busy machine refuses no plan that a quiet one takes. */
  processorMillis: number
  /** In all, also where the thread does not get a processor. */
  withinMillis: number
  /** Of the thread's heap. Plans of 2,000 items stay under 100 MB. */
  heapMegabytes: number
  lines: number
  /** Of one sprint, or of the backlog. */
  items: number
}

export const readingLimits: ReadingLimits = {
  processorMillis: 5_000,
  withinMillis: 60_000,
  heapMegabytes: 192,
  lines: 50_000,
  items: 2_000,
}

const lookEveryMillis = 100

// Each takes a core: with two at once the rest of the product still has its turn, and more would all be late.
const { take: inTurn } = takingTurns(2)

/**
 * Reads and judges a file without storing anything, as `readPlan` does, within limits.
 *
 * @throws SprintkeeperError `plan_over_limit`, saying which limit; as `readPlan`
 */
export async function readApart(
  bytes: Uint8Array,
  path: string,
  referenceDate: string,
  limits: ReadingLimits = readingLimits,
): Promise<PlanFile> {
  const lines = countLines(bytes)
  if (lines > limits.lines)
    throw overLimit(`${path} has ${lines} lines; a plan may have at most ${limits.lines}.`)
  const file = await inTurn(() => parseInThread(bytes, path, referenceDate, limits))
  const read = readPlan({ file, path }, referenceDate)
  for (const plan of read.plans) {
    const parts = [
      ...plan.sprints.map(({ name, items }) => ({ name, count: items.length })),
      { name: 'the backlog', count: plan.backlog.length },
    ]
    const full = parts.find(({ count }) => count > limits.items)
    if (full)
      throw overLimit(
        `${path} has ${full.count} items in ${full.name}; there may be at most ${limits.items}.`,
      )
  }
  return read
}

function countLines(bytes: Uint8Array): number {
  let lines = 1
  for (const byte of bytes) if (byte === 0x0a) lines += 1
  return lines
}

function parseInThread(
  bytes: Uint8Array,
  path: string,
  referenceDate: string,
  { processorMillis, withinMillis, heapMegabytes }: ReadingLimits,
): Promise<PlanFile> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./read-thread.ts', import.meta.url), {
      workerData: { bytes, path, referenceDate },
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
      // What a start is given on its command line is about the process, not about a thread.
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    const tooSlow = (millis: number) =>
      finish(() => fail(overLimit(`${path} takes more than ${millis / 1000} seconds to read.`)))
    const timer = setTimeout(() => tooSlow(withinMillis), withinMillis)
    const looking = setInterval(async () => {
      // Rejects when the thread has ended meanwhile, which its own events tell.
      const used = await worker.cpuUsage().catch(() => null)
      if (used && (used.user + used.system) / 1000 > processorMillis) tooSlow(processorMillis)
    }, lookEveryMillis)
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      clearInterval(looking)
      settle()
      void worker.terminate()
    }
    worker.once('message', (file: PlanFile) => finish(() => done(file)))
    worker.once('error', (error: unknown) => {
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      finish(() => fail(isMemory ? overLimit(`${path} takes more than ${heapMegabytes} MB to read.`) : error))
    })
    worker.once('exit', () => finish(() => fail(new Error('the thread that reads plans ended early'))))
  })
}

const overLimit = (message: string) =>
  new SprintkeeperError(
    'plan_over_limit',
    message,
    'Nothing was stored. Import the sprint that you work on, and keep its history in other files.',
  )
