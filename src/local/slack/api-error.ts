// A Web API call that Slack answers with `ok: false`.
import type { JsonObject } from './types.ts'

/** Thrown by a method; becomes `{ ok: false, error: code, … }` with HTTP status 200, as Slack does it. */
export class SlackError extends Error {
  readonly code: string
  readonly details: JsonObject

  constructor(code: string, messages: string[] = [], details: JsonObject = {}) {
    super(messages.length > 0 ? `${code}: ${messages.join('; ')}` : code)
    this.name = 'SlackError'
    this.code = code
    this.details = messages.length > 0 ? { ...details, response_metadata: { messages } } : details
  }
}
