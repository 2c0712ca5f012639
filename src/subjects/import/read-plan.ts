// A file read and judged: is it a plan, and near which date are its years.

import type { PlanFile } from '#domain/plan-file.ts'
import { parsePlan } from '#plan/parse.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'

/** More is no plan, and would hold up the others that import. */
export const mostBytes = 10 * 1024 * 1024

interface PlanToRead {
  /** What the file holds; or the plan that was read from it. */
  bytes?: Uint8Array
  file?: PlanFile
  path: string
}

/**
 * Reads and judges a file without storing anything. `referenceDate`: near it a year is inferred that the plan leaves out.
 *
 * @throws SprintkeeperError `plan_too_large`, `no_plan`
 */
export function readPlan({ bytes, file, path }: PlanToRead, referenceDate: string): PlanFile {
  if (bytes) requireSize(bytes, path)
  const read = file ?? parsePlan(bytes ?? new Uint8Array(), { path, referenceDate })
  const found = read.plans.some(
    (plan) => plan.backlog.length > 0 || plan.sprints.some((sprint) => sprint.items.length || sprint.start),
  )
  if (found) return read
  const error = read.diagnostics.find(({ severity }) => severity === 'error')
  throw new SprintkeeperError(
    'no_plan',
    `There is no plan in ${path}: ${error ? error.message : 'no sprint and no item was found in it.'}`,
    'A plan is Markdown or plain text with a sprint and its items: see docs/plan-format.md.',
  )
}

/** @throws SprintkeeperError `plan_too_large` */
export function requireSize({ byteLength }: Uint8Array, path: string): void {
  if (byteLength <= mostBytes) return
  throw new SprintkeeperError(
    'plan_too_large',
    `${path} is ${Math.ceil(byteLength / 1024 / 1024)} MB; a plan may have at most ${mostBytes / 1024 / 1024} MB.`,
    'Import the sprint that you work on, and keep its history in other files.',
  )
}

/** When the plan was imported first, so that no later reading of it infers another year; of a new one, today. */
export async function referenceDate(services: Services, path: string): Promise<string> {
  const first = await services.db.planRevision.findFirst({
    where: { source: { path } },
    orderBy: { importedAt: 'asc' },
  })
  return (first?.importedAt ?? services.clock.now()).toISOString().slice(0, 10)
}
