// The button of a reminder that marks a dependency done.

import { onButton } from '#platform/slack/buttons.ts'
import type { Feature } from '#platform/slack/feature.ts'
import { finishDependencyButton } from './ids.ts'
import { dependencyDone } from './reminders.messages.ts'
import { finishDependency } from './reminders.steps.ts'

export const remindersFeature: Feature = {
  commands: [],
  listen(app, services) {
    onButton(app, services, finishDependencyButton, async ({ value, person, reply }) => {
      const { text, told } = await finishDependency(services, { ...value, person })
      if (!told) await reply(dependencyDone(text, person.slackUserId))
    })
  },
}
