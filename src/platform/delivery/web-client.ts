// Slack's Web API client as everything here uses it: it never repeats a call by itself.
import { LogLevel, WebClient } from '@slack/web-api'
import { keepAliveFetch } from './transport.ts'

export interface WebClientSettings {
  /** The Web API's address, e.g. `https://slack.com/api/`; left out: Slack's own. */
  apiUrl?: string
  /** After this a call fails and its outcome is unknown. Must be well under the lease (deliverer.ts). Default 10 s. */
  timeoutMillis?: number
}

/**
 * A client without retries of its own: a repeat of a post that Slack had taken is a second post, and one 429 would
 * pause every channel. Who calls decides what to repeat.
 */
export function webClient(token: string, settings: WebClientSettings = {}): WebClient {
  return new WebClient(token, {
    ...(settings.apiUrl ? { slackApiUrl: settings.apiUrl } : {}),
    fetch: keepAliveFetch(),
    retryConfig: { retries: 0 },
    // A call begins at once: one that waited here, after its `sending` was written, could outlast its lease.
    maxRequestConcurrency: 10_000,
    rejectRateLimitedCalls: true,
    timeout: settings.timeoutMillis ?? 10_000,
    // Failures are logged by the caller, with the message's key; the client would print them unstructured.
    logLevel: LogLevel.ERROR,
  })
}
