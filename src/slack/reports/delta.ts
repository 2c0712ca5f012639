// /sprint delta.
import { sprintDelta } from '../../ceremonies/reports/delta.ts'
import { deltaMessage } from '../../messages/reports/delta.ts'
import { type Feature, teamOf } from '../app/feature.ts'

export const deltaFeature: Feature = {
  commands: [
    {
      word: 'delta',
      aliases: ['changes'],
      usage: '',
      summary: 'What changed since yesterday’s delta: work moved, scope, blockers, what falls due',
      needsTeam: true,
      async run(call) {
        await call.reply(deltaMessage(await sprintDelta(call.services, teamOf(call))))
      },
    },
  ],
}
