// Who may import whom, and why. The first rule that forbids an import names itself.

export interface Rule {
  name: string
  why: string
  /** Matches the path that imports. */
  from: RegExp
  /** Matches what must not be imported, a path or a package. */
  to: RegExp
  /** Matches what may be imported all the same. */
  but?: RegExp
}

/** Rooms from the bottom to the top. `plan` and `domain` are pure. */
export const rooms = [
  'domain',
  'plan',
  'platform',
  'wording',
  'records',
  'schedule',
  'subjects',
  'cli',
  'local',
]

/** What belongs to the tests, wherever it stands. */
export const isTest = (path: string): boolean =>
  /^test\/|^bench\/|\/goldens\/|\.(test|testing)\.ts$/.test(path)

const room = (...names: string[]) => new RegExp(`^src/(${names.join('|')})/`)

const above = (name: string) => rooms.slice(rooms.indexOf(name) + 1)

const upward: Rule[] = rooms
  .filter((name) => name !== 'cli' && name !== 'local')
  .map((name) => ({
    name: `${name} imports nothing from above`,
    why: `What stands above ${name} changes more often than it: give it what it needs as an argument, or a hook (Hooks in src/platform/services.ts).`,
    from: room(name),
    to: new RegExp(`^src/((${above(name).join('|')})/|[^/]+\\.ts$)`),
  }))

export const rules: Rule[] = [
  ...upward,
  {
    name: 'pure rooms use no Node and no store',
    why: 'domain and plan are tested without a machine: what they need of one is passed in.',
    from: room('domain', 'plan'),
    to: /^node:|^pg$|^@prisma|^@slack|^pino/,
  },
  {
    name: 'messages know no rows',
    why: 'A message is made from plain data (src/domain), so that a golden shows all that it depends on.',
    from: /^src\/(wording\/|platform\/blocks\/|.*(\.messages|\/ids)\.ts$)/,
    to: /^src\/platform\/store\/|^@prisma/,
  },
  {
    name: 'only the root and the command line start the local workspace',
    why: 'A real workspace carries nothing of it.',
    from: /^src\/(?!local\/|cli\/|[^/]+\.ts$)/,
    to: room('local'),
  },
  {
    name: 'the local workspace knows no subject',
    why: 'It stands in for Slack: what works with it must work with Slack.',
    from: room('local'),
    to: room('subjects', 'schedule', 'records', 'wording', 'plan'),
  },
  {
    name: 'the product imports no tests',
    why: 'Tests are not in the image.',
    from: /^src\//,
    to: /^test\/|^bench\/|\.(test|testing)\.ts$/,
  },
]
