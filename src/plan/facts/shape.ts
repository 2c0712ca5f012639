/** The shape of a line's beginning: a code, a number, or neither; entries of one series share it. */

const CODE =
  /^(?:[A-Z]{1,8}[-_. ]?[A-Z]{0,4}-?\d{1,4}(?:[.-]\d{1,3}){0,3}[a-z]?|[A-Z]\d?\.\d+|\d{1,3}(?:[.-]\d{1,3}){1,2}|(?:user story|story|task|ticket|us|step|checkpoint|issue|item|feature|epic|bug|t[âa]che|tarea|aufgabe|tarefa|задача|任务|タスク|historia|hu)\s?[#:]?\s?\d+(?:[.-]\d+)*|#\d+)(?![\p{L}\p{N}_])/iu

const NUMBER = /^[^\p{L}\p{N}_]{0,4}\d{1,3}[.):]\s/u

const MARKS = /^[\s✓✔→>:|\-–—*✅❌]{1,20}/u

/** The code that a plain text starts with. */
export function codeOf(text: string): string | null {
  return CODE.exec(text.slice(0, 80).replace(MARKS, ''))?.[0] ?? null
}

/** "c:us-0" for "US-12 …", "n" for "3. …", else "". */
export function shapeOf(text: string): string {
  const code = codeOf(text)
  if (code !== null)
    return `c:${code
      .toLowerCase()
      .replace(/[a-z]$/, '')
      .replace(/\d+/g, '0')
      .slice(0, 14)}`
  return NUMBER.test(text.slice(0, 40)) ? 'n' : ''
}
