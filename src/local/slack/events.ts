// The Events API: events in their envelope, brought to the app one after the other, and again where it does not answer.
import { NoAckError } from './envelope.ts'
import { newId } from './ids.ts'
import type { LocalEvent } from './scopes.ts'
import type { Deliver } from './transport.ts'
import type { JsonObject, WorkspaceData } from './types.ts'

/** Slack tries three times more: at once, after a minute, after five. */
const EVENT_RETRY_DELAYS_MS = [0, 60_000, 300_000]

const REASONS: Record<NoAckError['code'], string> = {
  operation_timeout: 'http_timeout',
  dispatch_failed: 'connection_failed',
  http_error: 'http_error',
}

/** Sends events to the app. */
export interface EventSender {
  /** Sends without waiting. Nothing is sent while no app is there to be told. */
  send(event: LocalEvent): void
  /** Resolves when the first delivery of an event was acknowledged. @throws NoAckError */
  sendAndWait(event: LocalEvent): Promise<void>
  /** Waits until nothing is on its way but later retries. */
  settled(): Promise<void>
  close(): void
}

/** Makes the sender. */
export function createEventSender(
  data: WorkspaceData,
  deliver: Deliver,
  options: { ackTimeoutMs: number; retryDelaysMs?: number[]; hasApp: () => boolean },
): EventSender {
  const delays = options.retryDelaysMs ?? EVENT_RETRY_DELAYS_MS
  const timers = new Set<NodeJS.Timeout>()
  const underWay = new Set<Promise<void>>()
  let closed = false

  function track(work: Promise<void>): Promise<void> {
    const done = work.finally(() => underWay.delete(done))
    underWay.add(done)
    return done
  }

  async function attempt(payload: JsonObject, number: number, reason: string): Promise<void> {
    const retry = number > 0 ? { attempt: number, reason } : undefined
    try {
      await deliver({ kind: 'events_api', payload, retry }, options.ackTimeoutMs)
    } catch (error) {
      retryLater(payload, number + 1, error)
      throw error
    }
  }

  function retryLater(payload: JsonObject, number: number, error: unknown): void {
    const delay = delays[number - 1]
    if (delay === undefined || closed) return
    const reason = error instanceof NoAckError ? REASONS[error.code] : 'unknown_error'
    const timer = setTimeout(() => {
      timers.delete(timer)
      track(attempt(payload, number, reason)).catch(() => undefined)
    }, delay)
    timer.unref()
    timers.add(timer)
  }

  return {
    send(event) {
      if (!closed && options.hasApp()) track(attempt(eventPayload(data, event), 0, '')).catch(() => undefined)
    },
    sendAndWait: (event) => track(attempt(eventPayload(data, event), 0, '')),
    async settled() {
      await Promise.allSettled(underWay)
    },
    close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

function eventPayload({ team, app, lastTs }: WorkspaceData, event: LocalEvent): JsonObject {
  return {
    token: 'local',
    team_id: team.id,
    api_app_id: app.id,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(lastTs / 1_000_000),
    authorizations: [
      { team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: newId('EC'),
    event,
  }
}
