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
import { checkInForm, itemBlockOf, itemOfBlock, skipForm } from './ids.ts'

export function listenToCheckInModals(app: App, services: Services): void {
  onModal(app, services, checkInForm, checkInForm.fields.today, async ({ person, values, metadata }) => {
    const answer = {
      done: values.text(checkInForm.fields.done),
      today: values.text(checkInForm.fields.today),
      blockers: values.text(checkInForm.fields.blockers),
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
  onModal(app, services, skipForm, skipForm.fields.reason, async ({ person, values, metadata }) => {
    const reason = values.text(skipForm.fields.reason)
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
    throw fieldError(itemBlockOf(error.choice), explain(error))
  }
}

/** The items whose select was changed. */
function choicesIn(values: Values<string>): ItemChoice[] {
  return values.each().flatMap(({ id, chosen }) => {
    const shown = itemOfBlock(id)
    const to = Object.values(ItemStatus).find((status) => status === chosen)
    return shown && to && shown.from !== to ? [{ ...shown, to }] : []
  })
}
