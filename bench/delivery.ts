// Delivery: posts a second beside bare pg-boss, punctuality, and time within Slack's limits beside the arithmetic least.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Clock } from '#platform/clock.ts'
import { type DeliverySettings, startDelivery } from '#platform/delivery/deliverer.ts'
import { startBoss } from '#platform/delivery/jobs.ts'
import { type Budgets, localBudgets, slackBudgets } from '#platform/delivery/limits.ts'
import { post } from '#platform/delivery/outbox.ts'
import { metadataOf } from '#platform/delivery/slack-calls.ts'
import { webClient } from '#platform/delivery/web-client.ts'
import { connect, forWorkspace } from '#platform/store/client.ts'
import { databaseClock } from '#platform/store/database-clock.ts'
import { startEmbedded } from '#platform/store/embedded.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'
import { migrate } from '#platform/store/migrate.ts'

// Of a claim, as of pg-boss' fetch; four of them are on their way at once.
const batch = 64
const underWay = 4 * batch
const hour = 3_600_000
/** What each message says, ours and the client's alone. */
const said = {
  text: 'Good morning',
  blocks: [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Day 3 of 10' } }],
}
const wallClock = () => performance.timeOrigin + performance.now()
const silent = pino({ level: 'silent' })

// `npm run bench -- delivery throughput` measures one of them.
const parts = {
  throughput: (bench: Bench) => bench.throughput(5_000),
  idle: (bench: Bench) => bench.idlePunctuality(200),
  busy: (bench: Bench) => bench.busyPunctuality(10_000, 60),
  limits: (bench: Bench) => bench.withinLimits(100, 100),
}

export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-bench-'))
  const server = await startEmbedded(folder, { flags: { max_connections: '200' } })
  const slack = fork(join(import.meta.dirname, 'instant-slack.ts'))
  const [{ port }] = (await once(slack, 'message')) as [{ port: number }]
  await migrate(server.connectionString, join(import.meta.dirname, '../prisma/migrations'))
  const bench = new Bench(server.connectionString, slack, `http://127.0.0.1:${port}/api/`)
  try {
    const [part] = process.argv.slice(3)
    for (const [name, measure] of Object.entries(parts)) if (!part || part === name) await measure(bench)
  } finally {
    await bench.prisma.$disconnect()
    slack.disconnect()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

class Bench {
  readonly connectionString: string
  readonly slack: ChildProcess
  readonly slackUrl: string
  readonly prisma: PrismaClient

  constructor(connectionString: string, slack: ChildProcess, slackUrl: string) {
    this.connectionString = connectionString
    this.slack = slack
    this.slackUrl = slackUrl
    this.prisma = connect(connectionString, { connections: 10 })
  }

  async throughput(count: number): Promise<void> {
    const boss = await startBoss(this.connectionString, silent, [])
    await boss.createQueue('bare')
    const bare: number[] = []
    const ours: number[] = []
    const client: number[] = []
    const cpu = { ours: [] as number[], client: [] as number[] }
    for (let round = 0; round < 3; round++) {
      await boss.insert(
        'bare',
        Array.from({ length: count }, (_, n) => ({ data: { n } })),
      )
      let began = performance.now()
      for (;;) {
        const jobs = await boss.fetch('bare', { batchSize: batch })
        if (jobs.length === 0) break
        await boss.complete(
          'bare',
          jobs.map(({ id }) => id),
        )
      }
      bare.push(count / seconds(began))
      const [workspaceId = ''] = await this.workspaces(1)
      // The deliverer is up before, as pg-boss is: the messages fall due when its clock is put forward.
      let aheadMillis = 0
      const clock = { now: () => new Date(wallClock() + aheadMillis) }
      const delivery = await this.start([workspaceId], localBudgets, clock)
      await this.write(workspaceId, count, () => new Date(wallClock() + hour))
      aheadMillis = 2 * hour
      began = performance.now()
      const ownCpu = process.cpuUsage()
      await delivery.idle()
      cpu.ours.push(microsOf(process.cpuUsage(ownCpu)) / count)
      ours.push(count / seconds(began))
      await delivery.stop()
      const clientCpu = process.cpuUsage()
      client.push(await this.clientAlone(count))
      cpu.client.push(microsOf(process.cpuUsage(clientCpu)) / count)
      await this.arrivals()
    }
    await boss.stop({ graceful: false })
    const [bareMedian, oursMedian, clientMedian] = [median(bare), median(ours), median(client)]
    const shares = [oursMedian / bareMedian, clientMedian / bareMedian, oursMedian / clientMedian]
    const [share, bound, ofBound] = shares.map((ratio) => ratio.toFixed(2))
    console.log(
      `posts a second, batches of ${batch}, median of 3 rounds of ${count}: ours ${oursMedian.toFixed(0)}, bare pg-boss fetch and complete ${bareMedian.toFixed(0)}, ratio ${share} (aim ≥ 0.5); the bound, Slack's client alone with no outbox, ${clientMedian.toFixed(0)}, ratio ${bound}: ours is ${ofBound} of it (aim ≥ 0.8)`,
    )
    console.log(
      `CPU of this process a post, which other work on the machine changes least: ours ${median(cpu.ours).toFixed(0)} µs, the client alone ${median(cpu.client).toFixed(0)} µs`,
    )
  }

  /** What any outbox can reach at most: the Web API client's posts a second, as many at a time. */
  async clientAlone(count: number): Promise<number> {
    const web = webClient('xoxb-bench', { apiUrl: this.slackUrl })
    const began = performance.now()
    let left = count
    const post = async () => {
      while (left-- > 0)
        await web.chat.postMessage({ channel: `C${left}`, ...said, metadata: metadataOf(`message ${left}`) })
    }
    await Promise.all(Array.from({ length: underWay }, post))
    return count / seconds(began)
  }

  async idlePunctuality(count: number): Promise<void> {
    const [workspaceId = ''] = await this.workspaces(1)
    const delivery = await this.start([workspaceId], localBudgets)
    const clock = await databaseClock(this.prisma)
    const services = { workspaceId, clock, jobs: delivery.jobs }
    const due = new Map<string, number>()
    for (let n = 0; n < count; n++) {
      const key = `idle ${n}`
      await forWorkspace(this.prisma, workspaceId).$transaction((tx) =>
        post(tx, services, { key, channel: `C${n}`, text: 'hello' }),
      )
      due.set(key, wallClock())
      await new Promise((done) => setTimeout(done, 25))
    }
    await delivery.idle()
    console.log(
      `punctuality, idle, ${count} messages (commit → HTTP request): ${late(await this.arrivals(), due)}`,
    )
    await delivery.stop()
  }

  async busyPunctuality(count: number, overSeconds: number): Promise<void> {
    const [workspaceId = ''] = await this.workspaces(1)
    const due = new Map<string, number>()
    const start = wallClock() + 15_000
    await this.write(workspaceId, count, (n, key) => {
      const at = Math.round(start + (n / count) * overSeconds * 1000)
      due.set(key, at)
      return new Date(at)
    })
    const delivery = await this.start([workspaceId], localBudgets)
    await until(start + overSeconds * 1000)
    await delivery.idle()
    console.log(
      `punctuality, ${count} messages due over ${overSeconds} s (due → HTTP request): ${late(await this.arrivals(), due)} (aim p99 < 1,000)`,
    )
    await delivery.stop()
    const [burst = ''] = await this.workspaces(1)
    const at = Math.round(wallClock() + 15_000)
    const together = new Map<string, number>()
    await this.write(burst, count, (_, key) => {
      together.set(key, at)
      return new Date(at)
    })
    const second = await this.start([burst], localBudgets)
    // The database's clock may be a little behind ours, and before its time nothing is due.
    await until(at + 250)
    await second.idle()
    console.log(
      `punctuality, ${count} messages due at the same instant, no limits: ${late(await this.arrivals(), together)}`,
    )
    await second.stop()
  }

  async withinLimits(workspaces: number, each: number): Promise<void> {
    const ids = await this.workspaces(workspaces)
    for (const id of ids) await this.write(id, each, () => new Date())
    const { calls, seconds: window } = slackBudgets.methods['chat.postMessage'] ?? { calls: 1, seconds: 1 }
    const least = (Math.ceil(each / calls) - 1) * window
    await this.deliverAll(ids, slackBudgets)
    const arrivals = await this.arrivals()
    const times = arrivals.map(([, at]) => at)
    const took = (times.reduce((a, b) => Math.max(a, b), 0) - times.reduce((a, b) => Math.min(a, b))) / 1000
    console.log(
      `within Slack's limits: ${workspaces} workspaces × ${each} teams, ${calls} posts a ${window} s each: ${took.toFixed(1)} s, arithmetic least ${least.toFixed(1)} s, ratio ${(took / least).toFixed(3)} (aim ≤ 1.1)`,
    )
  }

  async workspaces(count: number): Promise<string[]> {
    const made = await this.prisma.workspace.createManyAndReturn({
      data: Array.from({ length: count }, () => ({
        slackTeamId: `T${Math.random()}`,
        name: 'Bench',
        botUserId: 'U0BOT',
      })),
    })
    return made.map(({ id }) => id)
  }

  /** Writes messages as `post` does, but many in a statement; each in a channel of its own. */
  async write(workspaceId: string, count: number, dueAt: (n: number, key: string) => Date): Promise<void> {
    const data = Array.from({ length: count }, (_, n) => {
      const key = `message:${workspaceId}:${n}`
      return {
        workspaceId,
        key,
        strand: key,
        kind: 'post' as const,
        channel: `C${n}`,
        payload: { ...said },
        dueAt: dueAt(n, key),
        createdAt: new Date(),
      }
    })
    for (let at = 0; at < count; at += 1_000)
      await this.prisma.message.createMany({ data: data.slice(at, at + 1_000) })
    await this.prisma.$executeRaw`analyze "Message"`
  }

  async start(workspaceIds: string[], budgets: Budgets, clock?: Clock) {
    const settings: DeliverySettings = {
      connectionString: this.connectionString,
      prisma: this.prisma,
      workspaces: workspaceIds.map((workspaceId) => ({
        workspaceId,
        web: webClient('xoxb-bench', { apiUrl: this.slackUrl }),
      })),
      clock: clock ?? (await databaseClock(this.prisma)),
      log: silent,
      owner: 'bench',
      budgets,
      concurrency: underWay,
    }
    return startDelivery(settings)
  }

  async deliverAll(workspaceIds: string[], budgets: Budgets): Promise<void> {
    const delivery = await this.start(workspaceIds, budgets)
    await delivery.idle()
    await delivery.stop()
  }

  async arrivals(): Promise<[string, number][]> {
    this.slack.send('arrivals')
    const [{ arrivals }] = (await once(this.slack, 'message')) as [{ arrivals: [string, number][] }]
    return arrivals
  }
}

function late(arrivals: [string, number][], due: Map<string, number>): string {
  const lateness = arrivals.map(([key, at]) => at - (due.get(key) ?? Number.NaN)).sort((a, b) => a - b)
  const at = (share: number) => (lateness[Math.ceil(lateness.length * share) - 1] ?? Number.NaN).toFixed(0)
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms of ${lateness.length}`
}

const until = (at: number) => new Promise((done) => setTimeout(done, at - wallClock()))
const seconds = (began: number) => (performance.now() - began) / 1000
const microsOf = ({ user, system }: NodeJS.CpuUsage) => user + system
const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
