// What the app posts to a response address, or gives back in an acknowledgement: a message, a replacement, a removal.
import { withIds } from './elements.ts'
import { newSecret } from './ids.ts'
import { flag, objects, text } from './json.ts'
import { messageContent } from './methods/chat.ts'
import {
  addEphemeral,
  addMessage,
  botMessage,
  type MessageContent,
  removeMessage,
} from './methods/message-store.ts'
import type { MethodContext } from './methods/method.ts'
import type { ResponseTarget } from './tickets.ts'
import type { JsonObject } from './types.ts'

/**
 * Does what a body for a response address asks for. An answer is ephemeral unless it says `in_channel`.
 * @throws SlackError where the message breaks a rule of `chat.postMessage`
 */
export function respond(body: JsonObject, target: ResponseTarget, context: MethodContext): void {
  const { workspace } = context
  if (flag(body.delete_original)) {
    removeOriginal(target, context)
    return
  }
  const content = messageContent(body)
  if (flag(body.replace_original) && target.original) {
    replaceOriginal(content, target, context)
    return
  }
  const threadTs = text(body.thread_ts) || target.threadTs
  if (body.response_type === 'in_channel') {
    addMessage(
      context,
      { ...botMessage(workspace), ...content, channel: target.channel },
      { thread_ts: threadTs },
    )
  } else addEphemeral(workspace, target.channel, target.user, content, threadTs)
}

function removeOriginal({ original, channel, user }: ResponseTarget, context: MethodContext): void {
  const { data, message, changed } = context.workspace
  const found = original && !original.ephemeral ? message(channel, original.ts) : undefined
  if (found) removeMessage(context, found)
  if (!original?.ephemeral) return
  data.ephemerals = data.ephemerals.filter((item) => item.ts !== original.ts)
  changed({ kind: 'ephemeral', channel, ts: original.ts, user })
}

function replaceOriginal(
  content: MessageContent,
  { original, channel, user }: ResponseTarget,
  context: MethodContext,
): void {
  const { data, message, changed, nextTs } = context.workspace
  if (!original) return
  const found = original.ephemeral
    ? data.ephemerals.find((item) => item.ts === original.ts)
    : message(channel, original.ts)
  if (!found) return
  delete found.blocks
  Object.assign(found, content)
  if (content.blocks) found.blocks = withIds(objects(content.blocks), () => newSecret(3))
  if (!original.ephemeral) found.edited = { user: found.user, ts: nextTs() }
  changed({ kind: original.ephemeral ? 'ephemeral' : 'message', channel, ts: original.ts, user })
}
