// /sprint delta.

import { type Feature, teamOf } from '#platform/slack/feature.ts'
import { deltaMessage } from './delta.messages.ts'
import { sprintDelta } from './delta.steps.ts'

export const deltaFeature: Feature = {
  commands: [
    {
      word: 'delta',
      aliases: ['changes'],
      usage: '',
      summary: 'What changed since yesterday’s report: work moved, scope, blockers, what falls due',
      when: 'through the sprint',
      needsTeam: true,
      async run(call) {
        await call.reply(deltaMessage(await sprintDelta(call.services, teamOf(call))))
      },
    },
  ],
}
