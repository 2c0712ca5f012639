// Inbound, once: Slack repeats events, commands and submissions, also under another event id and after a restart.
import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import type { Services } from '#platform/services.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'

// A listener that was at it for so long died at it: Slack's next repeat may act.
const diedAfterSeconds = 60

/**
 * Runs `act` unless it ran before for this id, here or in another process, or is running. One conditional upsert decides;
 * its row is the lock. When `act` throws, a repeat may act again; when the process dies at it too, unless `noteFirst` noted
 * it as done before: one statement less, for what Slack never repeats by itself.
 *
 * @returns false when this was a repeat
 */
export async function actOnce(
  { db, workspaceId }: Pick<Services, 'db' | 'workspaceId'>,
  id: string,
  act: () => Promise<unknown>,
  { noteFirst = false } = {},
): Promise<boolean> {
  // Nobody waits for the disk here: what `act` commits is flushed after this row, so the row survives whatever act did.
  const mine = await db.$queryRaw<unknown[]>`
    insert into "Handled" ("workspaceId", id, at, "doneAt")
    select ${workspaceId}::uuid, ${id}, now(), case when ${noteFirst} then now() end
    from set_config('synchronous_commit', 'off', true)
    on conflict ("workspaceId", id) do update set at = excluded.at, "doneAt" = excluded."doneAt"
      where "Handled"."doneAt" is null and "Handled".at < now() - make_interval(secs => ${diedAfterSeconds})
    returning 1`
  if (mine.length === 0) return false
  try {
    await act()
  } catch (error) {
    await db.$executeRaw`delete from "Handled" where "workspaceId" = ${workspaceId}::uuid and id = ${id}`
    throw error
  }
  if (!noteFirst)
    await db.$executeRaw`
      update "Handled" set "doneAt" = now() from set_config('synchronous_commit', 'off', true)
      where "workspaceId" = ${workspaceId}::uuid and id = ${id}`
  return true
}

/**
 * Bolt's middleware for the above: `app.use(onlyOnce(services))`, before the listeners. A repeat is acknowledged, unless
 * it is a command (src/platform/slack/command.ts acknowledged it already), and goes no further.
 */
export function onlyOnce(
  services: Pick<Services, 'db' | 'workspaceId' | 'log'>,
): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    const { body, next } = args
    const id = inboundId(body)
    if (id === null) return next()
    // What a person did, they do again when they see that nothing came of it, and Slack gives it another id.
    if (await actOnce(services, id, next, { noteFirst: !id.startsWith('event:') })) return
    services.log.info({ workspace: services.workspaceId, inbound: id }, 'a repeat was left alone')
    if (!('command' in args) && 'ack' in args && typeof args.ack === 'function') await args.ack()
  }
}

/**
 * What an inbound payload is known by, whatever envelope it comes in: an event by what happened where and when, since a
 * late repeat may carry another event id; what a person did by its trigger id, which Slack makes for each click, command
 * and submission. Null: a question (options, a closed view), which may be answered any number of times.
 */
export function inboundId(body: unknown): string | null {
  if (!isObject(body)) return null
  if (isObject(body.event)) {
    const { event } = body
    const at = text(event.event_ts) || text(event.ts)
    const item = isObject(event.item) ? event.item : {}
    const where = text(event.channel) || text(item.channel)
    const user = isObject(event.user) ? text(event.user.id) : text(event.user)
    if (!at) return body.event_id ? `event:${text(body.event_id)}` : null
    return `event:${text(event.type)}:${text(event.subtype)}:${where}:${user}:${at}`
  }
  const trigger = text(body.trigger_id)
  if (!trigger) return null
  const kind = text(body.type) || (body.command ? 'command' : '')
  return kind === 'block_suggestion' ? null : `${kind}:${trigger}`
}

/** Forgets what was handled a day ago. Slack's last repeat comes about 5 minutes after the first. */
export async function pruneHandled(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`delete from "Handled" where at < now() - interval '1 day'`
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
