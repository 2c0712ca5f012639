// A look at the calendar: takes every occurrence whose next step is due and moves it on, each in one transaction.

import { localOf } from '#domain/calendar/instant.ts'
import { decide } from '#domain/calendar/lateness.ts'
import { ceremonyKind, kindOf } from '#domain/kinds.ts'
import type { Clock } from '#platform/clock.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'
import { stored } from '#platform/store/stored.ts'
import type { Late, MissedNote } from '#wording/late.ts'
import { ofKnownKind } from './known-kinds.ts'
import type { Ceremony, DueOccurrence, StepResult } from './steps.ts'
import { wasRunning } from './uptime.ts'

export interface TickResult {
  /** Steps done. */
  moved: number
  /** Of those, the late ones. */
  late: number
  /** Occurrences too late to be worth opening. */
  missed: number
  /** Steps that threw; they are tried again later. */
  failed: number
}

export interface Ticker {
  prisma: PrismaClient
  clock: Clock
  /** The workspaces that this process serves. */
  workspaces: Services[]
  /** What is done with each kind; of a kind that none names, nothing. */
  ceremonies: readonly Ceremony[]
  /** Names this process in the list of ticks. */
  owner: string
}

/** Occurrences taken up at a time; with more due, the next look follows at once. */
const batch = 200
const atATime = 4
/** A step that failed is tried again after 10 s, 20 s, 40 s … up to 10 min. */
const firstRetrySeconds = 10
const lastRetrySeconds = 600

/**
 * Does all that is due. Safe to call from any number of processes at once: an occurrence's row is the lock, and what a
 * step writes (state, messages) is written with it.
 */
export async function tick(ticker: Ticker): Promise<TickResult> {
  const result: TickResult = { moved: 0, late: 0, missed: 0, failed: 0 }
  const began = performance.now()
  const served = ticker.workspaces.map(({ workspaceId }) => workspaceId)
  for (;;) {
    const due = await ticker.prisma.occurrence.findMany({
      where: { nextAt: { lte: ticker.clock.now() }, workspaceId: { in: served } },
      orderBy: { nextAt: 'asc' },
      take: batch,
      select: { id: true, workspaceId: true, closesAt: true },
    })
    const before = result.moved + result.missed + result.failed
    // What is over goes first, so that the messages that open now can tell of it.
    const isOver = ({ closesAt }: { closesAt: Date }) => closesAt <= ticker.clock.now()
    for (const some of [due.filter(isOver), due.filter((one) => !isOver(one))])
      await moveAll(ticker, some, result)
    const progressed = result.moved + result.missed + result.failed > before
    if (due.length < batch || !progressed) break
  }
  if (result.moved + result.missed + result.failed > 0)
    await record(ticker, result, performance.now() - began)
  return result
}

type DueId = { id: string; workspaceId: string }

async function moveAll(ticker: Ticker, due: DueId[], result: TickResult): Promise<void> {
  const queue = [...due]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await moveOn(ticker, next, result)
  }
  await Promise.all(Array.from({ length: atATime }, worker))
}

async function moveOn(ticker: Ticker, { id, workspaceId }: DueId, result: TickResult): Promise<void> {
  const services = ticker.workspaces.find((one) => one.workspaceId === workspaceId)
  if (!services) return
  const { clock, log } = services
  try {
    await services.db.$transaction(async (tx) => {
      const now = clock.now()
      const locked = await tx.$queryRaw<unknown[]>`
        select id from "Occurrence" where id = ${id}::uuid and "nextAt" <= ${now} for update skip locked`
      if (locked.length === 0) return
      const row = await tx.occurrence.findUniqueOrThrow({
        where: { id },
        include: { team: true, sprint: true, rule: true },
      })
      // Of a kind that a newer version wrote: it is tried again, until that version serves it.
      const kind = stored(ceremonyKind, row.kind, { table: 'Occurrence', id, column: 'kind' })
      const occurrence = { ...row, kind }
      const { step, late, missed } = await take(ticker.ceremonies, tx, services, occurrence, now)
      const { state, nextAt, reason } = step
      await tx.occurrence.update({
        where: { id },
        data: {
          state,
          step: step.step,
          nextAt,
          failures: 0,
          ...(reason === undefined ? {} : { reason }),
          ...(late ? { late: true } : {}),
          ...(occurrence.step === 'open' && !missed ? { openedAt: now } : {}),
          ...(state === 'closed' ? { closedAt: now } : {}),
        },
      })
      if (missed) result.missed += 1
      else result.moved += 1
      if (late) result.late += 1
      const { teamId } = occurrence
      const event = {
        workspace: workspaceId,
        team: teamId,
        occurrence: id,
        kind,
        step: occurrence.step,
        state,
        late,
      }
      log.info(event, missed ? 'ceremony missed' : 'ceremony step done')
    })
  } catch (error) {
    result.failed += 1
    log.error({ occurrence: id, err: error }, 'ceremony step failed')
    await postpone(services, id)
  }
}

