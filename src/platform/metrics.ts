// What an operator watches, counted in this process: made when METRICS_PORT is set, and served in Prometheus' format.
import { type WebClient, WebClientEvent } from '@slack/web-api'
import type { Registry } from 'prom-client'

/** What became of a try to bring a message to Slack. */
export type PostOutcome = 'sent' | 'found' | 'temporary' | 'unknown' | 'limited' | 'parked' | 'expired'

export interface Metrics {
  registry: Registry
  /** A command was answered, `millis` after its listener began to wait for its turn. */
  commandDone(word: string, millis: number): void
  /** A command, click or form was turned away. */
  turnedAway(why: string): void
  post(kind: string, outcome: PostOutcome): void
  limited(method: string): void
  ticked(millis: number): void
  /** Read at each scrape. */
  watch(name: 'requests_under_way' | 'commands_waiting', read: () => number): void
}

const prefix = 'sprintkeeper_'
/** Seconds: a command is answered in milliseconds, and a person waits for seconds. */
const commandBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10, 30]
const watched = {
  requests_under_way: 'Commands, clicks and forms that are being answered.',
  commands_waiting: 'Commands that wait for their turn.',
} as const

/** With a registry of its own. prom-client is loaded only here: most processes are not watched. */
// Long: the list of what there is to watch, to be read at once.
export async function createMetrics(build: { version: string }): Promise<Metrics> {
  const { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client')
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: `${prefix}build_info`,
    help: 'Always 1: which version runs, on which Node.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version: build.version, node: process.versions.node }, 1)
  const commands = new Histogram({
    name: `${prefix}command_seconds`,
    help: 'From the acknowledgement of a command to its answer, by its word.',
    labelNames: ['word'],
    buckets: commandBuckets,
    registers,
  })
  const turned = new Counter({
    name: `${prefix}turned_away_total`,
    help: 'Commands, clicks and forms that were answered "busy".',
    labelNames: ['why'],
    registers,
  })
  const posts = new Counter({
    name: `${prefix}posts_total`,
    help: 'Tries to bring a message to Slack, by kind (post, edit) and outcome.',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const limits = new Counter({
    name: `${prefix}slack_limited_total`,
    help: "Answers 429 of Slack's, by method.",
    labelNames: ['method'],
    registers,
  })
  const ticks = new Histogram({
    name: `${prefix}tick_seconds`,
    help: 'How long a look at the calendar took.',
    buckets: [0.005, 0.05, 0.3, 1, 5, 30],
    registers,
  })
  return {
    registry,
    commandDone: (word, millis) => commands.observe({ word }, millis / 1000),
    turnedAway: (why) => turned.inc({ why }),
    post: (kind, outcome) => posts.inc({ kind, outcome }),
    limited: (method) => limits.inc({ method }),
    ticked: (millis) => ticks.observe(millis / 1000),
    watch(name, read) {
      const gauge = new Gauge({
        name: `${prefix}${name}`,
        help: watched[name],
        registers,
        collect() {
          gauge.set(read())
        },
      })
    },
  }
}

/** Counts the 429s that a client meets, with their `Retry-After`. */
export function countLimits(web: WebClient, metrics: Metrics | undefined): void {
  web.on(WebClientEvent.RATE_LIMITED, (_seconds: number, { url = '' }: { url?: string } = {}) =>
    metrics?.limited(url.split('/').at(-1) ?? url),
  )
}
