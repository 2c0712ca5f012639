// Submitted check-in modals: read, handed to the use case, and answered within the modal when something is wrong.
import type { App } from '@slack/bolt'
import { explain, fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { onModal, type Values } from '#platform/slack/modals.ts'
import { ItemStatus } from '#platform/store/generated/enums.ts'
import {
  answerCheckIn,
  type CheckInInput,
  type ItemChoice,
  ItemMovedMeanwhile,
  type SavedCheckIn,
  skipCheckIn,
} from './check-in.ts'
import { savedAheadModal } from './check-in-modal.messages.ts'

/** Listens to `standup.answer` and `standup.skip`, whose metadata is the occurrence's id. */
export function listenToCheckInModals(app: App, services: Services): void {
  onModal(app, services, 'standup.answer', 'today', async ({ person, values, metadata }) => {
    const answer = {
      done: values.text('done'),
      today: values.text('today'),
      blockers: values.text('blockers'),
    }
    const moves = choicesIn(values)
    const saved = await answerOrSayWhere(services, {
      occurrenceId: metadata,
      personId: person.id,
      answer,
      moves,
    })
    return saved.waitsUntil && { view: savedAheadModal(saved.waitsUntil, saved.zone) }
  })
  onModal(app, services, 'standup.skip', 'reason', async ({ person, values, metadata }) => {
    const reason = values.text('reason')
    await skipCheckIn(services, { occurrenceId: metadata, personId: person.id, reason })
    return null
  })
}

/** An item that somebody else moved meanwhile is told under its own select. */
async function answerOrSayWhere(services: Services, input: CheckInInput): Promise<SavedCheckIn> {
  try {
    return await answerCheckIn(services, input)
  } catch (error) {
    if (!(error instanceof ItemMovedMeanwhile)) throw error
    throw fieldError(blockIdOf(error.choice), explain(error))
  }
}

const blockIdOf = ({ itemId, from }: ItemChoice): string => `item.${itemId}.${from}`

/** The items whose select was changed; its block is called `item.<id>.<status that it showed>`. */
function choicesIn(values: Values): ItemChoice[] {
  return values.ids.flatMap((blockId) => {
    const [kind, itemId, shown] = blockId.split('.')
    const from = statusIn(shown)
    const to = statusIn(values.chosen(blockId))
    return kind === 'item' && itemId && from && to && from !== to ? [{ itemId, from, to }] : []
  })
}

function statusIn(word: string | null | undefined): ItemStatus | undefined {
  return Object.values(ItemStatus).find((status) => status === word)
}
