// What survives a restart of the local Slack, and its timestamps.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebClient } from '@slack/web-api'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandboxClock } from '#local/clock.ts'
import { SANDBOX_SEED } from '#local/seed.ts'
import { nextTs, parseTs } from '#local/slack/ids.ts'
import { openWorkspace } from '#local/slack/workspace.ts'
import { MAYA, SQUAD, startTestSlack, TEST_SEED } from '../support/slack.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a workspace with a file', () => {
  it('keeps messages, tokens, files and Home tabs over a restart', async () => {
    const dataFile = join(folder, 'workspace.json')
    const before = await startTestSlack({ dataFile })
    const client = new WebClient(before.botToken, { slackApiUrl: before.url })
    await client.chat.postMessage({
      channel: SQUAD,
      text: 'Kept',
      metadata: { event_type: 'x', event_payload: { key: 'k' } },
    })
    await client.files.uploadV2({ channel_id: SQUAD, filename: 'a.txt', file: Buffer.from('bytes') })
    await client.views.publish({ user_id: MAYA, view: { type: 'home', blocks: [{ type: 'divider' }] } })
    await before.close()

    const after = await startTestSlack({ dataFile })
    expect(after.messages(SQUAD)).toEqual(before.messages(SQUAD))
    expect([after.botToken, after.signingSecret]).toEqual([before.botToken, before.signingSecret])
    expect(after.home(MAYA)).toEqual(before.home(MAYA))
    const [file] = after.workspace.data.files
    expect(after.workspace.fileBytes(file?.id ?? '')?.toString()).toBe('bytes')
    expect(readdirSync(folder).sort()).toEqual(['files', 'workspace.json'])
    await after.close()
  })

  it('gains the people and channels that a newer seed has, and keeps the rest', () => {
    const dataFile = join(folder, 'workspace.json')
    const clock = createSandboxClock({ speed: 0 })
    openWorkspace(TEST_SEED, clock, dataFile).flush()
    const grown = {
      ...TEST_SEED,
      channels: [...TEST_SEED.channels, { id: 'C0NEW', name: 'new', members: [MAYA] }],
    }
    const { data } = openWorkspace(grown, clock, dataFile)
    expect(data.channels.map(({ name }) => name)).toEqual([
      ...TEST_SEED.channels.map(({ name }) => name),
      'new',
    ])
  })

  it('says which file cannot be read', () => {
    const dataFile = join(folder, 'workspace.json')
    writeFileSync(dataFile, '{"version":')
    expect(() => openWorkspace(TEST_SEED, createSandboxClock(), dataFile)).toThrow(
      `${dataFile} is not a saved workspace`,
    )
  })
})

describe('timestamps', () => {
  it('always rise, however the clock is moved', () => {
    const { data } = openWorkspace(TEST_SEED, createSandboxClock())
    const times = fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 2 })
    fc.assert(
      fc.property(times, (instants) => {
        const stamps = instants.map((instant) => nextTs(data, { now: () => new Date(instant) }))
        const micros = stamps.map(parseTs)
        expect(micros.every((value, index) => index === 0 || value > (micros[index - 1] ?? 0))).toBe(true)
        expect(stamps.every((ts) => /^\d+\.\d{6}$/.test(ts))).toBe(true)
      }),
    )
  })

  it("are the clock's time", async () => {
    const slack = await startTestSlack()
    const client = new WebClient(slack.botToken, { slackApiUrl: slack.url })
    slack.clock.set(new Date('2026-03-08T09:30:00Z'))
    const { ts = '' } = await client.chat.postMessage({ channel: SQUAD, text: 'Now' })
    expect(ts).toBe(`${Date.UTC(2026, 2, 8, 9, 30) / 1000}.000000`)
    await slack.close()
  })
})

describe("the sandbox's clock", () => {
  it('stands, runs and jumps, and goes on after a restart from where it stood', () => {
    let hostMs = 1_000_000
    const host = { now: () => new Date(hostMs) }
    const dataFile = join(folder, 'clock.json')
    const clock = createSandboxClock({ host, dataFile, start: new Date('2026-01-05T16:00:00Z'), speed: 0 })
    const moved: string[] = []
    clock.onChange(() => moved.push(clock.now().toISOString()))
    hostMs += 60_000
    expect(clock.now().toISOString()).toBe('2026-01-05T16:00:00.000Z')
    clock.setSpeed(60)
    hostMs += 1000
    expect(clock.now().toISOString()).toBe('2026-01-05T16:01:00.000Z')
    clock.advance(3_600_000)
    expect(moved).toEqual(['2026-01-05T16:00:00.000Z', '2026-01-05T17:01:00.000Z'])
    hostMs += 86_400_000
    const again = createSandboxClock({ host, dataFile })
    expect([again.now().toISOString(), again.speed]).toEqual(['2026-01-05T17:01:00.000Z', 60])
    expect(JSON.parse(readFileSync(dataFile, 'utf8'))).toMatchObject({ speed: 60 })
  })
})

describe("the sandbox's seed", () => {
  it('has ids of their own, and channels of known people with the app in each', () => {
    const { members, channels, app } = SANDBOX_SEED
    const ids = [...members, ...channels].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[UC][0-9A-Z]{10}$/.test(id))).toEqual([])
    const known = [app.botUserId, ...members.map(({ id }) => id)]
    for (const channel of channels) {
      expect(channel.members).toContain(app.botUserId)
      expect(channel.members.filter((id) => !known.includes(id))).toEqual([])
    }
  })
})
