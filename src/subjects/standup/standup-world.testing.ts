// Stand-ups in the test world: one a day, and what Slack would show of it by now.

import type { Occurrence } from '#platform/store/generated/client.ts'
import { messageKey } from '#schedule/steps.ts'
import { planOccurrence, tickWorld } from '#test/support/occurrence.ts'
import type { World } from '#test/support/world.ts'
import { standUpKey } from './standup-view.ts'

/** A stand-up of the world's team on a local date, 09:35 to 10:35 in Denver (16:35 to 17:35 UTC in November). */
export function planStandUp(world: World, date: string): Promise<Occurrence> {
  return planOccurrence(world, {
    kind: 'standup',
    title: 'Stand-up',
    opensAt: `${date}T16:35:00Z`,
    closesAt: `${date}T17:35:00Z`,
  })
}

/** Moves the clock and does what is due. Fails when a step failed. */
export async function tickAt(world: World, instant: string): Promise<void> {
  world.clock.set(instant)
  const { failed } = await tickWorld(world)
  if (failed > 0) throw new Error(`${failed} steps failed`)
}

/**
 * What a message of the stand-up shows by now, as text: the newest edit, else the post; null: there is none.
 * `part` is another message than the one in the channel.
 */
export async function shown({ services }: World, standUp: Occurrence, part?: string): Promise<string | null> {
  const key = part ? messageKey(standUp, part) : standUpKey(standUp)
  const newest = await services.db.message.findFirst({
    where: { OR: [{ key }, { editsKey: key }] },
    orderBy: { sequence: 'desc' },
  })
  return newest ? textIn(newest.payload) : null
}

function textIn(payload: unknown): string {
  const texts: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, each] of Object.entries(value))
      if (name === 'text' && typeof each === 'string') texts.push(each)
      else walk(each)
  }
  walk((payload as { blocks?: unknown }).blocks)
  return texts.join('\n')
}
