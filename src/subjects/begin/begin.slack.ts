// /sprint begin: a sprint gets its dates.
import type { App } from '@slack/bolt'
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { type CommandCall, type Feature, teamOf } from '#platform/slack/feature.ts'
import { onModal } from '#platform/slack/modals.ts'
import { beginModal, begunModal } from './begin.messages.ts'
import { beginChoices, beginSprint } from './begin.ts'

export const beginFeature: Feature = {
  commands: [
    {
      word: 'begin',
      usage: '',
      summary: 'Give a sprint its dates, or change them',
      when: 'setting up',
      needsTeam: true,
      run: openBegin,
    },
  ],
  listen: (app, services) => listen(app, services),
}

async function openBegin(call: CommandCall): Promise<void> {
  const team = teamOf(call)
  const choices = await beginChoices(call.services, team)
  const view = beginModal({ teamName: team.name, ...choices })
  await call.services.web.views.open({ trigger_id: call.triggerId, view })
}

function listen(app: App, services: Services): void {
  onModal(app, services, 'begin.sprint', 'start', async ({ values, person }) => {
    const sprintId = values.chosen('sprint')
    const start = values.chosen('start')
    const end = values.chosen('end')
    if (!sprintId) throw fieldError('sprint', 'Choose a sprint.')
    if (!start) throw fieldError('start', 'Choose its first day.')
    const { team, screen, announced } = await beginSprint(services, {
      sprintId,
      start,
      length: end ? { end } : { weeks: Number(values.chosen('weeks') ?? 2) },
      following: values.all('following').includes('following'),
      person,
    })
    return { view: begunModal(screen, team.channelId, announced) }
  })
}
