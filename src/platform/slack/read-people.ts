// Every person of the workspace, read from Slack beside the work: thousands of them take minutes within Slack's limits.
import { setTimeout as wait } from 'node:timers/promises'
import type { UsersListResponse, WebClient } from '@slack/web-api'
import { slackTrouble } from '#platform/environment/slack-trouble.ts'
import type { Services } from '#platform/services.ts'
import { savePerson } from './people.ts'
import { isPassing, retryAfterOf } from './slack-limits.ts'

/** Slack's own advice for users.list. */
const pageSize = 200
const firstPauseMillis = 1_000
const longestPauseMillis = 60_000

export interface PeopleReading {
  /** Resolves when everybody is stored. Rejects with `slack_unusable` where waiting does not help, such as a missing scope. */
  done: Promise<void>
  /** Resolves when everybody is stored, or at the first thing that makes it wait; rejects as `done`. */
  promptly: Promise<void>
  isDone(): boolean
  stop(): void
}

/**
 * Reads every person of the workspace, so that the names that plans use can be matched. A limit of Slack's is waited for as
 * Slack says (Retry-After), and what it does not answer is asked again: the page, not all from the beginning.
 */
export function readPeople(services: Services): PeopleReading {
  const halt = new AbortController()
  const prompt = Promise.withResolvers<void>()
  const done = readAll(services, halt.signal, prompt.resolve)
  let isDone = false
  done.then(() => {
    isDone = true
    prompt.resolve()
  }, prompt.reject)
  return { done, promptly: prompt.promise, isDone: () => isDone, stop: () => halt.abort() }
}

async function readAll(services: Services, signal: AbortSignal, held: () => void): Promise<void> {
  let cursor = ''
  do {
    const page = await readPage(services, cursor, signal, held)
    if (!page) return
    for (const user of page.members ?? []) {
      if (signal.aborted) return
      if (!user.is_bot && user.id !== 'USLACKBOT') await savePerson(services, user)
    }
    cursor = page.response_metadata?.next_cursor ?? ''
  } while (cursor)
  await services.hooks.peopleRead(services)
}

/** Null: stopped. */
async function readPage(
  { web, log, workspaceId }: Services,
  cursor: string,
  signal: AbortSignal,
  held: () => void,
): Promise<UsersListResponse | null> {
  for (let pause = firstPauseMillis; !signal.aborted; pause = Math.min(pause * 2, longestPauseMillis)) {
    try {
      return await web.users.list({ limit: pageSize, ...(cursor ? { cursor } : {}) })
    } catch (error) {
      const asked = retryAfterOf(error)
      if (asked === null && !isPassing(error)) throw trouble(web, error)
      const millis = asked ?? pause
      log.warn({ workspace: workspaceId, seconds: millis / 1000, err: error }, 'people are read later')
      held()
      await wait(millis, undefined, { signal, ref: false }).catch(() => {})
    }
  }
  return null
}

const trouble = (web: WebClient, error: unknown) => slackTrouble(error, web.slackApiUrl, 'SLACK_BOT_TOKEN')
