// A retro's actions: in its messages, in its thread, and to their owners.
import type { KnownBlock } from '@slack/types'
import type { CarriedAction } from '#domain/sprint/retro.ts'
import { possessive } from '#domain/words.ts'
import { actions, context, divider, message, section, sectionWith } from '#platform/blocks/blocks.ts'
import { mention, oneLine, plural, safe } from '#platform/blocks/text.ts'
import { dayText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { actionDone, actionDropped } from './ids.ts'

const shownActions = 8

/** Actions under a title; nothing without any. */
export function actionBlocks(title: string, open: CarriedAction[], withButton: boolean): KnownBlock[] {
  if (open.length === 0) return []
  const shown = open.slice(0, shownActions).map((action) => {
    const line = `• ${actionText(action)}`
    return withButton ? sectionWith(line, actionDone.button('Done', action.id)) : section(line)
  })
  const left = open.length - shown.length
  return [
    section(`*${title}*`),
    ...shown,
    ...(left > 0 ? [context(`and ${plural(left, 'more action')}: /sprint retro`)] : []),
    divider(),
  ]
}

interface ShownAction {
  text: string
  owner: string | null
  due: string | null
  overdue?: boolean
}

function actionText({ text, owner, due, overdue = false }: ShownAction): string {
  const who = owner ? mention(owner) : 'nobody'
  const when = due ? ` · ${overdue ? '*overdue since* ' : 'by '}${dayText(due)}` : ''
  return `${safe(oneLine(text), 1_500)} (${who}${when})`
}

/** An action, told in the retro's thread. */
export function actionAdded(action: ShownAction): Content {
  return message(`New action: ${safe(oneLine(action.text), 500)}`, [
    section(`✅ *Action:* ${actionText(action)}`),
  ])
}

/** An action, told to its owner. */
export function actionForOwner(action: ShownAction, actionId: string, by: string, team: string): Content {
  const due = action.due ? `, due *${dayText(action.due)}*` : ''
  return message(
    `You own an action of ${possessive(safe(team, 100))} retro: ${safe(oneLine(action.text), 500)}`,
    [
      section(
        `${mention(by)} gave you an action in the retro of *${safe(team, 100)}*${due}:\n> ${safe(oneLine(action.text), 2_000)}`,
      ),
      actions('action.owner', [
        actionDone.button('Done', actionId, { style: 'primary' }),
        actionDropped.button('Drop it', actionId),
      ]),
    ],
  )
}

/** Answers the one who ended an action. `changed` is false where somebody did so before. */
export function actionEnded(
  outcome: 'done' | 'dropped',
  { changed, state }: { changed: boolean; state: string },
): Content {
  const word = outcome === 'done' ? 'Done' : 'Dropped'
  return { text: changed ? `${word}. Thank you!` : `This action was ${state} already.` }
}
