// A plain reply in a stand-up's thread, read as an answer: "Y: … T: … B: …", three numbered lines, sentences by how they
// begin (answer-words.ts), or all of it is today's.

import { OPENERS } from './answer-words.ts'

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
  const answer = readLabelled(text) ??
    readNumbered(text) ??
    readSentences(text) ?? { done: '', today: text, blockers: '' }
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

/** A question to the others is no answer: each of its sentences asks, and it names no part. */
export function isQuestion(text: string): boolean {
  const written = text.trim()
  if (written === '' || readLabelled(written) || readNumbered(written)) return false
  return sentencesOf(written).every((sentence) => /[?？؟]["'”’)]*$/u.test(sentence))
}

/** How many of its parts an answer has. */
export const partsOf = ({ done, today, blockers }: Answer): number =>
  [done, today, blockers].filter((part) => part !== '').length

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?？])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** Sentences by how they begin; one that begins like none goes with the one before. Null: none begins like one. */
function readSentences(text: string): Answer | null {
  const answer: Answer = { done: '', today: '', blockers: '' }
  let last: Part | null = null
  let found = false
  for (const sentence of clausesOf(text)) {
    const part: Part | null = partOfSentence(sentence)
    if (part) found = true
    last = part ?? last ?? 'today'
    answer[last] = [answer[last], sentence].filter(Boolean).join(' ')
  }
  return found ? answer : null
}

/** Sentences, and within them what follows a comma and begins another part: "did X, today Y". */
function clausesOf(text: string): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const clauses: string[] = []
    for (const piece of sentence.split(/(?<=[,;])\s+/u)) {
      if (clauses.length === 0 || partOfSentence(piece)) clauses.push(piece)
      else clauses.push(`${clauses.pop()} ${piece}`)
    }
    return clauses
  })
}

/** Without case, accents, apostrophes and what stands before the first letter. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/gi, 'l')
    .replace(/ı/g, 'i')
    .replace(/['’-]/gu, ' ')
    .replace(/^[^\p{L}]+/u, '')
    .toLowerCase()

const phrases = (line: string): string[] => line.split(';').map((phrase) => folded(phrase.trim()))
const openerOf = new Map<string, Part>()
const leads = new Set<string>()
for (const { before, ...parts } of OPENERS) {
  for (const lead of phrases(before)) leads.add(lead)
  for (const part of Object.keys(parts) as Part[])
    for (const phrase of phrases(parts[part])) openerOf.set(phrase, openerOf.get(phrase) ?? part)
}
const longestOpener = 4

/** The part whose opener the sentence begins with, the longest first; null: none. */
function partOfSentence(sentence: string): Part | null {
  let words = folded(sentence)
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  for (let lead = 0; lead < 3; lead++) {
    for (let length = longestOpener; length > 0; length--) {
      const part = openerOf.get(words.slice(0, length).join(' '))
      if (part && words.length >= length) return part
    }
    const length = leads.has(words.slice(0, 2).join(' ')) ? 2 : leads.has(words[0] ?? '') ? 1 : 0
    if (length === 0) return null
    words = words.slice(length)
  }
  return null
}
