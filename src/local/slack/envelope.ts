// What Slack tells an app, and the failure to bring it there.
import { isObject } from './json.ts'
import type { JsonObject } from './types.ts'

/** Something that Slack tells the app. */
export interface Envelope {
  kind: 'slash_commands' | 'interactive' | 'events_api'
  payload: JsonObject
  retry?: { attempt: number; reason: string }
}

/** Thrown where the app did not acknowledge; `code` is what Slack shows the person, as in "/sprint failed with the error …". */
export class NoAckError extends Error {
  readonly code: 'dispatch_failed' | 'operation_timeout' | 'http_error'

  constructor(code: NoAckError['code'], message: string) {
    super(`${code}: ${message}`)
    this.name = 'NoAckError'
    this.code = code
  }
}

/** What an envelope is, for error messages: `command /sprint status`, `block_actions standup_open`. */
export function describe({ kind, payload }: Envelope): string {
  if (kind === 'slash_commands') return `command ${payload.command} ${payload.text}`.trim()
  if (kind === 'events_api') return `event ${isObject(payload.event) ? payload.event.type : ''}`
  const [action] = Array.isArray(payload.actions) ? payload.actions : []
  const view = isObject(payload.view) ? payload.view.callback_id : ''
  return `${payload.type} ${isObject(action) ? action.action_id : view}`
}
