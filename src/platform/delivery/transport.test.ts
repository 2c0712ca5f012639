import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { keepAliveFetch } from './transport.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

const serve = async (handler: Handler) => {
  const server = createServer(handler)
  let connections = 0
  server.on('connection', () => (connections += 1))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/chat.postMessage`,
    connections: () => connections,
  }
}

const echo: Handler = async (request, response) => {
  let body = ''
  for await (const part of request) body += String(part)
  response.writeHead(200, { 'Content-Type': 'application/json', 'Retry-After': '7' })
  response.end(JSON.stringify({ method: request.method, body, token: request.headers.authorization }))
}

describe('the transport under Slack’s client', () => {
  it('posts a text with its headers, and gives status, headers and body of the answer', async () => {
    const { url } = await serve(echo)
    const answer = await keepAliveFetch()(url, {
      method: 'POST',
      headers: { Authorization: 'Bearer xoxb-test' },
      body: 'text=Grüße%20✓',
    })
    expect(answer).toMatchObject({ ok: true, status: 200, statusText: 'OK', url })
    expect(answer.headers.get('Retry-After')).toBe('7')
    expect(answer.headers.get('x-missing')).toBeNull()
    expect(await answer.json()).toEqual({
      method: 'POST',
      body: 'text=Grüße%20✓',
      token: 'Bearer xoxb-test',
    })
    expect(JSON.parse(Buffer.from(await answer.arrayBuffer()).toString())).toEqual(await answer.json())
  })

  it('uses a connection again', async () => {
    const { url, connections } = await serve(echo)
    const post = keepAliveFetch()
    for (let n = 0; n < 3; n++) await post(url, { body: 'text=hello' })
    expect(connections()).toBe(1)
  })

  it('sends a form with a file', async () => {
    const { url } = await serve(echo)
    const form = new FormData()
    form.append('file', new Blob(['picture']), 'burndown.png')
    const answer = await keepAliveFetch()(url, { method: 'POST', body: form })
    expect(await answer.text()).toContain('burndown.png')
  })

  it.each<[string, Handler]>([
    ['before the answer', () => {}],
    ['within the answer', (_, response) => void response.write('{"ok":')],
  ])('fails with the signal’s reason when it is aborted %s', async (_, handler) => {
    const { url } = await serve(handler)
    const call = keepAliveFetch()(url, { body: 'text=hello', signal: AbortSignal.timeout(50) })
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  it('fails when the answer is cut off, and when nobody listens', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 })
      response.write('{"ok":', () => response.destroy())
    })
    const post = keepAliveFetch()
    await expect(post(url, { body: '' })).rejects.toMatchObject({ code: 'ECONNRESET' })
    await expect(post('http://127.0.0.1:1/api/', { body: '' })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    })
  })

  it('follows no redirect', async () => {
    const { url } = await serve((_, response) => void response.writeHead(302, { Location: '/else' }).end())
    expect(await keepAliveFetch()(url, { body: '' })).toMatchObject({ ok: false, status: 302 })
  })
})
