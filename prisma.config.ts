import { defineConfig } from '@tools/prisma/config'

// `prisma generate` insists on a schema engine that Prisma 7 does not use for generating. Any executable satisfies it, so
// that generating needs no download; the other Prisma commands keep their real engine.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/sprintkeeper' },
})
