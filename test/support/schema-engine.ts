// Prisma's schema engine as WebAssembly: writes the SQL from one schema to another. It needs no download; it
// cannot describe a live PostgreSQL 18, so schema and migrations are compared by catalog.
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'

const path = 'prisma/schema.prisma'

/**
 * The SQL that leads from a database of schema `before` (null: an empty one) to one of schema `after`. The engine wants a
 * server to talk to (`connectionString`), and changes nothing there.
 */
export async function sqlBetween(
  connectionString: string,
  before: string | null,
  after: string,
): Promise<string> {
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }))
  const engine = await SchemaEngine.new({ datamodels: [[path, after]] }, () => {}, factory)
  const datamodel = (content: string) => ({ tag: 'schemaDatamodel' as const, files: [{ path, content }] })
  const result = await engine.diff({
    from: before === null ? { tag: 'empty' } : datamodel(before),
    to: datamodel(after),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return result.stdout ?? ''
}
