// The small HTTP server: what it does when its port is taken.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { closeServer, serve } from './server.ts'

const host = '127.0.0.1'
const running: Server[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await closeServer(server)
})

async function open(port: number, orAnother?: boolean): Promise<number> {
  const server = await serve([], { port, host, ...(orAnother === undefined ? {} : { orAnother }) })
  running.push(server)
  return (server.address() as AddressInfo).port
}

it('takes its port, and says which one is taken', async () => {
  const port = await open(0)
  await expect(open(port)).rejects.toMatchObject({
    code: 'port_taken',
    message: expect.stringContaining(String(port)),
  })
})

it('takes another when it may', async () => {
  const port = await open(0)
  const other = await open(port, true)
  expect(other).not.toBe(port)
  expect((await fetch(`http://${host}:${other}/nowhere`)).status).toBe(404)
})
