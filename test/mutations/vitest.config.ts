// The tests that need no PostgreSQL, for `npm run mutations`. MUTATED_ROOM names the room whose tests run; all without it.
import { defineConfig } from 'vitest/config'
import { notAllOf, readersOfSource, rooms } from './rooms.ts'

const wanted = process.env.MUTATED_ROOM
const tests = rooms.filter(({ name }) => !wanted || name === wanted).flatMap((room) => room.tests)

export default defineConfig({
  test: {
    root: process.cwd(),
    include: tests,
    exclude: readersOfSource,
    testNamePattern: notAllOf,
    setupFiles: ['test/mutations/setup.ts'],
    testTimeout: 30_000,
  },
})
