// The HTTP side of the local Slack: /api/METHOD with faults on demand, file uploads and downloads, response addresses.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { SlackError } from './api-error.ts'
import { isObject } from './json.ts'
import { METHODS } from './methods/index.ts'
import type { MethodContext } from './methods/method.ts'
import { readArguments, readBody, readToken, uploadedBytes } from './request-arguments.ts'
import { respond } from './response-url.ts'
import { scopesOf } from './scopes.ts'
import type { Tickets } from './tickets.ts'
import type { ApiCall, Intercept, JsonObject } from './types.ts'

/** What decides on a call before it is carried out. */
export type Interceptor = (method: string, args: JsonObject) => Intercept | Promise<Intercept>

/** What the HTTP side needs of the rest. */
export interface WebApiParts {
  context: MethodContext
  tickets: Tickets
  calls: ApiCall[]
  /** How many calls are kept. */
  callsKept: number
  /** What the bot token may do; undefined is everything. */
  scopes: string[] | undefined
  intercept(): Interceptor
  /** Answers `apps.connections.open`. */
  connect(): string
}

/** Answers one HTTP request. */
export async function handleRequest(request: IncomingMessage, response: ServerResponse, parts: WebApiParts) {
  const url = new URL(request.url ?? '/', parts.context.origin)
  const [, room = '', name = ''] = url.pathname.split('/')
  try {
    const body = await readBody(request)
    if (room === 'api') await answerCall(name, request, response, parts, readArguments(request, url, body))
    else if (room === 'response') answerResponseUrl(name, response, parts, body)
    else if (room === 'upload') receiveFile(name, response, parts, await uploadedBytes(request, body))
    else if (room === 'files-pri') sendFile(name, request, response, parts)
    else send(response, 404, { ok: false, error: 'not_found' })
  } catch (error) {
    if (response.writableEnded || response.destroyed) return
    const known = error instanceof SlackError
    const problem = error instanceof Error ? error.message : String(error)
    send(response, known ? 200 : 500, known ? failure(error) : { ok: false, error: 'fatal_error', problem })
  }
}

async function answerCall(
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
  parts: WebApiParts,
  given: JsonObject,
): Promise<void> {
  const token = readToken(request, given)
  const { token: _token, ...args } = given
  const call: ApiCall = { method, args, answer: null }
  parts.calls.push(call)
  if (parts.calls.length > parts.callsKept) parts.calls.shift()
  const act = () => {
    call.answer = run(method, token, args, parts)
    return call.answer
  }

  const fault = await parts.intercept()(method, args)
  if (fault === 'pass') return send(response, 200, act())
  if (fault === 'drop-before') return void request.socket.destroy()
  if (fault === 'drop-after') {
    act()
    return void request.socket.destroy()
  }
  if ('status' in fault) return send(response, fault.status, fault.body ?? {}, fault.headers)
  const early = fault.when === 'after' ? act() : undefined
  if (!Number.isFinite(fault.delayMs)) return
  await wait(fault.delayMs, undefined, { ref: false })
  if (!response.destroyed) send(response, 200, early ?? act())
}

function run(method: string, token: string, args: JsonObject, parts: WebApiParts): JsonObject {
  const { tokens } = parts.context.workspace.data
  const socketMode = method === 'apps.connections.open'
  try {
    if (!token) throw new SlackError('not_authed')
    if (token !== tokens.bot && token !== tokens.app) throw new SlackError('invalid_auth')
    if ((token === tokens.app) !== socketMode) throw new SlackError('not_allowed_token_type')
    if (socketMode) return { ok: true, url: parts.connect() }
    requireScopes(method, args, parts)
    const implementation = METHODS.get(method)
    if (!implementation) throw new SlackError('unknown_method', [`the local Slack has no ${method}`])
    return { ok: true, ...implementation(args, parts.context) }
  } catch (error) {
    if (error instanceof SlackError) return failure(error)
    throw error
  }
}

function requireScopes(method: string, args: JsonObject, { context, scopes }: WebApiParts): void {
  if (!scopes) return
  const missing = scopesOf(method, args, context.workspace).filter((scope) => !scopes.includes(scope))
  if (missing.length === 0) return
  throw new SlackError('missing_scope', [], { needed: missing.join(','), provided: scopes.join(',') })
}

function failure(error: SlackError): JsonObject {
  return { ok: false, error: error.code, ...error.details }
}

function answerResponseUrl(id: string, response: ServerResponse, parts: WebApiParts, body: Buffer): void {
  const parsed: unknown = JSON.parse(body.toString('utf8') || '{}')
  const content = isObject(parsed) ? parsed : {}
  const call: ApiCall = { method: 'response_url', args: content, answer: null }
  parts.calls.push(call)
  try {
    respond(content, parts.tickets.useResponseUrl(id), parts.context)
    call.answer = { ok: true }
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok')
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    call.answer = failure(error)
    const gone = error.code === 'expired_url' || error.code === 'used_url'
    send(response, gone ? 404 : 400, call.answer)
  }
}

function receiveFile(id: string, response: ServerResponse, { context }: WebApiParts, body: Buffer): void {
  const file = context.workspace.data.files.find((item) => item.id === id)
  if (!file) {
    send(response, 404, { ok: false, error: 'file_not_found' })
    return
  }
  context.workspace.putFileBytes(id, body)
  file.size = body.length
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${body.length}`)
}

function sendFile(
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  { context }: WebApiParts,
): void {
  const { data, fileBytes } = context.workspace
  const file = data.files.find((item) => item.id === id)
  const bytes = fileBytes(id)
  if (readToken(request, {}) !== data.tokens.bot || !file || !bytes) {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Sign in</title>')
  } else response.writeHead(200, { 'content-type': file.mimetype }).end(bytes)
}

function send(response: ServerResponse, status: number, body: JsonObject | string, headers = {}): void {
  const json = typeof body !== 'string'
  response.writeHead(status, {
    'content-type': json ? 'application/json; charset=utf-8' : 'text/plain',
    ...headers,
  })
  response.end(json ? JSON.stringify(body) : body)
}
