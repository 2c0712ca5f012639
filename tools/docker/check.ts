// `npm run docker:check`: makes the image's files in a folder as the Dockerfile does, starts them there as an ordinary user,
// asks the page and the health check, and stops them. No Docker; what it cannot try is the image below.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execForm, lastStep } from './dockerfile.ts'
import { buildImage, type Image } from './image.ts'

const startWithinMillis = 180_000
const stopWithinMillis = 15_000
const context = join(import.meta.dirname, '../..')
/** Debian's `nobody`: PostgreSQL wants a user with a name. */
const nobody = { uid: 65_534, gid: 65_534 }
const user = process.getuid?.() === 0 ? nobody : null

const folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-image-'))
try {
  chmodSync(folder, 0o755)
  // The Node of this run stands for the image's: a copy, since the ordinary user may not reach the original.
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  copyFileSync(process.execPath, join(bin, 'node'))
  const outside = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules'))
  const image = buildImage({ context, folder, path: [bin, ...outside].join(':'), user })
  console.log(`The image's files: ${readdirSync(join(image.root, image.workdir)).sort().join(', ')}`)
  await tryImage(image, bin)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function tryImage(image: Image, bin: string): Promise<void> {
  const [command, check] = ['CMD', 'HEALTHCHECK'].map((name) => {
    const step = lastStep(image.stage, name)
    if (!step) throw new Error(`The Dockerfile's last stage has no ${name}.`)
    return execForm(step)
  })
  const { DATA_DIR = '', ...environment } = image.environment
  const options = {
    cwd: join(image.root, image.workdir),
    env: {
      ...environment,
      // The image is made for a real workspace: without tokens it would refuse to start.
      SPRINTKEEPER_LOCAL: '1',
      PATH: `${bin}:/usr/bin:/bin`,
      DATA_DIR: join(image.root, DATA_DIR),
      PORT: String(await freePort()),
      SANDBOX_PORT: String(await freePort()),
    },
    ...user,
  }
  const [program = '', ...parameters] = command ?? []
  const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const ended = once(child, 'exit')
  try {
    const address = await waitFor(() => {
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${output}`)
      return /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
    })
    const page = await fetch(address)
    say(`the page at ${address} answers ${page.status}`, page.ok)
    const [checker = '', ...words] = check ?? []
    // The page is there seconds before the product; Docker asks again in the same way.
    const status = await waitFor(() => (spawnSync(checker, words, options).status === 0 ? 0 : undefined))
    say(`the health check ends with ${status}`, status === 0)
    say(`it runs as ${user ? `user ${user.uid}` : 'the present user'}, data in DATA_DIR`, true)
  } finally {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), stopWithinMillis)
    await ended
    clearTimeout(late)
  }
  say(`SIGTERM ends it with ${child.exitCode}`, child.exitCode === 0)
}

function say(what: string, fine: boolean): void {
  console.log(`${fine ? 'ok' : 'FAILED'}: ${what}`)
  if (!fine) process.exitCode = 1
}

async function waitFor<T>(look: () => T | undefined): Promise<T> {
  const until = Date.now() + startWithinMillis
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    if (Date.now() > until) throw new Error(`It did not show its page within ${startWithinMillis / 1000} s.`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
