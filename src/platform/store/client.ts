// The Prisma client, and the same client confined to one workspace.
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client.ts'
import { canPrepare, nameFrequent } from './prepared.ts'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient

/** A client for all workspaces: only for what starts the product, for migrations and for the tick. */
export function connect(connectionString: string, options: { connections?: number } = {}): PrismaClient {
  const pool = {
    connectionString,
    max: options.connections ?? 10,
    // A connection that died without a word must not hold a query for ever.
    keepAlive: true,
    query_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
  }
  const prepared = canPrepare(connectionString) ? { statementNameGenerator: nameFrequent() } : {}
  const adapter = new PrismaPg(pool, prepared)
  return new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
    // The other formats take a stack trace at every query, and put a query's values, people's texts, into errors.
    errorFormat: 'minimal',
  })
}

// Workspace is the tenant itself, and Tick is of the process.
const untenanted = new Set(['Workspace', 'Tick'])
const reading = new Set([
  'findUnique',
  'findUniqueOrThrow',
  'findFirst',
  'findFirstOrThrow',
  'findMany',
  'count',
  'aggregate',
  'groupBy',
  'update',
  'updateMany',
  'updateManyAndReturn',
  'delete',
  'deleteMany',
  'upsert',
])
const creating = new Set(['create', 'createMany', 'createManyAndReturn'])

interface Arguments {
  where?: Record<string, unknown>
  data?: Record<string, unknown> | Record<string, unknown>[]
  create?: Record<string, unknown>
  update?: Record<string, unknown>
}

/** A model's columns; what else a query may name is a relation. */
function columnsOf(model: string): Record<string, string> {
  const columns = (Prisma as unknown as Record<string, Record<string, string> | undefined>)[
    `${model}ScalarFieldEnum`
  ]
  if (!columns) throw new Error(`${model}: its columns are not known`)
  return columns
}

/** What is written names columns alone, and of the workspace only the own: a new row must, a change may. */
function requireOwn(
  model: string,
  operation: string,
  { row, isNew }: { row: Record<string, unknown>; isNew: boolean },
  workspaceId: string,
): void {
  const columns = columnsOf(model)
  for (const name of Object.keys(row))
    if (!(name in columns))
      throw new Error(`${model}.${operation}: writes through ${name}, and could reach another workspace`)
  if ((isNew || 'workspaceId' in row) && row.workspaceId !== workspaceId)
    throw new Error(`${model}.${operation}: a row for another workspace than ${workspaceId}`)
}

/**
 * The same client, which sees and writes rows of one workspace only: each query's `where` gets the workspace; a row that
 * is created for, or moved to, another workspace is refused, and so is every write through a relation. What `include` and
 * `select` reach is of the same workspace, since the database refuses a row that belongs to one of another
 * (prisma/migrations/*_tenancy). Raw SQL is not confined: it names the workspace itself.
 */
export function forWorkspace(prisma: PrismaClient, workspaceId: string): Db {
  const confined = prisma.$extends({
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          if (untenanted.has(model)) return query(args)
          const confinedArgs = { ...(args as Arguments) }
          if (reading.has(operation)) confinedArgs.where = { ...confinedArgs.where, workspaceId }
          const { data, create, update } = confinedArgs
          const isNew = creating.has(operation)
          for (const row of [data].flat()) if (row) requireOwn(model, operation, { row, isNew }, workspaceId)
          if (create) requireOwn(model, operation, { row: create, isNew: true }, workspaceId)
          if (update) requireOwn(model, operation, { row: update, isNew: false }, workspaceId)
          return query(confinedArgs as typeof args)
        },
      },
    },
  })
  // A query-only extension leaves every model's type as it is; the extended type only hides $on, which nobody uses.
  return confined as unknown as Db
}
