// A port of 127.0.0.1 that nobody listens at.
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below the ports that the kernel gives to connections by itself (32768 on), so that none is given away before it is used. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const server = createServer().listen(port, '127.0.0.1')
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    )
    if (!isFree) continue
    await new Promise((done) => server.close(done))
    return port
  }
}