async function take(
  ceremonies: readonly Ceremony[],
  tx: Tx,
  services: Services,
  occurrence: DueOccurrence,
  now: Date,
): Promise<{ step: StepResult; late: Late; missed: boolean }> {
  const ceremony = ceremonies.find(({ kinds }) => kinds.includes(occurrence.kind))
  const run = ceremony?.steps[occurrence.step]
  if (!run) return { step: { state: 'closed', step: 'closed', nextAt: null }, late: false, missed: false }
  const opening = occurrence.step === 'open'
  const dueAt = dueFrom(occurrence, now)
  const punctuality = decide(occurrence.kind, dueAt, now, {
    closesAt: occurrence.closesAt,
    zone: occurrence.rule.zone ?? occurrence.team.zone,
  })
  if (opening && punctuality === 'missed') {
    const at = localOf(occurrence.team.zone, now)
    const cause = await causeOf(tx, occurrence, dueAt)
    const reason = missedReasons[cause](`${at.date} at ${at.time}`)
    await ceremony?.missed?.({ tx, services, occurrence })
    return { step: { state: 'missed', step: 'missed', nextAt: null, reason }, late: false, missed: true }
  }
  const late = opening && punctuality === 'late' ? await causeOf(tx, occurrence, dueAt) : false
  const missedNotes =
    opening && kindOf(occurrence.kind).tellsMissed ? await takeMissedNotes(tx, services, occurrence) : []
  const step = await run({ tx, services, now, occurrence, late, missedNotes })
  return { step, late, missed: false }
}

/** From when the step could have been taken: a time that it was moved to after that time was not missed before. */
function dueFrom({ nextAt, timedAt, step }: DueOccurrence, now: Date): Date {
  const due = nextAt ?? now
  return step === 'open' && timedAt && timedAt > due ? timedAt : due
}

/** Why a step was not taken at its time, as far as it is known. */
async function causeOf(tx: Tx, { failures, opensAt }: DueOccurrence, dueAt: Date): Promise<Cause> {
  // A step that failed waits from a later instant on: whether it ran is asked of its own time.
  if (failures > 0) return 'failed'
  return (await wasRunning(tx, dueAt > opensAt ? dueAt : opensAt)) ? 'unknown' : 'stopped'
}

type Cause = MissedNote['cause']

/** As they are stored; `stoppedWords` is how a cause is known again. */
const missedReasons: Record<Cause, (when: string) => string> = {
  stopped: (when) => `missed: Sprintkeeper was not running; it came back on ${when}`,
  failed: (when) => `missed: it failed each time it was tried; given up on ${when}`,
  unknown: (when) => `missed: seen too late, on ${when}`,
}

function causeIn(reason: string | null): Cause {
  if (reason?.includes('was not running')) return 'stopped'
  return reason?.includes('it failed') ? 'failed' : 'unknown'
}

async function takeMissedNotes(tx: Tx, services: Services, occurrence: DueOccurrence): Promise<MissedNote[]> {
  const missed = await tx.occurrence.findMany({
    where: { teamId: occurrence.teamId, state: 'missed', missedTold: false },
    orderBy: { opensAt: 'asc' },
  })
  if (missed.length === 0) return []
  await tx.occurrence.updateMany({
    where: { id: { in: missed.map(({ id }) => id) } },
    data: { missedTold: true },
  })
  return ofKnownKind(services, 'Occurrence', missed).map(({ kind, title, localDate, reason }) => {
    return { kind, title, date: fromDateColumn(localDate), cause: causeIn(reason) }
  })
}

/** A failing step waits longer each time, so that one bad row never holds up the others. */
async function postpone({ db, clock, log }: Services, id: string): Promise<void> {
  try {
    const { failures } = await db.occurrence.update({ where: { id }, data: { failures: { increment: 1 } } })
    const seconds = Math.min(firstRetrySeconds * 2 ** (failures - 1), lastRetrySeconds)
    await db.occurrence.update({
      where: { id },
      data: { nextAt: new Date(clock.now().getTime() + seconds * 1000) },
    })
  } catch (error) {
    log.error({ occurrence: id, err: error }, 'ceremony step could not be postponed')
  }
}

async function record(ticker: Ticker, result: TickResult, millis: number): Promise<void> {
  await ticker.prisma.tick.create({
    data: { at: ticker.clock.now(), process: ticker.owner, millis: Math.round(millis), ...result },
  })
}
