// `plan diff`: what changed between two revisions of a plan.

import type { Plan, PlanFile } from '#domain/plan-file.ts'
import { diffPlans, type PlanChange } from '#plan/diff.ts'
import { parsePlan } from '#plan/parse.ts'
import { withStableNames } from '#plan/stable-names.ts'
import { explain, SprintkeeperError } from '#platform/errors.ts'
import { changeText } from '#subjects/import/index.ts'
import { readError, readInput, today } from './files.ts'

export interface DiffOptions {
  json?: boolean
  exitCode?: boolean
  referenceDate?: string
}

/** 0: compared (with `--exit-code`: and the same); 1: with `--exit-code`, different; 2: an unreadable file. */
export function diff(oldPath: string, newPath: string, options: DiffOptions): number {
  try {
    const [before, after] = [oldPath, newPath].map((path) => read(path, options)) as [PlanFile, PlanFile]
    const pairs = pairsOf(before, after)
    const changes = pairs.flatMap(([old, now]) => changesOf(old, now))
    if (options.json) console.log(JSON.stringify(changes))
    else if (changes.length === 0) console.log('Nothing changed in sprints and items.')
    else for (const change of changes) console.log(changeText(change))
    return options.exitCode && changes.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof SprintkeeperError)) throw error
    console.error(explain(error))
    return 2
  }
}

function read(path: string, options: DiffOptions): PlanFile {
  try {
    const input = readInput(path)
    return parsePlan(input.bytes, { path: input.path, referenceDate: options.referenceDate ?? today() })
  } catch (error) {
    throw new SprintkeeperError('unreadable', readError(path, error), null, { cause: error })
  }
}

const nothing: Plan = {
  title: '',
  side: null,
  team: { name: null, timeZone: null, channels: [], roles: [] },
  sprints: [],
  backlog: [],
  risks: [],
  dependencies: [],
  ceremonies: [],
}

/** Plans of one side of a merge conflict belong together; a plan without a counterpart came or went as a whole. */
function pairsOf(before: PlanFile, after: PlanFile): [Plan, Plan][] {
  const sides = new Set([...before.plans, ...after.plans].map(({ side }) => side))
  return [...sides].flatMap((side) => {
    const of = (file: PlanFile) => file.plans.filter((plan) => plan.side === side)
    const [olds, news] = [of(before), of(after)]
    const count = Math.max(olds.length, news.length)
    return Array.from({ length: count }, (_, index): [Plan, Plan] => [
      olds[index] ?? nothing,
      news[index] ?? nothing,
    ])
  })
}

function changesOf(before: Plan, after: Plan): PlanChange[] {
  const old = withStableNames(before, null)
  return diffPlans(old, withStableNames(after, old)).changes
}
