// What is wrong with a database, in words, for `npm start`, the commands and `doctor` alike.
import { SprintkeeperError } from '#platform/errors.ts'
import { codeOf, wordsOf } from './code-of.ts'
import { networkTrouble } from './network-trouble.ts'

interface Address {
  host: string
  user: string
  database: string
}

interface Cause {
  text: (address: Address, said: string) => string
  hint: string
}

/** By PostgreSQL's code (its appendix A). */
const causes: Record<string, Cause> = {
  '28P01': {
    text: ({ user, host }) => `PostgreSQL at ${host} refuses the password of the user ${user}`,
    hint: 'Correct user and password in DATABASE_URL; write characters like @ : / in a password as %40 %3A %2F.',
  },
  '28000': {
    text: ({ user, host }, said) => `PostgreSQL at ${host} does not let the user ${user} in: ${said}`,
    hint: 'Correct the user in DATABASE_URL, or allow it in pg_hba.conf; where TLS is asked for add ?sslmode=require.',
  },
  '3D000': {
    text: ({ host, database }) => `PostgreSQL at ${host} has no database ${database}`,
    hint: 'Make it (createdb), or correct the name at the end of DATABASE_URL.',
  },
  '42501': {
    text: ({ user, database }, said) => `The user ${user} lacks a right in the database ${database}: ${said}`,
    hint: 'Make the user the owner of the database (ALTER DATABASE … OWNER TO …).',
  },
  '53100': {
    text: ({ host }, said) => `PostgreSQL at ${host} has no space left: ${said}`,
    hint: 'Free some space on its disk.',
  },
  '53300': {
    text: ({ host }) => `PostgreSQL at ${host} has no connection left to give`,
    hint: 'Sprintkeeper needs 20 a process: raise max_connections, or end what holds them.',
  },
  '57P03': {
    text: ({ host }, said) => `PostgreSQL at ${host} is not ready: ${said}`,
    hint: 'Try again in a moment.',
  },
  '25006': {
    text: ({ host }) => `PostgreSQL at ${host} is a copy that cannot be written to`,
    hint: 'Set DATABASE_URL to the primary server.',
  },
}

const reach =
  'Start PostgreSQL there, or correct host and port in DATABASE_URL. Without DATABASE_URL an embedded one runs.'

/** @returns the error itself when it is one of ours already */
export function databaseTrouble(error: unknown, connectionString: string): SprintkeeperError {
  if (error instanceof SprintkeeperError) return error
  const address = addressOf(connectionString)
  const said = wordsOf(error)
  const known = causes[codeOf(error) ?? '']
  if (known) return trouble(known.text(address, said), known.hint, error)
  const unreached = networkTrouble(error, address.host)
  if (unreached) return trouble(`The database cannot be reached: ${unreached}`, reach, error)
  if (/does not support SSL/i.test(said))
    return trouble(
      `PostgreSQL at ${address.host} does not speak TLS`,
      'Take sslmode out of DATABASE_URL.',
      error,
    )
  const hint = 'Check that PostgreSQL (14 or newer) runs there, and DATABASE_URL.'
  return trouble(`The database at ${address.host} cannot be used: ${said}`, hint, error)
}

const trouble = (text: string, hint: string, cause: unknown) =>
  new SprintkeeperError('database_unusable', `${text}.`, hint, { cause })

function addressOf(connectionString: string): Address {
  const { hostname, port, username, pathname, searchParams } = new URL(connectionString)
  const database = decodeURIComponent(pathname.slice(1))
  const user = decodeURIComponent(username) || (searchParams.get('user') ?? 'of this process')
  return { host: `${hostname || searchParams.get('host') || 'localhost'}:${port || 5432}`, user, database }
}
