// Text as an attacker or an unlucky plan would write it, and a look for markup of theirs in what we would send.
import type { HomeView, ModalView } from '@slack/types'
import fc from 'fast-check'
import type { Content } from '#platform/delivery/outbox.ts'

/** Pieces that Slack would read as markup if they came through unescaped. Each holds EVIL, or is a broadcast. */
const pieces = [
  ...[
    '<!channel>',
    '<!here|here>',
    '<!everyone>',
    '<!subteam^SEVIL>',
    '<@UEVIL>',
    '<@UEVIL|you>',
    '<#CEVIL>',
  ],
  ...[
    '<https://EVIL.example|your bank>',
    '<http://EVIL.example>',
    '<mailto:EVIL@example.com>',
    '<',
    '>',
    '&',
  ],
  ...[
    '<!date^1^{date}|EVIL>',
    '&lt;!channel&gt;',
    '*bold*',
    '`code`',
    '```',
    '\n',
    '\n> quote',
    '\u202e',
    '\u0000',
  ],
  ...['👩‍👩‍👧‍👦', '日本語', 'ß', '"', '\\', '|', '<br>', 'a'.repeat(200), ' ', 'word ', 'refund '],
]

/** Hostile text of up to `length` characters. */
export const hostileText = (length = 300): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 20 })), {
      minLength: 1,
      maxLength: 40,
    })
    .chain((parts) => fc.constant([...parts.join('')].slice(0, length).join('')))

/** Hostile text with something in it that a person could read, `length` characters at most: a title, a name. */
export const hostileTitle = (length = 300): fc.Arbitrary<string> =>
  hostileText(length - 2).map((text) => `T ${text}`)

const broadcast = /<!(channel|here|everyone|subteam)/
const ours = /^<(@[UW][A-Z0-9]+|#C[A-Z0-9]+|!date\^\d+\^[^<>]*\|[^<>]*|https?:\/\/[^<>|\s]+(\|[^<>]*)?)>/

/**
 * Markup in a message or view that is not ours, as "path: text": a broadcast, a mention or link that holds EVIL, or a "<"
 * that begins nothing we write. The top-level `text` and every mrkdwn text are read, as Slack does.
 */
export function markupViolations(content: Content | ModalView | HomeView): string[] {
  const found: string[] = []
  const read = (text: string, path: string) => {
    if (broadcast.test(text)) found.push(`${path}: broadcast in ${JSON.stringify(text.slice(0, 200))}`)
    for (const { index } of text.matchAll(/</g)) {
      const markup = ours.exec(text.slice(index))?.[0]
      if (!markup || (markup.includes('EVIL') && !markup.startsWith('<!date')))
        found.push(`${path}: ${JSON.stringify(text.slice(index, index + 60))}`)
    }
  }
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    const fields = Object.entries(value)
    const type = fields.find(([name]) => name === 'type')?.[1]
    for (const [name, each] of fields)
      if (name === 'text' && typeof each === 'string' && type !== 'plain_text') read(each, `${path}.text`)
      else walk(each, `${path}.${name}`)
  }
  if ('text' in content && typeof content.text === 'string') read(content.text, 'text')
  walk(content.blocks, 'blocks')
  return found
}
