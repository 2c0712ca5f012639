// A Slack in a process of its own that answers at once, and tells when each message came.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const wallClock = () => performance.timeOrigin + performance.now()
let arrivals: [key: string, at: number][] = []
let counter = 0

const server = createServer((request, response) => {
  const at = wallClock()
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const args = new URLSearchParams(Buffer.concat(parts).toString())
    const key: unknown = JSON.parse(args.get('metadata') ?? '{}').event_payload?.key
    if (typeof key === 'string') arrivals.push([key, at])
    counter += 1
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({ ok: true, channel: args.get('channel'), ts: `1.${String(counter).padStart(6, '0')}` }),
    )
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => {
  process.send?.({ arrivals })
  arrivals = []
})
process.once('disconnect', () => process.exit(0))
