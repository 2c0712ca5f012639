// A submitted modal, brought to a use case: its values read, its person known, a failure shown under the field it is about.
import type { App, ViewSubmitAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Modal } from '#platform/blocks/carried.ts'
import { fieldOf } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { failure } from './command.ts'
import { personBySlackId } from './people.ts'

type StateValues = ViewSubmitAction['view']['state']['values']

export interface SubmittedFile {
  id: string
  name: string
  size: number
  url: string
}

/** What stands in the inputs, by block id. */
export interface Values<Field extends string> {
  /** Typed text; "" when there is none. */
  text(id: Field): string
  /** The value of the chosen option, date, time, person or channel; null when there is none. */
  chosen(id: Field): string | null
  /** The values of what was checked or selected. */
  all(id: Field): string[]
  file(id: Field): SubmittedFile | null
  /** By block id: of inputs that are made a row each. */
  each(): { id: string; chosen: string | null }[]
}

export interface Submission<T, Field extends string> {
  services: Services
  person: Person
  values: Values<Field>
  /** What the modal was opened with. */
  metadata: T
  viewId: string
  /** The view that this one was pushed upon, and the lowest of the stack. */
  previousViewId: string | null
  rootViewId: string | null
}

/** The view that takes the modal's place. */
export interface Outcome {
  view: ModalView
  /** Work that follows the answer. */
  after?: () => Promise<void>
}

/**
 * Listens to a modal. With `null` it closes. What `handle` does must fit in Slack's 3 s; longer work goes into `after`, which runs after the answer.
 * A failure is shown under its field, or under `errorField`; null: the first input.
 */
export function onModal<T, Field extends string>(
  app: App,
  services: Services,
  modal: Modal<T, Field>,
  errorField: NoInfer<Field> | null,
  handle: (submission: Submission<T, Field>) => Promise<Outcome | null>,
): void {
  app.view<ViewSubmitAction>(modal.id, async ({ ack, body, view }) => {
    try {
      const outcome = await handle({
        services,
        person: await personBySlackId(services, body.user.id),
        values: valuesOf(view.state.values),
        metadata: modal.parse(view.private_metadata),
        viewId: view.id,
        previousViewId: view.previous_view_id,
        rootViewId: view.root_view_id,
      })
      await (outcome ? ack({ response_action: 'update', view: outcome.view }) : ack())
      await outcome?.after?.()
    } catch (error) {
      const field = inputOf(view.blocks, fieldOf(error) ?? errorField ?? '')
      const text = failure(services, error).text.trim().slice(0, 300)
      await ack({ response_action: 'errors', errors: { [field]: text } })
    }
  })
}

/** The block that an error can stand under: the one asked for, else the modal's first input. */
export function inputOf(blocks: { type: string; block_id?: string }[], wanted: string): string {
  const inputs = blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id ?? '')
  return inputs.includes(wanted) ? wanted : (inputs[0] ?? wanted)
}

function valuesOf(state: StateValues): Values<string> {
  // A block holds one input, whatever that is called.
  const of = (id: string) => Object.values(state[id] ?? {})[0]
  const chosen = (id: string) => {
    const value = of(id)
    return (
      value?.selected_option?.value ??
      value?.selected_date ??
      value?.selected_time ??
      value?.selected_user ??
      value?.selected_conversation ??
      value?.selected_channel ??
      null
    )
  }
  return {
    each: () => Object.keys(state).map((id) => ({ id, chosen: chosen(id) })),
    text: (id) => of(id)?.value ?? '',
    chosen,
    all(id) {
      const value = of(id)
      return (
        value?.selected_users ??
        value?.selected_conversations ??
        (value?.selected_options ?? []).map((option) => option.value ?? '')
      )
    },
    file(id) {
      const [file] = (of(id) as { files?: Record<string, unknown>[] } | undefined)?.files ?? []
      if (!file) return null
      return {
        id: String(file.id ?? ''),
        name: String(file.name ?? ''),
        size: Number(file.size ?? 0),
        url: String(file.url_private_download ?? file.url_private ?? ''),
      }
    },
  }
}
