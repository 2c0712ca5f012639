// After each install: removes the query compilers of databases that the generated client does not use, three quarters of
// @prisma/client. Plain JavaScript, since an install may run on a Node that cannot read TypeScript.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url))
const runtime = join(root, 'node_modules/@prisma/client/runtime')
const client = join(root, 'src/platform/store/generated/internal/class.ts')

const compilers = filesOf(runtime).filter((name) => name.startsWith('query_compiler_'))
const used = compilers.filter((name) => textOf(client).includes(`@prisma/client/runtime/${name}"`))
// Without a client that names its compiler nothing is known to be superfluous.
if (used.length > 0)
  for (const name of compilers) if (!used.includes(name)) rmSync(join(runtime, name), { force: true })

/** @param {string} folder */
function filesOf(folder) {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** @param {string} path */
function textOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}

/** @param {unknown} error */
function isMissing(error) {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
