// Draws a person's App Home anew.
import type { Services } from '#platform/services.ts'
import type { Person } from '#platform/store/generated/client.ts'

/**
 * Publishes the Home as it is now. Best effort: it is a view of stored data and no message, so that it does not go through
 * the outbox; a failure is logged, and the next visit or action draws it again.
 */
export async function refreshHome(services: Services, person: Person): Promise<void> {
  try {
    const view = await services.hooks.homeOf(services, person)
    await services.web.views.publish({ user_id: person.slackUserId, view })
  } catch (error) {
    services.log.warn(
      { workspace: services.workspaceId, person: person.id, err: error },
      'App Home was not refreshed',
    )
  }
}
