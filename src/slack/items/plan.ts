// /sprint plan.
import { readPlanView } from '../../ceremonies/items/plan-view.ts'
import { planMessage } from '../../messages/items/plan.ts'
import { type Feature, teamOf } from '../app/feature.ts'

export const planFeature: Feature = {
  commands: [
    {
      word: 'plan',
      aliases: ['items', 'backlog'],
      usage: '',
      summary: 'The sprint as planned: goals, items, capacity, and the file it comes from',
      needsTeam: true,
      async run(call) {
        await call.reply(planMessage(await readPlanView(call.services, teamOf(call))))
      },
    },
  ],
}
