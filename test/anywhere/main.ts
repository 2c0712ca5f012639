// `npm run anywhere`: the two commands of the README in every place and as every user that docs/operating.md promises, each
// in a fresh clone of the present commit. It makes users and mounts, and removes them at its end.
//   npm run anywhere              the whole npm test as root in root's home folder and as an ordinary user
//   npm run anywhere -- --part    a named part of the tests there too
//   npm run anywhere -- --from 5 --to 8
//                                 these lines; clones that an earlier line would have installed get our node_modules
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  atEnd,
  cleanUp,
  clone,
  cloneInstalled,
  makeFolder,
  makeUser,
  ownersAndModes,
  root,
  run,
  type User,
} from './place.ts'
import { start } from './start.ts'

if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  console.error('npm run anywhere makes users, mounts and folders: run it as root, on Linux.')
  process.exit(2)
}

const { values } = parseArgs({
  options: {
    part: { type: 'boolean', default: false },
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: '99' },
  },
})
const from = Number(values.from)
const ours = join(import.meta.dirname, '../..')
const id = process.pid
/** Their server, and what a place, a user or a session can spoil; with times and texts where a session's variables matter. */
const testPart =
  'npx vitest run --configLoader native test/config.test.ts src/platform/store/attach.test.ts src/platform/store/embedded.test.ts'
const testSession =
  'npx vitest run --configLoader native src/platform/store/attach.test.ts src/domain/calendar/rules.test.ts src/domain/calendar/dates.test.ts src/platform/blocks/text.test.ts'
const wholeOrPart = values.part ? testPart : 'npm test'
/** Plans that wait to be looked at, so that no first days are lived through where these are not the point. */
const quick = { PLANS_DIR: 'src/plan/goldens/plans' }
/** The last version before this was promised, for the upgrade. */
const earlier = '346faae'

const copies = '/var/lib/sprintkeeper'
if (!existsSync(copies)) atEnd(() => rmSync(copies, { recursive: true, force: true }))
const user = makeUser(`anywhere-${id}`)
const ofRoot = makeFolder(`${root.home}/anywhere-${id}`, root, 0o700)
const closed = makeFolder(`/srv/anywhere-${id}`, root, 0o700)
const open = makeFolder(`/srv/anywhere-${id}-open`, root, 0o755)
const inHome = join(user.home, 'sprintkeeper')
const inRoot = join(ofRoot, 'sprintkeeper')

async function startsAndStops(
  who: User,
  folder: string,
  environment: Record<string, string | undefined> = {},
  line?: string,
): Promise<string> {
  const started = await start({ user: who, folder, environment, ...(line ? { line } : {}) })
  await started.stop()
  return started.said()
}

function expectUnchanged(before: Map<string, string>, folder: string): void {
  const after = ownersAndModes(folder)
  for (const [path, was] of before)
    if (after.get(path) !== was) throw new Error(`${path} was ${was} and is ${after.get(path)}`)
}

/** A shell line that runs npm start where the folder of copies is empty, whatever else runs on this machine. */
function inEmptyNamespace(hidden: string): string {
  const spaces = makeFolder(join(closed, 'namespaces'), root, 0o700)
  execFileSync('mount', ['--bind', spaces, spaces])
  atEnd(() => execFileSync('umount', ['-l', spaces]))
  execFileSync('mount', ['--make-private', spaces])
  const space = join(spaces, 'mount')
  writeFileSync(space, '')
  mkdirSync(hidden, { recursive: true })
  execFileSync('unshare', [`--mount=${space}`, 'mount', '-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', hidden])
  atEnd(() => execFileSync('umount', ['-l', space]))
  return `exec nsenter --mount=${space} sh -c 'cd "$1" && exec npm start' sh "$PWD"`
}

