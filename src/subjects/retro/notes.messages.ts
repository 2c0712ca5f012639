// A retro's notes: how one looks, and all of them for the thread.

import type { RetroTally, TalliedNote } from '#domain/sprint/retro.ts'
import { header, message, section } from '#platform/blocks/blocks.ts'
import { mention, oneLine, plural, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'

export type Column = TalliedNote['column']

export const columns: Record<Column, { title: string; mark: string; hint: string }> = {
  well: { title: 'Went well', mark: '🌟', hint: 'What should we keep doing?' },
  didnt: { title: 'Didn’t go well', mark: '🪨', hint: 'What got in the way?' },
  try: { title: 'Try next', mark: '💡', hint: 'What will we do differently?' },
}

/** A thread's reply stays readable, and far under Slack's limit for a message. */
const replyLength = 8_000

/** The notes for the thread, a column a message, the most voted first; a long column takes several. */
export function retroNotes(tally: RetroTally): Content[] {
  return tally.columns.flatMap(({ column, notes }) => {
    const { title, mark } = columns[column]
    return pages(notes.map((note) => `• ${noteText(note, 2_500)}`)).map((lines, index) =>
      message(`${title}: ${plural(notes.length, 'note')}`, [
        header(`${mark} ${title}${index ? ' (continued)' : ''}`),
        ...lines.map((line) => section(line)),
      ]),
    )
  })
}

/** Lines joined to sections of at most 2,800 characters, and sections to messages of at most `replyLength`. */
function pages(lines: string[]): string[][] {
  const made: string[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const sections = made.at(-1)
    const last = sections?.at(-1)
    if (!sections || last === undefined || used + line.length > replyLength) {
      made.push([line])
      used = line.length
      continue
    }
    if (last.length + line.length < 2_800) sections[sections.length - 1] = `${last}\n${line}`
    else sections.push(line)
    used += line.length
  }
  return made
}

/** A note as mrkdwn, with its author (if it has one) and its votes. */
export function noteText(note: TalliedNote, length: number): string {
  const votes = note.votes ? ` · ${note.votes} 👍` : ''
  const author = note.author ? ` — ${mention(note.author)}` : ''
  return `${safe(oneLine(note.text), length)}${author}${votes}`
}
