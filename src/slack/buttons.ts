// A clicked button, brought to a use case: acknowledged at once, its person known, every failure answered in words.
import type { App } from '@slack/bolt'
import type { Content } from '../delivery/outbox.ts'
import type { Services } from '../services.ts'
import type { Person } from '../store/generated/client.ts'
import { personBySlackId } from '../store/people.ts'
import { failure } from './command.ts'

export interface Click {
  services: Services
  person: Person
  /** Which button. */
  actionId: string
  /** What the button carries. */
  value: string
  /** "" outside a channel: in a modal or App Home. */
  channelId: string
  /** Use within 3 s, once. */
  triggerId: string
  /** Answers the person alone. */
  reply(content: Content): Promise<void>
  /** Puts `content` in the place of the answer that holds the button; only for answers that the person alone sees. */
  replace(content: Content): Promise<void>
}

/** Listens to a button. */
export function onButton(
  app: App,
  services: Services,
  actionId: string | RegExp,
  handle: (click: Click) => Promise<void>,
): void {
  app.action(actionId, async ({ action, body, ack, respond }) => {
    await ack()
    if (body.type !== 'block_actions' || action.type !== 'button' || !('action_id' in action)) return
    const answer = async (content: Content, replace: boolean) => {
      if (body.response_url)
        await respond({ ...content, response_type: 'ephemeral', replace_original: replace })
    }
    try {
      await handle({
        services,
        person: await personBySlackId(services, body.user.id),
        actionId: action.action_id,
        value: action.value ?? '',
        channelId: body.channel?.id ?? '',
        triggerId: body.trigger_id,
        reply: (content) => answer(content, false),
        replace: (content) => answer(content, true),
      })
    } catch (error) {
      await answer(failure(services, error), false)
    }
  })
}
