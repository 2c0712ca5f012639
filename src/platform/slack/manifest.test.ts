// The manifest asks for what the code uses, and for nothing else.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../../..')
const manifest = parse(readFileSync(join(root, 'slack-manifest.yaml'), 'utf8'))
const source = globSync('src/{cli,platform,records,schedule,subjects}/**/*.ts', {
  cwd: root,
  exclude: ['src/platform/store/generated/**', 'src/**/*.test.ts'],
})
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n')

/** What each method of the Web API asks for, for public and private channels and direct messages (docs.slack.dev). */
const scopes: Record<string, string[]> = {
  'auth.test': [],
  'chat.getPermalink': [],
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
/** What each event asks for. A message event comes for each kind of channel that is subscribed to. */
const events: Record<string, { subscriptions: string[]; scopes: string[] }> = {
  app_home_opened: { subscriptions: ['app_home_opened'], scopes: [] },
  message: {
    subscriptions: ['message.channels', 'message.groups'],
    scopes: ['channels:history', 'groups:history'],
  },
  member_joined_channel: {
    subscriptions: ['member_joined_channel'],
    scopes: ['channels:read', 'groups:read'],
  },
  member_left_channel: {
    subscriptions: ['member_left_channel'],
    scopes: ['channels:read', 'groups:read'],
  },
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

describe('slack-manifest.yaml', () => {
  it('asks for exactly the scopes of the methods and events that are used', () => {
    expect(called.length).toBeGreaterThan(10)
    expect(called.filter((method) => !scopes[method])).toEqual([])
    const used = new Set([
      'commands',
      ...called.flatMap((method) => scopes[method] ?? []),
      ...heard.flatMap((event) => events[event]?.scopes ?? []),
      // The file of /sprint import is read from its address.
      ...(source.includes('url_private') ? ['files:read'] : []),
    ])
    expect([...used].sort()).toEqual([...manifest.oauth_config.scopes.bot].sort())
  })

  it('subscribes to exactly the events that are listened to', () => {
    const wanted = heard.flatMap((event) => events[event]?.subscriptions ?? [`unknown event ${event}`])
    expect(wanted.sort()).toEqual([...manifest.settings.event_subscriptions.bot_events].sort())
  })

  it('has every scope explained in docs/connect-slack.md', () => {
    const docs = readFileSync(join(root, 'docs/connect-slack.md'), 'utf8')
    const table = docs.slice(docs.indexOf('## What each scope is for'))
    expect(
      table
        .match(/`[a-z]+:[a-z]+`|`commands`/g)
        ?.map((each) => each.slice(1, -1))
        .sort(),
    ).toEqual([...manifest.oauth_config.scopes.bot].sort())
  })
})
