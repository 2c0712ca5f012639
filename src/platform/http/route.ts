// A path that the product answers over HTTP, whichever server serves it.
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Route {
  path: string
  method: string
  handler(request: IncomingMessage, response: ServerResponse): void
}
