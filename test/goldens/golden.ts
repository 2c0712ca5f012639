// A golden test's case: a builder with the state that it is called with; and the file that it makes.
import { plainRendering, visible } from '../support/plain-blocks.ts'
import { directory } from './people.ts'

export interface Golden {
  /** The file's name: the state in a few words, with "-" between them. */
  name: string
  /** The state in words: what the person who gets it is in. */
  state: string
  /** The function itself, so that the test knows which builders were run. */
  builder: (...input: never[]) => unknown
  input: unknown[]
  build: () => unknown
}

/** A case: the builder is called with the input. */
export function golden<Input extends unknown[]>(
  name: string,
  state: string,
  builder: (...input: Input) => unknown,
  ...input: Input
): Golden {
  return { name, state, builder, input, build: () => builder(...input) }
}

/** An exported function that makes nothing for Slack, with an input to show it by. */
export interface Helper {
  helper: (...input: never[]) => unknown
  build: () => unknown
}

export function helper<Input extends unknown[]>(made: (...input: Input) => unknown, ...input: Input): Helper {
  return { helper: made, build: () => made(...input) }
}

/** The golden's file: state, what a person sees, JSON. Throws where it has no plain rendering. */
export function goldenFile({ name, state, builder, input }: Golden, built: unknown): string {
  return [
    `# ${name.replaceAll('-', ' ')}`,
    '',
    `${builder.name}: ${state}`,
    '',
    '## What it is made from',
    ...input.map((each) => compact(each, { most: 6 })),
    '',
    '## What people see',
    plainRendering(built, directory),
    '',
    '## Block Kit',
    compact(built, { most: Number.POSITIVE_INFINITY }),
    '',
  ].join('\n')
}

const width = 120

/** JSON of which what fits in a line stands in a line; of lists with more than `most` entries, the first ones. */
function compact(value: unknown, { most }: { most: number }, indent = ''): string {
  const line = flat(value, most)
  if (line.length + indent.length <= width || typeof value !== 'object' || value === null) return line
  const inner = `${indent}  `
  const entries = Array.isArray(value)
    ? [
        ...value.slice(0, most).map((each) => compact(each, { most }, inner)),
        ...(value.length > most ? [`… ${value.length - most} more`] : []),
      ]
    : Object.entries(value).map(
        ([name, each]) => `${JSON.stringify(name)}: ${compact(each, { most }, inner)}`,
      )
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return `${open}\n${entries.map((entry) => `${inner}${entry}`).join(',\n')}\n${indent}${close}`
}

function flat(value: unknown, most: number): string {
  if (value instanceof Set) return flat([...value], most)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) {
    const shown = value.slice(0, most).map((each) => flat(each, most))
    if (value.length > most) shown.push(`… ${value.length - most} more`)
    return `[${shown.join(', ')}]`
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined)
    if (entries.length === 0) return '{}'
    return `{ ${entries.map(([name, each]) => `${JSON.stringify(name)}: ${flat(each, most)}`).join(', ')} }`
  }
  return visible(JSON.stringify(value) ?? 'undefined')
}
