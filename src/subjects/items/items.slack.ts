// /sprint item, start, review and done, and the buttons and selects that move items.
import type { App } from '@slack/bolt'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { type Click, onButton } from '#platform/slack/buttons.ts'
import { type Command, type CommandCall, type Feature, teamOf } from '#platform/slack/feature.ts'
import { refreshHome } from '#platform/slack/refresh-home.ts'
import type { Item } from '#platform/store/generated/client.ts'
import type { ItemStatus } from '#platform/store/generated/enums.ts'
import { findItem, nearestItems } from '#records/items.ts'
import { isCardBlock, itemStatus, moveItemButton, showItem, statusChoice, undoMoveButton } from './ids.ts'
import { moveOne, ownOpenItems, readItemCard, undoMove } from './item-card.ts'
import { chooseItemMessage, movedMessage, unknownKeyMessage } from './item-moves.messages.ts'
import { itemCard } from './items.messages.ts'

export const itemsFeature: Feature = {
  commands: [
    {
      word: 'item',
      aliases: ['show', 'ticket'],
      usage: 'KEY',
      summary: 'One item: status, owner, acceptance, blockers, and buttons to move it',
      when: 'every day',
      details: [
        'The key may be written in any case, with or without #: `/sprint item hp-412`. A key that is not there gets the nearest ones as buttons.',
      ],
      needsTeam: true,
      run: (call) =>
        withItem(call, 'item', async ({ id }) => call.reply(itemCard(await readItemCard(call.services, id)))),
    },
    moving('start', ['take'], 'in_progress', 'Say that you work on an item; it becomes yours', [
      'An item that nobody owns becomes yours.',
    ]),
    moving('review', [], 'in_review', 'Say that an item is ready for review', []),
    moving('done', ['finish', 'close'], 'done', 'Say that an item is done', [
      'It tells you when a blocker of the item is still open.',
    ]),
  ],
  listen(app, services) {
    listenToButtons(app, services)
  },
}

function moving(
  word: string,
  aliases: string[],
  to: ItemStatus,
  summary: string,
  details: string[],
): Command {
  return {
    word,
    aliases,
    usage: 'KEY …',
    summary,
    when: 'every day',
    details: [['Without a key it offers your own items.', ...details, 'The answer has an *Undo*.'].join(' ')],
    needsTeam: true,
    run: (call) =>
      withItem(call, word, async ({ id }) => {
        const { services, person } = call
        await call.reply(movedMessage(await moveOne(services, { itemId: id, to, person })))
        await refreshHome(services, person)
      }),
  }
}

/** Slack takes five answers to a command; a reply each, and one for what was not found. */
const mostKeys = 4

/** Runs for the item that the words name, or for each of several; says of each word that is no item's key that it is none. */
async function withItem(call: CommandCall, word: string, run: (item: Item) => Promise<void>): Promise<void> {
  const { services, rest, person } = call
  const { db, clock } = services
  const team = teamOf(call)
  if (rest === '') return call.reply(chooseItemMessage(word, await ownOpenItems(services, team, person)))
  const now = clock.now()
  const whole = await findItem(db, team, rest, now)
  if (whole) return run(whole)
  const words = [
    ...new Set(rest.split(/[\s,;]+/).filter((each) => each !== '' && !/^(and|&|\+)$/i.test(each))),
  ]
  if (words.length > mostKeys)
    throw new SprintkeeperError(
      'many_items',
      `Those are ${words.length} words; at most ${mostKeys} items go at once.`,
      `For example: /sprint ${word} ${words.slice(0, 2).join(' ')}`,
    )
  const unknown: string[] = []
  for (const each of words) {
    const item = await findItem(db, team, each, now)
    if (item) await run(item)
    else unknown.push(each)
  }
  const [first] = unknown
  if (first === undefined) return
  await call.reply(unknownKeyMessage(word, unknown.join(' '), await nearestItems(db, team, first, now)))
}

function listenToButtons(app: App, services: Services): void {
  onButton(app, services, moveItemButton, async (click) => {
    const to = itemStatus.safeParse(click.part)
    if (to.success) await move(click, click.value, to.data)
  })
  onButton(app, services, statusChoice, (click) => move(click, click.value.itemId, click.value.to))
  onButton(app, services, showItem, async (click) => {
    await click.reply(itemCard(await readItemCard(services, click.value)))
  })
  onButton(app, services, undoMoveButton, async (click) => {
    const undone = movedMessage(await undoMove(services, click.value, click.person))
    if (click.ephemeral) await click.replace(undone)
    else await click.reply(undone)
    await refreshHome(services, click.person)
  })
}

/** Moves the item; the card that holds the button becomes the answer, and App Home is drawn anew. */
async function move(click: Click<unknown>, itemId: string, to: ItemStatus): Promise<void> {
  const { services, person } = click
  const answer = await moveOne(services, { itemId, to, person })
  if (click.ephemeral && isCardBlock(click.blockId))
    await click.replace(itemCard(await readItemCard(services, itemId)))
  else if (click.channelId) await click.reply(movedMessage(answer))
  await refreshHome(services, person)
}
