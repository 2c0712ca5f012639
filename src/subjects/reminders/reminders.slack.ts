// The button of a reminder that marks a dependency done.

import { onButton } from '#platform/slack/buttons.ts'
import type { Feature } from '#platform/slack/feature.ts'
import { dependencyDone, readDueValue } from './reminders.messages.ts'
import { finishDependency } from './reminders.steps.ts'

export const remindersFeature: Feature = {
  commands: [],
  listen(app, services) {
    onButton(app, services, 'dependency.done', async ({ value, person, reply }) => {
      const { text, told } = await finishDependency(services, { ...readDueValue(value), person })
      if (!told) await reply(dependencyDone(text, person.slackUserId))
    })
  },
}
