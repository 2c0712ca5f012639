/** `npm run bench -- mutations COUNT FOLDER…`: reads mutated plans; says how many crashed, gave no valid plan JSON, or took over a second of processor time. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planFile } from '#domain/plan-file.ts'
import { parsePlan } from '#plan/parse.ts'

/** A small generator of numbers, so that a run can be repeated: mulberry32. */
function random(seed: number): (below: number) => number {
  let a = seed
  return (below) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const PIECES = [
  '<!--',
  '-->',
  '%%',
  '<details>',
  '<summary>',
  '</details>',
  '```',
  '~~~',
  '---',
  '***',
  '|',
  '| --- |',
  '#',
  '## Sprint 1',
  '- [ ] ',
  '- [x] ',
  '\t',
  '<<<<<<< a',
  '=======',
  '>>>>>>> b',
  '**',
  '@ann',
  '📅 2026-11-20',
  '~3d',
  '#12',
  '03/04/2026',
  '10.15',
  'noon',
  '\u0000',
  '<!-- sprintkeeper: work -->',
  '[//]: # (x)',
  'gantt',
  '::',
  '\ufeff',
  '\u202e',
  'é',
  '第1周',
  'https://a.b/c/issues/1',
]

function mutate(source: string, pick: (below: number) => number): string {
  const lines = source.split('\n')
  const from = pick(lines.length)
  const part = lines.slice(from, from + 1 + pick(60))
  for (let n = pick(6); n >= 0; n--) {
    const at = pick(part.length)
    const line = part[at] ?? ''
    const cut = pick(line.length + 1)
    const piece = PIECES[pick(PIECES.length)] as string
    const kind = pick(6)
    if (kind === 0) part.splice(at, 1)
    else if (kind === 1) part.splice(at, 0, part[pick(part.length)] ?? '')
    else if (kind === 2) part[at] = line.slice(0, cut) + piece + line.slice(cut)
    else if (kind === 3) part[at] = line.slice(cut) + line.slice(0, cut)
    else if (kind === 4) part.splice(at, 0, piece)
    else part[at] = line.slice(0, cut)
  }
  return part.join('\n')
}

export function run(): void {
  const count = Number(process.argv[3] ?? 10_000)
  const sources = process.argv.slice(4).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
  if (sources.length === 0)
    throw new Error('Name a folder with plans: npm run bench -- mutations 200000 plans')
  const pick = random(count)
  const faults = { crashed: 0, invalid: 0, slow: 0 }
  let slowest = 0
  for (let n = 0; n < count; n++) {
    const text = mutate(sources[pick(sources.length)] as string, pick)
    const started = process.cpuUsage()
    try {
      const file = parsePlan(new TextEncoder().encode(text), { path: 'x.md', referenceDate: '2026-11-21' })
      const { user, system } = process.cpuUsage(started)
      slowest = Math.max(slowest, (user + system) / 1000)
      if (user + system > 1e6) report(faults, 'slow', text)
      if (!planFile.safeParse(file).success) report(faults, 'invalid', text)
    } catch (error) {
      report(faults, 'crashed', `${String(error)}\n${text}`)
    }
  }
  console.log(
    `${count} inputs: ${faults.crashed} crashed, ${faults.invalid} not valid, ${faults.slow} over 1 s; the slowest took ${slowest.toFixed(0)} ms`,
  )
  process.exitCode = faults.crashed + faults.invalid + faults.slow > 0 ? 1 : 0
}

function report(
  faults: { crashed: number; invalid: number; slow: number },
  kind: keyof typeof faults,
  text: string,
): void {
  if (faults[kind]++ < 3) console.log(`${kind}: ${JSON.stringify(text.slice(0, 600))}`)
}
