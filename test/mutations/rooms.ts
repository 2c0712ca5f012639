// What `npm run mutations` measures. When folders move, this is the one place to say so.

export interface Room {
  name: string
  /** Globs of the code that is broken on purpose. Each line is a run of its own, so that a short budget measures some. */
  code: string[]
  /** Globs of the tests that have to notice, none of which needs PostgreSQL. */
  tests: string[]
}

export const rooms: Room[] = [
  {
    name: 'calendar',
    code: ['src/domain/calendar/!(*.test|*.testing).ts'],
    tests: ['src/domain/calendar/**/*.test.ts'],
  },
  {
    name: 'sprint',
    code: ['src/domain/sprint/!(*.test|*.testing).ts'],
    tests: ['src/domain/sprint/**/*.test.ts'],
  },
  {
    name: 'delivery',
    code: ['src/platform/delivery/{alarm,batch,errors}.ts'],
    tests: ['src/platform/delivery/{alarm,batch,errors}.test.ts'],
  },
  {
    name: 'messages',
    code: [
      'src/{wording,platform/blocks}/!(*.test).ts',
      'src/subjects/{blockers,items,sprint-plan}/*.messages.ts',
      'src/subjects/{home,help,import,team,begin}/*.messages.ts',
      'src/subjects/{status,changes,risks,digests,decisions,objectives,reminders}/*.messages.ts',
      'src/subjects/{retro,meetings,standup,presence,hours-question}/*.messages.ts',
    ],
    tests: [
      'src/{wording,platform/blocks}/*.test.ts',
      'src/subjects/*/*.messages.test.ts',
      'test/goldens/*.test.ts',
    ],
  },
]

/** Tests that read the source as text: they would see the mutations themselves. */
export const readersOfSource = []

/** Tests of all zones and countries at once: minutes of work for each fault, some of it in processes that have none. */
export const notAllOf = /^(?!.*\b(?:in every zone|every zone one|read of every country)\b)/
