// The payloads of slash commands, block actions and modals, as Slack sends them.
import { elementState, type PlacedElement, placedElements } from './elements.ts'
import { isObject, text } from './json.ts'
import type { MethodContext } from './methods/method.ts'
import { messageJson } from './methods/method.ts'
import { viewJson } from './methods/views.ts'
import type { Tickets } from './tickets.ts'
import type { EphemeralMessage, Json, JsonObject, StoredMessage, StoredView } from './types.ts'
import type { Workspace } from './workspace.ts'

/** What can carry buttons and selects. */
export type Surface = StoredMessage | EphemeralMessage | StoredView

/** Whether a surface is a modal or a Home tab. */
export function isView(surface: Surface): surface is StoredView {
  return 'hash' in surface
}

/** Whether a message is seen by one person only. */
export function isEphemeral(surface: Surface): surface is EphemeralMessage {
  return 'is_ephemeral' in surface
}

/** The fields that all interactions share. */
function commonPayload({ data, member }: Workspace, userId: string): JsonObject {
  const name = member(userId)?.name ?? userId
  return {
    team: { id: data.team.id, domain: data.team.domain },
    user: { id: userId, username: name, name, team_id: data.team.id },
    api_app_id: data.app.id,
    token: 'local',
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** The payload of `/command text`, typed in a channel. */
export function commandPayload(
  line: string,
  channelId: string,
  userId: string,
  { workspace, origin }: MethodContext,
  tickets: Tickets,
): JsonObject {
  const { data } = workspace
  const [, command = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(line.trim()) ?? []
  const channel = workspace.channel(channelId)
  return {
    token: 'local',
    team_id: data.team.id,
    team_domain: data.team.domain,
    channel_id: channelId,
    channel_name: channel?.isIm ? 'directmessage' : (channel?.name ?? ''),
    user_id: userId,
    user_name: workspace.member(userId)?.name ?? userId,
    command,
    text: rest.trim(),
    api_app_id: data.app.id,
    is_enterprise_install: 'false',
    response_url: tickets.responseUrl(origin, { channel: channelId, user: userId, original: null }),
    trigger_id: tickets.trigger(userId, null),
  }
}

/**
 * Finds the element to act on: by action id, and where several share it, by block id or a button's value.
 * @throws Error that lists what is there
 */
export function findElement(
  surface: Surface,
  actionId: string,
  value?: Json,
  blockId?: string,
): PlacedElement {
  const all = placedElements(surface.blocks ?? [])
  const named = all.filter((item) => item.actionId === actionId && (!blockId || item.blockId === blockId))
  const exact = named.find((item) => value !== undefined && item.element.value === value)
  const found = exact ?? named[0]
  if (found) return found
  const known = all.map((item) => item.actionId).join(', ') || 'nothing to act on'
  throw new Error(`No element with the action_id "${actionId}" here; there is: ${known}`)
}

/** The payload of pressing a button or choosing in a select. */
export function actionPayload(
  surface: Surface,
  { placed, value, userId }: { placed: PlacedElement; value: Json | undefined; userId: string },
  { workspace, origin }: MethodContext,
  tickets: Tickets,
): JsonObject {
  const actionTs = workspace.nextTs()
  const action = { ...actionValue(placed, value), ...actionPlace(placed), action_ts: actionTs }
  const common = { type: 'block_actions', ...commonPayload(workspace, userId), actions: [action] }
  if (isView(surface)) {
    return {
      ...common,
      trigger_id: tickets.trigger(userId, surface.type === 'modal' ? surface.id : null),
      container: { type: 'view', view_id: surface.id },
      view: viewJson(surface, workspace),
    }
  }
  const ephemeral = isEphemeral(surface)
  const channel = workspace.channel(surface.channel)
  return {
    ...common,
    trigger_id: tickets.trigger(userId, null),
    response_url: tickets.responseUrl(origin, {
      channel: surface.channel,
      user: userId,
      original: { ts: surface.ts, ephemeral },
      threadTs: surface.thread_ts === surface.ts ? undefined : surface.thread_ts,
    }),
    container: {
      type: 'message',
      message_ts: surface.ts,
      channel_id: surface.channel,
      is_ephemeral: ephemeral,
      ...(surface.thread_ts ? { thread_ts: surface.thread_ts } : {}),
    },
    channel: { id: surface.channel, name: channel?.isIm ? 'directmessage' : (channel?.name ?? '') },
    message: ephemeral ? undefined : messageJson(surface),
    state: { values: {} },
  }
}

/** The payload of a modal's submit button, or of closing it. */
export function viewPayload(
  type: 'view_submission' | 'view_closed',
  view: StoredView,
  { workspace }: MethodContext,
  tickets: Tickets,
  cleared = false,
): JsonObject {
  const common = { type, ...commonPayload(workspace, view.user), view: viewJson(view, workspace) }
  if (type === 'view_closed') return { ...common, is_cleared: cleared }
  return { ...common, trigger_id: tickets.trigger(view.user, view.id), response_urls: [] }
}

function actionValue({ element }: PlacedElement, value: Json | undefined): JsonObject {
  if (element.type !== 'button') return elementState(element, value)
  const { type, text: label, value: own, url } = element
  return {
    type,
    text: label,
    ...(own === undefined ? {} : { value: own }),
    ...(url === undefined ? {} : { url }),
  }
}

function actionPlace({ element, blockId, actionId }: PlacedElement): JsonObject {
  const { placeholder, confirm } = element
  return {
    action_id: actionId,
    block_id: blockId,
    ...(isObject(placeholder) ? { placeholder } : {}),
    ...(isObject(confirm) && text(element.type) === 'button' ? { confirm } : {}),
  }
}
