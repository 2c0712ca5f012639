/** How diagnostics are printed: for people, as JSON, as GitHub annotations, as SARIF 2.1.0. */
import type { Diagnostic, Severity } from '#domain/plan-file.ts'

export interface Found {
  path: string
  diagnostic: Diagnostic
  /** The line that it points at. */
  source: string
}

type Format = (found: readonly Found[], files: number) => string

/** Columns of a line shown around the marked place. */
const WIDTH = 120

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

const text: Format = (found, files) => {
  const blocks = found.map(({ path, diagnostic: d, source }) => {
    const from = Math.max(0, d.column - 1 - WIDTH / 2)
    const shown = source.slice(from, from + WIDTH).replaceAll('\t', ' ')
    const number = String(d.line)
    const gutter = ' '.repeat(number.length)
    const lines = [`${path}:${d.line}:${d.column} ${d.severity} ${d.code}: ${d.message}`]
    if (shown.trim() !== '')
      lines.push(
        `  ${number} | ${from > 0 ? '…' : ''}${shown}`,
        `  ${gutter} | ${' '.repeat(Math.max(0, d.column - 1 - from + (from > 0 ? 1 : 0)))}^`,
      )
    if (d.hint) lines.push(`  hint: ${d.hint}`)
    return lines.join('\n')
  })
  const count = (severity: Severity) => found.filter((f) => f.diagnostic.severity === severity).length
  blocks.push(
    `${plural(files, 'file')}: ${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}, ${plural(count('info'), 'note')}`,
  )
  return `${blocks.join('\n\n')}\n`
}

const json: Format = (found) =>
  `${JSON.stringify(found.map(({ path, diagnostic }) => ({ path, ...diagnostic })))}\n`

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }
const data = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (value: string) => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C')

const github: Format = (found) =>
  found
    .map(
      ({ path, diagnostic: d }) =>
        `::${COMMANDS[d.severity]} file=${property(path)},line=${d.line},col=${d.column},endLine=${d.endLine},title=${property(d.code)}::${data(d.hint ? `${d.message} ${d.hint}` : d.message)}\n`,
    )
    .join('')

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

const sarif: Format = (found) => {
  const rules = [...new Set(found.map((f) => f.diagnostic.code))].map((id) => ({ id }))
  const results = found.map(({ path, diagnostic: d }) => ({
    ruleId: d.code,
    level: LEVELS[d.severity],
    message: { text: d.hint ? `${d.message} ${d.hint}` : d.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(path.replaceAll('\\', '/')) },
          region: { startLine: d.line, startColumn: d.column, endLine: d.endLine },
        },
      },
    ],
  }))
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver: { name: 'sprintkeeper', rules } }, results }] })}\n`
}

export const FORMATS = { text, json, github, sarif } satisfies Record<string, Format>
