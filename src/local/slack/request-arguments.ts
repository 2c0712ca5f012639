// Reading a Web API request: its method, its token, its arguments from a form, JSON or the address.
import type { IncomingMessage } from 'node:http'
import { isObject } from './json.ts'
import type { Json, JsonObject } from './types.ts'

const MAX_BODY = 32 * 1024 * 1024
const JSON_FIELDS = new Set(['blocks', 'attachments', 'metadata', 'view', 'files', 'unfurls'])

/** The whole body of a request. @throws RangeError over 32 MB */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BODY) throw new RangeError('request body over 32 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The arguments of a call. Fields that hold structures are decoded where a form carries them as JSON. */
export function readArguments(request: IncomingMessage, url: URL, body: Buffer): JsonObject {
  const args: JsonObject = {}
  for (const [key, value] of url.searchParams) args[key] = decoded(key, value)
  const raw = body.toString('utf8')
  if (raw === '') return args
  if (request.headers['content-type']?.includes('json')) {
    const parsed: unknown = JSON.parse(raw)
    return isObject(parsed) ? { ...args, ...parsed } : args
  }
  for (const [key, value] of new URLSearchParams(raw)) args[key] = decoded(key, value)
  return args
}

/** The bearer token of a request, or the one among its arguments. */
export function readToken(request: IncomingMessage, args: JsonObject): string {
  const [, bearer] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? []
  return bearer ?? (typeof args.token === 'string' ? args.token : '')
}

/** The bytes of an upload: the body as it stands, or the one file of a multipart form. */
export async function uploadedBytes(request: IncomingMessage, body: Buffer): Promise<Buffer> {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return body
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const [file] = [...form.values()].filter((value) => typeof value !== 'string')
  return file ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
}

function decoded(key: string, value: string): Json {
  if (!JSON_FIELDS.has(key)) return value
  try {
    return JSON.parse(value) as Json
  } catch {
    return value
  }
}
