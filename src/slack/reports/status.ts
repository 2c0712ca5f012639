// /sprint status, and its button that posts it.
import { postStatus, sprintStatus } from '../../ceremonies/reports/status.ts'
import { channelLink } from '../../messages/kit/text.ts'
import { statusMessage, statusPosted } from '../../messages/reports/status.ts'
import { onButton } from '../app/buttons.ts'
import { type Feature, teamOf } from '../app/feature.ts'

export const statusFeature: Feature = {
  commands: [
    {
      word: 'status',
      aliases: ['stat', 'progress', 'burndown'],
      usage: '',
      summary: 'Where the sprint stands: progress, blockers, risks, forecast, what comes next',
      needsTeam: true,
      async run(call) {
        await call.reply(statusMessage(await sprintStatus(call.services, teamOf(call))))
      },
    },
  ],
  listen(app, services) {
    onButton(app, services, 'status.post', async ({ value, person, channelId, replace }) => {
      const [sprintId = '', nonce = ''] = value.split(' ')
      const channel = await postStatus(services, { sprintId, nonce, person, channelId })
      await replace(statusPosted(channelLink(channel)))
    })
  },
}
