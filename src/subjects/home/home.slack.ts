// App Home: drawn whenever a person opens it, and what can be done there and nowhere else.

import { onButton } from '#platform/slack/buttons.ts'
import type { Feature } from '#platform/slack/feature.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import { endAction } from '#subjects/retro/actions.ts'
import { refreshHome } from './refresh-home.ts'

export const homeFeature: Feature = {
  commands: [],
  listen(app, services) {
    app.event('app_home_opened', async ({ event }) => {
      if (event.tab === 'messages') return
      await refreshHome(services, await personBySlackId(services, event.user))
    })
    onButton(app, services, 'home.action-done', async ({ value, person }) => {
      await endAction(services, value, 'done', person)
      await refreshHome(services, person)
    })
  },
}
