// The button of a reminder that marks a dependency done.
import { finishDependency } from '../ceremonies/reminders.ts'
import { readDueValue } from '../messages/reminders.ts'
import { onButton } from './buttons.ts'
import type { Feature } from './feature.ts'

export const remindersFeature: Feature = {
  commands: [],
  listen(app, services) {
    onButton(app, services, 'dependency.done', async ({ value, person }) => {
      await finishDependency(services, { ...readDueValue(value), person })
    })
  },
}
