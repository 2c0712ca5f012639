// The HTTP server of the product: health, plans and, in HTTP mode, Slack's requests; with limits for strangers.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Route } from './route.ts'

/** What an open port must not be made to hold: Slack and pipelines stay far below. */
const limits = {
  connections: 500,
  headersMillis: 5_000,
  /** A whole request, 10 MB of a plan on a slow line among them. */
  requestMillis: 30_000,
  idleMillis: 10_000,
}

/** Answers a request, or says by `false` that it is not its own. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean

export interface Served {
  port: number
  host: string
  /** Take any free port when `port` is taken. */
  orAnother?: boolean
  /** Asked before the routes. */
  first?: Handler
  /** The variable that sets the port; PORT unless it says so. */
  setBy?: string
}

/**
 * Serves the routes at `port`; any other path is 404. A handler that throws answers 500, and stops nothing else.
 *
 * @throws SprintkeeperError `port_taken`
 */
export function serve(
  routes: readonly Route[],
  { port, host, orAnother = false, first, setBy = 'PORT' }: Served,
): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: limits.headersMillis,
      requestTimeout: limits.requestMillis,
      keepAliveTimeout: limits.idleMillis,
      connectionsCheckingInterval: 1_000,
    },
    (request, response) => {
      try {
        if (first?.(request, response)) return
        const path = request.url?.split('?')[0]
        const route = routes.find((one) => one.path === path && one.method === request.method)
        if (route) return route.handler(request, response)
        refuse(response, 404, `Not found. There is GET ${routes[0]?.path ?? 'nothing'}.`)
      } catch {
        refuse(response, 500, 'Something went wrong on our side.')
      }
    },
  )
  server.maxConnections = limits.connections
  return new Promise((done, fail) => {
    server.on('error', (cause: NodeJS.ErrnoException) => {
      if (orAnother && cause.code === 'EADDRINUSE' && port !== 0) {
        server.listen(0, host)
        return
      }
      fail(portTrouble(cause, port, setBy))
    })
    server.once('listening', () => {
      server.removeAllListeners('error')
      done(server)
    })
    server.listen(port, host)
  })
}

/** Answers with a line of text. What is left of the request's body is not read: the connection ends with the answer. */
export function refuse(
  response: ServerResponse,
  status: number,
  line: string,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const rest = response.req.complete ? {} : { connection: 'close' }
  response.writeHead(status, { 'content-type': 'text/plain', ...rest, ...headers }).end(`${line}\n`)
}

/** Why a port could not be listened on, in words. */
export function portTrouble(cause: unknown, port: number, setBy = 'PORT'): SprintkeeperError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  const why =
    code === 'EADDRINUSE'
      ? 'another process listens there'
      : code === 'EACCES'
        ? 'ports below 1024 are for root'
        : cause instanceof Error
          ? cause.message
          : String(cause)
  const hint = `Stop what listens there, or set ${setBy} to another one.`
  return new SprintkeeperError('port_taken', `Port ${port} cannot be used: ${why}.`, hint, { cause })
}

/** Closes the server and its idle connections. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
