/**
 * `npm run bench -- plan [FILE...]`: text → validated plan JSON against mdast-util-from-markdown with GFM alone, over the same
 * documents in one run; then how time grows with size and what memory is needed. Without files, the plans of this repository are read.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { planFile } from '#domain/plan-file.ts'
import { parsePlan } from '#plan/parse.ts'

const REFERENCE = '2026-11-21'

function files(paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.(?:md|txt)$/.test(name))
          .map((name) => join(path, name))
      : [path],
  )
}

function whole(bytes: Uint8Array): void {
  const file = parsePlan(bytes, { path: 'bench.md', referenceDate: REFERENCE })
  planFile.parse(file)
}

function tree(bytes: Uint8Array): void {
  fromMarkdown(bytes, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/** Milliseconds of processor time that a run takes; other processes on the machine don't count. */
function cost(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const spent = process.cpuUsage(before)
  return (spent.user + spent.system) / 1000
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const mb = (bytes: number) => bytes / 1e6
const rate = (bytes: number, ms: number) => (mb(bytes) / ms) * 1000

/** Before this much processor time, in milliseconds, the compiler is still at work on either parser. */
const WARM_UP = 8000
/** A round lasts at least this many milliseconds, so that few documents are measured as well as many. */
const ROUND = 500
const ROUNDS = 7

/** Milliseconds of one pass over the documents, passing over them until the given time is spent. */
function pass(run: () => void, leastMs: number): number {
  let passes = 0
  let spent = 0
  while (spent < leastMs) {
    spent += cost(run)
    passes++
  }
  return spent / passes
}

function compare(documents: readonly Uint8Array[]): void {
  const bytes = documents.reduce((sum, document) => sum + document.length, 0)
  const readers = [() => documents.forEach(whole), () => documents.forEach(tree)] as const
  for (const read of readers) pass(read, WARM_UP)
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(pass(readers[0], ROUND))
    theirs.push(pass(readers[1], ROUND))
  }
  const [a, b] = [rate(bytes, median(ours)), rate(bytes, median(theirs))]
  console.log(
    `${documents.length} documents, ${mb(bytes).toFixed(2)} MB, processor time, median of ${ROUNDS} rounds in turn, both warm`,
  )
  console.log(`  text to validated plan JSON          ${a.toFixed(2)} MB/s`)
  console.log(`  mdast-util-from-markdown, GFM alone  ${b.toFixed(2)} MB/s`)
  console.log(`  ratio                                ${(a / b).toFixed(1)}`)
}

/** Sprint upon sprint until the text has the size: a plan as long as one wants. */
function planOf(size: number): Uint8Array {
  const parts = ['# Load plan\n']
  let length = 0
  for (let n = 1; length < size; n++) {
    const part = `\n## Sprint ${n} (2026-01-05 – 2026-01-16)\n\n**Goal:** Carry load number ${n}.\n\n| Key | Story | Owner | Points | Status |\n| --- | --- | --- | ---: | --- |\n${[1, 2, 3].map((i) => `| L${n}-${i} | Move part ${i} of load ${n} | Ada Lind | ${i} | In progress |`).join('\n')}\n\n### Chores\n\n- [ ] Sweep floor ${n} (2 pts) @ben\n- [x] Oil gate ${n}\n\n### Risks\n\n- **Rain on day ${n}** – bring a tarp\n`
    parts.push(part)
    length += part.length
  }
  return new TextEncoder().encode(parts.join('').slice(0, size))
}

function scaling(): void {
  console.log('\nsize      ms        MB/s')
  for (const size of [1e3, 1e4, 1e5, 1e6, 1e7]) {
    const bytes = planOf(size)
    const rounds = size < 1e5 ? 50 : size < 1e6 ? 5 : 1
    const ms =
      cost(() => {
        for (let i = 0; i < rounds; i++) parsePlan(bytes, { path: 'bench.md', referenceDate: REFERENCE })
      }) / rounds
    console.log(`${`${mb(size)} MB`.padEnd(10)}${ms.toFixed(1).padEnd(10)}${rate(size, ms).toFixed(2)}`)
  }
}

/** The least heap, as a multiple of 10 MB of input, in which a process of its own reads it. */
function memory(documents: readonly Uint8Array[]): void {
  const size = 1e7
  const inputs = {
    'the documents, again and again': repeated(documents, size),
    'a made plan of short lines': planOf(size),
  }
  console.log('\nheap that a process needs to read 10 MB, as a multiple of the input')
  for (const [name, bytes] of Object.entries(inputs)) {
    let needed = 'more than 60'
    for (const multiple of [10, 15, 20, 25, 30, 35, 40, 50, 60])
      if (readsWithin(bytes, (multiple * size) / 1e6)) {
        needed = `at most ${multiple}`
        break
      }
    console.log(`  ${name.padEnd(36)} ${needed}`)
  }
}

function repeated(documents: readonly Uint8Array[], size: number): Uint8Array {
  const all = Buffer.concat(documents.map((document) => Buffer.concat([document, Buffer.from('\n')])))
  return new Uint8Array(Buffer.concat(Array(Math.ceil(size / all.length)).fill(all)).subarray(0, size))
}

function readsWithin(bytes: Uint8Array, megabytes: number): boolean {
  const script = new URL('./plan-child.ts', import.meta.url).pathname
  const child = spawnSync(process.execPath, [`--max-old-space-size=${megabytes}`, script], {
    input: bytes,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  return child.status === 0
}

const ADVERSARIAL: Record<string, () => string> = {
  '100,000 list levels': () =>
    Array.from({ length: 100_000 }, (_, i) => `${' '.repeat(Math.min(i, 200))}- x`).join('\n'),
  'a million pipes': () => '|'.repeat(1_000_000),
  'a table of 300,000 columns': () =>
    `${'|a'.repeat(300_000)}|\n${'|-'.repeat(300_000)}|\n${'|b'.repeat(300_000)}|`,
  'a million brackets': () => '['.repeat(1_000_000),
  '300,000 open links': () => '[a]('.repeat(300_000),
  'unclosed fences': () => Array.from({ length: 3000 }, (_, i) => '`'.repeat(3 + i)).join('\n'),
  'unclosed comments': () => '<!--\n'.repeat(100_000),
  '50,000 sprints': () => Array.from({ length: 50_000 }, (_, i) => `## Sprint ${i}\n- part ${i}`).join('\n'),
  '50,000 items of one key': () => '- AB-1: task (3 pts)\n'.repeat(50_000),
  '30,000 conflicts': () => '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n'.repeat(30_000),
}

function adversarial(): void {
  console.log('\nadversarial shapes, ms of processor time')
  for (const [name, make] of Object.entries(ADVERSARIAL)) {
    const bytes = new TextEncoder().encode(make())
    const ms = cost(() => parsePlan(bytes, { path: 'bench.md', referenceDate: REFERENCE }))
    console.log(
      `  ${name.padEnd(28)} ${mb(bytes.length).toFixed(2).padStart(6)} MB ${ms.toFixed(0).padStart(7)} ms`,
    )
  }
}

/** Compares over the files and folders given after the name, else over this repository's plans; then scaling and hostile shapes. */
export function run(): void {
  const paths = process.argv.slice(3)
  const documents = files(paths.length > 0 ? paths : ['plans']).map(
    (path) => new Uint8Array(readFileSync(path)),
  )
  compare(documents)
  scaling()
  memory(documents)
  adversarial()
}
