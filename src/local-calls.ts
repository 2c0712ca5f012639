// Where the local workspace and the product meet: what it is started with, and what it calls of a product that is there.
import type { Later } from '#local/later.ts'
import type { HandedFile } from '#local/own/own-plans.ts'
import type { Services } from '#platform/services.ts'
import { nextMessage, nextStep } from '#schedule/planning.ts'
import { readApart, watchPlans } from '#subjects/import/index.ts'
import type { Config } from './config.ts'

/** The plans that a local workspace is started with. */
export async function plansOfFolder(folder: string | null): Promise<HandedFile[]> {
  if (folder === null) return []
  const { readPlans } = await import('#local/own/plan-files.ts')
  return readPlans([folder], 'PLANS_DIR')
}

/** The parts of a product that is there. */
export interface Product {
  services: Services
  tickNow(): Promise<unknown>
  still: Later['still']
  connectionString: string
  config: Config
}

/** What the local workspace asks of the product. */
export function laterOf({ services, tickNow, still, connectionString, config }: Product): Later {
  const { defaultTimeZone } = config
  return {
    still,
    tick: async () => void (await tickNow()),
    async next() {
      const [step, message] = await Promise.all([nextStep(services), nextMessage(services)])
      const at = step?.nextAt ?? null
      if (message && (!at || message < at)) return { at: message, title: 'A reminder' }
      return step && at ? { at, title: `${step.title} · ${step.team.name}` } : null
    },
    read: ({ name, bytes }, referenceDate) => readApart(bytes, name, referenceDate),
    follow: (folder) => watchPlans(services, folder, { defaultTimeZone }),
    database: () => connectionString,
  }
}
