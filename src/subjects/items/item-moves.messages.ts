// The answer to a move of an item, with its undo, and to a key that is missing or that nobody knows.
import type { KnownBlock } from '@slack/types'
import type { ItemFacts, ItemStatus } from '#domain/sprint/types.ts'
import { actions, button, message, section } from '#platform/blocks/blocks.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { commandButton } from '#platform/slack/command.messages.ts'
import { resolveBlocker } from '#subjects/blockers/index.ts'
import { statusWords } from '#wording/amounts.ts'
import { listed } from '#wording/lines.ts'
import { showItem, undoMoveButton } from './ids.ts'
import { blockerLine, type ItemBlocker } from './items.messages.ts'

/** An item after a move, with what the mover should know; `undo` is what the undo button carries, as `undoMoveButton` encodes it; null: no button. */
export interface MoveAnswer {
  item: ItemFacts
  from: ItemStatus
  changed: boolean
  /** The mover became the owner. */
  took: boolean
  blockers: ItemBlocker[]
  undo: string | null
}

export function movedMessage(answer: MoveAnswer): Content {
  const { item, from, changed, took, blockers } = answer
  const name = `*${safe(item.key, 80)}* ${safe(oneLine(item.title), 200)}`
  const said = changed
    ? `${statusWords[item.status].mark} ${name} is *${statusWords[item.status].words}* (was ${statusWords[from].words}).${took ? ' It is yours now.' : ''}`
    : `${statusWords[item.status].mark} ${name} is *${statusWords[item.status].words}* already.`
  const blocks: KnownBlock[] = [section(said)]
  const mattering = item.status === 'blocked' || item.status === 'dropped' ? [] : blockers
  if (mattering.length) {
    const still = `⛔ *${mattering.length === 1 ? 'A blocker is' : `${mattering.length} blockers are`} still open.* If that is over, resolve it:`
    blocks.push(section(listed(still, mattering.map(blockerLine), 4)))
  }
  const buttons = mattering
    .slice(0, 4)
    .map(({ id, number }) => resolveBlocker.button(`Resolve B-${number}…`, id, { part: number }))
  if (answer.undo) buttons.push(button(undoMoveButton.id, 'Undo', answer.undo))
  buttons.push(showItem.button('Show item', item.id))
  blocks.push(actions(`item.moved.${item.id}`, buttons))
  return message(
    `${safe(item.key, 80)} is ${statusWords[item.status].words}${changed ? '' : ' already'}.`,
    blocks,
  )
}

/** No item has the key: the nearest ones as buttons that run the command again. */
export function unknownKeyMessage(
  word: string,
  key: string,
  nearest: { key: string; title: string }[],
): Content {
  const said = `There is no item \`${safe(key.replaceAll('`', ''), 80)}\` in the team's plans.`
  const hint = nearest.length
    ? 'Did you mean one of these?'
    : 'The team has no items yet: `/sprint import` loads a plan.'
  const blocks: KnownBlock[] = [section(`${said}\n${hint}`)]
  if (nearest.length)
    blocks.push(
      actions(
        'item.nearest',
        nearest.map((near, index) =>
          commandButton(
            `${near.key} · ${oneLine(near.title)}`,
            `${word} ${near.key}`.slice(0, 2000),
            `near${index}`,
          ),
        ),
      ),
    )
  return message(said, blocks)
}

/** No key was given: the person's own items as buttons that run the command. */
export function chooseItemMessage(
  word: string,
  items: Pick<ItemFacts, 'key' | 'title' | 'status'>[],
): Content {
  const said = items.length ? `Which item? These are yours:` : 'Which item?'
  const blocks: KnownBlock[] = [
    section(`${said} Type \`/sprint ${word} KEY\`${items.length ? ', or press one.' : '.'}`),
  ]
  if (items.length)
    blocks.push(
      actions(
        'item.choose',
        items
          .slice(0, 10)
          .map(({ key, title }, index) =>
            commandButton(`${key} · ${oneLine(title)}`, `${word} ${key}`.slice(0, 2000), `own${index}`),
          ),
      ),
    )
  return message(`${said} /sprint ${word} KEY`, blocks)
}
