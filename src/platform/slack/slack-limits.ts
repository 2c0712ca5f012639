// What a failure of a reading call means: Slack asks to wait, or it may get over it by itself.
import { ErrorCode } from '@slack/web-api'
import { refusalOf } from '#platform/environment/slack-trouble.ts'

/** Milliseconds that Slack asks to wait; null: it does not limit. */
export function retryAfterOf(error: unknown): number | null {
  if (!(error instanceof Error && 'code' in error)) return null
  if (error.code === ErrorCode.RateLimitedError && 'retryAfter' in error)
    return Number(error.retryAfter) * 1000
  return refusalOf(error) === 'ratelimited' ? 30_000 : null
}

/** What Slack may get over by itself: a server of its that fails, or that cannot be reached. */
export function isPassing(error: unknown): boolean {
  const refusal = refusalOf(error)
  if (refusal)
    return ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].includes(refusal)
  return error instanceof Error && 'code' in error && error.code !== ErrorCode.PlatformError
}
