// Nobody reaches a use case past the policy: every word, button and modal that there is says which action it is.
import { App, LogLevel, type Receiver } from '@slack/bolt'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { ACTIONS } from '#domain/access/actions.ts'
import type { Services } from '#platform/services.ts'
import { actionOf, slackActions } from '#subjects/access.ts'
import { commandsOf } from '#subjects/compose.ts'
import { allSubjects } from '../../src/all-subjects.ts'

/** What every subject's features listen to, as they tell Bolt. */
function listeners(): { buttons: (string | RegExp)[]; modals: (string | RegExp)[] } {
  const receiver: Receiver = { init() {}, start: async () => {}, stop: async () => {} }
  const authorize = async () => ({ botToken: 'xoxb-test', botId: 'B0TEST', botUserId: 'U0BOT' })
  const app = new App({ receiver, authorize, logLevel: LogLevel.ERROR })
  const [buttons, modals]: (string | RegExp)[][] = [[], []]
  const heard = (into: (string | RegExp)[] | undefined) => (constraint: unknown) => {
    if (typeof constraint === 'string' || constraint instanceof RegExp) into?.push(constraint)
    else into?.push(`unnamed: ${JSON.stringify(constraint)}`)
  }
  Object.assign(app, {
    action: heard(buttons),
    view: heard(modals),
    shortcut: heard(buttons),
    options: heard(buttons),
  })
  const services = { log: pino({ level: 'silent' }) } as unknown as Services
  for (const feature of allSubjects.flatMap(({ slack = [] }) => slack)) feature.listen?.(app, services)
  return { buttons: buttons ?? [], modals: modals ?? [] }
}

/** Names that a listener hears, as the gate names them: /^item\.move\./ hears "item.move.". */
const namesOf = (kind: string, constraint: string | RegExp): string[] => {
  if (typeof constraint === 'string') return [`${kind} ${constraint}`]
  const source = constraint.source.replace(/^\^/, '').replaceAll('\\.', '.').replace(/\$$/, '')
  const choice = /\((.*)\)/.exec(source)
  const heads = choice
    ? (choice[1] ?? '').split('|').map((part) => source.replace(choice[0], part))
    : [source]
  return heads.map((head) => `${kind} ${head}`)
}

describe('the gate', () => {
  const { buttons, modals } = listeners()
  const all = [
    ...commandsOf(allSubjects).map(({ word }) => `/sprint ${word}`),
    ...buttons.flatMap((each) => namesOf('button', each)),
    ...modals.flatMap((each) => namesOf('modal', each)),
  ]

  it('hears of all of them', () => {
    expect(all.length).toBeGreaterThan(60)
  })

  it.each(all)('knows which action %s is', (name) => {
    expect(ACTIONS).toContain(actionOf(name))
  })

  it('keeps no row for what nobody listens to any more', () => {
    const isHeard = (row: string) =>
      row.endsWith('*') ? all.some((name) => name.startsWith(row.slice(0, -1))) : all.includes(row)
    expect(Object.keys(slackActions).filter((row) => !isHeard(row))).toEqual([])
  })

  it('refuses what stands in no row', () => {
    expect(actionOf('button retro.erase-everything')).toBe(null)
  })
})