const cases: [name: string, what: string, go: () => Promise<unknown>][] = [
  [
    'root, in root’s home folder (0700)',
    `npm ci, ${wholeOrPart}, npm start twice, no owner or mode changed`,
    async () => {
      await clone(root, inRoot)
      await run({ user: root, folder: inRoot, line: `npm ci && ${wholeOrPart}` })
      const before = ownersAndModes(inRoot)
      await startsAndStops(root, inRoot)
      await startsAndStops(root, inRoot)
      expectUnchanged(before, inRoot)
    },
  ],
  [
    'an ordinary user, in a home folder of mode 0700',
    `npm ci, npm start, ${wholeOrPart}`,
    async () => {
      await clone(user, inHome)
      await run({ user, folder: inHome, line: `npm ci && ${wholeOrPart}` })
      await startsAndStops(user, inHome)
    },
  ],
  [
    'root, umask 077, in a folder of mode 0700',
    'npm ci, npm start, part of the tests, no owner or mode changed',
    async () => {
      const folder = await clone(root, join(closed, 'private'), '077')
      await run({ user: root, folder, line: `umask 077; npm ci && ${testPart}` })
      const before = ownersAndModes(folder)
      await startsAndStops(root, folder, quick, 'umask 077; exec npm start')
      expectUnchanged(before, folder)
    },
  ],
  [
    'a path with blanks, quotes, letters outside ASCII, of more than 107 bytes, umask 077',
    'npm ci, npm start, part of the tests, as an ordinary user',
    async () => {
      const folder = await clone(
        user,
        join(user.home, `it’s an "odd" 'path' — Übung 計画 $HOME \`x\` ${'long '.repeat(20)}end`),
        '077',
      )
      await run({ user, folder, line: `umask 077; npm ci && ${testPart}` })
      await startsAndStops(user, folder, {}, 'umask 077; exec npm start')
    },
  ],
  [
    'the same path, as root',
    'npm start',
    async () => {
      const name = `it’s an "odd" 'path' — Übung 計画 $HOME \`x\` ${'long '.repeat(20)}end`
      await startsAndStops(root, await cloneInstalled(root, join(closed, name), inRoot), quick)
    },
  ],
  [
    'HOME missing',
    'npm start, tests of server, times and texts',
    async () => {
      const environment = { HOME: undefined, DATA_DIR: join(user.home, 'data-homeless') }
      await startsAndStops(user, inHome, { ...quick, ...environment })
      await run({ user, folder: inHome, environment, line: testSession })
    },
  ],
  [
    'HOME unwritable, and not there',
    'npm start, tests of server, times and texts',
    async () => {
      for (const HOME of [open, '/nonexistent']) {
        await startsAndStops(user, inHome, { ...quick, HOME, DATA_DIR: join(user.home, 'data-homeless') })
        await run({ user, folder: inHome, environment: { HOME }, line: testSession })
      }
    },
  ],
  [
    'LANG and LC_ALL missing, or a locale that is not installed; an odd TZ',
    'npm start, tests of server, times and texts, in each',
    async () => {
      const locales = [{}, { LANG: 'xx_YY.UTF-8', LC_ALL: 'xx_YY.UTF-8' }, { LANG: 'tr_TR', LC_ALL: '' }]
      const zones = ['Mars/Olympus', ':/nowhere', 'Pacific/Chatham']
      for (const [at, locale] of locales.entries()) {
        const environment = { ...locale, TZ: zones[at] }
        await startsAndStops(user, inHome, {
          ...quick,
          ...environment,
          DATA_DIR: join(user.home, `data-${at}`),
        })
        await run({ user, folder: inHome, environment, line: testSession })
      }
    },
  ],
  [
    'port 3210 taken',
    'npm start says so, and shows the page at the next free one',
    async () => {
      const taken = createServer().listen(3210, '127.0.0.1')
      await once(taken, 'listening').catch(() => {})
      try {
        const said = await startsAndStops(user, inHome, { ...quick, SANDBOX_PORT: undefined })
        if (!said.includes('Port 3210 is taken') || /127\.0\.0\.1:3210\b/.test(said)) throw new Error(said)
      } finally {
        taken.close()
      }
    },
  ],
  [
    'a checkout on a file system that is read-only, but for DATA_DIR',
    'npm start, tests of server, times and texts',
    async () => {
      const folder = makeFolder(join(open, 'read-only'), root, 0o755)
      execFileSync('mount', ['--bind', inRoot, folder])
      atEnd(() => execFileSync('umount', ['-l', folder]))
      execFileSync('mount', ['-o', 'remount,bind,ro', folder])
      await startsAndStops(user, folder, { ...quick, DATA_DIR: join(user.home, 'data-elsewhere') })
      await run({ user, folder, line: testSession })
    },
  ],
  [
    'a system without a user nobody',
    'npm start as root, in root’s home folder',
    async () => {
      const users = join(closed, 'passwd')
      const all = readFileSync('/etc/passwd', 'utf8').split('\n')
      writeFileSync(users, all.filter((line) => !line.startsWith('nobody:')).join('\n'), { mode: 0o644 })
      execFileSync('chmod', ['644', users])
      // Without this a module of systemd's makes a nobody up.
      const sources = join(closed, 'nsswitch.conf')
      writeFileSync(sources, 'passwd: files\ngroup: files\nhosts: files dns\n', { mode: 0o644 })
      const hide = `mount --bind ${users} /etc/passwd && mount --bind ${sources} /etc/nsswitch.conf`
      const line = `exec unshare --mount sh -c '${hide} && ! id nobody 2>/dev/null && exec npm start'`
      await startsAndStops(root, inRoot, { ...quick, DATA_DIR: join(ofRoot, 'data-without-nobody') }, line)
      await startsAndStops(root, inRoot, { ...quick, DATA_DIR: join(ofRoot, 'data-without-nobody') })
      await startsAndStops(root, inRoot, quick, line)
    },
  ],
  [
    'beside a PostgreSQL of the host’s own, with its variables in the environment',
    'npm start',
    async () => {
      const taken = createServer().listen(5432, '127.0.0.1')
      await once(taken, 'listening').catch(() => {})
      const theirs = {
        PGHOST: '/var/run/postgresql',
        PGPORT: '5432',
        PGUSER: 'postgres',
        PGDATABASE: 'theirs',
      }
      const more = {
        PGPASSWORD: 'theirs',
        PGDATA: '/var/lib/postgresql/data',
        PGOPTIONS: '-c search_path=theirs',
      }
      try {
        await startsAndStops(user, inHome, {
          ...quick,
          ...theirs,
          ...more,
          DATA_DIR: join(user.home, 'data-pg'),
        })
      } finally {
        taken.close()
      }
    },
  ],
  [
    'twice at once in two clones, as root and before the programs were copied',
    'npm start in both, in a mount namespace where /var/lib/sprintkeeper is empty',
    async () => {
      const second = await cloneInstalled(root, join(closed, 'second'), inRoot)
      const line = inEmptyNamespace(copies)
      const both = await Promise.allSettled(
        [inRoot, second].map((folder) => start({ user: root, folder, environment: quick, line })),
      )
      for (const one of both) if (one.status === 'fulfilled') await one.value.stop()
      for (const one of both) if (one.status === 'rejected') throw one.reason
    },
  ],
  [
    `a data folder that version ${earlier} made as root, with a server as nobody`,
    'npm start of that version, then of this one, which finds the workspace',
    async () => {
      const old = makeFolder(join(open, 'earlier'), root, 0o755)
      execFileSync('sh', ['-c', `git -C "$1" archive ${earlier} | tar -x -C "$2"`, 'sh', inRoot, old])
      await run({ user: root, folder: old, line: 'npm ci' })
      const data = makeFolder(join(open, 'data'), root, 0o755)
      const log = { LOG_LEVEL: 'info' }
      const made = await startsAndStops(root, old, { ...log, DATA_DIR: data })
      const workspace = /"workspace":"[^"]+"/.exec(made)?.[0]
      if (!workspace) throw new Error(`version ${earlier} names no workspace: ${made}`)
      const moved = join(closed, 'data-of-earlier')
      cpSync(data, moved, { recursive: true })
      for (const folder of [data, moved]) {
        const said = await startsAndStops(root, inRoot, { ...log, DATA_DIR: folder })
        if (!said.includes(workspace)) throw new Error(said)
      }
    },
  ],
]

let failed = false
process.once('SIGINT', () => {
  cleanUp()
  process.exit(130)
})
try {
  if (from > 1) await cloneInstalled(root, inRoot, ours)
  if (from > 2) await cloneInstalled(user, inHome, ours)
  for (const [at, [name, what, go]] of cases.entries()) {
    if (at + 1 < from || at + 1 > Number(values.to)) continue
    const began = performance.now()
    try {
      await go()
    } catch (error) {
      throw new Error(`${at + 1}/${cases.length} ${name}: ${error instanceof Error ? error.message : error}`)
    }
    const seconds = Math.round((performance.now() - began) / 1000)
    console.log(`✓ ${at + 1}/${cases.length} ${name}: ${what} (${seconds} s)`)
  }
} catch (error) {
  failed = true
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`)
} finally {
  cleanUp()
}
process.exit(failed ? 1 : 0)
