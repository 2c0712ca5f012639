// Why the data show a risk: the reason's pieces, escaped and marked.
import type { ReasonPart } from '#domain/sprint/risk.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import { dayText } from '#platform/blocks/when.ts'
import { dependencyText } from './plan-words.ts'

/**
 * mrkdwn, at most some 400 characters: keys and numbers bold, what people wrote cut. Without `keys` for people outside the
 * team, to whom they say nothing.
 */
export function reasonText(reason: readonly ReasonPart[], { keys = true } = {}): string {
  const text = reason.map((part) => pieceText(part, keys)).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function pieceText(part: ReasonPart, keys: boolean): string {
  switch (part.type) {
    case 'text':
      return safe(part.text, 200)
    case 'item':
      return `${keys ? `*${safe(oneLine(part.key), 60)}* ` : ''}“${safe(oneLine(part.title), 120)}”`
    case 'blocker':
      return `${keys ? `*B-${part.number}* ` : ''}“${safe(oneLine(part.text), 120)}”`
    case 'dependency':
      return `“${dependencyText(part.text, part.due ?? null, 200)}”`
    case 'date':
      return dayText(part.date)
  }
}
