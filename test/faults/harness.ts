// Kills deliverers with `kill -9` at every step, under a Slack that misbehaves and a database that goes away, and counts
// what people would see: every message once, in order, showing its last edit.
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { pino } from 'pino'
import { jobsOf, startBoss } from '#platform/delivery/jobs.ts'
import { edit, post } from '#platform/delivery/outbox.ts'
import { connect, forWorkspace } from '#platform/store/client.ts'
import { databaseClock } from '#platform/store/database-clock.ts'
import { type Behaviour, type Call, startMisbehavingSlack } from './misbehaving-slack.ts'
import { randomFrom } from './random.ts'
import { leaseSeconds } from './settings.ts'
import { startTcpProxy } from './tcp-proxy.ts'

/** Where a process is killed: at its own steps, or while Slack has its request. */
export const killPoints = [
  'claimed',
  'in flight, taken',
  'looked up',
  'cleared',
  'sending',
  'in flight, not taken',
  'answered',
  'in flight, taken late',
  'written',
] as const
export type KillPoint = (typeof killPoints)[number] | 'anywhere'

export interface FaultOptions {
  connectionString: string
  seed: number
  processes: number
  kills: number
  /** How long the database is away, once, in the middle of the run. */
  cutMillis: number
  /** Beside or instead of that: what else happens in the middle of the run. */
  midway?: () => Promise<void>
  /** Processes stand still (SIGSTOP) for longer than a lease at a step, and go on, instead of being killed. */
  stops?: boolean
  /** Slack's own limits: the processes keep to them, and Slack answers 429 with Retry-After to who does not. */
  limited?: boolean
  /** The clocks of the processes step back and forth by a minute and a half. */
  clockSteps?: boolean
  report?: (line: string) => void
}

export interface FaultReport {
  due: number
  lost: string[]
  twice: string[]
  /** Replies that stand before an earlier one, or outside their thread. */
  outOfOrder: string[]
  /** Messages that do not show their last edit. */
  stale: string[]
  kills: Record<KillPoint, number>
  /** Processes that ended by themselves after they had started. (A start without a database fails, and is tried again.) */
  crashes: number
  misbehaviours: number
}

interface Worker {
  child: ChildProcess
  token: string
  point: KillPoint
  isReady: boolean
  isKilled: boolean
}

// A step that is not reached by then is not on the way of any message at hand: the process is killed where it is.
const impatientAfterMillis = 2_500
const settledWithinMillis = 90_000
/** A process that stood still goes on when others have taken over what it held. */
const stoppedMillis = leaseSeconds * 1000 + 1_000
/** Slack's: a second's post and a burst of three more. */
const channelBurst = 4
const misbehaviour = 0.08

