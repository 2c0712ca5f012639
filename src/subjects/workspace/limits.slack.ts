// /sprint admin and its form.
import type { Feature } from '#platform/slack/feature.ts'
import { onModal } from '#platform/slack/modals.ts'
import { workspaceLimits } from '#records/workspace-limits.ts'
import { limitsForm } from './ids.ts'
import { creatorChoices, limitsModal, savedLimits } from './limits.messages.ts'
import { saveLimits } from './limits.ts'

export const limitsFeature: Feature = {
  commands: [
    {
      word: 'admin',
      aliases: ['limits', 'workspace'],
      usage: '',
      summary: 'For admins: who may start teams, and which channels are closed',
      when: 'setting up',
      needsTeam: false,
      async run({ services, triggerId }) {
        const { teamCreators, teamCreatorIds, closedChannels } = await workspaceLimits(services)
        const view = limitsModal({ creators: teamCreators, people: teamCreatorIds, closed: closedChannels })
        await services.web.views.open({ trigger_id: triggerId, view })
      },
    },
  ],
  listen(app, services) {
    const { fields } = limitsForm
    onModal(app, services, limitsForm, fields.people, async ({ values, person }) => {
      const chosen = creatorChoices.find(({ value }) => value === values.chosen(fields.creators))
      const unlinked = await saveLimits(services, person, {
        creators: chosen?.value ?? 'everyone',
        people: values.all(fields.people),
        closed: values.all(fields.closed),
      })
      return { view: savedLimits(unlinked) }
    })
  },
}
