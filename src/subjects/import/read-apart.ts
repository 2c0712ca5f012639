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
/** So long a thread waits for another plan: it holds 30 MB. */
const idleMillis = 10_000

// Each takes a core: with two at once the rest of the product still has its turn, and more would all be late.
const inTurn = takingTurns(2)

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

interface Thread {
  worker: Worker
  idleTimer?: NodeJS.Timeout
}

/** Threads that have loaded the reader and wait for the next plan, as of a folder. */
const idle: Thread[] = []

function takeThread(heapMegabytes: number): Thread {
  const waiting = heapMegabytes === readingLimits.heapMegabytes ? idle.pop() : undefined
  if (waiting) {
    clearTimeout(waiting.idleTimer)
    waiting.worker.ref()
    return waiting
  }
  const worker = new Worker(new URL('./read-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    // What a start is given on its command line is about the process, not about a thread.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  return { worker }
}

function giveBack(thread: Thread): void {
  thread.worker.removeAllListeners()
  thread.worker.unref()
  const remove = () => {
    const at = idle.indexOf(thread)
    if (at >= 0) idle.splice(at, 1)
  }
  // Ends by itself only if it fails while idle.
  thread.worker.once('error', remove)
  thread.idleTimer = setTimeout(() => {
    remove()
    void thread.worker.terminate()
  }, idleMillis).unref()
  idle.push(thread)
}

async function parseInThread(
  bytes: Uint8Array,
  path: string,
  referenceDate: string,
  { processorMillis, withinMillis, heapMegabytes }: ReadingLimits,
): Promise<PlanFile> {
  const thread = takeThread(heapMegabytes)
  const { worker } = thread
  // Rejects when the thread has ended meanwhile, which its own events tell.
  const usedMillis = () =>
    worker.cpuUsage().then(
      ({ user, system }) => (user + system) / 1000,
      () => 0,
    )
  const before = await usedMillis()
  const outcome = Promise.withResolvers<PlanFile>()
  const tooSlow = (millis: number) =>
    outcome.reject(overLimit(`${path} takes more than ${millis / 1000} seconds to read.`))
  const timer = setTimeout(() => tooSlow(withinMillis), withinMillis)
  const looking = setInterval(async () => {
    if ((await usedMillis()) - before > processorMillis) tooSlow(processorMillis)
  }, lookEveryMillis)
  worker.once('message', outcome.resolve)
  worker.once('error', (error: unknown) => {
    const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    outcome.reject(isMemory ? overLimit(`${path} takes more than ${heapMegabytes} MB to read.`) : error)
  })
  worker.once('exit', () => outcome.reject(new Error('the thread that reads plans ended early')))
  worker.postMessage({ bytes, path, referenceDate })
  try {
    const file = await outcome.promise
    if (heapMegabytes === readingLimits.heapMegabytes) giveBack(thread)
    else void worker.terminate()
    return file
  } catch (error) {
    void worker.terminate()
    throw error
  } finally {
    clearTimeout(timer)
    clearInterval(looking)
  }
}

const overLimit = (message: string) =>
  new SprintkeeperError(
    'plan_over_limit',
    message,
    'Nothing was stored. Import the sprint that you work on, and keep its history in other files.',
  )
