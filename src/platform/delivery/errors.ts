// What each of Slack's errors means for a message: a table, and the function that reads it.
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'

/** What a failed call says about the message. */
export type Failure =
  /** It will fail again until somebody mends something. */
  | { kind: 'permanent'; error: string }
  /** Slack did nothing with it, and may do it later. */
  | { kind: 'temporary'; error: string }
  /** Slack did nothing with it, and says when to come back; null: it did not say. */
  | { kind: 'limited'; error: string; retryAfterSeconds: number | null }
  /** Slack may have done it. */
  | { kind: 'unknown'; error: string }

/** What somebody has to do before a parked message can go; null: nothing would help, or nothing is worth doing. */
export const cures: Record<string, string | null> = {
  channel_not_found:
    'Invite Sprintkeeper to the channel (`/invite`), or choose another channel in `/sprint team`.',
  not_in_channel:
    'Invite Sprintkeeper to the channel (`/invite`), or choose another channel in `/sprint team`.',
  is_archived: 'Unarchive the channel, or choose another one in `/sprint team`.',
  restricted_action:
    'Ask a workspace admin to let Sprintkeeper post in the channel, or choose another one in `/sprint team`.',
  restricted_action_read_only_channel:
    'Let Sprintkeeper post in the channel, or choose another one in `/sprint team`.',
  restricted_action_thread_only_channel:
    'The channel takes replies only: choose another one in `/sprint team`.',
  restricted_action_non_threadable_channel:
    'The channel takes no threads: choose another one in `/sprint team`.',
  restricted_action_thread_locked: 'Unlock the thread.',
  user_not_found: 'Take the person out of the team in `/sprint team`.',
  users_not_found: 'Take the person out of the team in `/sprint team`.',
  user_disabled: 'Take the person out of the team in `/sprint team`.',
  cannot_dm_bot: 'Take the bot out of the team in `/sprint team`.',
  method_not_supported_for_channel_type: 'Choose another channel in `/sprint team`.',
  ekm_access_denied: 'Ask a workspace admin: the organisation’s key management refuses the post.',
  team_access_not_granted: 'Ask an organisation admin to grant Sprintkeeper access to the workspace.',
  missing_scope: 'An operator reinstalls the app with the scopes of slack-manifest.yaml.',
  no_permission: 'An operator reinstalls the app with the scopes of slack-manifest.yaml.',
  not_allowed_token_type: 'An operator sets SLACK_BOT_TOKEN to the bot token (xoxb-…).',
  invalid_auth: 'An operator sets SLACK_BOT_TOKEN to the app’s present bot token and starts again.',
  not_authed: 'An operator sets SLACK_BOT_TOKEN to the app’s present bot token and starts again.',
  token_expired: 'An operator sets SLACK_BOT_TOKEN to the app’s present bot token and starts again.',
  token_revoked: 'An operator installs the app again, sets SLACK_BOT_TOKEN and starts again.',
  account_inactive: 'An operator installs the app again, sets SLACK_BOT_TOKEN and starts again.',
  org_login_required: 'The workspace is being moved to an organisation: try again when that is done.',
  gave_up: 'Slack failed many times over. Look at status.slack.com, then try again.',
  parent_not_sent: 'Mend what kept the thread’s first message back; the replies follow it.',
  unreadable_payload: 'A newer version of Sprintkeeper wrote it: an operator runs that one, then try again.',
  message_not_found: null,
  cant_update_message: null,
  edit_window_closed: null,
  thread_not_found: null,
  msg_too_long: null,
  msg_blocks_too_long: null,
  invalid_blocks: null,
  invalid_blocks_format: null,
  no_text: null,
  too_many_attachments: null,
  metadata_too_large: null,
  invalid_metadata_format: null,
  invalid_arguments: null,
}

/** Errors under which nothing can be told in Slack either: the operator's log and `doctor` have to. */
export const mute: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'account_inactive',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'team_access_not_granted',
  'org_login_required',
])

/** Errors that nobody is told of: the message to edit was deleted or froze, or the thread's parent was told of already. */
export const quiet: ReadonlySet<string> = new Set([
  'message_not_found',
  'edit_window_closed',
  'parent_not_sent',
])

const limited = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])
const temporary = new Set([
  'service_unavailable',
  'request_timeout',
  'accesslimited',
  'team_added_to_org',
  'invalid_post_type',
])
// "It's possible some aspect of the operation succeeded before the error was raised" (docs.slack.dev, chat.postMessage).
const unknown = new Set(['internal_error', 'fatal_error'])

// Failures before a byte of the request left: nothing reached Slack.
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Thrown by `asked`: what a call of the Web API came to, when it was no success. */
export class CallFailed extends Error {
  readonly failure: Failure

  constructor(failure: Failure, cause: unknown) {
    super(failure.error, { cause })
    this.failure = failure
  }
}

/**
 * Waits for a call of the Web API.
 *
 * @throws CallFailed, so that Slack's failures are told from those of our database
 */
export async function asked<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw new CallFailed(failureOf(error), error)
  }
}

/** Sorts what a call of the Web API threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'limited', error: 'ratelimited', retryAfterSeconds: error.retryAfter }
  if (error instanceof WebAPIPlatformError) return refusal(error)
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', error: `http_${error.statusCode}` }
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.original)
    return neverSent.has(code) ? { kind: 'temporary', error: code } : { kind: 'unknown', error: code }
  }
  // The client's word for a 429 whose Retry-After is missing or no number.
  if (error instanceof Error && error.message.startsWith('Retry header did not contain'))
    return { kind: 'limited', error: 'ratelimited', retryAfterSeconds: null }
  return { kind: 'unknown', error: codeOf(error) }
}

function refusal({ data }: WebAPIPlatformError): Failure {
  const { error } = data
  // Half an answer: the client gives what it could not parse as the error.
  if (!/^[a-z][a-z0-9_]*$/.test(error)) return { kind: 'unknown', error: 'unreadable_answer' }
  if (limited.has(error))
    return { kind: 'limited', error, retryAfterSeconds: data.response_metadata?.retryAfter ?? null }
  if (temporary.has(error)) return { kind: 'temporary', error }
  if (unknown.has(error)) return { kind: 'unknown', error }
  return { kind: 'permanent', error }
}

function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name === 'TimeoutError') return 'timeout'
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return error instanceof Error ? error.name : 'unreadable_answer'
}
