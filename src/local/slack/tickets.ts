// What Slack hands the app to answer with: trigger ids (once, within 3 s) and response addresses (5 times in 30 minutes).
import { SlackError } from './api-error.ts'
import { newSecret } from './ids.ts'

const RESPONSE_URL_MS = 30 * 60_000
const RESPONSE_URL_USES = 5

/** The place that a response address answers to. */
export interface ResponseTarget {
  channel: string
  user: string
  /** The message that `replace_original` and `delete_original` mean. */
  original: { ts: string; ephemeral: boolean } | null
  threadTs?: string
}

/** Trigger ids and response addresses that were given out. Real time counts here, not the workspace's clock. */
export interface Tickets {
  trigger(user: string, viewId: string | null): string
  useTrigger(id: string): { user: string; viewId: string | null }
  responseUrl(origin: string, target: ResponseTarget): string
  useResponseUrl(id: string): ResponseTarget
}

/** Makes an empty register. `triggerMs` is how long a trigger id can be used: 3,000 in Slack. */
export function createTickets(triggerMs: number): Tickets {
  const triggers = new Map<string, { user: string; viewId: string | null; at: number; used: boolean }>()
  const targets = new Map<string, ResponseTarget & { at: number; uses: number }>()
  return {
    trigger(user, viewId) {
      const id = `${newSecret(5)}.${newSecret(5)}.${newSecret(8)}`
      triggers.set(id, { user, viewId, at: performance.now(), used: false })
      forgetOld(triggers, 60_000)
      return id
    },
    useTrigger(id) {
      const trigger = triggers.get(id)
      if (!trigger) throw new SlackError('invalid_trigger_id')
      if (trigger.used) throw new SlackError('exchanged_trigger_id')
      if (performance.now() - trigger.at > triggerMs) throw new SlackError('expired_trigger_id')
      trigger.used = true
      return trigger
    },
    responseUrl(origin, target) {
      const id = newSecret()
      targets.set(id, { ...target, at: performance.now(), uses: 0 })
      forgetOld(targets, RESPONSE_URL_MS)
      return `${origin}/response/${id}`
    },
    useResponseUrl(id) {
      const target = targets.get(id)
      if (!target || performance.now() - target.at > RESPONSE_URL_MS) throw new SlackError('expired_url')
      if (target.uses >= RESPONSE_URL_USES) throw new SlackError('used_url')
      target.uses += 1
      return target
    },
  }
}

function forgetOld(map: Map<string, { at: number }>, ageMs: number): void {
  for (const [id, { at }] of map) {
    if (performance.now() - at <= ageMs) return
    map.delete(id)
  }
}
