// /sprint objectives: where they stand, and reporting a value.

import { onButton } from '#platform/slack/buttons.ts'
import { type Feature, teamOf } from '#platform/slack/feature.ts'
import { onModal } from '#platform/slack/modals.ts'
import { readCurrentSprint } from '#records/sprint-state.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import { openReport, reportForm } from './ids.ts'
import { objectiveList, reportModal } from './objectives.messages.ts'
import { objectiveById, reportReading } from './objectives.ts'

export const objectivesFeature: Feature = {
  commands: [
    {
      word: 'objectives',
      aliases: ['objective', 'kpi', 'goals'],
      usage: '',
      summary: 'Objectives against baseline and target; report where they stand',
      when: 'through the sprint',
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
    onButton(app, services, openReport, async ({ value, triggerId }) => {
      const view = reportModal(await objectiveById(services, value))
      await services.web.views.open({ trigger_id: triggerId, view })
    })
    onModal(app, services, reportForm, reportForm.fields.value, async ({ values, metadata, person }) => {
      await reportReading(services, {
        objectiveId: metadata,
        person,
        value: values.text(reportForm.fields.value),
      })
      return null
    })
  },
}
