// The button of a reminder that marks a dependency done.
import { finishDependency } from '../../ceremonies/reports/reminders.ts'
import { dependencyDone, readDueValue } from '../../messages/reports/reminders.ts'
import { onButton } from '../app/buttons.ts'
import type { Feature } from '../app/feature.ts'

export const remindersFeature: Feature = {
  commands: [],
  listen(app, services) {
    onButton(app, services, 'dependency.done', async ({ value, person, reply }) => {
      const { text, told } = await finishDependency(services, { ...readDueValue(value), person })
      if (!told) await reply(dependencyDone(text, person.slackUserId))
    })
  },
}
