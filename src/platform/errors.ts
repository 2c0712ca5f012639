// Failures that somebody can act on. Each has a stable code and says what to do next.

/** A failure whose message may be shown to the person who caused it; the hint says what to do next. */
export class SprintkeeperError extends Error {
  readonly code: string
  readonly hint: string | null

  constructor(code: string, message: string, hint: string | null = null, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SprintkeeperError'
    this.code = code
    this.hint = hint
  }
}

/** A failure about one field of a form, by its name: shown under it. */
export const fieldError = (field: string, message: string): SprintkeeperError =>
  new SprintkeeperError(`field:${field}`, message)

/** The field that a failure is about; null: none. */
export const fieldOf = (error: unknown): string | null =>
  error instanceof SprintkeeperError && error.code.startsWith('field:') ? error.code.slice(6) : null

/** The message and the hint of any thrown value, for a log or a terminal. */
export function explain(error: unknown): string {
  if (error instanceof SprintkeeperError)
    return error.hint ? `${error.message}\n${error.hint}` : error.message
  return error instanceof Error ? error.message : String(error)
}
