// A plan comes in: by Slack, a watched folder, the command line, or a pipeline.
import type { Subject } from '#subjects/subject.ts'
import { importFeature } from './import.slack.ts'
import { plansRoute } from './plans.routes.ts'
import { watchPlans } from './plans-folder.ts'

export { importPlan } from './import.ts'
export { type ImportSummary, summaryOf } from './import-summary.ts'
export { changeText } from './plan-changes.messages.ts'
export { watchPlans } from './plans-folder.ts'
export { readApart } from './read-apart.ts'

export const planImport: Subject = {
  name: 'import',
  needs: [],
  slack: [importFeature],
  routes: (services, settings) => (settings.plansToken ? [plansRoute(services, settings)] : []),
  job: async (services, settings) =>
    settings.plansDir === null ? null : watchPlans(services, settings.plansDir, settings),
}
