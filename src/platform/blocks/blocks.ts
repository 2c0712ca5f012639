// Block Kit's pieces, each within Slack's limits (numbers: @slack/types 3.2.0), and messages kept within a message's.
import type { Button, KnownBlock, PlainTextOption } from '@slack/types'
import type { Content } from '#platform/delivery/outbox.ts'
import { cut, oneLine, plain } from './text.ts'

/** Slack allows 50 blocks; one is kept for the note that says what was left out. */
const mostBlocks = 49
/** `msg_blocks_too_long` was seen from about 13,200 characters of text in all; stay under 12,000. */
const mostText = 11_800

/** A section of mrkdwn (already escaped), at most 3,000 characters. */
export const section = (mrkdwn: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: cutLines(mrkdwn, 3000) },
})

/** A section with a button at its right. */
export const sectionWith = (mrkdwn: string, accessory: Button): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: cutLines(mrkdwn, 3000) },
  accessory,
})

/** Two columns of mrkdwn: at most 10 fields of 2,000 characters. */
export const fields = (texts: string[]): KnownBlock => ({
  type: 'section',
  fields: texts.slice(0, 10).map((text) => ({ type: 'mrkdwn', text: cutLines(text, 2000) })),
})

/** A heading of plain text, at most 150 characters. */
export const header = (text: string): KnownBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: cut(oneLine(plain(text)) || '–', 150), emoji: true },
})

/** Small grey mrkdwn. */
export const context = (mrkdwn: string): KnownBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: cutLines(mrkdwn, 2000) }],
})

export const divider = (): KnownBlock => ({ type: 'divider' })

/** A row of buttons, at most 25. */
export const actions = (blockId: string, buttons: Button[]): KnownBlock => ({
  type: 'actions',
  block_id: blockId,
  elements: buttons.slice(0, 25),
})

/** A button; its value at most 2,000 characters (an id of ours). */
export const button = (
  actionId: string,
  label: string,
  value: string,
  style?: 'primary' | 'danger',
): Button => ({
  type: 'button',
  action_id: actionId,
  text: { type: 'plain_text', text: cut(oneLine(plain(label)) || '–', 75), emoji: true },
  value,
  ...(style ? { style } : {}),
})

/** An option of a select: text and value at most 75 characters. */
export const option = (text: string, value: string): PlainTextOption => ({
  text: { type: 'plain_text', text: cut(oneLine(plain(text)) || '–', 75), emoji: true },
  value,
})

/**
 * A message within Slack's limits whatever its data, from text and blocks that are escaped already: blocks past the 49th or past 11,800 characters of text give way to a
 * line that says how many are not shown. Buttons at the end (`actions` blocks) are kept.
 */
export function message(text: string, blocks: KnownBlock[]): Content {
  const tail = blocks.at(-1)?.type === 'actions' ? blocks.slice(-1) : []
  const body = tail.length ? blocks.slice(0, -1) : blocks
  const kept: KnownBlock[] = []
  let used = tail.reduce((sum, block) => sum + textLength(block), 0)
  for (const block of body) {
    used += textLength(block)
    if (used > mostText || kept.length + tail.length >= mostBlocks) break
    kept.push(block)
  }
  const left = body.length - kept.length
  const note =
    left > 0 ? [context(`… and ${left} more ${left === 1 ? 'section' : 'sections'} not shown here.`)] : []
  return { text: cutLines(plain(text).trim(), 3000), blocks: [...kept, ...note, ...tail] }
}

/** All text in a block that Slack counts. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textLength(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [name, each]) =>
      sum + (name === 'text' && typeof each === 'string' ? each.length : textLength(each)),
    0,
  )
}

/** Cut at the end of a line where there is one, so that no markup is torn; never inside an entity or a link. */
function cutLines(mrkdwn: string, length: number): string {
  if (mrkdwn.trim() === '') return '–'
  if (mrkdwn.length <= length) return mrkdwn
  const head = mrkdwn.slice(0, length - 2)
  const line = head.lastIndexOf('\n')
  if (line > length / 2) return `${head.slice(0, line)}\n…`
  const torn = Math.max(head.lastIndexOf('<'), head.lastIndexOf('&'))
  const whole = torn > head.length - 200 && !/[>;]/.test(head.slice(torn)) ? head.slice(0, torn) : head
  return `${whole.replace(/[\ud800-\udbff]$/, '')}…`
}
