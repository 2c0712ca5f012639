// /sprint status, and its button that posts it.

import { channelLink } from '#platform/blocks/text.ts'
import { onButton } from '#platform/slack/buttons.ts'
import { type Feature, teamOf } from '#platform/slack/feature.ts'
import { postStatusButton } from './ids.ts'
import { statusMessage, statusPosted } from './status.messages.ts'
import { postStatus, sprintStatus } from './status.ts'

export const statusFeature: Feature = {
  commands: [
    {
      word: 'status',
      aliases: ['stat', 'progress', 'burndown'],
      usage: '',
      summary: 'Where the sprint stands: progress, blockers, risks, forecast, what comes next',
      when: 'every day',
      needsTeam: true,
      async run(call) {
        await call.reply(statusMessage(await sprintStatus(call.services, teamOf(call))))
      },
    },
  ],
  listen(app, services) {
    onButton(app, services, postStatusButton, async ({ value, person, channelId, replace }) => {
      const channel = await postStatus(services, { ...value, person, channelId })
      await replace(statusPosted(channelLink(channel)))
    })
  },
}
