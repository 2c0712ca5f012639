// /sprint digest: the stakeholders' digest as a preview, and its button that posts it.

import { channelLink } from '#platform/blocks/text.ts'
import { onButton } from '#platform/slack/buttons.ts'
import { type Feature, teamOf } from '#platform/slack/feature.ts'
import { digestPosted, stakeholderDigest } from './digest.messages.ts'
import { postDigest, previewDigest } from './digest.steps.ts'
import { postDigestButton } from './ids.ts'

export const digestFeature: Feature = {
  commands: [
    {
      word: 'digest',
      aliases: ['stakeholders'],
      usage: '',
      summary: 'The stakeholders’ digest as it stands now: look at it, then post it',
      when: 'through the sprint',
      needsTeam: true,
      async run(call) {
        await call.reply(stakeholderDigest(await previewDigest(call.services, teamOf(call))))
      },
    },
  ],
  listen(app, services) {
    onButton(app, services, postDigestButton, async ({ value, person, replace }) => {
      const channel = await postDigest(services, { ...value, person })
      await replace(digestPosted(channelLink(channel)))
    })
  },
}
