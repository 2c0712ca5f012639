// What `doctor` found, and what to do about it.

export interface Finding {
  subject: string
  state: 'ok' | 'warning' | 'wrong'
  text: string
  /** What to do about it; null: nothing. */
  cure: string | null
}
