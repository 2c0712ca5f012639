// The ids of buttons and modals: those that goldens render, those that Bolt listens to, those that stand in an ids.ts.
import { globSync } from 'node:fs'
import { App } from '@slack/bolt'
import { vi } from 'vitest'
import type { Services } from '#platform/services.ts'
import { listenToAll } from '#platform/slack/app.ts'
import type { Feature } from '#platform/slack/feature.ts'
import { allCases, load, root } from '../goldens/cases.ts'

/** Action ids of buttons and selects, and callback ids of modals. */
export interface Ids<T> {
  actions: T[]
  modals: T[]
}

/**
 * What the builders render in all goldens: what can be clicked or chosen, and what can be submitted. The pieces of
 * platform/blocks render the ids that they are given: their own goldens are left out.
 */
export async function renderedIds(): Promise<Ids<string>> {
  const pieces = new Set<unknown>()
  for (const path of globSync('src/platform/blocks/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }))
    for (const piece of Object.values(await load(path))) pieces.add(piece)
  const actions = new Set<string>()
  const modals = new Set<string>()
  for (const { goldens } of await allCases())
    for (const { builder, build } of goldens) if (!pieces.has(builder)) collect(build(), actions, modals)
  return { actions: [...actions].sort(), modals: [...modals].sort() }
}

function collect(built: unknown, actions: Set<string>, modals: Set<string>): void {
  if (Array.isArray(built)) for (const each of built) collect(each, actions, modals)
  if (typeof built !== 'object' || built === null) return
  const fields: Record<string, unknown> = { ...built }
  // An input's value comes with its modal; only `dispatch_action` makes a click of it.
  if (fields.type === 'input' && fields.dispatch_action !== true) return
  if (typeof fields.action_id === 'string') actions.add(fields.action_id)
  if (fields.type === 'modal' && fields.submit) modals.add(String(fields.callback_id))
  for (const each of Object.values(fields)) collect(each, actions, modals)
}

/** What the product listens to, as it tells a Bolt app that is never started. */
export function listenedIds(features: readonly Feature[]): Ids<string | RegExp> & { events: string[] } {
  const app = new App({ token: 'xoxb-never-sent', signingSecret: 'none', tokenVerificationEnabled: false })
  const action = vi.spyOn(app, 'action')
  const view = vi.spyOn(app, 'view')
  const event = vi.spyOn(app, 'event')
  // Listeners ask it for something only when they hear something.
  listenToAll(app, {} as Services, features)
  return {
    actions: action.mock.calls.map(([constraint]) => idOf(constraint)),
    modals: view.mock.calls.map(([constraint]) => idOf(constraint)),
    events: [...new Set(event.mock.calls.map(([name]) => String(name)))],
  }
}

function idOf(constraint: unknown): string | RegExp {
  if (typeof constraint === 'string' || constraint instanceof RegExp) return constraint
  throw new Error('A listener without an id hears every click.')
}

/** What stands in the ids.ts of the subjects and of platform/blocks: whatever has what `clickable` and `modalOf` make. */
export async function declaredIds(): Promise<Ids<string>> {
  const found: Ids<string> = { actions: [], modals: [] }
  for (const path of globSync('src/{subjects/*,platform/blocks}/ids.ts', { cwd: root }))
    for (const value of Object.values(await load(path))) {
      if (typeof value !== 'object' || value === null || !('id' in value)) continue
      if ('heard' in value) found.actions.push(String(value.heard))
      else if ('fields' in value) found.modals.push(String(value.id))
    }
  return found
}

export const hears = (listened: string | RegExp, id: string): boolean =>
  typeof listened === 'string' ? listened === id : listened.test(id)
