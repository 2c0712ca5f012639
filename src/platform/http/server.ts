// The small HTTP server beside Socket Mode: health and plans. (In HTTP mode Bolt's own server has these routes.)
import { createServer, type Server } from 'node:http'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Route } from './route.ts'

/**
 * Serves the routes at `port`, or at any free one when that is taken and `orAnother` is set; any other path is 404.
 *
 * @throws SprintkeeperError `port_taken`
 */
export function serve(
  routes: Route[],
  { port, host, orAnother = false }: { port: number; host: string; orAnother?: boolean },
): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0]
    const route = routes.find((one) => one.path === path && one.method === request.method)
    if (route) return route.handler(request, response)
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found. There is GET /health.\n')
  })
  return new Promise((done, fail) => {
    server.on('error', (cause: NodeJS.ErrnoException) => {
      if (orAnother && cause.code === 'EADDRINUSE' && port !== 0) {
        server.listen(0, host)
        return
      }
      fail(portTrouble(cause, port))
    })
    server.once('listening', () => {
      server.removeAllListeners('error')
      done(server)
    })
    server.listen(port, host)
  })
}

/** Why a port could not be listened on, in words. */
export function portTrouble(cause: unknown, port: number): SprintkeeperError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  const why =
    code === 'EADDRINUSE'
      ? 'another process listens there'
      : code === 'EACCES'
        ? 'ports below 1024 are for root'
        : cause instanceof Error
          ? cause.message
          : String(cause)
  const hint = 'Stop what listens there, or set PORT to another one.'
  return new SprintkeeperError('port_taken', `Port ${port} cannot be used: ${why}.`, hint, { cause })
}

/** Closes the server and its idle connections. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
