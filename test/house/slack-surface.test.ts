// What of Slack the product uses is said in four places: the manifest, the doctor's scopes, the local Slack, the docs.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hostClock } from '#platform/clock.ts'
import { requiredScopes } from '#platform/slack/scopes.ts'
import { commandsOf } from '#subjects/compose.ts'
import { allSubjects } from '../../src/all-subjects.ts'
import { METHODS } from '../../src/local/slack/methods/index.ts'
import { EVENTS, scopesOf } from '../../src/local/slack/scopes.ts'
import { openWorkspace } from '../../src/local/slack/workspace.ts'
import { differences, firstColumn, guideWords, type Part } from './slack-surface.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const manifest = parse(read('slack-manifest.yaml'))
const source = globSync('src/{cli,platform,records,schedule,subjects}/**/*.ts', {
  cwd: root,
  exclude: ['src/platform/store/generated/**', 'src/**/*.test.ts'],
})
  .map((path) => read(path))
  .join('\n')

/** What each method of the Web API asks for, for public and private channels and direct messages (docs.slack.dev). */
const scopes: Record<string, string[]> = {
  'auth.test': [],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'reactions.add': ['reactions:write'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}
/** Of the methods above, those that are never called with a direct message's channel. */
const neverInDirectMessages = ['conversations.info', 'conversations.list', 'conversations.members']
/** What each event asks for. A message event comes for each kind of channel that is subscribed to. */
const events: Record<string, { subscriptions: string[]; scopes: string[] }> = {
  app_home_opened: { subscriptions: ['app_home_opened'], scopes: [] },
  app_mention: { subscriptions: ['app_mention'], scopes: ['app_mentions:read'] },
  message: {
    subscriptions: ['message.channels', 'message.groups', 'message.im'],
    scopes: ['channels:history', 'groups:history', 'im:history'],
  },
  member_joined_channel: {
    subscriptions: ['member_joined_channel'],
    scopes: ['channels:read'],
  },
  member_left_channel: { subscriptions: ['member_left_channel'], scopes: ['channels:read'] },
  team_join: { subscriptions: ['team_join'], scopes: ['users:read'] },
  user_change: { subscriptions: ['user_change'], scopes: ['users:read'] },
}

const found = (pattern: RegExp) =>
  [...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ''))].sort()
