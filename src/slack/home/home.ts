// App Home: drawn whenever a person opens it, and what can be done there and nowhere else.
import { endAction } from '../../ceremonies/retro/actions.ts'
import { personBySlackId } from '../../store/people.ts'
import { onButton } from '../app/buttons.ts'
import type { Feature } from '../app/feature.ts'
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
