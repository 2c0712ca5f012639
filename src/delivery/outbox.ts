// The way into the outbox: use cases write what to post or edit here, in the transaction that changes their state.
import type { KnownBlock } from '@slack/types'
import type { Services } from '../services.ts'
import type { Tx } from '../store/client.ts'
import type { Prisma } from '../store/generated/client.ts'

/** What a message shows. `text` is what notifications and screen readers get; it is never empty. */
export interface Content {
  text: string
  blocks?: KnownBlock[]
}

export interface Post extends Content {
  /** Says what the message is, unique in the workspace: `standup:<team>:<date>:open`. The idempotency key. */
  key: string
  /** A channel's id (C…), or a user's id (U…) for a direct message. */
  channel: string
  teamId?: string
  /** The thread to reply in: by the key of its parent in the outbox, or by the ts of a message that a person wrote. */
  thread?: { key: string } | { ts: string }
  /** Not before this instant; left out: at once. */
  dueAt?: Date
  /** After this instant it is no longer worth sending. */
  expiresAt?: Date
}

export interface Edit extends Content {
  /** The key of the message to edit. */
  key: string
}

type Writer = Pick<Services, 'workspaceId' | 'clock'>

/**
 * Writes a message to the outbox. A key that was written before changes nothing: the first message stands.
 *
 * @returns false when the key was there already
 */
export async function post(tx: Tx, services: Writer, message: Post): Promise<boolean> {
  const now = services.clock.now()
  const created = await tx.message.createMany({
    data: [
      {
        workspaceId: services.workspaceId,
        key: message.key,
        kind: 'post',
        teamId: message.teamId ?? null,
        channel: message.channel,
        threadKey: message.thread && 'key' in message.thread ? message.thread.key : null,
        threadTs: message.thread && 'ts' in message.thread ? message.thread.ts : null,
        payload: payloadOf(message),
        dueAt: message.dueAt ?? now,
        expiresAt: message.expiresAt ?? null,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  })
  return created.count === 1
}

/** Writes an edit of a message that is in the outbox, sent or not. Edits not sent yet are replaced by the newest. */
export async function edit(tx: Tx, services: Writer, message: Edit): Promise<void> {
  const now = services.clock.now()
  const original = await tx.message.findFirst({ where: { key: message.key } })
  if (!original) return
  const waiting = await tx.message.findFirst({
    where: { editsKey: message.key, state: { in: ['due', 'retry'] } },
    orderBy: { sequence: 'desc' },
  })
  if (waiting) {
    await tx.message.update({ where: { id: waiting.id }, data: { payload: payloadOf(message) } })
    return
  }
  const before = await tx.message.count({ where: { editsKey: message.key } })
  await tx.message.create({
    data: {
      workspaceId: services.workspaceId,
      key: `${message.key}:edit:${before + 1}`,
      kind: 'edit',
      teamId: original.teamId,
      channel: original.channel,
      editsKey: message.key,
      payload: payloadOf(message),
      dueAt: now,
      createdAt: now,
    },
  })
}

function payloadOf({ text, blocks }: Content): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(blocks ? { text, blocks } : { text }))
}
