// Bolt's middleware at the gate: payloads of another workspace go no further, and nobody's click or submission reaches a
// listener before the policy was asked.
import type {
  AnyMiddlewareArgs,
  BlockAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import { noticeModal } from '#platform/blocks/notice.ts'
import type { Services } from '#platform/services.ts'
import { callerOf } from './caller.ts'
import { failure } from './command.ts'
import { inputOf } from './modals.ts'
import { personBySlackId } from './people.ts'
import { showNotice } from './show-notice.ts'

/** The workspace that is served, as Slack names it. */
export interface ServedWorkspace {
  slackTeamId: string
  /** Null: it is in no Enterprise Grid. */
  enterpriseId: string | null
}

/**
 * Lets only payloads for the served workspace through; one without a workspace is refused too. Others are not
 * acknowledged: Slack then tells its user that nothing came of it.
 */
export function onlyFor(
  served: ServedWorkspace,
  { log, workspaceId }: Pick<Services, 'log' | 'workspaceId'>,
): Middleware<AnyMiddlewareArgs> {
  return async ({ body, next }) => {
    if (isFor(served, body)) return next()
    log.warn({ workspace: workspaceId }, 'a payload for another workspace was refused')
  }
}

/** Whether a payload came through the served workspace's installation. */
export function isFor({ slackTeamId, enterpriseId }: ServedWorkspace, body: unknown): boolean {
  const given = record(body)
  const [first] = Array.isArray(given.authorizations) ? given.authorizations : []
  const installed = record(first)
  const team =
    text(installed.team_id) ||
    text(record(given.view).app_installed_team_id) ||
    text(record(given.team).id) ||
    text(given.team_id)
  const enterprise =
    text(installed.enterprise_id) || text(record(given.enterprise).id) || text(given.enterprise_id)
  return team === slackTeamId && (enterpriseId === null || enterprise === '' || enterprise === enterpriseId)
}

/** Asks the policy for every click and every submission; commands are asked for in command.ts, with their team. */
export function askAccess(services: Services): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    if (isClick(args)) return click(services, args)
    if (isSubmission(args)) return submission(services, args)
    await args.next()
  }
}

type Clicked = SlackActionMiddlewareArgs<BlockAction> & { next: () => Promise<unknown> }
type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction> & { next: () => Promise<unknown> }

const isClick = (args: object): args is Clicked =>
  'body' in args && record(args.body).type === 'block_actions'
const isSubmission = (args: object): args is Submitted =>
  'body' in args && record(args.body).type === 'view_submission'

async function click(services: Services, { body, ack, respond, next }: Clicked): Promise<void> {
  const [action] = body.actions
  // Its command is found first, and asked for then.
  if (!action || action.action_id.startsWith('command.run')) {
    await next()
    return
  }
  const carried = record(action)
  const chosen = text(record(carried.selected_option).value)
  const metadata = body.view?.private_metadata ?? ''
  try {
    await ask(services, body.user.id, {
      listener: `button ${action.action_id}`,
      ids: idsIn([text(carried.value), chosen, metadata].join(' ')),
      channelId: body.channel?.id ?? '',
    })
  } catch (error) {
    // Bolt acknowledges once: what goes on is acknowledged by its listener.
    await ack()
    const content = failure(services, error)
    if (body.response_url) await respond({ ...content, response_type: 'ephemeral', replace_original: false })
    else await showNotice(services, body, content)
    return
  }
  await next()
}

async function submission(services: Services, { body, ack, next }: Submitted): Promise<void> {
  const { view } = body
  const values = Object.values(view.state.values).flatMap((block) => Object.values(block))
  const chosen = values.map(({ selected_option }) => selected_option?.value ?? '')
  try {
    await ask(services, body.user.id, {
      listener: `modal ${view.callback_id}`,
      ids: idsIn([view.private_metadata, ...chosen].join(' ')),
      channelId: '',
    })
  } catch (error) {
    const content = failure(services, error)
    const field = inputOf(view.blocks, '')
    if (field)
      await ack({ response_action: 'errors', errors: { [field]: content.text.trim().slice(0, 300) } })
    else await ack({ response_action: 'update', view: noticeModal(content) })
    return
  }
  await next()
}

async function ask(
  services: Services,
  slackUserId: string,
  { listener, ids, channelId }: { listener: string; ids: string[]; channelId: string },
): Promise<void> {
  const person = await personBySlackId(services, slackUserId)
  const teamOfChannel = async () => (await callerOf(services, slackUserId, channelId)).team
  await services.hooks.allow(services, { person, listener, ids, channelId, teamOfChannel })
}

/** The ids of rows in a text; they are UUIDs wherever they stand. */
function idsIn(carried: string): string[] {
  return [...new Set(carried.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi) ?? [])]
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
