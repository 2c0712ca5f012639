// What a platform is told: yes or no, and nothing of what anybody does.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { closeServer, serve } from '#platform/http/server.ts'
import { useWorld } from '#test/support/world.ts'
import { healthRoutes, illness, type Probe } from './health.ts'

const world = useWorld()
const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await closeServer(server)
})

const probe = (over: Partial<Probe> = {}): Probe => ({
  prisma: world.services.db as Probe['prisma'],
  clock: world.clock,
  log: pino({ level: 'silent' }),
  lastTick: () => world.clock.now(),
  ...over,
})

async function ask(over: Partial<Probe>): Promise<{ status: number; text: string }> {
  const server = await serve(healthRoutes(probe(over)), { port: 0, host: '127.0.0.1' })
  servers.push(server)
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health`)
  return { status: answer.status, text: await answer.text() }
}

describe('health', () => {
  it('is well when it ticks and can write, and leaves nothing behind', async () => {
    expect(await illness(probe())).toBeNull()
    expect(await illness(probe())).toBeNull()
    expect(await ask({})).toEqual({ status: 200, text: '{"ok":true}\n' })
  })

  it.each([
    ['never ticked', { lastTick: () => null }, /not looked at yet/],
    ['ticked too long ago', { lastTick: () => new Date('2026-11-18T15:58:00Z') }, /120 s ago/],
    [
      'cannot write to its folder',
      { tryFolder: () => Promise.reject(new Error('DATA_DIR (/data) has no space left: 0.0 MB are free.')) },
      /no space left/,
    ],
  ])('is not when it %s; the log says why and the answer does not', async (_, over, why) => {
    expect(await illness(probe(over))).toMatch(why)
    expect(await ask(over)).toEqual({ status: 503, text: '{"ok":false}\n' })
  })
})
