// /sprint begin: a sprint gets its dates.
import type { App } from '@slack/bolt'
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { onButton } from '#platform/slack/buttons.ts'
import { type Feature, teamOf } from '#platform/slack/feature.ts'
import { onModal } from '#platform/slack/modals.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { sprintById } from '#records/sprint-by-id.ts'
import { beginModal, begunModal } from './begin.messages.ts'
import { beginChoices, beginSprint } from './begin.ts'
import { beginForm, openBegin } from './ids.ts'

const { fields } = beginForm

export const beginFeature: Feature = {
  commands: [
    {
      word: 'begin',
      usage: '',
      summary: 'Give a sprint its dates, or change them',
      when: 'setting up',
      needsTeam: true,
      run: (call) => openForm(call.services, teamOf(call), call.triggerId),
    },
  ],
  listen: (app, services) => listen(app, services),
}

async function openForm(services: Services, team: Team, triggerId: string, sprintId?: string): Promise<void> {
  const choices = await beginChoices(services, team, sprintId)
  const view = beginModal({ teamName: team.name, ...choices })
  await services.web.views.open({ trigger_id: triggerId, view })
}

function listen(app: App, services: Services): void {
  onButton(app, services, openBegin, async ({ value, triggerId }) => {
    const { sprint, team } = await sprintById(services, value)
    await openForm(services, team, triggerId, sprint.id)
  })
  onModal(app, services, beginForm, fields.start, async ({ values, person }) => {
    const sprintId = values.chosen(fields.sprint)
    const start = values.chosen(fields.start)
    const end = values.chosen(fields.end)
    if (!sprintId) throw fieldError(fields.sprint, 'Choose a sprint.')
    if (!start) throw fieldError(fields.start, 'Choose its first day.')
    const { team, screen, announced } = await beginSprint(services, {
      sprintId,
      start,
      length: end ? { end } : { weeks: Number(values.chosen(fields.weeks) ?? 2) },
      following: values.all(fields.following).includes('following'),
      person,
    })
    return { view: begunModal(screen, team.channelId, announced) }
  })
}
