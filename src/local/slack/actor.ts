// What a person of the workspace does: slash commands, buttons, modals, messages, files, the app's Home tab.

import { afterSubmission } from './after-submission.ts'
import { SlackError } from './api-error.ts'
import type { Actor } from './contract.ts'
import type { Envelope } from './envelope.ts'
import type { EventSender } from './events.ts'
import { fillIn, inputProblems } from './input-rules.ts'
import {
  actionPayload,
  commandPayload,
  findElement,
  isEphemeral,
  isView,
  type Surface,
  viewPayload,
} from './interactions.ts'
import { isObject, text } from './json.ts'
import { fileJson, newFile } from './methods/files.ts'
import { addMessage, changeMessage, removeMessage } from './methods/message-store.ts'
import type { MethodContext } from './methods/method.ts'
import { setValue, viewJson } from './methods/views.ts'
import { respond } from './response-url.ts'
import type { Tickets } from './tickets.ts'
import type { JsonObject, StoredMessage, StoredView } from './types.ts'

/** What an actor works with. */
export interface ActorParts {
  context: MethodContext
  tickets: Tickets
  events: EventSender
  deliver(envelope: Envelope): Promise<JsonObject>
}

/** Makes a person act. @throws Error where the workspace has no such member */
// Long: all that one person can do, each a few lines on what they share.
export function createActor(userId: string, parts: ActorParts): Actor {
  const { context, tickets, deliver, events } = parts
  const { workspace, origin } = context
  if (!workspace.member(userId)) throw new Error(`The workspace has no member ${userId}`)

  function requireMember(channelId: string): void {
    const channel = workspace.channel(channelId)
    if (!channel) throw new SlackError('channel_not_found')
    if (!channel.members.includes(userId)) throw new SlackError('not_in_channel')
    if (channel.isArchived) throw new SlackError('is_archived')
  }

  /** A context whose events can be waited for. */
  function telling(): { sending: MethodContext; told: Promise<void>[] } {
    const told: Promise<void>[] = []
    return {
      told,
      sending: { ...context, event: (event) => void told.push(events.sendAndWait(event)) },
    }
  }

  function ownMessage({ channel, ts }: StoredMessage): StoredMessage {
    const message = workspace.message(channel, ts)
    if (message?.user !== userId) throw new Error('Only messages of your own can be changed')
    return message
  }

  async function post(
    message: Omit<StoredMessage, 'type' | 'ts' | 'team'>,
    threadTs = '',
  ): Promise<StoredMessage> {
    const { sending, told } = telling()
    const stored = addMessage(sending, message, { thread_ts: threadTs })
    if (message.text.includes(`<@${workspace.data.app.botUserId}>`)) {
      const { user, ts } = stored
      sending.event({
        type: 'app_mention',
        user,
        ts,
        event_ts: ts,
        text: message.text,
        channel: message.channel,
      })
    }
    await Promise.all(told)
    return stored
  }

  return {
    userId,
    async command(line, channelId) {
      requireMember(channelId)
      const payload = commandPayload(escapeTyped(line), channelId, userId, context, tickets)
      const ack = await deliver({ kind: 'slash_commands', payload })
      if (text(ack.text) || ack.blocks)
        respond(ack, { channel: channelId, user: userId, original: null }, context)
      return ack
    },
    async click(surface, actionId, value, blockId) {
      const current = currentSurface(surface, context)
      const placed = findElement(current, actionId, value, blockId)
      const payload = actionPayload(current, { placed, value, userId }, context, tickets)
      const [action] = Array.isArray(payload.actions) ? payload.actions : []
      if (isView(current) && isObject(action) && placed.element.type !== 'button') {
        const { action_id: _action, block_id: _block, action_ts: _ts, ...state } = action
        setValue(current, placed.blockId, placed.actionId, state)
        payload.view = viewJson(current, workspace)
      }
      return deliver({ kind: 'interactive', payload })
    },
    fillIn: (values) => fillIn(topModal(userId, context), values),
    problems: () => inputProblems(topModal(userId, context)),
    async submit(values = {}) {
      const view = topModal(userId, context)
      fillIn(view, values)
      const refused = Object.entries(inputProblems(view))
      if (refused.length > 0) {
        const reasons = refused.map(([block, problem]) => `${block}: ${problem}`).join(' ')
        throw new Error(`Slack's client does not submit this modal. ${reasons}`)
      }
      const payload = viewPayload('view_submission', view, context, tickets)
      const ack = await deliver({ kind: 'interactive', payload })
      afterSubmission(view, ack, context)
      return ack
    },
    async closeModal(all = false) {
      const view = topModal(userId, context)
      const everything = all || view.clear_on_close
      const stack = workspace.modals.get(userId) ?? []
      workspace.modals.set(userId, everything ? [] : stack.slice(0, -1))
      workspace.changed({ kind: 'views', user: userId })
      for (const closed of everything ? stack : [view]) {
        if (!closed.notify_on_close) continue
        await deliver({
          kind: 'interactive',
          payload: viewPayload('view_closed', closed, context, tickets, everything),
        })
      }
    },
    async say(channelId, typed, threadTs) {
      requireMember(channelId)
      return post({ channel: channelId, user: userId, text: escapeTyped(typed) }, threadTs)
    },
    async edit(message, typed) {
      const { sending, told } = telling()
      changeMessage(sending, ownMessage(message), { text: escapeTyped(typed) })
      await Promise.all(told)
    },
    async remove(message) {
      const { sending, told } = telling()
      removeMessage(sending, ownMessage(message))
      await Promise.all(told)
    },
    async openHome() {
      const home = workspace.data.homes.find((view) => view.user === userId)
      const ts = workspace.nextTs()
      await events.sendAndWait({
        type: 'app_home_opened',
        user: userId,
        channel: workspace.directMessage(userId).id,
        tab: 'home',
        event_ts: ts,
        ...(home ? { view: viewJson(home, workspace) } : {}),
      })
    },
    async upload({ name, bytes, channelId, comment = '' }) {
      const file = newFile(workspace, userId, name, bytes.length)
      workspace.data.files.push(file)
      workspace.putFileBytes(file.id, Buffer.from(bytes))
      const json = fileJson(file, origin)
      if (channelId) {
        requireMember(channelId)
        const shared = { channel: channelId, user: userId, text: escapeTyped(comment), subtype: 'file_share' }
        await post({ ...shared, files: [json] })
      }
      return json
    },
  }
}

/** Text as Slack stores what a person typed: markup characters escaped, but for the mentions and links that the client made. */
export function escapeTyped(typed: string): string {
  return typed
    .split(/(<(?:@[UW][A-Z0-9_]+|#C[A-Z0-9_]+|https?:\/\/[^>\s]+)(?:\|[^>]*)?>)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
    .join('')
}

function currentSurface(surface: Surface, { workspace }: MethodContext): Surface {
  const views = [...workspace.data.homes, ...[...workspace.modals.values()].flat()]
  const found = isView(surface)
    ? views.find((view) => view.id === surface.id)
    : isEphemeral(surface)
      ? workspace.data.ephemerals.find((message) => message.ts === surface.ts)
      : workspace.message(surface.channel, surface.ts)
  if (!found)
    throw new Error('What was to be clicked is gone: the message was deleted or the view was closed')
  return found
}

function topModal(userId: string, { workspace }: MethodContext): StoredView {
  const view = workspace.modals.get(userId)?.at(-1)
  if (!view) throw new Error(`${workspace.member(userId)?.realName ?? userId} has no modal open`)
  return view
}
