// How the workspace is reached.

export interface SlackConfig {
  botToken: string
  /** Socket Mode; null: HTTP with the signing secret. */
  appToken: string | null
  signingSecret: string | null
  /** Ends with "/". Undefined: Slack's own. */
  apiUrl: string | undefined
}
