// The sprints that run in the local workspace: the invented teams', or those of plans that somebody handed in.
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { SandboxClock } from './clock.ts'
import { FIRST_DAYS_BEGIN, liveFirstDays } from './first-days.ts'
import type { Later } from './later.ts'
import { createMoments } from './moments.ts'
import { createOwnPlans, type HandedFile, INVENTED } from './own/own-plans.ts'
import { watchFolder } from './own/plan-files.ts'
import { newStory, storyOf } from './own/story.ts'
import type { Sandbox } from './sandbox.ts'
import { SANDBOX_SEED } from './seed.ts'
import { newId } from './slack/ids.ts'
import { emptyData } from './slack/workspace.ts'

export interface SprintsParts {
  sandbox: Sandbox
  clock: SandboxClock
  later: Later
  log: Logger
  /** The folder of the invented teams' plans; where `haveLived`, without their first days. */
  invented: { folder: string; haveLived: boolean }
  /** A folder whose plans are handed in again when their file changes; null: none. */
  watched: string | null
  /** The workspace's first start. */
  isNew: boolean
  dataDir: string
}

export interface Sprints {
  /** Resolves when plans are there; what the invented teams live through comes afterwards. */
  begin(plans: HandedFile[]): Promise<void>
  rest(): Promise<void>
}

/** The moment of somebody's own plan that is kept while the invented teams are looked at. */
const OWN = 'own'

/** Makes them, and gives the sandbox's page what it does. */
// Long: one workspace after the other, and what goes on in each.
export function createSprints(parts: SprintsParts): Sprints {
  const { sandbox, clock, later, log, invented, isNew } = parts
  const { slack, stage, turns } = sandbox
  const { data } = slack.workspace
  const moments = createMoments({
    slack,
    clock,
    folder: join(parts.dataDir, 'moments'),
    database: () => later.database(),
    still: (work) => later.still(work),
  })
  let living: { abort: AbortController; done: Promise<void> } | null = null
  let endWatch = () => {}
  let following: { stop(): Promise<void> } | null = null
  if (isNew) data.story = newStory(newId('S'), 'invented', true)

  const doing = (text: string) => {
    stage.doing = text
    slack.workspace.changed({ kind: 'channels' })
  }

  /** The invented teams live through their first days. */
  function live(): void {
    const abort = new AbortController()
    doing('The invented teams live through their first two days …')
    const done = liveFirstDays({
      slack,
      clock,
      turns,
      signal: abort.signal,
      nextDue: later.next,
      tick: later.tick,
      onError: (error) => log.warn({ err: error }, 'a member did not get to act'),
    })
      .then(() => {
        if (!abort.signal.aborted) storyOf(data).lived = true
      })
      .catch((error: unknown) => log.error({ err: error }, 'the first days were not lived through'))
      .finally(() => {
        living = null
        doing('')
      })
    living = { abort, done }
  }

  async function leaving(): Promise<void> {
    living?.abort.abort()
    await living?.done
    await following?.stop()
    following = null
    sandbox.travel.setSpeed(0)
  }

  /** What goes on by itself in the workspace that is there now. */
  async function arrived(): Promise<void> {
    const story = storyOf(data)
    if (story.kind === 'own' || following) return
    if (!story.lived && !invented.haveLived) doing('The plans of three invented teams are read …')
    following = await later.follow(invented.folder)
    if (!story.lived && !invented.haveLived) live()
    else if (story.lived) sandbox.travel.setSpeed(1)
  }

  async function inventAnew(): Promise<void> {
    const { tokens } = data
    const story = newStory(newId('S'), 'invented', false)
    const anew = { ...emptyData(SANDBOX_SEED, clock), tokens, story }
    await moments.beginAnew(anew, FIRST_DAYS_BEGIN.getTime())
  }

  const ready = Promise.withResolvers<void>()
  const own = createOwnPlans({
    slack,
    clock,
    moments,
    leaving,
    arrived,
    ready: ready.promise,
    read: (file, reference) => later.read(file, reference),
  })
  Object.assign(stage, {
    own,
    async lookAround() {
      const story = storyOf(data)
      if (story.kind === 'own') {
        await ready.promise
        if (Object.keys(story.stored).length) moments.keep(OWN, await moments.take())
        await leaving()
        const kept = moments.kept(INVENTED)
        if (kept) await moments.goTo(kept)
        else await inventAnew()
        await arrived()
      }
      storyOf(data).asks = false
      slack.workspace.changed({ kind: 'channels' })
    },
    async back() {
      const kept = moments.kept(OWN)
      if (!kept) return
      moments.keep(INVENTED, await moments.take())
      await leaving()
      await moments.goTo(kept)
      await arrived()
    },
    hasOwn: () => storyOf(data).kind === 'invented' && moments.has(OWN),
  })

  return {
    async begin(plans) {
      stage.isStarting = false
      if (plans.length > 0) void own.bring(plans)
      // A plan that waits already comes at once; the invented teams when they are asked for.
      if (!own.state().isBusy) await arrived()
      ready.resolve()
      doing(stage.doing)
      if (parts.watched) endWatch = watchFolder(parts.watched, (files) => void own.bring(files))
    },
    async rest() {
      endWatch()
      living?.abort.abort()
      await living?.done
      await following?.stop()
    },
  }
}