const called = [
  ...found(/\bweb\.((?:auth|chat|conversations|files|reactions|users|views|team|bots)\.\w+)\(/g),
  ...found(/paginate\('([\w.]+)'/g),
]
const heard = found(/app\.event\('(\w+)'/g)

const used: Required<Part> = {
  name: 'the code',
  scopes: [
    ...new Set([
      'commands',
      ...called.flatMap((method) => scopes[method] ?? []),
      ...heard.flatMap((event) => events[event]?.scopes ?? []),
      // The file of /sprint import is read from its address.
      ...(source.includes('url_private') ? ['files:read'] : []),
    ]),
  ],
  events: heard.flatMap((event) => events[event]?.subscriptions ?? [`unknown event ${event}`]),
  commands: found(/app\.command\('([^']+)'/g),
  words: commandsOf(allSubjects).map(({ word }) => word),
}

const partOfManifest = (text: string): Part => {
  const { oauth_config: oauth, settings, features } = parse(text)
  return {
    name: 'slack-manifest.yaml',
    scopes: oauth.scopes.bot,
    events: settings.event_subscriptions.bot_events,
    commands: features.slash_commands.map(({ command }: { command: string }) => command),
  }
}
const partOfConnectSlack = (text: string): Part => ({
  name: 'docs/connect-slack.md',
  scopes: firstColumn(text, 'What each scope is for'),
  events: firstColumn(text, 'What each event is for'),
})
const partOfUserGuide = (text: string): Part => ({ name: 'docs/user-guide.md', words: guideWords(text) })
const partOfDoctor = (stated: readonly string[]): Part => ({
  name: 'src/platform/slack/scopes.ts',
  scopes: stated,
})

const local = openWorkspace(
  {
    team: { id: 'T1', name: 'Harbor', domain: 'harbor' },
    app: { id: 'A1', name: 'Sprintkeeper', botId: 'B1', botUserId: 'UBOT', color: '#22314a' },
    members: [{ id: 'U1', name: 'maya', realName: 'Maya', displayName: 'maya', tz: 'UTC', color: '#22314a' }],
    channels: [
      { id: 'C1', name: 'open', members: ['U1'] },
      { id: 'C2', name: 'closed', isPrivate: true, members: ['U1'] },
    ],
  },
  hostClock,
)
/** What the local Slack asks for a method, in every kind of channel that it is called with. */
const localScopes = (method: string): string[] => {
  const direct = neverInDirectMessages.includes(method) ? [] : [local.directMessage('U1').id]
  const calls = ['C1', 'C2', ...direct].map((channel) => ({
    channel,
    types: 'public_channel,private_channel',
  }))
  return [...new Set(calls.flatMap((args) => scopesOf(method, args, local)))].sort()
}

it('the tables above know all that the code calls and hears', () => {
  expect(called.length).toBeGreaterThan(10)
  expect(called.filter((method) => !scopes[method])).toEqual([])
  expect(heard.filter((event) => !events[event])).toEqual([])
})

it('manifest, doctor and docs have exactly the scopes, events and commands that are used', () => {
  expect(
    differences(used, [
      partOfManifest(read('slack-manifest.yaml')),
      partOfDoctor(requiredScopes),
      partOfConnectSlack(read('docs/connect-slack.md')),
      partOfUserGuide(read('docs/user-guide.md')),
    ]),
  ).toEqual([])
})

it('the manifest hints only at words that there are', () => {
  const [{ usage_hint: hint }] = manifest.features.slash_commands
  const hinted = hint
    .replace(/^\[|…?\]$/g, '')
    .split('|')
    .map((each: string) => each.trim().split(' ')[0])
  expect(hinted.length).toBeGreaterThan(3)
  expect(hinted.filter((word: string) => !used.words.includes(word))).toEqual([])
})

describe('the local Slack', () => {
  it('answers every method that is called', () => {
    expect(called.filter((method) => !METHODS.has(method))).toEqual([])
  })

  it.each(called)('asks for the scopes of %s', (method) => {
    expect(localScopes(method)).toEqual([...(scopes[method] ?? [])].sort())
  })

  it('asks for files:read where a file is read', () => {
    expect(localScopes('files.info')).toEqual(['files:read'])
  })

  it('sends every event that is listened to, and says what each asks for', () => {
    const known: Record<string, readonly { subscription: string; scope: string | null }[]> = EVENTS
    for (const event of heard) {
      const { subscriptions, scopes } = events[event] ?? { subscriptions: [], scopes: [] }
      const rows = known[event]?.filter(({ subscription }) => subscriptions.includes(subscription)) ?? []
      expect(rows.map(({ subscription }) => subscription)).toEqual(subscriptions)
      expect(rows.flatMap(({ scope }) => scope ?? [])).toEqual(scopes)
    }
  })
})

describe('a difference that is planted', () => {
  const texts = {
    manifest: read('slack-manifest.yaml'),
    docs: read('docs/connect-slack.md'),
    guide: read('docs/user-guide.md'),
  }
  const without = (text: string, part: string): string => {
    expect(text).toContain(part)
    return text.replace(part, '')
  }

  it.each<[string, () => Part, string]>([
    [
      'a scope that the manifest lacks',
      () => partOfManifest(without(texts.manifest, '      - im:write\n')),
      'lacks im:write',
    ],
    [
      'an event that the manifest lacks',
      () => partOfManifest(without(texts.manifest, '      - user_change\n')),
      'lacks user_change',
    ],
    [
      'a scope that the manifest has for nothing',
      () => partOfManifest(texts.manifest.replace('- im:write', '- im:write\n      - pins:write')),
      'has pins:write',
    ],
    [
      'another command in the manifest',
      () => partOfManifest(texts.manifest.replace('/sprint', '/run')),
      'lacks /sprint',
    ],
    [
      'a scope that the doctor lacks',
      () => partOfDoctor(requiredScopes.filter((scope) => scope !== 'users:read')),
      'lacks users:read',
    ],
    [
      'a scope without its row in the docs',
      () => partOfConnectSlack(without(texts.docs, '`files:read`')),
      'lacks files:read',
    ],
    [
      'an event without its row in the docs',
      () => partOfConnectSlack(without(texts.docs, '`app_home_opened`')),
      'lacks app_home_opened',
    ],
    [
      'a command without its row in the guide',
      () => partOfUserGuide(without(texts.guide, '| `/sprint begin`')),
      'lacks begin',
    ],
    [
      'a row in the guide for no command',
      () => partOfUserGuide(texts.guide.replace('| `/sprint begin`', '| `/sprint begin`, `end`')),
      'has end',
    ],
  ])('is told: %s', (_what, part, says) => {
    expect(differences(used, [part()]).join('\n')).toContain(says)
  })
})
