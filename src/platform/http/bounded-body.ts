// A request's body, read within bounds: of its size, its time, and of what all bodies that are read at once may hold.
import type { IncomingMessage } from 'node:http'

export type Refusal = 'too large' | 'too slow' | 'too many' | 'broken off'

export interface BodyBounds {
  mostBytes: number
  withinMillis: number
  /** Bodies under way at once. */
  atOnce: number
}

/** A reader for one kind of request: its bounds of how many are shared by all that it reads. It rejects with nothing. */
export function boundedBodies({
  mostBytes,
  withinMillis,
  atOnce,
}: BodyBounds): (request: IncomingMessage) => Promise<Buffer | Refusal> {
  let underWay = 0
  return async (request) => {
    // What says that it is too large is not read at all.
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return 'too large'
    if (underWay >= atOnce) return 'too many'
    underWay += 1
    try {
      return await read(request, mostBytes, withinMillis)
    } finally {
      underWay -= 1
    }
  }
}

function read(request: IncomingMessage, mostBytes: number, withinMillis: number): Promise<Buffer | Refusal> {
  return new Promise((done) => {
    const parts: Buffer[] = []
    let size = 0
    const finish = (result: Buffer | Refusal) => {
      clearTimeout(timer)
      request.off('data', take).off('end', end).off('close', broken)
      request.pause()
      done(result)
    }
    const take = (part: Buffer) => {
      size += part.length
      if (size > mostBytes) finish('too large')
      else parts.push(part)
    }
    const end = () => finish(Buffer.concat(parts))
    const broken = () => finish('broken off')
    const timer = setTimeout(() => finish('too slow'), withinMillis)
    // A connection that breaks tells so by `close`; without a listener its `error` would end the process.
    request.on('error', () => {})
    request.on('data', take).on('end', end).on('close', broken)
  })
}
