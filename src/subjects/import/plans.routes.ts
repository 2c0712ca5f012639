// POST /plans: a pipeline hands in a plan's file, and gets what came of it as JSON.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SprintkeeperError } from '#platform/errors.ts'
import { boundedBodies } from '#platform/http/bounded-body.ts'
import type { Route } from '#platform/http/route.ts'
import type { Services } from '#platform/services.ts'
import type { Settings } from '#subjects/subject.ts'
import { importPlan } from './import.ts'
import { summaryOf } from './import-summary.ts'
import { mostBytes } from './read-plan.ts'

interface Answer {
  status: number
  body: unknown
}

/** A path that a pipeline states; longer ones are no path. */
const longestPath = 500
const statusOf: Record<string, number> = {
  not_allowed: 403,
  plan_too_large: 413,
  plan_over_limit: 413,
  no_plan: 422,
  no_such_team: 404,
  busy: 503,
  body_broken: 408,
}

const bounds = { mostBytes, withinMillis: 20_000, atOnce: 4 }
const readBounded = boundedBodies(bounds)

/**
 * `POST /plans?path=docs/sprint-12.md&team=harbor-payments` with `Authorization: Bearer PLANS_TOKEN` and the file's bytes
 * as the body. `path` names the plan: the next POST with the same path is its next revision. `team` (a slug) is optional.
 * Answers 200 with the result, 401 without the token, 400, 403, 404, 408, 413, 415, 422 or 503 with `{ error: { code, message, hint } }`.
 */
export function plansRoute(
  services: Services,
  { plansToken, defaultTimeZone }: Pick<Settings, 'plansToken' | 'defaultTimeZone'>,
): Route {
  return {
    path: '/plans',
    method: 'POST',
    asks: 'plan.import',
    handler(request, response) {
      receive(services, request, { token: plansToken, defaultZone: defaultTimeZone })
        .catch((error: unknown) => failed(services, error))
        .then((answer) => send(request, response, answer))
    },
  }
}

async function receive(
  services: Services,
  request: IncomingMessage,
  { token, defaultZone }: { token: string | null; defaultZone: string },
): Promise<Answer> {
  if (!token || !isBearer(request.headers.authorization, token))
    return refused(
      401,
      'unauthorized',
      'The token is missing or wrong.',
      'Send "Authorization: Bearer " and PLANS_TOKEN.',
    )
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type.startsWith('multipart/') || type === 'application/json')
    return refused(
      415,
      'wrong_type',
      `The body is ${type}.`,
      "Send the file itself: curl --data-binary @plan.md -H 'Content-Type: text/markdown'.",
    )
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams
  const path = query.get('path')?.trim() ?? ''
  if (path === '' || path.length > longestPath)
    return refused(400, 'no_path', 'The address names no path.', 'POST to /plans?path=docs/sprint-12.md.')
  const slug = query.get('team')
  const team = slug ? await services.db.team.findFirst({ where: { slug } }) : null
  if (slug && !team)
    return refused(
      404,
      'no_such_team',
      `There is no team ${slug}.`,
      'Leave team out, and it is found from the plan.',
    )
  const bytes = await readBody(request)
  const result = await importPlan(services, {
    bytes,
    path,
    teamId: team?.id ?? null,
    actor: 'token',
    defaultZone,
  })
  return { status: 200, body: summaryOf(result) }
}

/** Compares digests, so that the time of the comparison says nothing of the token. */
function isBearer(header: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
  if (!given) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}

/** @throws SprintkeeperError `plan_too_large`, `busy`, `body_broken` */
async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const body = await readBounded(request)
  if (Buffer.isBuffer(body)) return body
  const seconds = bounds.withinMillis / 1000
  if (body === 'too large')
    throw new SprintkeeperError(
      'plan_too_large',
      `The file is larger than ${mostBytes / 1024 / 1024} MB.`,
      'Send the sprint that you work on, and keep its history in other files.',
    )
  if (body === 'too many')
    throw new SprintkeeperError(
      'busy',
      `${bounds.atOnce} plans are being received.`,
      'Try again in a minute.',
    )
  throw new SprintkeeperError(
    'body_broken',
    body === 'too slow' ? `The file took more than ${seconds} seconds.` : 'The file ended early.',
    'Nothing was stored. Send it again.',
  )
}

function failed(services: Services, error: unknown): Answer {
  if (error instanceof SprintkeeperError)
    return refused(statusOf[error.code] ?? 400, error.code, error.message, error.hint)
  services.log.error({ workspace: services.workspaceId, err: error }, 'POST /plans failed')
  return refused(
    500,
    'internal_error',
    'Something went wrong on our side, and nothing was stored.',
    'Try again.',
  )
}

const refused = (status: number, code: string, message: string, hint: string | null): Answer => ({
  status,
  body: { error: { code, message, hint } },
})

function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  // What is left of a body that was refused is not read: the connection ends with the answer.
  const rest = request.complete ? {} : { connection: 'close' }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...rest })
  response.end(`${JSON.stringify(body)}\n`)
}
