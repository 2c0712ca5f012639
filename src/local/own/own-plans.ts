// Somebody's own plan comes alive: its people and channels appear in the local Slack, and its facilitator imports it there by
// /sprint import like anybody. The person at the page reads the product's own preview, and stores it or not.
import { createHash } from 'node:crypto'
import type { PlanFile } from '#domain/plan-file.ts'
import { hostClock } from '#platform/clock.ts'
import { explain } from '#platform/errors.ts'
import type { SandboxClock } from '../clock.ts'
import type { Moments } from '../moments.ts'
import { newId } from '../slack/ids.ts'
import type { LocalSlack } from '../slack/local-slack.ts'
import type { Channel, Member, StoredView, WorkspaceData } from '../slack/types.ts'
import { type Cast, castOf, firstMorning, type Morning } from './cast.ts'
import { colourOf } from './faces.ts'
import { newStory, storyOf } from './story.ts'

/** A file that somebody hands in. */
export interface HandedFile {
  name: string
  bytes: Uint8Array
  /** Its text was pasted: it may be mended in the preview. */
  isPasted: boolean
}

/** What the page is told of plans that are handed in. */
export interface OwnState {
  /** What happens at this moment, in a few words; empty: nothing. */
  doing: string
  /** Files wait, or a person has a preview open. */
  isBusy: boolean
  /** What could not be done, and what to do. */
  said: string[]
}

export interface OwnPlans {
  state(): OwnState
  /** Takes files in, one after the other; resolves when the first preview is open, or there is none to open. */
  bring(files: HandedFile[]): Promise<void>
  /** Takes away what was said. */
  heard(): void
}

/** What it works with. */
export interface OwnParts {
  slack: LocalSlack
  clock: SandboxClock
  moments: Moments
  /** Reads a plan without storing anything. @throws Error that says what is wrong with it */
  read(file: { name: string; bytes: Uint8Array }, referenceDate: string): Promise<PlanFile>
  /** Resolves when the product is there. */
  ready: Promise<void>
  /** Told before another workspace takes the place of this one, and after it did. */
  leaving(): Promise<void>
  arrived(): Promise<void>
}

/** The moment of the invented teams that is kept while somebody's own plan is looked at. */
export const INVENTED = 'invented'
/** The modals of /sprint import: reading, preview, and what stands there afterwards. */
const FORM = 'import.read'
const READING = 'import.reading'
const STORED = 'import.stored'
/** More characters no text input of a modal takes. */
const MOST_TYPED = 3000
const GENERAL = 'general'

interface Read {
  file: HandedFile
  casts: Cast[]
  morning: Morning
}

