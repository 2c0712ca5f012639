/** How much the reader of plans does with a text, counted: how often each of its functions and branches runs. The same on every machine. */
import { Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'
import { parsePlan } from '#plan/parse.ts'

interface Range {
  startOffset: number
  endOffset: number
  count: number
}

interface Coverage {
  result: { url: string; functions: { functionName: string; ranges: Range[] }[] }[]
}

/** The branches of each function, by file, name and place. */
type Work = ReadonlyMap<string, readonly Range[]>

export interface Growth {
  /** How much more often a branch runs for the second half of a text than for the first: about 1 where it is linear, 3 where it is quadratic. */
  most: number
  /** File and function of that branch. */
  where: string
}

export interface WorkCounter {
  growth(lines: (i: number) => string, head: string, count: number): Growth
  stop(): void
}

/** A branch that runs less often than so many times a line is no matter. */
const A_LINE = 6

/** Counts by V8's precise coverage, which slows the process down until it is stopped. */
export function countWork(): WorkCounter {
  // A function that the compiler has put into its caller is no longer counted.
  for (const flag of ['--no-opt', '--no-maglev']) setFlagsFromString(flag)
  const session = new Session()
  session.connect()
  const post = (method: string, params: object = {}): unknown => {
    let answer: unknown
    session.post(method, params, (error, result) => {
      if (error) throw error
      answer = result
    })
    return answer
  }
  post('Profiler.enable')
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const workOf = (text: string): Work => {
    const bytes = new TextEncoder().encode(text)
    post('Profiler.takePreciseCoverage')
    parsePlan(bytes, { path: 'plan.md', referenceDate: '2026-11-21' })
    return branches(post('Profiler.takePreciseCoverage') as Coverage)
  }
  return {
    growth(lines, head, count) {
      const text = (n: number) => `${head}${Array.from({ length: n }, (_, i) => lines(i)).join('\n')}\n`
      workOf(text(2 * count))
      return compare(workOf(text(count)), workOf(text(2 * count)), A_LINE * 2 * count)
    },
    stop() {
      post('Profiler.stopPreciseCoverage')
      session.disconnect()
      for (const flag of ['--opt', '--maglev']) setFlagsFromString(flag)
    },
  }
}

function branches({ result }: Coverage): Work {
  const work = new Map<string, Range[]>()
  for (const { url, functions } of result) {
    const file = /\/src\/plan\/(.+)$/.exec(url)?.[1]
    if (file === undefined) continue
    for (const { functionName, ranges } of functions) {
      const where = `${file} ${functionName || 'a function'} at ${ranges[0]?.startOffset}`
      const known = work.get(where)
      if ((known?.[0]?.count ?? 0) <= (ranges[0]?.count ?? 0)) work.set(where, [...ranges])
    }
  }
  return work
}

/** V8 leaves a branch out whose count is that of the one around it; such a one is looked up there. */
function countIn(ranges: readonly Range[] | undefined, { startOffset, endOffset }: Range): number {
  let count = 0
  let size = Number.POSITIVE_INFINITY
  for (const range of ranges ?? [])
    if (
      range.startOffset <= startOffset &&
      range.endOffset >= endOffset &&
      range.endOffset - range.startOffset < size
    ) {
      size = range.endOffset - range.startOffset
      count = range.count
    }
  return count
}

function compare(half: Work, whole: Work, least: number): Growth {
  const growth: Growth = { most: 0, where: '' }
  for (const [where, ranges] of whole)
    for (const range of ranges) {
      if (range.count < least) continue
      const before = countIn(half.get(where), range)
      // The longer text may be read otherwise (its lines taken for work, say): what only it does has nothing to grow from.
      if (before === 0) continue
      const grown = (range.count - before) / before
      if (grown > growth.most) Object.assign(growth, { most: grown, where })
    }
  return growth
}
