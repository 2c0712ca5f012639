// /sprint plan.

import { type Feature, teamOf } from '#platform/slack/feature.ts'
import { readPlanView } from './plan-view.ts'
import { planMessage } from './sprint-plan.messages.ts'

export const planFeature: Feature = {
  commands: [
    {
      word: 'plan',
      aliases: ['items', 'backlog'],
      usage: '',
      summary: 'The sprint as planned: goals, items, capacity, and the file it comes from',
      when: 'through the sprint',
      details: [
        'The goals, every item with its owner and estimate, the capacity, and which file and revision all of it comes from.',
      ],
      needsTeam: true,
      async run(call) {
        await call.reply(planMessage(await readPlanView(call.services, teamOf(call))))
      },
    },
  ],
}
