// A clicked button or a choice in a select, brought to a use case: acknowledged at once, its person known, every failure
// answered in words.
import type { App } from '@slack/bolt'
import type { Clickable } from '#platform/blocks/carried.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { failure } from './command.ts'
import { personBySlackId } from './people.ts'
import { showNotice } from './show-notice.ts'

export interface Click<T> {
  services: Services
  person: Person
  /** Which of several that do the same: "done" for "item.move.done"; "" for the only one. */
  part: string
  /** The block that holds it. */
  blockId: string
  /** What the button carries, or the option that was chosen. */
  value: T
  /** "" outside a channel: in a modal or App Home. */
  channelId: string
  /** True where the person alone sees the message that holds the button: then it may be replaced. */
  ephemeral: boolean
  /** The modal or App Home that holds the button; "" in a message. */
  viewId: string
  /** Use within 3 s, once. */
  triggerId: string
  /** Answers the person alone; in a modal or App Home with a modal, which uses the trigger up. */
  reply(content: Content): Promise<void>
  /** Puts `content` in the place of the answer that holds the button; only for answers that the person alone sees. */
  replace(content: Content): Promise<void>
}

/** Listens to a button, or to a select with fixed options. What cannot be read is answered in words. */
export function onButton<T>(
  app: App,
  services: Services,
  clicked: Clickable<T>,
  handle: (click: Click<T>) => Promise<void>,
): void {
  app.action(clicked.heard, async ({ action, body, ack, respond }) => {
    await ack()
    if (body.type !== 'block_actions' || !('action_id' in action)) return
    const value = action.type === 'static_select' ? action.selected_option.value : carried(action)
    const answer = async (content: Content, replace: boolean) => {
      if (body.response_url)
        await respond({ ...content, response_type: 'ephemeral', replace_original: replace })
      else await showNotice(services, body, content)
    }
    try {
      await handle({
        services,
        person: await personBySlackId(services, body.user.id),
        part: clicked.partOf(action.action_id),
        blockId: action.block_id,
        value: clicked.parse(value),
        channelId: body.channel?.id ?? '',
        ephemeral: body.container.is_ephemeral === true,
        viewId: body.view?.id ?? '',
        triggerId: body.trigger_id,
        reply: (content) => answer(content, false),
        replace: (content) => answer(content, true),
      })
    } catch (error) {
      await answer(failure(services, error), false)
    }
  })
}

const carried = (action: object): string =>
  'value' in action && typeof action.value === 'string' ? action.value : ''
