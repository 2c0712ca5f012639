import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SprintkeeperError } from '#platform/errors.ts'
import { readConfig } from '../src/config.ts'

const root = join(import.meta.dirname, '..')

function refusal(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof SprintkeeperError) return error.message
    throw error
  }
  return 'accepted'
}

describe('readConfig', () => {
  it('runs the local workspace with the project’s plans when nothing is set', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ slack: null, databaseUrl: null, dataDir: 'data', port: 3000 })
    expect(config.plansDir).toBe(join(root, 'plans'))
  })

  it('loads no plans into a real workspace unless a folder is named', () => {
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
    expect(readConfig(tokens).plansDir).toBeNull()
    expect(readConfig({ ...tokens, PLANS_DIR: 'ours' }).plansDir).toBe('ours')
  })

  it('counts an empty value as not set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: ' ' })).toEqual(readConfig({}))
  })

  it.each([
    [{ PORT: 'web' }, /^PORT: expected a port from 0 to 65535, received "web"$/],
    [{ PORT: '70000' }, /^PORT: expected a port from 0 to 65535, received "70000"$/],
    [{ DEFAULT_TIME_ZONE: 'MDT' }, /^DEFAULT_TIME_ZONE: expected an IANA time zone .*, received "MDT"$/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL: expected one of trace, .*, received "loud"$/],
    [{ DATABASE_URL: 'mysql://here' }, /^DATABASE_URL: expected an address like postgresql:/],
    [{ SLACK_BOT_TOKEN: 'xoxp-1' }, /^SLACK_BOT_TOKEN: expected a token that begins with xoxb-/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN: expected .*, received nothing$/],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN: expected .*, received nothing$/],
  ])('names the variable, what was expected and what was received: %j', (environment, text) => {
    expect(refusal(environment as Record<string, string>)).toMatch(text)
  })

  it('never repeats a secret that was wrong', () => {
    expect(refusal({ SLACK_BOT_TOKEN: 'hunter2', DATABASE_URL: 'http://u:hunter2@h' })).not.toContain(
      'hunter2',
    )
  })

  it('reads every variable that .env.example explains, and no other', () => {
    const named = readFileSync(join(root, '.env.example'), 'utf8').match(/^[A-Z_]+(?==)/gm) ?? []
    const source = readFileSync(join(root, 'src/config.ts'), 'utf8')
    const read = source.match(/^ {4}[A-Z_]+(?=:)/gm)?.map((name) => name.trim()) ?? []
    expect(read.length).toBeGreaterThan(10)
    expect([...new Set(named)].sort()).toEqual([...new Set(read)].sort())
  })
})
