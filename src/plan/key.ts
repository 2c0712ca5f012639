/** Keys of items: "IG-241", "Story 2.1", "#12", "9.3", "S1-4". */
import { fold } from './text.ts'

const WORD_KEY =
  /^((?:user\s?stor(?:y|ies)|story|task|ticket|issue|item|card|bug|feature|epic|wave|step|spike|chore|enabler|part|job|milestone|aufgabe|tarea|tarefa|t[âa]che|historia(?:\sde\susuario)?|hist[óo]ria|задача|история|завдання|zadanie|g[öo]rev|任务|任務|タスク|ストーリー|작업|스토리|uppgift|taak|compito|us|hu|pbi|deliverable|goal|module|theme|track)(?:\s?[#№]?\s?\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?|\s[A-Z]\d{0,3}))(?![\p{L}\d])/iu

const CODE_KEY =
  /^([A-Za-z][A-Za-z0-9]{0,11}(?:[-_‑][A-Za-z0-9]{1,14}){0,4}[-_‑]\d{1,6}(?:[.-]\d{1,4}){0,3}[a-z]?)(?![\p{L}\d]|[-.][a-z])/u

const BARE_CODE = /^([A-Z]{1,4}\d{1,4}(?:\.\d{1,3}){0,2}[a-z]?)(?![\p{L}\d.])/u

const NAME_CODE = /^([A-Z]{2,}(?:[-_][A-Z0-9]{2,}){1,4})(?![\p{L}\d])/u

const HASH_KEY = /^(#\d{1,7})(?!\d)/

const DOTTED_KEY = /^(\d{1,3}(?:\.\d{1,3}){1,3})[.)]?(?=\s|:|—|–|$)/

export const AFTER_KEY = /^[\s:.|)\]—–\-→>~、：*`]+/

/** Terms of the trade with a number in them; keys only where a mark follows. */
const TERMS =
  /^(?:utf|iso|sha|md|http|rfc|soc|wcag|gpt|oauth|ipv|es|cve|aes|rsa|base|python|node|vue|react|angular|java|php|ie|mp|covid|sprint|week|day|phase|part|level|tier|top|claude|llama|rs|ecma)[-_]?\d/i

export interface KeyPrefix {
  key: string
  word: string | null
  rest: string
  /** Whether the form alone makes it a key: words like "UTF-8" in front of a sentence are not followed by a mark. */
  firm: boolean
}

type KeyKind = 'word' | 'code' | 'dotted' | 'bare' | 'name'
type Forms = readonly (readonly [RegExp, KeyKind])[]

/** The forms by the sign that they can start with, each list in the order of precedence. */
const HASH_FORMS: Forms = [[HASH_KEY, 'code']]
const DIGIT_FORMS: Forms = [[DOTTED_KEY, 'dotted']]
const LETTER_FORMS: Forms = [
  [WORD_KEY, 'word'],
  [CODE_KEY, 'code'],
  [BARE_CODE, 'bare'],
  [NAME_CODE, 'name'],
]

/** The key at the start of plain text. */
export function keyPrefix(text: string): KeyPrefix | null {
  const bracket = text[0] === '[' || text[0] === '('
  const t = bracket ? text.slice(1) : text
  const first = t.charCodeAt(0)
  const forms = first === 35 ? HASH_FORMS : first >= 48 && first <= 57 ? DIGIT_FORMS : LETTER_FORMS
  for (const [form, kind] of forms) {
    const match = form.exec(t)
    if (!match?.[1]) continue
    let rest = t.slice(match[0].length)
    if (bracket) {
      if (rest[0] !== ']' && rest[0] !== ')') continue
      rest = rest.slice(1)
    }
    const mark = AFTER_KEY.exec(rest)?.[0] ?? ''
    const marked = bracket || /[:|—–→)\]：]|^\s*-\s|\.\s/.test(mark) || rest === ''
    if (kind === 'bare' && !marked) continue
    if (kind === 'name' && !/^\s*[:|—–]/.test(mark)) continue
    if (kind === 'code' && !marked && (mark === '' || TERMS.test(match[1]))) continue
    if (
      kind === 'word' &&
      !marked &&
      !/^\s*$/.test(mark) &&
      mark.trim() === '' &&
      /^[a-z]/.test(rest.trimStart())
    )
      continue
    const word = kind === 'word' ? fold(match[1]).replace(/ ?#? ?(?:\d[\d .]*[a-z]?|[a-z]\d*)$/, '') : null
    return {
      key: match[1].replaceAll('‑', '-'),
      word,
      rest: rest.slice(mark.length),
      firm: kind !== 'code' || marked || /^[A-Z]/.test(t),
    }
  }
  return null
}
