// What the page asks for: acting as a member, and moving the clock.

import { z } from 'zod'
import { NoAckError } from './slack/envelope.ts'
import type { LocalSlack } from './slack/local-slack.ts'
import type { Json, StoredMessage } from './slack/types.ts'
import type { Stage } from './stage.ts'
import type { TimeTravel } from './time-travel.ts'
import type { Turns } from './turns.ts'

const inputValues = z.record(z.string(), z.record(z.string(), z.json()))

const actionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    channel: z.string(),
    text: z.string().min(1),
    thread: z.string().optional(),
  }),
  z.object({ kind: z.literal('edit'), channel: z.string(), ts: z.string(), text: z.string().min(1) }),
  z.object({ kind: z.literal('erase'), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal('command'), channel: z.string(), line: z.string().startsWith('/') }),
  z.object({
    kind: z.literal('click'),
    channel: z.string(),
    /** Of a message; a view's id where it is in a view. */
    target: z.string(),
    action: z.string(),
    block: z.string(),
    value: z.json().optional(),
    /** What stands in the modal's inputs at that moment. */
    values: inputValues.optional(),
  }),
  z.object({ kind: z.literal('submit'), values: inputValues }),
  z.object({ kind: z.literal('close-modal') }),
  z.object({ kind: z.literal('open-home') }),
  z.object({ kind: z.literal('dismiss'), ts: z.string() }),
  z.object({
    kind: z.literal('upload'),
    channel: z.string().optional(),
    name: z.string().min(1),
    base64: z.base64(),
  }),
  z.object({
    kind: z.literal('clock'),
    move: z.enum(['next', 'hour', 'tomorrow', 'speed']),
    speed: z.number().min(0).max(3600).optional(),
    zone: z.string(),
  }),
  z.object({
    kind: z.literal('bring'),
    files: z
      .array(z.object({ name: z.string().min(1).max(200), base64: z.base64() }))
      .min(1)
      .max(50),
    /** The text was pasted, and has no file. */
    isPasted: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('look-around') }),
  z.object({ kind: z.literal('back') }),
  z.object({ kind: z.literal('heard') }),
])

/** What a member does, so that they do nothing by themselves any more; the modals of an import are its steps only. */
const OF_MEMBER = new Set(['say', 'edit', 'erase', 'command', 'click', 'submit', 'upload'])

/** A request of the page. */
export type PageAction = z.input<typeof actionSchema>

/** What the page is told back. */
export interface PageAnswer {
  ok: boolean
  /** What the member is to read where it went wrong. */
  error?: string
  /** The app's acknowledgement, an uploaded file, or what fell due. */
  result?: Json
}

/** What the page acts on. */
export interface Acted {
  slack: LocalSlack
  travel: TimeTravel
  stage: Stage
  turns: Turns
}

const HOUR_MS = 3_600_000

/** Carries out what a member does on the page. Failures become words for the member. */
export async function performAction(parts: Acted, as: string, body: unknown): Promise<PageAnswer> {
  const parsed = actionSchema.safeParse(body)
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) }
  try {
    const work = () => perform(parts, as, parsed.data)
    const isMembers = OF_MEMBER.has(parsed.data.kind) && !isOfImport(parts.slack, as)
    return { ok: true, result: await (isMembers ? parts.turns.byPerson(as, work) : work()) }
  } catch (error) {
    return { ok: false, error: inWords(error, parsed.data) }
  }
}

/** Storing what was handed in is the person's own doing, and no member's work. */
function isOfImport(slack: LocalSlack, as: string): boolean {
  return slack.modals(as).some((view) => /^(?:import|begin)\./.test(view.callback_id))
}

async function perform(parts: Acted, as: string, action: z.output<typeof actionSchema>): Promise<Json> {
  const staged = await onStage(parts, action)
  if (staged) return null
  const { slack, travel } = parts
  const actor = slack.asUser(as)
  switch (action.kind) {
    case 'say':
      return (await actor.say(action.channel, action.text, action.thread)).ts
    case 'edit':
      await actor.edit(findMessage(slack, action.channel, action.ts), action.text)
      return null
    case 'erase':
      await actor.remove(findMessage(slack, action.channel, action.ts))
      return null
    case 'command':
      return asJson(await actor.command(action.line, action.channel))
    case 'click': {
      const surface = findSurface(slack, as, action.channel, action.target)
      if ('hash' in surface && action.values) actor.fillIn(action.values)
      return asJson(await actor.click(surface, action.action, action.value, action.block))
    }
    case 'submit': {
      actor.fillIn(action.values)
      const refused = actor.problems()
      return Object.keys(refused).length > 0 ? { refused } : asJson(await actor.submit())
    }
    case 'close-modal':
      await actor.closeModal()
      return null
    case 'open-home':
      await actor.openHome()
      return null
    case 'dismiss':
      slack.dismiss(as, action.ts)
      return null
    case 'upload': {
      const { name, base64, channel } = action
      return asJson(await actor.upload({ name, bytes: Buffer.from(base64, 'base64'), channelId: channel }))
    }
    case 'clock':
      return moveClock(travel, action)
    default:
      return null
  }
}

/** What happens beside Slack; whether the action was of that kind. */
async function onStage({ stage }: Acted, action: z.output<typeof actionSchema>): Promise<boolean> {
  if (action.kind === 'bring') {
    if (!stage.own) throw new Error('The local workspace is still starting: a moment, please.')
    const { isPasted = false } = action
    const files = action.files.map(({ name, base64 }) => ({
      name,
      isPasted,
      bytes: Buffer.from(base64, 'base64'),
    }))
    await stage.own.bring(files)
  } else if (action.kind === 'look-around') await stage.lookAround()
  else if (action.kind === 'back') await stage.back()
  else if (action.kind === 'heard') stage.own?.heard()
  else return false
  return true
}

async function moveClock(
  travel: TimeTravel,
  { move, speed, zone }: { move: string; speed?: number; zone: string },
): Promise<Json> {
  if (move === 'hour') await travel.advance(HOUR_MS)
  if (move === 'tomorrow') await travel.toTomorrow(zone)
  if (move === 'speed') travel.setSpeed(speed ?? 1)
  if (move !== 'next') return null
  const due = await travel.toNext()
  return due ? { at: due.at.getTime(), title: due.title } : null
}

function findSurface(slack: LocalSlack, as: string, channel: string, target: string) {
  const views = [...slack.modals(as), slack.home(as)]
  const messages = [...slack.messages(channel), ...slack.ephemerals(as)]
  const found = views.find((view) => view?.id === target) ?? messages.find((message) => message.ts === target)
  if (!found) throw new Error('That message is no longer there.')
  return found
}

function findMessage(slack: LocalSlack, channel: string, ts: string): StoredMessage {
  const message = slack.workspace.message(channel, ts)
  if (!message) throw new Error('That message is no longer there.')
  return message
}

function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}

function inWords(error: unknown, action: z.output<typeof actionSchema>): string {
  if (!(error instanceof NoAckError)) return error instanceof Error ? error.message : String(error)
  const command = action.kind === 'command' ? (action.line.split(' ')[0] ?? '') : ''
  if (command) return `${command} failed with the error “${error.code}”`
  return `Sprintkeeper did not respond (${error.code})`
}
