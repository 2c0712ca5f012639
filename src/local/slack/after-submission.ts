// What a modal does when the app has acknowledged its submission.
import { isObject, text } from './json.ts'
import type { MethodContext } from './methods/method.ts'
import { checkedView, pushView, replaceView } from './methods/views.ts'
import type { JsonObject, StoredView } from './types.ts'

/**
 * Follows `response_action`: `errors` keeps the modal, `update` and `push` show another view, `clear` closes all, nothing closes it.
 * @throws Error where errors name no input block of the modal; SlackError where a view breaks a limit
 */
export function afterSubmission(view: StoredView, ack: JsonObject, { workspace }: MethodContext): void {
  const { user } = view
  if (ack.response_action === 'errors') {
    const known = view.blocks.filter((block) => block.type === 'input').map((block) => text(block.block_id))
    const stray = Object.keys(isObject(ack.errors) ? ack.errors : {}).filter((id) => !known.includes(id))
    if (stray.length > 0)
      throw new Error(`The app's errors name ${stray.join(', ')}, no input block of the modal`)
    return
  }
  if (ack.response_action === 'update' || ack.response_action === 'push') {
    const next = checkedView(isObject(ack.view) ? ack.view : undefined, 'modal')
    if (ack.response_action === 'push') pushView(workspace, user, next)
    else replaceView(workspace, view, next)
    return
  }
  const stack = workspace.modals.get(user) ?? []
  const rest = ack.response_action === 'clear' ? [] : stack.filter((item) => item.id !== view.id)
  workspace.modals.set(user, rest)
  workspace.changed({ kind: 'views', user })
}
