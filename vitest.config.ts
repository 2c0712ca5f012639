import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// For the many processes that tests start: the same sources are stripped and compiled once.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compile')

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // Files share what they import. Most of them wait for PostgreSQL and for children: three keep two cores at work.
    isolate: false,
    maxWorkers: 3,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Generated, and what runs in a browser, which is tested there.
      exclude: ['src/platform/store/generated/**', 'src/local/page/**'],
      reporter: ['text'],
    },
  },
})