export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const random = randomFrom(options.seed)
  const slack = await startMisbehavingSlack()
  const proxy = await startTcpProxy(options.connectionString)
  const prisma = connect(options.connectionString, { connections: 3 })
  const { id: workspaceId } = await prisma.workspace.create({
    data: { slackTeamId: `T${options.seed}-${options.processes}`, name: 'Faults', botUserId: 'U0BOT' },
  })
  const boss = await startBoss(options.connectionString, pino({ level: 'silent' }), [workspaceId])
  const db = forWorkspace(prisma, workspaceId)
  const services = { workspaceId, clock: await databaseClock(prisma), jobs: jobsOf(boss) }

  const kills = Object.fromEntries(
    [...killPoints, 'anywhere'].map((point) => [point, 0]),
  ) as FaultReport['kills']
  const workers = new Set<Worker>()
  let started = 0
  let killed = 0
  let crashes = 0
  let misbehaviours = 0
  let calm = false
  const goOn = new Set<NodeJS.Timeout>()
  const limited = new Map<string, number[]>()

  const kill = (worker: Worker, at: KillPoint) => {
    if (worker.isKilled) return
    worker.isKilled = true
    worker.child.kill('SIGKILL')
    kills[at] += 1
    killed += 1
  }
  const start = () => {
    const token = `worker-${++started}`
    // The first processes die at the steps in turn, so that a short run meets each; the others where chance says.
    const point = killPoints[started - 1] ?? random.pick([...killPoints, 'anywhere' as const])
    const child = fork(join(import.meta.dirname, 'worker.ts'), {
      stdio: ['ignore', 'ignore', process.env.FAULTS_STDERR ? 'inherit' : 'ignore', 'ipc'],
      env: {
        ...process.env,
        DATABASE_URL: proxy.connectionString,
        SLACK_URL: slack.url,
        WORKSPACE_ID: workspaceId,
        OWNER: token,
        ...(calm || point === 'anywhere' ? {} : options.stops ? { STOP_AT: point } : { PAUSE_AT: point }),
        ...(options.limited ? { BUDGETS: 'slack' } : {}),
        ...(options.clockSteps && !calm ? { CLOCK_STEPS: 'yes' } : {}),
      },
    })
    const worker: Worker = { child, token, point, isReady: false, isKilled: false }
    workers.add(worker)
    const anywhere = () => {
      if (!calm) kill(worker, 'anywhere')
    }
    let impatience: NodeJS.Timeout | undefined
    child.on('message', (message: { ready?: true; paused?: string; stopped?: string }) => {
      if (message.paused && !calm) kill(worker, point)
      if (message.stopped) {
        clearTimeout(impatience)
        goOn.add(setTimeout(() => child.kill('SIGCONT'), stoppedMillis))
        // It has done its part when it has gone on for a while.
        impatience = setTimeout(() => kill(worker, point), stoppedMillis + 1_000)
      }
      const millis = point === 'anywhere' ? random.next() * 500 : impatientAfterMillis
      worker.isReady = true
      if (message.ready && !calm) impatience = setTimeout(anywhere, millis)
    })
    child.once('exit', () => {
      clearTimeout(impatience)
      workers.delete(worker)
      if (worker.isReady && !worker.isKilled && !calm) crashes += 1
    })
  }

  const sound: Behaviour = { kind: 'answer' }
  slack.behave = ({ token, method, args }: Call): Behaviour => {
    if (calm) return sound
    const worker = [...workers].find((one) => one.token === token)
    if (worker?.point.startsWith('in flight') && !worker.isKilled && method === 'chat.postMessage') {
      setTimeout(() => kill(worker, worker.point), 20)
      if (worker.point === 'in flight, taken late') return { kind: 'take late', millis: 400 }
      return { kind: 'silence', millis: 5_000, took: worker.point === 'in flight, taken' }
    }
    if (options.limited && method === 'chat.postMessage') {
      const { channel = '' } = args
      const lately = (limited.get(channel) ?? []).filter((at) => performance.now() - at < 10_000)
      if (lately.length >= channelBurst + 10) {
        misbehaviours += 1
        return { kind: '429', retryAfter: '2' }
      }
      limited.set(channel, [...lately, performance.now()])
    }
    if (random.next() >= misbehaviour) return sound
    misbehaviours += 1
    return random.pick<Behaviour>([
      { kind: 'take and drop' },
      { kind: 'drop' },
      { kind: '429', retryAfter: '0' },
      { kind: 'refuse', error: 'ratelimited' },
      { kind: '500', took: true },
      { kind: '500', took: false },
      { kind: 'silence', millis: 1_000, took: true },
      { kind: 'silence', millis: 1_000, took: false },
      { kind: 'take late', millis: 1_000 },
      { kind: 'half an answer', cut: true },
      { kind: 'half an answer', cut: false },
    ])
  }

  const due: { key: string; thread: string | null }[] = []
  const lastText = new Map<string, string>()
  let written = 0
  let reported = 0
  /** A thread with two replies, an edit of its parent and a direct message. */
  const write = async () => {
    const n = ++written
    const key = `thread ${n}`
    const channel = `C${n % 7}`
    const replies = [`reply ${n}.1`, `reply ${n}.2`]
    await db.$transaction(async (tx) => {
      await post(tx, services, { key, channel, text: 'open' })
      for (const reply of replies)
        await post(tx, services, { key: reply, channel, text: reply, thread: { key } })
      await post(tx, services, { key: `direct ${n}`, channel: `U${n % 5}`, text: 'a reminder' })
      await edit(tx, services, { key, text: `edited ${n}` })
    })
    lastText.set(key, `edited ${n}`)
    due.push({ key, thread: null }, { key: `direct ${n}`, thread: null })
    for (const reply of replies) due.push({ key: reply, thread: key })
  }

  let cutting: Promise<unknown> | null = null
  while (killed < options.kills) {
    while (workers.size < options.processes) start()
    if (written < killed + 4) await write()
    if (!cutting && killed >= options.kills / 2) {
      if (options.cutMillis > 0) options.report?.(`the database is away for ${options.cutMillis / 1000} s`)
      cutting = Promise.all([options.cutMillis > 0 ? proxy.cut(options.cutMillis) : null, options.midway?.()])
    }
    if (killed >= reported + 50) {
      reported = killed
      options.report?.(`${killed} kills, ${due.length} messages due`)
    }
    await pause(20)
  }
  await cutting
  for (const timer of goOn) clearTimeout(timer)
  calm = true
  // The last processes stand still at their steps: these end now, and sound ones finish.
  for (const worker of workers) {
    worker.isKilled = true
    worker.child.kill('SIGKILL')
  }
  await Promise.all([...workers].map(({ child }) => new Promise((done) => child.once('exit', done))))
  for (let n = 0; n < options.processes; n++) start()
  const unfinished = () =>
    prisma.message.count({ where: { workspaceId, state: { notIn: ['sent', 'dead'] } } })
  for (let waited = 0; (await unfinished()) > 0 && waited < settledWithinMillis; waited += 50) await pause(50)
  for (const { child } of workers) child.send('stop')
  await Promise.all([...workers].map(({ child }) => new Promise((done) => child.once('exit', done))))

  const posted = Map.groupBy(slack.keys(), (key) => key)
  const at = new Map(
    slack.messages.map((message, index) => [message.metadata?.event_payload.key ?? '', { message, index }]),
  )
  const isInPlace = ({ key, thread }: { key: string; thread: string | null }) => {
    const own = at.get(key)
    if (!thread || !own) return true
    const earlier = key.endsWith('.2') ? at.get(key.replace('.2', '.1')) : at.get(thread)
    return own.message.thread_ts === at.get(thread)?.message.ts && (earlier?.index ?? -1) < own.index
  }
  const report: FaultReport = {
    due: due.length,
    lost: due.filter(({ key }) => !posted.has(key)).map(({ key }) => key),
    twice: due.filter(({ key }) => (posted.get(key)?.length ?? 0) > 1).map(({ key }) => key),
    outOfOrder: due.filter((one) => !isInPlace(one)).map(({ key }) => key),
    stale: [...lastText].filter(([key, text]) => at.get(key)?.message.text !== text).map(([key]) => key),
    kills,
    crashes,
    misbehaviours,
  }
  await boss.stop({ graceful: false })
  await prisma.$disconnect()
  await proxy.stop()
  await slack.stop()
  return report
}

const pause = (millis: number) => new Promise<void>((done) => setTimeout(done, millis))
