// Submitted check-in modals: read, handed to the use case, and answered within the modal when something is wrong.
import type { App, ViewSubmitAction } from '@slack/bolt'
import { answerCheckIn, type ItemChoice, ItemMovedMeanwhile, skipCheckIn } from '../ceremonies/check-in.ts'
import { explain, SprintkeeperError } from '../errors.ts'
import { savedAheadModal } from '../messages/check-in-modal.ts'
import type { Services } from '../services.ts'
import { ItemStatus } from '../store/generated/enums.ts'
import { personBySlackId } from '../store/people.ts'

type Values = ViewSubmitAction['view']['state']['values']

/** Listens to `standup.answer` and `standup.skip`. They are acknowledged after the work, which the modal waits for. */
export function listenToCheckInModals(app: App, services: Services): void {
  app.view<ViewSubmitAction>('standup.answer', async ({ ack, body, view }) => {
    const { values } = view.state
    try {
      const person = await personBySlackId(services, body.user.id)
      const answer = {
        done: text(values, 'done'),
        today: text(values, 'today'),
        blockers: text(values, 'blockers'),
      }
      const { occurrenceId } = JSON.parse(view.private_metadata) as { occurrenceId: string }
      const saved = await answerCheckIn(services, {
        occurrenceId,
        personId: person.id,
        answer,
        moves: choicesIn(values),
      })
      if (saved.waitsUntil === null) await ack()
      else await ack({ response_action: 'update', view: savedAheadModal(saved.waitsUntil, saved.zone) })
    } catch (error) {
      await ack({ response_action: 'errors', errors: problem(services, error, 'today') })
    }
  })
  app.view<ViewSubmitAction>('standup.skip', async ({ ack, body, view }) => {
    try {
      const person = await personBySlackId(services, body.user.id)
      const { occurrenceId } = JSON.parse(view.private_metadata) as { occurrenceId: string }
      await skipCheckIn(services, {
        occurrenceId,
        personId: person.id,
        reason: text(view.state.values, 'reason'),
      })
      await ack()
    } catch (error) {
      await ack({ response_action: 'errors', errors: problem(services, error, 'reason') })
    }
  })
}

const text = (values: Values, blockId: string): string => values[blockId]?.text?.value ?? ''

/** The items whose select was changed; a block is called `item.<id>.<status that it showed>`. */
function choicesIn(values: Values): ItemChoice[] {
  return Object.entries(values).flatMap(([blockId, { status: select }]) => {
    const [kind, itemId, shown] = blockId.split('.')
    const from = statusIn(shown)
    const to = statusIn(select?.selected_option?.value)
    return kind === 'item' && itemId && from && to && from !== to ? [{ itemId, from, to }] : []
  })
}

function statusIn(word: string | undefined): ItemStatus | undefined {
  return Object.values(ItemStatus).find((status) => status === word)
}

/** What the modal shows at the input that is wrong. */
function problem(services: Services, error: unknown, blockId: string): Record<string, string> {
  if (error instanceof ItemMovedMeanwhile) {
    const { itemId, from } = error.choice
    return { [`item.${itemId}.${from}`]: explain(error) }
  }
  if (error instanceof SprintkeeperError) return { [blockId]: explain(error) }
  services.log.error({ workspace: services.workspaceId, err: error }, 'a check-in could not be saved')
  return {
    [blockId]: 'Something went wrong on our side, and nothing was saved. Please try again in a minute.',
  }
}
