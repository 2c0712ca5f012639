// Configuration from the environment: one schema, one error text. `.env.example` explains each variable.
import { join } from 'node:path'
import { z } from 'zod'
import { isTimeZone } from '#domain/calendar/instant.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { SlackConfig } from '#platform/slack/slack-config.ts'

const token = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-\\S+$`), `a token that begins with ${prefix}-`)
const port = z.coerce
  .number('a port from 0 to 65535')
  .int('a port from 0 to 65535')
  .min(0, 'a port from 0 to 65535')
  .max(65_535, 'a port from 0 to 65535')

const schema = z
  .object({
    SLACK_BOT_TOKEN: token('xoxb').optional(),
    SLACK_APP_TOKEN: token('xapp').optional(),
    SLACK_SIGNING_SECRET: z
      .string()
      .min(16, 'the signing secret of the app (at least 16 characters)')
      .optional(),
    SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'an http or https address' }).optional(),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: 'an address like postgresql://user:password@host/database' })
      .optional(),
    DATA_DIR: z.string().default('data'),
    PLANS_DIR: z.string().optional(),
    PLANS_TOKEN: z.string().min(16, 'a secret of at least 16 characters').optional(),
    DEFAULT_TIME_ZONE: z
      .string()
      .refine(isTimeZone, 'an IANA time zone such as Europe/Lisbon')
      .default('UTC'),
    PORT: port.default(3000),
    SANDBOX_PORT: port.default(3210),
    METRICS_PORT: port.optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    SPRINTKEEPER_LOCAL: z.literal('1', '1').optional(),
    LOG_LEVEL: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
        'one of trace, debug, info, warn, error, silent',
      )
      .optional(),
  })
  .superRefine((value, context) => {
    const missing = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    if (value.SLACK_BOT_TOKEN && !value.SLACK_APP_TOKEN && !value.SLACK_SIGNING_SECRET)
      missing(
        'SLACK_APP_TOKEN',
        'a token that begins with xapp- (Socket Mode), or SLACK_SIGNING_SECRET (HTTP)',
      )
    if (!value.SLACK_BOT_TOKEN && (value.SLACK_APP_TOKEN || value.SLACK_SIGNING_SECRET))
      missing('SLACK_BOT_TOKEN', 'a token that begins with xoxb-')
  })

export interface Config {
  /** Null: no Slack tokens; the local workspace runs. */
  slack: SlackConfig | null
  /** Whether a local workspace was asked for outright, where it would not start by itself (deployment.ts). */
  localWanted: boolean
  /** Null: the embedded server, with its data in `dataDir`. */
  databaseUrl: string | null
  dataDir: string
  /** The folder of plans loaded at start and when a file changes; null: none. */
  plansDir: string | null
  /** What `POST /plans` asks for; null: the endpoint is off. */
  plansToken: string | null
  /** IANA; for a team whose plan names no zone. */
  defaultTimeZone: string
  port: number
  sandboxPort: number
  /** Where `GET /metrics` is served; null: nowhere. */
  metrics: { port: number; host: string } | null
  logLevel: string
}

/** The plans of a local workspace. */
export const projectPlans = join(import.meta.dirname, '../plans')

/**
 * Reads the configuration. An empty value counts as not set.
 *
 * @throws SprintkeeperError `bad_configuration`, one line a variable: its name, what was expected, what was received
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      return `${name}: expected ${issue.message}, received ${received(name, given[name])}`
    })
    throw new SprintkeeperError(
      'bad_configuration',
      lines.join('\n'),
      'Correct it in the environment; .env.example explains each variable.',
    )
  }
  const value = parsed.data
  const slack = value.SLACK_BOT_TOKEN
    ? {
        botToken: value.SLACK_BOT_TOKEN,
        appToken: value.SLACK_APP_TOKEN ?? null,
        signingSecret: value.SLACK_SIGNING_SECRET ?? null,
        apiUrl: value.SLACK_API_URL?.replace(/\/*$/, '/'),
      }
    : null
  return {
    slack,
    localWanted: value.SPRINTKEEPER_LOCAL === '1',
    databaseUrl: value.DATABASE_URL ?? null,
    dataDir: value.DATA_DIR,
    plansDir: value.PLANS_DIR ?? (slack ? null : projectPlans),
    plansToken: value.PLANS_TOKEN ?? null,
    defaultTimeZone: value.DEFAULT_TIME_ZONE,
    port: value.PORT,
    sandboxPort: value.SANDBOX_PORT,
    metrics: value.METRICS_PORT === undefined ? null : { port: value.METRICS_PORT, host: value.METRICS_HOST },
    // At the local workspace's terminal sits a person, who reads the page and not the log.
    logLevel: value.LOG_LEVEL ?? (slack ? 'info' : 'warn'),
  }
}

/** What was received, without giving a secret away. */
function received(name: string, value: string | undefined): string {
  if (value === undefined) return 'nothing'
  if (!/TOKEN|SECRET|DATABASE_URL/.test(name)) return JSON.stringify(value)
  return `${value.length} characters that are not one`
}
