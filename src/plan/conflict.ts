/** Unresolved merge markers: the text of each side, with the number that every line has in the file. */
import type { Diagnostic } from '#domain/plan-file.ts'

export interface Line {
  text: string
  /** 1-based, in the file. */
  number: number
}

export interface Sides {
  ours: Line[]
  /** null when the file has no conflict. */
  theirs: Line[] | null
  diagnostics: Diagnostic[]
  /** Lines that are markers or, in diff3 style, the common ancestor. */
  marks: number[]
}

type Part = 'common' | 'ours' | 'base' | 'theirs'

const START = /^<{7}(?: |$)/
const BASE = /^\|{7}(?: |$)/
const MIDDLE = /^={7}$/
const END = /^>{7}(?: |$)/

/** The sides of a document, given line by line. */
export function splitSides(lines: readonly string[]): Sides {
  const all = lines.map((line, i): Line => ({ text: line, number: i + 1 }))
  if (!lines.some((line) => START.test(line)) || !lines.some((line) => END.test(line)))
    return { ours: all, theirs: null, diagnostics: loneMarkers(all), marks: [] }
  const ours: Line[] = []
  const theirs: Line[] = []
  const marks: number[] = []
  const diagnostics: Diagnostic[] = []
  let part: Part = 'common'
  let depth = 0
  let opened = 0
  let beforeFirst = -1
  for (const line of all) {
    const t = line.text
    if (START.test(t)) {
      depth++
      marks.push(line.number)
      if (depth === 1) {
        part = 'ours'
        opened = line.number
        if (beforeFirst < 0) beforeFirst = ours.length
      }
      continue
    }
    if (depth > 0 && (BASE.test(t) || MIDDLE.test(t) || END.test(t))) {
      marks.push(line.number)
      if (END.test(t)) {
        depth--
        if (depth === 0) {
          part = 'common'
          diagnostics.push(conflict(opened, line.number))
        }
      } else if (depth === 1) part = BASE.test(t) ? 'base' : 'theirs'
      continue
    }
    if (part === 'base') marks.push(line.number)
    if (part === 'common' || part === 'ours') ours.push(line)
    if (part === 'common' || part === 'theirs') theirs.push(line)
  }
  if (depth > 0) diagnostics.push(conflict(opened, all.length))
  if (theirs.length === 0 && ours.length === 0) return { ours, theirs: null, diagnostics, marks }
  const titles = titlesOfBoth(ours.slice(0, Math.max(0, beforeFirst)))
  if (titles)
    return { ours: without(ours, titles.theirs), theirs: without(theirs, titles.ours), diagnostics, marks }
  return { ours, theirs, diagnostics, marks }
}

function conflict(first: number, last: number): Diagnostic {
  return {
    severity: 'warning',
    code: 'merge-conflict',
    message: `Unresolved merge conflict, lines ${first} to ${last}.`,
    line: first,
    column: 1,
    endLine: last,
    hint: 'Resolve the conflict and remove the marker lines; until then each side that holds a plan is read as a plan of its own.',
  }
}

function loneMarkers(lines: readonly Line[]): Diagnostic[] {
  return lines
    .filter((line) => START.test(line.text) || END.test(line.text))
    .slice(0, 20)
    .map((line) => ({
      ...conflict(line.number, line.number),
      message: 'A merge marker without its counterpart.',
      hint: 'Remove the marker line.',
    }))
}

/** A merge that kept the first headings of both sides: the first title is ours, the second theirs, each with what stands under it. */
function titlesOfBoth(before: readonly Line[]): { ours: [number, number]; theirs: [number, number] } | null {
  const heads = before.filter((line) => /^# \S/.test(line.text))
  const [a, b] = heads
  if (heads.length !== 2 || !a || !b) return null
  const deeper = before.find((line) => line.number > b.number && /^(?:##|---|\*\*\*|___)/.test(line.text))
  return { ours: [a.number, b.number], theirs: [b.number, deeper ? deeper.number : b.number + 1] }
}

function without(lines: readonly Line[], [from, to]: [number, number]): Line[] {
  return lines.filter((line) => line.number < from || line.number >= to)
}
