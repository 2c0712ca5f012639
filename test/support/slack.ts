// A small local Slack for tests, on a free port, with a clock that tests move.

import { createSandboxClock, type SandboxClock } from '#local/clock.ts'
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '#local/slack/local-slack.ts'
import type { Member, WorkspaceSeed } from '#local/slack/types.ts'
import type { Clock } from '#platform/clock.ts'

/** Ids of the people of the test workspace. */
export const MAYA = 'U0MAYA'
export const TOMAS = 'U0TOMAS'
export const PRIYA = 'U0PRIYA'
/** Someone who is in #general only. */
export const SAM = 'U0SAM'
export const BOT = 'U0BOT'
/** Ids of its channels; the app is in all of them but #elsewhere and the private #secret. */
export const GENERAL = 'C0GENERAL'
export const SQUAD = 'C0SQUAD'
export const STAKEHOLDERS = 'C0STAKE'
export const ELSEWHERE = 'C0ELSEWHERE'
export const SECRET = 'G0SECRET'

/** The workspace that tests start with. */
export const TEST_SEED: WorkspaceSeed = {
  team: { id: 'T0TEST', name: 'Test workspace', domain: 'test' },
  app: { id: 'A0TEST', name: 'Sprintkeeper', botId: 'B0TEST', botUserId: BOT, color: '#4a154b' },
  members: [
    member(MAYA, 'Maya Okafor', 'America/Denver'),
    member(TOMAS, 'Tomás Rivera', 'America/Denver'),
    member(PRIYA, 'Priya Raman', 'Asia/Kolkata'),
    member(SAM, 'Sam Whitaker', 'Europe/Lisbon'),
  ],
  channels: [
    { id: GENERAL, name: 'general', members: [BOT, MAYA, TOMAS, PRIYA, SAM] },
    { id: SQUAD, name: 'squad', members: [BOT, MAYA, TOMAS, PRIYA] },
    { id: STAKEHOLDERS, name: 'stakeholders', members: [BOT, MAYA, PRIYA] },
    { id: ELSEWHERE, name: 'elsewhere', members: [MAYA, TOMAS] },
    { id: SECRET, name: 'secret', isPrivate: true, members: [MAYA] },
  ],
}

/** Slack gives 3 s; a busy machine that runs many tests is no fault of the app. */
const ACK_TIMEOUT_MS = 10_000

/** When the test workspace's clock starts and stands still: Monday, 5 January 2026, 09:00 in Denver. */
export const TEST_START = new Date('2026-01-05T16:00:00Z')

/** A local Slack and the clock that it was started with. */
export interface TestSlack<C extends Clock = SandboxClock> extends LocalSlack {
  clock: C
}

/**
 * Starts a local Slack for one test or file. Close it in `afterEach` or `afterAll`. Events that the app does not acknowledge
 * are not sent again unless `eventRetryDelaysMs` says so. The clock stands still at TEST_START unless one is given.
 */
export async function startTestSlack(options?: TestSlackOptions): Promise<TestSlack>
export async function startTestSlack<C extends Clock>(
  options: TestSlackOptions & { clock: C },
): Promise<TestSlack<C>>
export async function startTestSlack(
  options: TestSlackOptions & { clock?: Clock } = {},
): Promise<TestSlack<Clock>> {
  const clock = options.clock ?? createSandboxClock({ start: TEST_START, speed: 0 })
  const slack = await startLocalSlack({
    seed: TEST_SEED,
    eventRetryDelaysMs: [],
    ackTimeoutMs: ACK_TIMEOUT_MS,
    ...options,
    clock,
  })
  return { ...slack, clock }
}

type TestSlackOptions = Omit<Partial<LocalSlackOptions>, 'clock'>

function member(id: string, realName: string, tz: string): Member {
  const displayName = realName.split(' ')[0] ?? realName
  return { id, name: displayName.toLowerCase(), realName, displayName, tz, color: '#336699' }
}