/** Makes what takes plans in. */
// Long: one way from a file to a sprint, in its steps.
export function createOwnPlans(parts: OwnParts): OwnPlans {
  const { slack, clock, moments, read, leaving, arrived, ready } = parts
  const { workspace } = slack
  const { data } = workspace
  let state: OwnState = { doing: '', isBusy: false, said: [] }
  let queue: Promise<unknown> = Promise.resolve()

  const tell = (next: Partial<OwnState>) => {
    state = { ...state, ...next }
    workspace.changed({ kind: 'channels' })
  }
  const say = (text: string) => tell({ said: [...state.said, text] })

  async function readAll(files: HandedFile[]): Promise<Read[]> {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const today = hostClock.now()
    const all: Read[] = []
    for (const file of files) {
      tell({ doing: `Reading ${file.name} …` })
      try {
        const { plans } = await read(file, today.toISOString().slice(0, 10))
        const mornings = plans.map((plan) => firstMorning(plan, today, zone))
        const morning = mornings.find(({ isStated }) => isStated) ?? mornings[0]
        if (morning) all.push({ file, morning, casts: plans.map((plan) => castOf(plan, file.name)) })
      } catch (error) {
        say(explain(error))
      }
    }
    return all
  }

  /** A workspace with nothing in it yet, but for the app. */
  async function begin(at: Date): Promise<void> {
    await leaving()
    const { app, members } = data
    const general = newChannel(GENERAL, 'Everybody', [app.botUserId], at)
    const anew: WorkspaceData = {
      ...data,
      team: { ...data.team, name: 'Your workspace' },
      members: members.filter(({ isBot }) => isBot),
      channels: [general],
      messages: [],
      ephemerals: [],
      homes: [],
      files: [],
      lastTs: 0,
      read: {},
      story: newStory(newId('S'), 'own', true),
    }
    await moments.beginAnew(anew, at.getTime())
    await arrived()
  }

  function appear(cast: Cast, zone: string): { me: string; channel: Channel } {
    const ids = cast.people.map((person) => memberFor(person, zone))
    const me = ids[cast.lead] ?? ids[0] ?? ''
    const story = storyOf(data)
    if (!story.me) story.me = me
    // Whoever looks is everywhere, or they could not see what they brought.
    const everyone = [...new Set([data.app.botUserId, ...ids, story.me])]
    for (const name of [GENERAL, ...cast.channels]) {
      const channel = data.channels.find((known) => known.name === name)
      if (channel) channel.members = [...new Set([...channel.members, ...everyone])]
      else data.channels.push(newChannel(name, '', everyone, clock.now()))
    }
    const channel = data.channels.find(({ name }) => name === cast.channels[0])
    if (!channel) throw new Error('The plan has no channel')
    workspace.changed({ kind: 'channels' })
    return { me: story.me, channel }
  }

  function memberFor({ realName, displayName, title }: Cast['people'][number], zone: string): string {
    const known = data.members.find((member) => member.realName === realName && !member.isBot)
    if (known) return known.id
    const name = realName.normalize('NFD').replace(/[^a-zA-Z ]/g, '')
    const member: Member = {
      id: newId('U'),
      name: name.trim().toLowerCase().replaceAll(' ', '.') || 'member',
      realName,
      displayName,
      tz: zone,
      color: colourOf(data.members.length),
      title,
    }
    data.members.push(member)
    return member.id
  }

  /** The import as its facilitator does it, up to the preview. */
  async function preview(file: HandedFile, me: string, channel: Channel): Promise<void> {
    const actor = slack.asUser(me)
    await actor.command('/sprint import', channel.id)
    await slack.waitForModal(me, (view) => view.callback_id === FORM)
    const text = Buffer.from(file.bytes).toString('utf8')
    if (file.isPasted && text.length <= MOST_TYPED) await actor.submit({ text })
    else {
      await actor.submit({ file: [await actor.upload({ name: file.name, bytes: file.bytes })] })
    }
    await slack.waitForModal(me, (view) => view.callback_id !== FORM && view.callback_id !== READING, 120_000)
  }

  /** Waits until the person has closed the modals; whether the plan was stored. */
  function decided(me: string): Promise<boolean> {
    let isStored = false
    const closed = (views: StoredView[]) => {
      isStored ||= views.some((view) => view.callback_id === STORED)
      return views.length === 0
    }
    return new Promise((resolve) => {
      if (closed(slack.modals(me))) return resolve(isStored)
      const stop = workspace.onChange(() => {
        if (!closed(slack.modals(me))) return
        stop()
        resolve(isStored)
      })
    })
  }

  async function bringOne({ file, casts, morning }: Read, opened: () => void): Promise<void> {
    const sha = createHash('sha256').update(file.bytes).digest('hex')
    if (storyOf(data).stored[file.name] === sha) return
    tell({ doing: `Reading ${file.name} …` })
    const places = casts.map((cast) => appear(cast, morning.zone))
    const [first] = places
    if (!first) return
    const { me, channel } = first
    await preview(file, me, channel)
    tell({ doing: '' })
    opened()
    if (!(await decided(me))) return
    const story = storyOf(data)
    story.stored[file.name] = sha
    story.asks = false
    workspace.changed({ kind: 'channels' })
    if (morning.isStated) return
    await slack.asUser(me).command('/sprint begin', channel.id)
    await slack.waitForModal(me)
    await decided(me)
  }

  async function bringAll(files: HandedFile[], opened: () => void): Promise<void> {
    const all = await readAll(files)
    const [head] = all
    if (!head) return
    const isOwn = storyOf(data).kind === 'own' && !storyOf(data).asks
    if (!isOwn) {
      if (storyOf(data).kind === 'invented') moments.keep(INVENTED, await moments.take())
      const stated = all.filter(({ morning }) => morning.isStated)
      const at = Math.min(...(stated.length ? stated : [head]).map(({ morning }) => morning.at.getTime()))
      await begin(new Date(at))
      clock.setSpeed(0)
    }
    for (const each of all) await bringOne(each, opened)
    const invented = storyOf(data).asks ? moments.kept(INVENTED) : null
    if (!invented) return
    // Nothing was stored: the invented teams are there again.
    await leaving()
    await moments.goTo(invented)
    await arrived()
  }

  return {
    state: () => state,
    heard: () => tell({ said: [] }),
    bring(files) {
      return new Promise((resolve) => {
        tell({ said: [], isBusy: true, doing: 'Your plan is next …' })
        queue = queue
          .then(() => ready)
          .then(() => bringAll(files, resolve))
          .catch((error: unknown) => say(explain(error)))
          .then(arrived)
          .finally(() => {
            tell({ doing: '', isBusy: false })
            resolve()
          })
      })
    },
  }
}

function newChannel(name: string, topic: string, members: string[], at: Date): Channel {
  const created = Math.floor(at.getTime() / 1000)
  return { id: newId('C'), name, topic, members, created, isPrivate: false, isIm: false, isArchived: false }
}
