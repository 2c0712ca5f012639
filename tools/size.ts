// `npm run size`: installs what production needs into a folder of its own, and says what it takes. Fails over the limits.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limits, overLimits, packageSizes, sumSizes } from './install-size.ts'

const root = join(import.meta.dirname, '..')
/** What `npm ci` reads. */
const needed = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'tools/prune-compilers.mjs',
  'src/platform/store/generated',
]

const folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-size-'))
try {
  for (const path of needed) cpSync(join(root, path), join(folder, path), { recursive: true })
  const install = ['ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const began = Date.now()
  // npm is a script on Windows, which only a shell starts.
  execFileSync('npm', install, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const seconds = (Date.now() - began) / 1000
  const sizes = packageSizes(folder)
  const size = sumSizes(sizes)
  const row = (megabytes: number, text: string) =>
    console.log(`${megabytes.toFixed(1).padStart(7)} MB  ${text}`)
  console.log(`npm ci --omit=dev took ${seconds.toFixed(0)} s and made ${sizes.length} packages`)
  row(size.rest, `without the embedded server (at most ${limits.withoutServer})`)
  row(size.rest + size.server, `with the embedded server (at most ${limits.withServer})`)
  row(size.runtime, 'the runtime in the package node, not counted')
  console.log('The ten biggest packages:')
  for (const { name, megabytes } of sizes.sort((a, b) => b.megabytes - a.megabytes).slice(0, 10))
    row(megabytes, name)
  const faults = overLimits(size)
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}
