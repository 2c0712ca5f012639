// The log: pino, one event a line on standard error, so that standard output stays for what a command prints.
import { type Logger, pino } from 'pino'

// Whatever carries a secret or a person's words is cut from every line, whoever logs it.
const secret = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'authorization',
  'password',
  'connectionString',
  'text',
  'payload',
  'blocks',
]

/** The log of a process; on a terminal it is coloured for people. */
export function createLog(level: string): Logger {
  const redact = { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true }
  if (process.stderr.isTTY) {
    const transport = { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } }
    return pino({ level, redact, transport })
  }
  return pino({ level, redact }, pino.destination({ dest: 2, sync: true }))
}
