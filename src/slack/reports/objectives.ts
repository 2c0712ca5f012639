// /sprint objectives: where they stand, and reporting a value.
import { objectiveById, reportReading } from '../../ceremonies/reports/objectives.ts'
import { readCurrentSprint } from '../../ceremonies/reports/sprint-state.ts'
import { shortSprintName } from '../../messages/kit/sprint-name.ts'
import { objectiveList, reportModal } from '../../messages/reports/objectives.ts'
import { onButton } from '../app/buttons.ts'
import { type Feature, teamOf } from '../app/feature.ts'
import { onModal } from '../app/modals.ts'

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
