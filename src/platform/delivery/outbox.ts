// The way into the outbox: use cases write what to post or edit here, in the transaction that changes their state.
import { randomUUID } from 'node:crypto'
import type { KnownBlock } from '@slack/types'
import { z } from 'zod'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Prisma } from '#platform/store/generated/client.ts'

const block = z.custom<KnownBlock>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string',
  'no block of Block Kit',
)

/** What a message shows, as the outbox stores it. `text` is what notifications and screen readers get; it is never empty. */
export const content = z.object({ text: z.string(), blocks: z.array(block).optional() })
export type Content = z.infer<typeof content>

export interface Post extends Content {
  /** Says what the message is, unique in the workspace: `standup:<team>:<date>:open`. The idempotency key. */
  key: string
  /** A channel's id (C…), or a user's id (U…) for a direct message. */
  channel: string
  teamId?: string
  /** The thread to reply in: by the key of its parent in the outbox, or by the ts of a message that a person wrote. */
  thread?: { key: string } | { ts: string }
  /** The key of a message that goes first, because this one links to it; it goes all the same when that is parked. */
  after?: string
  /** Not before this instant; left out: at once. */
  dueAt?: Date
  /** After this instant it is no longer worth sending. */
  expiresAt?: Date
}

export interface Edit extends Content {
  /** The key of the message to edit. */
  key: string
}

type Writer = Pick<Services, 'workspaceId' | 'clock' | 'jobs'>

/**
 * Writes a message to the outbox. A key that was written before changes nothing: the first message stands.
 *
 * @returns false when the key was there already
 */
export async function post(tx: Tx, services: Writer, message: Post): Promise<boolean> {
  const now = services.clock.now()
  const dueAt = message.dueAt ?? now
  const created = await tx.message.createMany({
    data: [
      {
        workspaceId: services.workspaceId,
        key: message.key,
        kind: 'post',
        teamId: message.teamId ?? null,
        channel: message.channel,
        ...(await threadOf(tx, message)),
        payload: payloadOf(message),
        dueAt,
        expiresAt: message.expiresAt ?? null,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  })
  if (created.count === 0) return false
  await services.jobs?.wake(tx, services.workspaceId, dueAt.getTime() - now.getTime())
  return true
}

/** Writes an edit of a message that is in the outbox, sent or not. An edit that waits is replaced by the newest. */
export async function edit(tx: Tx, services: Writer, message: Edit): Promise<void> {
  const now = services.clock.now()
  const original = await tx.message.findFirst({ where: { key: message.key } })
  if (!original) return
  // The condition on the state decides: an edit that a deliverer has taken meanwhile is not touched.
  const replaced = await tx.message.updateMany({
    where: { editsKey: message.key, state: { in: ['due', 'retry'] } },
    data: { payload: payloadOf(message) },
  })
  if (replaced.count > 0) return
  await tx.message.create({
    data: {
      workspaceId: services.workspaceId,
      key: `${message.key}:edit:${randomUUID()}`,
      kind: 'edit',
      teamId: original.teamId,
      channel: original.channel,
      editsKey: message.key,
      strand: original.strand,
      payload: payloadOf(message),
      dueAt: now,
      createdAt: now,
    },
  })
  await services.jobs?.wake(tx, services.workspaceId, 0)
}

/** Slack has one level of replies: a reply to a reply goes under the same parent. */
async function threadOf(
  tx: Tx,
  { key, channel, thread, after }: Post,
): Promise<{ strand: string; threadKey: string | null; threadTs: string | null }> {
  if (!thread) {
    const first = after
      ? await tx.message.findFirst({ where: { key: after }, select: { strand: true } })
      : null
    return { strand: first?.strand ?? key, threadKey: null, threadTs: null }
  }
  if ('ts' in thread) return { strand: `${channel}/${thread.ts}`, threadKey: null, threadTs: thread.ts }
  const parent = await tx.message.findFirst({
    where: { key: thread.key },
    select: { strand: true, threadKey: true, threadTs: true },
  })
  if (!parent) return { strand: thread.key, threadKey: thread.key, threadTs: null }
  const { strand, threadTs } = parent
  return { strand, threadKey: threadTs ? null : (parent.threadKey ?? thread.key), threadTs }
}

function payloadOf({ text, blocks }: Content): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(blocks ? { text, blocks } : { text }))
}
