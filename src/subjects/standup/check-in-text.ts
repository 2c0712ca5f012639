// A plain reply in a stand-up's thread, read as an answer: "Y: … T: … B: …", three numbered lines, or all of it is today's.

export interface Answer {
  done: string
  today: string
  blockers: string
}

type Part = keyof Answer

/** Words before a colon that begin a part; a reader may extend the table. */
const labels: Record<Part, string[]> = {
  done: ['y', 'yesterday', 'done', 'did', 'since yesterday', 'last time', 'gestern', 'ayer', 'hier', 'ontem'],
  today: ['t', 'today', 'plan', 'next', 'doing', 'heute', 'hoy', "aujourd'hui", 'aujourd’hui', 'hoje'],
  blockers: [
    ...['b', 'blocker', 'blockers', 'blocked', 'blocked by', 'impediments', 'in the way', 'stuck'],
    ...['hindernisse', 'bloqueos', 'blocages', 'bloqueios'],
  ],
}

const partOf = new Map(
  (Object.keys(labels) as Part[]).flatMap((part) => labels[part].map((word) => [word, part] as const)),
)
const words = [...partOf.keys()].sort((a, b) => b.length - a.length).join('|')
// A label stands at the beginning or after white space, perhaps in bold or behind a bullet, and ends with a colon.
const label = new RegExp(`(?<=^|\\s)(?:[•*_>-]+\\s*)?(${words})[*_]*\\s?[:：][*_]*(?=\\s|$)`, 'giu')
const numbered = /^\s*([1-3])[.):]\s+/gm

/** What people write when nothing is in their way; compared without case, marks and emoji. */
const nothing = new Set([
  ...['none', 'no', 'nope', 'nothing', 'nil', 'na', 'no blockers', 'no blocker', 'not blocked', 'all clear'],
  ...[
    'all good',
    'none today',
    'nothing today',
    'keine',
    'nein',
    'ninguno',
    'nada',
    'rien',
    'aucun',
    'nenhum',
  ],
])

/** True for an empty text, a dash, and for "none", "no blockers" and their like. */
export function isNothing(text: string): boolean {
  const bare = text
    .replace(/:[a-z0-9_+-]+:/gi, '')
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  return bare === '' ? !/[\p{L}\p{N}]/u.test(text.replace(/:[a-z0-9_+-]+:/gi, '')) : nothing.has(bare)
}

/** Trimmed, and blockers that say "none" emptied. */
export function tidyAnswer({ done, today, blockers }: Answer): Answer {
  return {
    done: done.trim(),
    today: today.trim(),
    blockers: isNothing(blockers) ? '' : blockers.trim(),
  }
}

/** Whether a reply names its parts: then it is meant as an answer, whatever was said before. */
export function isLabelled(text: string): boolean {
  return new Set([...text.matchAll(label)].map(([, word = '']) => partOf.get(word.toLowerCase()))).size >= 2
}

/** Reads a reply. Nothing of it is lost: what stands before the first label belongs to the part that has no label. */
export function readReply(text: string): Answer {
  const answer = readLabelled(text) ?? readNumbered(text) ?? { done: '', today: text, blockers: '' }
  return tidyAnswer(answer)
}

function readLabelled(text: string): Answer | null {
  const found = [...text.matchAll(label)]
  const [first] = found
  if (!first) return null
  const lead = text.slice(0, first.index).trim()
  // One label within a sentence ("I think the plan: …") is no form; at the beginning of a line it is.
  if (found.length === 1 && lead !== '' && !text.slice(0, first.index).endsWith('\n')) return null
  const answer: Answer = { done: '', today: '', blockers: '' }
  const add = (part: Part, more: string) => {
    answer[part] = [answer[part], more.trim()].filter(Boolean).join('\n')
  }
  const named = new Set(found.map(([, word = '']) => partOf.get(word.toLowerCase()) ?? 'today'))
  if (lead) add(named.has('done') ? 'today' : 'done', lead)
  for (const [index, match] of found.entries()) {
    const end = found[index + 1]?.index ?? text.length
    add(partOf.get((match[1] ?? '').toLowerCase()) ?? 'today', text.slice(match.index + match[0].length, end))
  }
  return answer
}

/** Exactly the lines 1, 2 and 3: done, today, blockers. Two or four numbers are a list of what comes today. */
function readNumbered(text: string): Answer | null {
  const marks = [...text.matchAll(numbered)]
  const order = marks.map(([, digit]) => digit).join('')
  const [one, two, three] = marks
  if (order !== '123' || !one || !two || !three || text.slice(0, one.index).trim() !== '') return null
  const between = (from: RegExpMatchArray, to?: RegExpMatchArray) =>
    text.slice((from.index ?? 0) + from[0].length, to?.index)
  return { done: between(one, two), today: between(two, three), blockers: between(three) }
}
