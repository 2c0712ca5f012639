// What `npm run mutations` measures. When folders move, this is the one place to say so.

export interface Room {
  name: string
  /** Globs of the code that is broken on purpose. Each line is a run of its own, so that a short budget measures some. */
  code: string[]
  /** Globs of the tests that have to notice, none of which needs PostgreSQL. */
  tests: string[]
}

export const rooms: Room[] = [
  { name: 'calendar', code: ['src/calendar/*.ts'], tests: ['test/calendar/**/*.test.ts'] },
  { name: 'sprint', code: ['src/sprint/*.ts'], tests: ['test/sprint/**/*.test.ts'] },
  {
    name: 'delivery',
    code: ['src/delivery/{alarm,batch,errors}.ts'],
    tests: ['test/delivery/{alarm,batch,errors}.test.ts'],
  },
  {
    name: 'messages',
    code: [
      'src/messages/kit/*.ts',
      'src/messages/{blockers,items}/*.ts',
      'src/messages/{home,import,team}/*.ts',
      'src/messages/reports/*.ts',
      'src/messages/{retro,standup}/*.ts',
    ],
    tests: ['test/messages/**/*.test.ts'],
  },
]

/** Tests that read the source as text: they would see the mutations themselves. */
export const readersOfSource = ['test/messages/every-builder.test.ts']

/** Tests of all zones and countries at once: minutes of work for each fault, some of it in processes that have none. */
export const notAllOf = /^(?!.*\b(?:in every zone|every zone one|read of every country)\b)/
