// Waiting for what the app does: a message, a modal, a Home tab; with errors that say what came instead.

import type { LocalSlack } from './contract.ts'
import { textOf } from './json.ts'
import type { StoredView } from './types.ts'
import type { Workspace } from './workspace.ts'

const TIMEOUT_MS = 15_000

/** The waiting part of a local Slack. */
export function createWaits(
  workspace: Workspace,
): Pick<LocalSlack, 'waitForMessage' | 'waitForModal' | 'waitForHome'> {
  const { data } = workspace

  function waitForView(
    of: () => StoredView | undefined,
    predicate: (view: StoredView) => boolean,
    timeoutMs: number,
    what: string,
  ): Promise<StoredView> {
    const find = () => {
      const view = of()
      return view && predicate(view) ? view : undefined
    }
    const there = () => {
      const view = of()
      return view
        ? `there is "${textOf(view.title)}" ${JSON.stringify(view.blocks).slice(0, 600)}`
        : 'there is none'
    }
    return waitFor(workspace, find, timeoutMs, () => `no such ${what}; ${there()}`)
  }

  return {
    waitForMessage(predicate, timeoutMs = TIMEOUT_MS) {
      const everything = () => [...data.messages, ...data.ephemerals]
      const line = ({ channel, text, ts }: { channel: string; text: string; ts: string }) =>
        `  ${ts} ${workspace.channel(channel)?.name || channel}: ${text.slice(0, 160)}`
      return waitFor(
        workspace,
        () => everything().find(predicate),
        timeoutMs,
        () =>
          `no such message; the last ones are\n${everything().slice(-10).map(line).join('\n') || '  none'}`,
      )
    },
    waitForModal: (userId, predicate = () => true, timeoutMs = TIMEOUT_MS) =>
      waitForView(() => workspace.modals.get(userId)?.at(-1), predicate, timeoutMs, `modal for ${userId}`),
    waitForHome: (userId, predicate = () => true, timeoutMs = TIMEOUT_MS) =>
      waitForView(
        () => data.homes.find((view) => view.user === userId),
        predicate,
        timeoutMs,
        `Home of ${userId}`,
      ),
  }
}

/** What `find` gives once the workspace has it. */
function waitFor<T>(
  workspace: Workspace,
  find: () => T | undefined,
  timeoutMs: number,
  problem: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const found = find()
    if (found !== undefined) return resolve(found)
    const stop = workspace.onChange(() => {
      const now = find()
      if (now === undefined) return
      stop()
      clearTimeout(late)
      resolve(now)
    })
    const late = setTimeout(() => {
      stop()
      reject(new Error(`Waited ${timeoutMs} ms: ${problem()}`))
    }, timeoutMs)
  })
}
