import { describe, expect, it } from 'vitest'
import { SprintkeeperError } from '#platform/errors.ts'
import { readConfig } from '../src/config.ts'
import { refuseLocalByAccident } from '../src/deployment.ts'

function started(environment: Record<string, string>): string {
  try {
    refuseLocalByAccident(readConfig(environment), environment)
    return 'started'
  } catch (error) {
    if (error instanceof SprintkeeperError) return `${error.code}: ${error.message} ${error.hint}`
    throw error
  }
}

describe('a start without tokens', () => {
  it('runs the local workspace on a machine of one’s own', () => {
    expect(started({})).toBe('started')
    expect(started({ NODE_ENV: 'development', FLY_APP_NAME: '' })).toBe('started')
  })

  it.each([
    [{ NODE_ENV: 'production' }, 'NODE_ENV is production'],
    [{ FLY_APP_NAME: 'sprintkeeper' }, 'this is Fly.io (FLY_APP_NAME is set)'],
    [{ KUBERNETES_SERVICE_HOST: '10.0.0.1' }, 'this is Kubernetes (KUBERNETES_SERVICE_HOST is set)'],
    [{ RENDER: 'true' }, 'this is Render (RENDER is set)'],
    [{ DYNO: 'web.1' }, 'this is Heroku (DYNO is set)'],
  ])('is refused where it would be an accident, with what is missing: %j', (environment, sign) => {
    const said = started(environment as Record<string, string>)
    expect(said).toContain(sign)
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SPRINTKEEPER_LOCAL=1'])
      expect(said).toContain(name)
  })

  it('runs the local workspace anywhere when it is asked for, and the real one with tokens', () => {
    expect(started({ NODE_ENV: 'production', SPRINTKEEPER_LOCAL: '1' })).toBe('started')
    expect(started({ DYNO: 'web.1', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toBe('started')
  })
})
