// `npm run mutations`: breaks the pure rooms in small ways, one at a time, and counts what their tests notice.
//   npm run mutations -- --survivors src/domain/calendar/planner.ts   a file or a glob alone, with what nothing noticed
//   npm run mutations -- --minutes 60 --concurrency 1           begins nothing new after so long (20); processes (2)
// What an earlier run found of code and tests that did not change since is kept in reports/, and not run again.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { type Room, rooms } from './rooms.ts'

type Options = ConstructorParameters<typeof Stryker>[0]
type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '20' },
    concurrency: { type: 'string', default: '2' },
    survivors: { type: 'boolean', default: false },
  },
})
const reports = 'reports/mutations'
const endsAt = Date.now() + Number(values.minutes) * 60_000

/** Breaks the files of a glob in every way that Stryker knows. */
async function run(room: Room, glob: string, files: string[]): Promise<Mutant[]> {
  // Read by vitest.config.ts in the processes that Stryker starts.
  process.env.MUTATED_ROOM = room.name
  const file = `${reports}/${glob.replace(/[^a-z]+/gi, '-')}.json`
  const stryker = new Stryker({
    mutate: files,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutations/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    // People look at words, in the golden messages: another word breaks no rule.
    mutator: { excludedMutations: ['StringLiteral'] },
    incremental: true,
    incrementalFile: file,
    concurrency: Number(values.concurrency),
    // Stryker 10 cannot read TypeScript 7's configuration, and needs none to run the tests.
    tsconfigFile: 'none.json',
    ignorePatterns: ['/data', '/reports', '/coverage'],
    reporters: [],
    logLevel: 'error' as NonNullable<Options['logLevel']>,
  })
  const mutants = await stryker.runMutationTest()
  forgetTables(file)
  return mutants.filter(({ fileName }) => files.includes(relative('', fileName)))
}

/**
 * Takes what survived in tables and other code that runs once, at its import, out of what is kept: no test covers it by
 * name, so Stryker would go on saying so when there is a test that notices.
 */
function forgetTables(file: string): void {
  const kept: { files: Record<string, { mutants: Pick<Mutant, 'static' | 'status'>[] }> } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  for (const each of Object.values(kept.files))
    each.mutants = each.mutants.filter((mutant) => !(mutant.static && mutant.status === 'Survived'))
  writeFileSync(file, JSON.stringify(kept))
}

const isKilled = ({ status }: Mutant) => status === 'Killed' || status === 'Timeout'
const isAlive = ({ status }: Mutant) => status === 'Survived' || status === 'NoCoverage'

function score(mutants: Mutant[]): string {
  const killed = mutants.filter(isKilled).length
  const all = killed + mutants.filter(isAlive).length
  return all === 0 ? 'nothing to break' : `${((100 * killed) / all).toFixed(1)} % (${killed} of ${all})`
}

/** Where the fault is, its kind, and what it puts there. */
function described({ location, mutatorName, replacement, status }: Mutant): string {
  const untested = status === 'NoCoverage' ? ', which no test runs' : ''
  return `    ${location.start.line}:${location.start.column} ${mutatorName}: ${replacement?.replace(/\s+/g, ' ')}${untested}`
}

mkdirSync(reports, { recursive: true })
const asked = positionals.length ? new Set(globSync(positionals)) : null
for (const room of rooms) {
  const mutants: Mutant[] = []
  const left: string[] = []
  for (const glob of room.code) {
    const files = globSync(glob).filter((file) => !asked || asked.has(file))
    if (files.length === 0) continue
    if (Date.now() >= endsAt) left.push(glob)
    else
      try {
        mutants.push(...(await run(room, glob, files)))
      } catch (error) {
        process.exitCode = 1
        console.error(`${glob} is not measured: ${error instanceof Error ? error.message : error}`)
      }
  }
  if (mutants.length + left.length === 0) continue
  console.log(
    `${room.name}: ${score(mutants)}${left.length ? `; the time was over before ${left.join(', ')}` : ''}`,
  )
  for (const [file, own] of Map.groupBy(mutants, ({ fileName }) => relative('', fileName))) {
    console.log(`  ${file}: ${score(own)}`)
    if (values.survivors) for (const mutant of own.filter(isAlive)) console.log(described(mutant))
  }
}
