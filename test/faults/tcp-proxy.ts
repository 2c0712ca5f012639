// A wire to the database that can be cut.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface TcpProxy {
  /** The connection string through the proxy. */
  connectionString: string
  /** Breaks every connection and refuses new ones for so long. */
  cut(millis: number): Promise<void>
  stop(): Promise<void>
}

/** @param mayPass asked of each piece that a client sends; false: nothing passes any more, in either direction */
export async function startTcpProxy(
  connectionString: string,
  mayPass: () => boolean = () => true,
): Promise<TcpProxy> {
  const target = new URL(connectionString)
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(Number(target.port), target.hostname)
    near.on('data', (piece) => {
      if (!isCut && mayPass()) return void far.write(piece)
      isCut = true
      breakAll()
    })
    near.on('end', () => far.end())
    far.pipe(near)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const through = new URL(connectionString)
  through.hostname = '127.0.0.1'
  through.port = String((server.address() as AddressInfo).port)
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    connectionString: through.href,
    async cut(millis) {
      isCut = true
      breakAll()
      await new Promise((done) => setTimeout(done, millis))
      isCut = false
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        breakAll()
      }),
  }
}
