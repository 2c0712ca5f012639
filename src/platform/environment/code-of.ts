// The code that Node, PostgreSQL or Slack gave an error.

/** Such as ECONNREFUSED, 28P01 or slack_webapi_platform_error; null: it has none. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return null
}

/** The error's own words; Node leaves the message of a host with several addresses empty. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || codeOf(error) || error.name
}
