// What a person reads when a command is not run, or fails.
import { pino } from 'pino'
import { SprintkeeperError } from '#platform/errors.ts'
import { golden } from '#test/goldens/golden.ts'
import { hostile, longWord } from '#test/goldens/people.ts'
import {
  commandButton,
  fault,
  noTeam,
  notCounted,
  ofTeam,
  refusal,
  unknownWord,
  whichTeam,
} from '../command.messages.ts'
import { failure } from '../command.ts'

/** In a process whose log nobody reads. */
const failureFor = (error: Error) =>
  failure({ log: pino({ level: 'silent' }), workspaceId: 'workspace-1' }, error)

const teams = [
  { slug: 'harbor-payments', name: 'Harbor Payments' },
  { slug: 'atlas', name: 'Atlas' },
]

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
  golden('refusal', 'what the person can do about it', refusal, {
    message: 'There is no item HP-999.',
    hint: 'Type /sprint plan for all of them.',
  }),
  golden('refusal-without-hint', 'there is nothing to add', refusal, {
    message: 'Choose a day.',
    hint: null,
  }),
  golden('fault', 'a failure of ours', fault),
  golden(
    'unknown-word',
    'a word that is none, with what followed it',
    unknownWord,
    'blok',
    'block',
    'HP-412 no access',
  ),
  golden('unknown-hostile-word', 'what was typed is out to do harm', unknownWord, hostile, 'help', ''),
  golden(
    'unknown-word-before-much',
    'too much followed for a button',
    unknownWord,
    'blok',
    'block',
    longWord.repeat(20),
  ),
  golden(
    'reply-lost',
    'a reply in a stand-up’s thread met a fault of ours',
    notCounted,
    'Something went wrong on our side.',
  ),
  golden('no-team', 'a channel without a team', noTeam),
  golden('command-button', 'a button that runs a command', commandButton, 'Status', 'status'),
  golden('command-button-green', 'one of several', commandButton, 'Status', 'status', 'status', 'primary'),
  golden(
    'which-team',
    'a command of somebody in two teams, in a direct message',
    whichTeam,
    teams,
    'done HP-412',
  ),
  golden(
    'which-team-hostile-text',
    'a team whose name is out to do harm',
    whichTeam,
    [{ slug: 'harm', name: hostile }, ...teams],
    'status',
  ),
  golden(
    'of-team',
    'an answer about the team that was chosen',
    ofTeam,
    notCounted('The retro is closed.'),
    'Harbor Payments',
  ),
]
