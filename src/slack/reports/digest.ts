// /sprint digest: the stakeholders' digest as a preview, and its button that posts it.
import { postDigest, previewDigest } from '../../ceremonies/reports/stakeholder-digest.ts'
import { channelLink } from '../../messages/kit/text.ts'
import { digestPosted, stakeholderDigest } from '../../messages/reports/digest.ts'
import { onButton } from '../app/buttons.ts'
import { type Feature, teamOf } from '../app/feature.ts'

export const digestFeature: Feature = {
  commands: [
    {
      word: 'digest',
      aliases: ['stakeholders'],
      usage: '',
      summary: 'The stakeholders’ digest as it stands now: look at it, then post it',
      needsTeam: true,
      async run(call) {
        await call.reply(stakeholderDigest(await previewDigest(call.services, teamOf(call))))
      },
    },
  ],
  listen(app, services) {
    onButton(app, services, 'digest.post', async ({ value, person, replace }) => {
      const [sprintId = '', nonce = ''] = value.split(' ')
      const channel = await postDigest(services, { sprintId, nonce, person })
      await replace(digestPosted(channelLink(channel)))
    })
  },
}
