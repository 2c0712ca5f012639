/** Bytes → text: encodings, byte-order marks, what is no text at all, and UTF-8 that was read as Windows-1252 once too often. */
import type { Diagnostic } from '#domain/plan-file.ts'

export interface Decoded {
  /** null when the bytes are no text. */
  text: string | null
  repairedFrom: string | null
  diagnostics: Diagnostic[]
}

function note(
  severity: Diagnostic['severity'],
  code: string,
  message: string,
  hint: string | null,
  line = 1,
  column = 1,
): Diagnostic {
  return { severity, code, message, line, column, endLine: line, hint }
}

/** How many bytes are looked at to tell text from binary. */
const PROBE = 8192

function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, PROBE)
  let controls = 0
  for (let i = 0; i < end; i++) {
    const b = bytes[i] as number
    if (b === 0) return true
    if (b < 9 || (b > 13 && b < 32 && b !== 27)) controls++
  }
  return controls > end / 10
}

export function decode(bytes: Uint8Array): Decoded {
  const diagnostics: Diagnostic[] = []
  let text: string
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    text = new TextDecoder('utf-16le').decode(bytes)
    diagnostics.push(
      note(
        'info',
        'utf-16',
        'The file is encoded in UTF-16.',
        'Save it as UTF-8 so that every tool reads it.',
      ),
    )
  } else if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    text = new TextDecoder('utf-16be').decode(bytes)
    diagnostics.push(
      note(
        'info',
        'utf-16',
        'The file is encoded in UTF-16.',
        'Save it as UTF-8 so that every tool reads it.',
      ),
    )
  } else {
    if (isBinary(bytes)) {
      diagnostics.push(
        note(
          'error',
          'binary',
          'The file holds binary data and no text.',
          'Give a Markdown or text file in UTF-8.',
        ),
      )
      return { text: null, repairedFrom: null, diagnostics }
    }
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
      diagnostics.push(
        note(
          'info',
          'byte-order-mark',
          'The file starts with a byte-order mark.',
          'Remove it: `plan check --fix` does.',
        ),
      )
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      text = decodeByLine(bytes, diagnostics)
    }
  }
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1)
  const repaired = repairMojibake(text)
  if (repaired) {
    diagnostics.push(
      note(
        'warning',
        'mojibake',
        `The text was saved as UTF-8 after being read as Windows-1252 (${repaired.count} places); it was repaired before reading.`,
        'Repair the file: `plan check --fix` does.',
        repaired.line,
        repaired.column,
      ),
    )
    return { text: repaired.text, repairedFrom: 'windows-1252', diagnostics }
  }
  return { text, repairedFrom: null, diagnostics }
}

/** Lines that are no UTF-8 are read as Windows-1252; the others stay. */
function decodeByLine(bytes: Uint8Array, diagnostics: Diagnostic[]): string {
  const strict = new TextDecoder('utf-8', { fatal: true })
  const western = new TextDecoder('windows-1252')
  const lines: string[] = []
  let from = 0
  let bad = 0
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 10) continue
    const part = bytes.subarray(from, i)
    from = i + 1
    try {
      lines.push(strict.decode(part))
    } catch {
      if (bad++ === 0)
        diagnostics.push(
          note(
            'warning',
            'invalid-utf8',
            'The line is not valid UTF-8; it was read as Windows-1252.',
            'Save the file as UTF-8.',
            lines.length + 1,
          ),
        )
      lines.push(western.decode(part))
    }
  }
  return lines.join('\n')
}

/** Characters of Windows-1252 above 0x7f → their byte. */
const BYTE_OF = new Map<number, number>()
const WESTERN = new TextDecoder('windows-1252')
for (let b = 0x80; b <= 0xff; b++) {
  BYTE_OF.set(WESTERN.decode(new Uint8Array([b])).codePointAt(0) ?? b, b)
  if (b < 0xa0) BYTE_OF.set(b, b)
}

const SEQUENCE_LENGTH = (lead: number) =>
  lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0

interface Repair {
  text: string
  count: number
  line: number
  column: number
}

/** Reads each run that is UTF-8 in Windows-1252 disguise. Null when there is none, or when too little speaks for it. */
export function repairMojibake(text: string): Repair | null {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/.test(text)) return null
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const out: string[] = []
  let kept = 0
  let count = 0
  let strong = 0
  let first = -1
  for (let i = 0; i < text.length; i++) {
    const lead = BYTE_OF.get(text.charCodeAt(i))
    const length = lead === undefined ? 0 : SEQUENCE_LENGTH(lead)
    if (length === 0 || lead === undefined) continue
    const bytes = new Uint8Array(length)
    bytes[0] = lead
    let n = 1
    for (; n < length; n++) {
      const b = BYTE_OF.get(text.charCodeAt(i + n))
      if (b === undefined || b < 0x80 || b > 0xbf) break
      bytes[n] = b
    }
    if (n < length) continue
    let read: string
    try {
      read = utf8.decode(bytes)
    } catch {
      continue
    }
    out.push(text.slice(kept, i), read)
    kept = i + length
    if (first < 0) first = i
    count++
    if (length > 2) strong++
    i += length - 1
  }
  if (count === 0 || (strong === 0 && count < 3)) return null
  out.push(text.slice(kept))
  const before = text.slice(0, first)
  return {
    text: out.join(''),
    count,
    line: before.split('\n').length,
    column: first - before.lastIndexOf('\n'),
  }
}
