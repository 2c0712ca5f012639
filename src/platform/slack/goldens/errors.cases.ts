// What a person reads of a failure.
import { pino } from 'pino'
import { SprintkeeperError } from '#platform/errors.ts'
import { golden } from '#test/goldens/golden.ts'
import { hostile } from '#test/goldens/people.ts'
import { failure } from '../command.ts'

/** In a process whose log nobody reads. */
const failureFor = (error: Error) =>
  failure({ log: pino({ level: 'silent' }), workspaceId: 'workspace-1' }, error)

export const goldens = [
  golden(
    'to-act-on',
    'an item that nobody knows, and what to do',
    failureFor,
    new SprintkeeperError('item', 'There is no item HP-999.', 'Type /sprint plan for all of them.'),
  ),
  golden(
    'hostile-text',
    'what was typed is out to do harm',
    failureFor,
    new SprintkeeperError('item', hostile),
  ),
  golden('of-ours', 'a fault that nobody foresaw', failureFor, new Error('connect ECONNREFUSED')),
]
