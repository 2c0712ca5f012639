// The live statuses of a plan's items, as a change of the plan's own file.
import { basename, resolve, sep } from 'node:path'
import type { Plan } from '#domain/plan-file.ts'
import { parsePlan } from '#plan/parse.ts'
import { withStableNames } from '#plan/stable-names.ts'
import { type WantedStatus, type WrittenStatuses, writeStatuses } from '#plan/write-status.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { PlanSource } from '#platform/store/generated/client.ts'
import { newestPlans } from '#records/import/revisions.ts'

export interface PlanPatch extends WrittenStatuses {
  before: string
}

/**
 * What the file would be with the statuses that its items have now.
 *
 * @throws SprintkeeperError `not_imported`, `not_utf8`
 */
export async function patchPlan(services: Services, path: string, bytes: Uint8Array): Promise<PlanPatch> {
  const sources = await sourcesOf(services, path)
  const before = decoded(path, bytes)
  const plans = await newestPlans(
    services.db,
    sources.map(({ id }) => id),
  )
  const wanted: WantedStatus[] = []
  for (const plan of parsePlan(bytes, { path }).plans) {
    const source = sources.find(({ side }) => side === (plan.side ?? ''))
    if (!source) continue
    const items = await services.db.item.findMany({
      where: { sourceId: source.id, removedAt: null },
      select: { key: true, status: true },
    })
    const live = new Map(items.map(({ key, status }) => [key, status]))
    // An item that states no key has the one that it was given when it was imported.
    for (const { key, line, title } of itemsOf(withStableNames(plan, plans.get(source.id) ?? null))) {
      const status = live.get(key)
      if (status) wanted.push({ line, title, status })
    }
  }
  return { before, ...writeStatuses(before, wanted) }
}

const itemsOf = (plan: Plan) => [...plan.sprints.flatMap(({ items }) => items), ...plan.backlog]

/** The sources of a file: by the path that they were imported under, which the file's own path ends with. */
async function sourcesOf({ db }: Services, path: string): Promise<PlanSource[]> {
  const all = await db.planSource.findMany({ orderBy: { path: 'asc' } })
  const whole = resolve(path).split(sep).join('/')
  const matching = all.filter((source) => `/${whole}`.endsWith(`/${source.path}`))
  const longest = Math.max(0, ...matching.map((source) => source.path.length))
  const found = matching.filter((source) => source.path.length === longest)
  if (found.length) return found
  const named = all.filter((source) => basename(source.path) === basename(path)).map((source) => source.path)
  throw new SprintkeeperError(
    'not_imported',
    `${path} was not imported${named.length ? ` (but ${named.join(', ')} was)` : ''}.`,
    'Import it first: sprintkeeper plan import FILE.',
  )
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new SprintkeeperError(
      'not_utf8',
      `${path} is not UTF-8, so nothing is written into it.`,
      'Save it as UTF-8 first.',
      { cause },
    )
  }
}
