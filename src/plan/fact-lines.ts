/** Lines of facts and nothing else: "**8 pts** · @lena · in progress" below a heading, "3 pts, @felix". */

import type { Head } from './head.ts'
import { isPersonName, takeFacts } from './head-facts.ts'
import { peopleOf } from './people.ts'
import { exactStatus } from './status.ts'
import { plain, squeeze, withoutEmoji } from './text.ts'

export type Facts = Pick<
  Head,
  'estimate' | 'status' | 'assignees' | 'priority' | 'labels' | 'kind' | 'stretch'
> & { note: string | null }

const SEPARATOR = /\s*[·•|,;]\s*|\s+[—–-]\s+/
const MOST_SEGMENTS = 8

/** The facts of a line in which every part is one; null where a part says anything else, or where one word alone could be prose. */
export function factsOfLine(markdown: string): Facts | null {
  if (markdown.length > 200) return null
  const text = squeeze(withoutEmoji(plain(markdown)))
  const { bare, note } = withoutNote(text)
  const segments = bare.split(SEPARATOR).filter((part) => part !== '')
  if (segments.length === 0 || segments.length > MOST_SEGMENTS) return null
  const head = emptyFacts()
  const left = segments.filter((segment) => takeFacts(segment, head).length > 0)
  const names = left.filter((segment) => isPersonName(segment))
  if (names.length < left.length || names.length > 1) return null
  const sure = segments.length > 1 || head.estimate !== null || head.assignees.length > 0
  if (!sure || names.length === segments.length) return null
  for (const name of names) head.assignees.push(...peopleOf(name))
  return { ...head, note }
}

/** "blocked (waiting for the answer)": a state with its reason. */
function withoutNote(text: string): { bare: string; note: string | null } {
  const match = /^(.*\S)\s*[(（]([^()（）]{3,160})[)）]$/u.exec(text)
  const last = match?.[1]?.split(SEPARATOR).at(-1) ?? ''
  return match?.[1] && match[2] && exactStatus(last) !== null
    ? { bare: match[1], note: match[2] }
    : { bare: text, note: null }
}

function emptyFacts(): Head {
  return {
    key: null,
    keyWord: null,
    title: '',
    estimate: null,
    status: null,
    assignees: [],
    priority: null,
    labels: [],
    kind: null,
    stretch: false,
    links: [],
    struck: false,
  }
}
