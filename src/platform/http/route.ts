// A path that the product answers over HTTP, whichever server serves it.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Action } from '#domain/access/actions.ts'

export interface Route {
  path: string
  method: string
  /** What its handler asks the policy; null: whoever reaches the port may ask, and learns nothing that people wrote. */
  asks: Action | null
  handler(request: IncomingMessage, response: ServerResponse): void
}
