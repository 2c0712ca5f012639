// views.*: modals and the Home tab.
import { SlackError } from '../api-error.ts'
import { viewProblems } from '../block-limits.ts'
import { elementState, placedElements, withIds } from '../elements.ts'
import { newId, newSecret } from '../ids.ts'
import { flag, isObject, objects, text } from '../json.ts'
import type { JsonObject, StoredView } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import type { Method } from './method.ts'

/** Slack shows at most this many modals on top of each other. */
const MODAL_STACK = 3
const VIEW_BYTES = 250_000

/** The methods under `views.`. */
export const viewMethods: Record<string, Method> = {
  'views.open'(args, { workspace, useTrigger }) {
    const payload = viewArgument(args, 'modal')
    const { user } = useTrigger(text(args.trigger_id))
    const view = newView(payload, user, null, null)
    workspace.modals.set(user, [view])
    workspace.changed({ kind: 'views', user })
    return { view: viewJson(view, workspace) }
  },
  'views.push'(args, { workspace, useTrigger }) {
    const payload = viewArgument(args, 'modal')
    const { user, viewId } = useTrigger(text(args.trigger_id))
    const stack = workspace.modals.get(user) ?? []
    if (!viewId || stack.length === 0) throw new SlackError('not_found')
    return { view: viewJson(pushView(workspace, user, payload), workspace) }
  },
  'views.update'(args, { workspace }) {
    const view = findView(workspace, text(args.view_id), text(args.external_id))
    if (!view) throw new SlackError('not_found')
    if (args.hash && text(args.hash) !== view.hash) throw new SlackError('hash_conflict')
    replaceView(workspace, view, viewArgument(args, view.type))
    return { view: viewJson(view, workspace) }
  },
  'views.publish'(args, { workspace }) {
    const payload = viewArgument(args, 'home')
    const user = text(args.user_id)
    if (!workspace.member(user)) throw new SlackError('user_not_found')
    const known = workspace.data.homes.find((home) => home.user === user)
    if (known && args.hash && text(args.hash) !== known.hash) throw new SlackError('hash_conflict')
    const view = known ?? newView(payload, user, null, null)
    if (!known) workspace.data.homes.push(view)
    replaceView(workspace, view, payload)
    return { view: viewJson(view, workspace) }
  },
}

/** Puts a modal on top of a person's stack. @throws SlackError `push_limit_reached` */
export function pushView(workspace: Workspace, user: string, payload: JsonObject): StoredView {
  const stack = workspace.modals.get(user) ?? []
  if (stack.length >= MODAL_STACK) throw new SlackError('push_limit_reached')
  const below = stack.at(-1)
  const view = newView(payload, user, below?.id ?? null, below?.root_view_id ?? null)
  workspace.modals.set(user, [...stack, view])
  workspace.changed({ kind: 'views', user })
  return view
}

/** Gives a view new content; inputs that keep block id, action id and type keep what was typed. */
export function replaceView(workspace: Workspace, view: StoredView, payload: JsonObject): void {
  const typed = view.values
  Object.assign(view, viewContent(payload), { hash: newHash() })
  for (const { blockId, actionId, element } of placedElements(view.blocks)) {
    const before = typed[blockId]?.[actionId]
    if (before && before.type === element.type) setValue(view, blockId, actionId, before)
  }
  workspace.changed({ kind: view.type === 'home' ? 'home' : 'views', user: view.user })
}

/** Sets an input's value in a view's state. */
export function setValue(view: StoredView, blockId: string, actionId: string, state: JsonObject): void {
  view.values[blockId] = { ...view.values[blockId], [actionId]: state }
}

/** A view as Slack sends it in answers and interactions. */
export function viewJson(view: StoredView, { data }: Workspace): JsonObject {
  const { values, user: _user, ...rest } = view
  return JSON.parse(
    JSON.stringify({
      ...rest,
      team_id: data.team.id,
      app_id: data.app.id,
      app_installed_team_id: data.team.id,
      bot_id: data.app.botId,
      state: { values },
    }),
  ) as JsonObject
}

/** A view's JSON, checked. @throws SlackError `invalid_arguments`, `view_too_large` */
export function checkedView(view: JsonObject | undefined, type: 'modal' | 'home'): JsonObject {
  if (!view) throw new SlackError('invalid_arguments', ['[ERROR] missing required field: view'])
  if (Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES) throw new SlackError('view_too_large')
  const problems = viewProblems(view)
  if (view.type !== type) problems.push(`[ERROR] the view must be of type ${type} [json-pointer:/view/type]`)
  if (problems.length > 0) throw new SlackError('invalid_arguments', problems)
  return view
}

function viewArgument(args: JsonObject, type: 'modal' | 'home'): JsonObject {
  return checkedView(isObject(args.view) ? args.view : undefined, type)
}

function findView(workspace: Workspace, id: string, externalId: string): StoredView | undefined {
  const known = [...workspace.data.homes, ...[...workspace.modals.values()].flat()]
  return known.find((view) => (id ? view.id === id : externalId !== '' && view.external_id === externalId))
}

function newView(payload: JsonObject, user: string, below: string | null, root: string | null): StoredView {
  const id = newId('V')
  return {
    id,
    user,
    hash: newHash(),
    root_view_id: root ?? id,
    previous_view_id: below,
    ...viewContent(payload),
  }
}

function viewContent(payload: JsonObject) {
  const blocks = withIds(objects(payload.blocks), () => newSecret(3))
  const values: StoredView['values'] = {}
  for (const { block, blockId, actionId, element } of placedElements(blocks)) {
    const stateful = block.type === 'input' || (element.type !== 'button' && element.type !== 'overflow')
    if (stateful) values[blockId] = { ...values[blockId], [actionId]: elementState(element, undefined) }
  }
  return {
    type: payload.type === 'home' ? ('home' as const) : ('modal' as const),
    callback_id: text(payload.callback_id),
    private_metadata: text(payload.private_metadata),
    external_id: text(payload.external_id),
    title: isObject(payload.title) ? payload.title : undefined,
    submit: isObject(payload.submit) ? payload.submit : null,
    close: isObject(payload.close) ? payload.close : null,
    clear_on_close: flag(payload.clear_on_close),
    notify_on_close: flag(payload.notify_on_close),
    blocks,
    values,
  }
}

function newHash(): string {
  return newSecret(6)
}
