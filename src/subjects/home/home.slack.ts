// App Home: drawn whenever a person opens it.
import type { Feature } from '#platform/slack/feature.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import { refreshHome } from '#platform/slack/refresh-home.ts'

export const homeFeature: Feature = {
  commands: [],
  listen(app, services) {
    app.event('app_home_opened', async ({ event }) => {
      if (event.tab === 'messages') return
      await refreshHome(services, await personBySlackId(services, event.user))
    })
  },
}
