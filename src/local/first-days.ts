// The local workspace's first two days, lived through at the first start: members check in, move items and raise blockers
// by the same buttons, modals and commands as anybody, so that there is a sprint under way to look at.
import { localOf } from '#domain/calendar/instant.ts'
import type { SandboxClock } from './clock.ts'
import { FIRST_DAYS, type Turn } from './first-days-script.ts'
import { SANDBOX_SEED } from './seed.ts'
import type { LocalSlack } from './slack/local-slack.ts'
import type { StoredMessage } from './slack/types.ts'
import type { Ceremonies } from './time-travel.ts'
import type { Turns } from './turns.ts'

/** Before the first stand-up of the sprints in plans/, wherever a team is. */
export const FIRST_DAYS_BEGIN = new Date('2026-11-16T02:00:00Z')
/** Wednesday, 08:30 in Denver: the next thing to come is a stand-up. */
const FIRST_DAYS_END = new Date('2026-11-18T15:30:00Z')
const MINUTE = 60_000
/** Two members do not answer in the same minute. */
const MINUTES_BETWEEN = 4

export interface FirstDays extends Ceremonies {
  slack: LocalSlack
  clock: SandboxClock
  turns: Turns
  /** Ends it before its end. */
  signal: AbortSignal
  /** Hears of a turn that failed, say because somebody at the page was quicker; the others go on. */
  onError(error: unknown): void
}

/** Lives from the clock's time to Wednesday morning. */
export async function liveFirstDays(days: FirstDays): Promise<void> {
  const { slack, clock, nextDue, tick, turns, signal } = days
  const speed = clock.speed
  clock.setSpeed(0)
  const held = new Set<string>()
  for (;;) {
    const due = await nextDue()
    if (!due || due.at > FIRST_DAYS_END || signal.aborted) break
    if (due.at > clock.now()) clock.set(due.at)
    await tick()
    await confirmChannels(days)
    for (const { channelName, days: script } of FIRST_DAYS) {
      const channel = SANDBOX_SEED.channels.find(({ name }) => name === channelName)
      const standUp = channel && slack.messages(channel.id).findLast(isStandUp)
      if (!channel || !standUp || held.has(standUp.ts)) continue
      held.add(standUp.ts)
      for (const turn of script[dateOf(standUp, script)] ?? []) {
        if (signal.aborted) return
        await turns
          .byItself(turn.userId, () => take(days, channel.id, standUp, turn))
          .catch((error: unknown) => days.onError(error))
      }
    }
  }
  if (signal.aborted) return
  clock.set(FIRST_DAYS_END)
  await tick()
  clock.setSpeed(speed)
}

/** An open stand-up has the button that answers it. */
function isStandUp(message: StoredMessage): boolean {
  return holds(message, 'standup.answer')
}

/** A team that would post in another channel is let by the first member of it. */
async function confirmChannels({ slack, tick, onError }: FirstDays): Promise<void> {
  for (const { id, members } of SANDBOX_SEED.channels) {
    const asked = slack
      .messages(id)
      .filter((message) => ['channel.confirm', 'channel.decline'].every((button) => holds(message, button)))
    const userId = members.find((member) => SANDBOX_SEED.members.some((person) => person.id === member))
    for (const question of userId ? asked : [])
      await slack
        .asUser(userId ?? '')
        .click(question, 'channel.confirm')
        .catch(onError)
    if (asked.length) await tick()
  }
}

const holds = (message: StoredMessage, actionId: string): boolean =>
  JSON.stringify(message.blocks ?? []).includes(`"${actionId}"`)

/** "The plan names …: is that you?" */
function isNameQuestion(message: StoredMessage): boolean {
  return holds(message, 'name.mine')
}

function dateOf(message: StoredMessage, turns: Record<string, Turn[]>): string {
  const someone = Object.values(turns).flat()[0]?.userId
  const zone = SANDBOX_SEED.members.find(({ id }) => id === someone)?.tz ?? 'UTC'
  return localOf(zone, new Date(Number(message.ts) * 1000)).date
}

async function take(
  { slack, clock, tick }: FirstDays,
  channelId: string,
  standUp: StoredMessage,
  turn: Turn,
): Promise<void> {
  clock.advance(MINUTES_BETWEEN * MINUTE)
  const member = slack.asUser(turn.userId)
  for (const question of slack.directMessages(turn.userId).filter(isNameQuestion))
    await member.click(question, 'name.mine')
  const { done, today, blockers = '' } = turn
  if (turn.inThread) {
    const reply = await member.say(channelId, `Done: ${done}\nToday: ${today}`, standUp.ts)
    await slack.waitForMessage(({ ts, reactions }) => ts === reply.ts && reactions !== undefined)
  } else {
    await member.click(standUp, 'standup.answer')
    await slack.waitForModal(turn.userId)
    await member.submit({ done, today, blockers })
  }
  for (const command of turn.commands ?? []) {
    const told = slack.ephemerals(turn.userId).length
    await member.command(command, channelId)
    if (command.startsWith('/sprint block')) {
      await slack.waitForModal(turn.userId)
      await member.submit()
    } else {
      // Only its answer says that it was done: before it the clock stands still, or the move would bear a later time.
      await slack.waitForMessage(() => slack.ephemerals(turn.userId).length > told)
    }
  }
  await tick()
}
