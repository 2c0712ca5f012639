// Reads a Dockerfile into its stages, as far as ours goes: no ARG, no heredoc, no ONBUILD.

export interface Stage {
  /** The image that it begins with. */
  from: string
  /** Null: the last stage has no name. */
  name: string | null
  steps: Step[]
}

export interface Step {
  /** Of the Dockerfile, from 1. */
  line: number
  /** COPY, RUN …, in capitals. */
  instruction: string
  /** --from=install → { from: 'install' } */
  flags: Record<string, string>
  /** What follows instruction and flags. */
  text: string
}

/** @throws Error on a line before the first FROM */
export function readDockerfile(source: string): Stage[] {
  const stages: Stage[] = []
  for (const { line, text } of logicalLines(source)) {
    const [, instruction = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? []
    if (instruction.toUpperCase() === 'FROM') {
      const [from = '', , name = null] = rest.split(/\s+/)
      stages.push({ from, name, steps: [] })
      continue
    }
    const stage = stages.at(-1)
    if (!stage) throw new Error(`Dockerfile, line ${line}: ${instruction} before the first FROM`)
    const [flagged = ''] = /^(--[a-z-]+=\S+\s+)*/.exec(rest) ?? []
    const flags = Object.fromEntries(
      flagged
        .trim()
        .split(/\s+/)
        .filter(Boolean)
        .map((flag) => {
          const [name = '', value = ''] = flag.slice(2).split('=')
          return [name, value]
        }),
    )
    stage.steps.push({
      line,
      instruction: instruction.toUpperCase(),
      flags,
      text: rest.slice(flagged.length),
    })
  }
  return stages
}

/** The last step of a kind; null: there is none. */
export function lastStep(stage: Stage, instruction: string): Step | null {
  return stage.steps.findLast((step) => step.instruction === instruction) ?? null
}

/** ENV lines together. Values are unquoted words. */
export function environmentOf(stage: Stage): Record<string, string> {
  const pairs = stage.steps
    .filter(({ instruction }) => instruction === 'ENV')
    .flatMap(({ text }) => text.split(/\s+/))
    .map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    })
  return Object.fromEntries(pairs)
}

/** The words of `CMD ["a", "b"]`; with `HEALTHCHECK CMD […]` those of its command. @throws Error on the shell's form */
export function execForm({ line, text }: Step): string[] {
  const words: unknown = JSON.parse(text.replace(/^CMD\s+/, ''))
  if (Array.isArray(words) && words.every((word) => typeof word === 'string')) return words
  throw new Error(`Dockerfile, line ${line}: expected ["program", "argument"], found ${text}`)
}

function logicalLines(source: string): { line: number; text: string }[] {
  const lines: { line: number; text: string }[] = []
  let open = false
  source.split('\n').forEach((raw, index) => {
    const text = raw.trim()
    if (text === '' || text.startsWith('#')) return
    const last = lines.at(-1)
    const part = text.replace(/\\$/, '').trim()
    if (open && last) last.text = `${last.text} ${part}`
    else lines.push({ line: index + 1, text: part })
    open = text.endsWith('\\')
  })
  return lines
}
