// Slack's mrkdwn, read into a tree. No browser in here, so that tests can read it too.

/** A run of text, an emphasis, or one of Slack's `<…>` tokens. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; label: string }
  | { kind: 'user'; id: string }
  | { kind: 'channel'; id: string; label: string }
  | { kind: 'broadcast'; name: string }
  | { kind: 'date'; seconds: number; format: string; href: string; fallback: string }
  | { kind: 'emoji'; name: string }

/** Lines of text, a quotation or preformatted text. */
export type Part = { kind: 'lines' | 'quote'; lines: Inline[][] } | { kind: 'preformatted'; text: string }

const EMPHASES = { '*': 'bold', _: 'italic', '~': 'strike' } as const
const TOKEN =
  /<([^<>\n]+)>|`([^`\n]+)`|(?<![a-z0-9]):([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):|https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"]/i

/** A mrkdwn text as parts. `&amp;`, `&lt;` and `&gt;` are resolved in the result. */
export function parseMrkdwn(text: string): Part[] {
  const pieces = text.split(/```\n?([\s\S]*?)\n?```/)
  return pieces.flatMap((piece, index): Part[] => {
    if (index % 2 === 1) return [{ kind: 'preformatted', text: unescapeText(piece) }]
    const trimmed = (index === 0 ? piece : piece.replace(/^\n/, '')).replace(
      index + 1 < pieces.length ? /\n$/ : '',
      '',
    )
    return trimmed === '' ? [] : lineParts(trimmed.split('\n'))
  })
}

/** The inline parts of one line. */
export function parseInline(line: string): Inline[] {
  const emphasis = findEmphasis(line)
  const token = TOKEN.exec(line)
  if (token && (!emphasis || token.index < emphasis.start)) {
    const rest = line.slice(token.index + token[0].length)
    return [...textOnly(line.slice(0, token.index)), tokenNode(token), ...parseInline(rest)]
  }
  if (!emphasis) return textOnly(line)
  const { start, end, kind } = emphasis
  return [
    ...textOnly(line.slice(0, start)),
    { kind, children: parseInline(line.slice(start + 1, end)) },
    ...parseInline(line.slice(end + 1)),
  ]
}

/** Text with Slack's three escapes resolved. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function lineParts(lines: string[]): Part[] {
  const parts: Part[] = []
  for (const line of lines) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line)
    const kind = quoted ? 'quote' : 'lines'
    const inlines = parseInline(quoted?.[1] ?? line)
    const last = parts.at(-1)
    if (last?.kind === kind) last.lines.push(inlines)
    else parts.push({ kind, lines: [inlines] })
  }
  return parts
}

/** The first emphasis: its marks stand at the edges of words, and there is something between them. */
function findEmphasis(
  line: string,
): { start: number; end: number; kind: 'bold' | 'italic' | 'strike' } | null {
  for (const match of line.matchAll(/(?<![\p{L}\p{N}`<:])([*_~])(?=\S)/gu)) {
    const mark = match[1] as keyof typeof EMPHASES
    const close = new RegExp(`(?<=[^\\s${mark}])[${mark}](?![\\p{L}\\p{N}])`, 'u')
    const from = match.index + 1
    const found = close.exec(line.slice(from))
    if (!found) continue
    const end = from + found.index
    if (!insideToken(line, match.index)) return { start: match.index, end, kind: EMPHASES[mark] }
  }
  return null
}

function insideToken(line: string, index: number): boolean {
  const open = line.lastIndexOf('<', index)
  return open >= 0 && line.indexOf('>', open) > index
}

function textOnly(text: string): Inline[] {
  return text === '' ? [] : [{ kind: 'text', text: unescapeText(text) }]
}

function tokenNode([whole, angled, code, emoji]: RegExpExecArray): Inline {
  if (code !== undefined) return { kind: 'code', text: unescapeText(code) }
  if (emoji !== undefined) return { kind: 'emoji', name: emoji }
  if (angled === undefined) return { kind: 'link', href: unescapeText(whole), label: unescapeText(whole) }
  const [target = '', ...labels] = angled.split('|')
  const label = unescapeText(labels.join('|'))
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1) }
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label }
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target)
  if (date) {
    const [, seconds, format = '', href = ''] = date
    return { kind: 'date', seconds: Number(seconds), format, href, fallback: label }
  }
  if (target.startsWith('!')) return { kind: 'broadcast', name: target.slice(1).split('^')[0] ?? '' }
  if (/^(https?|mailto|slack):/.test(target)) {
    return {
      kind: 'link',
      href: unescapeText(target),
      label: label || unescapeText(target).replace(/^mailto:/, ''),
    }
  }
  return { kind: 'text', text: unescapeText(whole) }
}
