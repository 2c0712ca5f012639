// /sprint objectives: where they stand, and reporting a value.
import { objectiveById, reportReading } from '../ceremonies/objectives.ts'
import { readCurrentSprint } from '../ceremonies/sprint-state.ts'
import { objectiveList, reportModal } from '../messages/objectives.ts'
import { shortSprintName } from '../messages/sprint-name.ts'
import { onButton } from './buttons.ts'
import { type Feature, teamOf } from './feature.ts'
import { onModal } from './modals.ts'

export const objectivesFeature: Feature = {
  commands: [
    {
      word: 'objectives',
      aliases: ['objective', 'kpi', 'goals'],
      usage: '',
      summary: 'Objectives against baseline and target; report where they stand',
      needsTeam: true,
      async run(call) {
        const team = teamOf(call)
        const state = await readCurrentSprint(call.services.db, team, call.services.clock.now())
        await call.reply(
          objectiveList(shortSprintName(state.sprint.name, team.name), state.objectives, team.zone),
        )
      },
    },
  ],
  listen(app, services) {
    onButton(app, services, 'objective.open', async ({ value, triggerId }) => {
      const view = reportModal(await objectiveById(services, value))
      await services.web.views.open({ trigger_id: triggerId, view })
    })
    onModal(app, services, 'objective.report', 'value', async ({ values, metadata, person }) => {
      await reportReading(services, { objectiveId: metadata, person, value: values.text('value') })
      return null
    })
  },
}
