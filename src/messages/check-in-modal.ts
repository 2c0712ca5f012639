// The modals of a check-in: the answer with items to move, and the skip with its reason. What they need is in themselves.
import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { LocalDate } from '../calendar/types.ts'
import type { ItemStatus } from '../store/generated/enums.ts'
import { context, divider, header, option, section } from './blocks.ts'
import { statusLabel } from './marks.ts'
import { cut, oneLine, plain, safe } from './text.ts'
import { dayText, dayTimeText } from './when.ts'

export interface CheckInModal {
  occurrenceId: string
  /** "Harbor Payments · Stand-up · Wed 18 Nov · day 3 of 10". */
  title: string
  /** "Open until 10:35 MST", "Opens tomorrow …", "Closed at …": one line. */
  note: string
  /** What the person said already; null: nothing yet. */
  own: { done: string; today: string; blockers: string } | null
  /** What they planned at their last stand-up; null: they gave no answer lately. */
  last: { date: LocalDate; today: string } | null
  items: { id: string; key: string; title: string; status: ItemStatus }[]
}

const mostItems = 20
const mostInput = 3000
const choices: ItemStatus[] = ['ready', 'in_progress', 'in_review', 'blocked', 'done']

/** `standup.answer`: block ids `done`, `today`, `blockers`, and `item.<id>.<status>` with the status shown at first. */
export function checkInModal(modal: CheckInModal): ModalView {
  const { own, last } = modal
  const since = last ? dayText(last.date) : 'the last stand-up'
  const planned = own ? own.done : (last?.today ?? '')
  const filledIn = !own && planned !== ''
  const left = modal.items.length - mostItems
  return {
    type: 'modal',
    callback_id: 'standup.answer',
    private_metadata: JSON.stringify({ occurrenceId: modal.occurrenceId }),
    title: { type: 'plain_text', text: own ? 'Edit my check-in' : 'Check in' },
    submit: { type: 'plain_text', text: own ? 'Save' : 'Check in' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      context(`*${safe(modal.title, 300)}*\n${safe(modal.note, 300)}`),
      textInput('done', `Done since ${since}`, planned, {
        optional: true,
        hint: filledIn
          ? `Filled in with what you planned on ${since}: change what came out otherwise.`
          : null,
      }),
      textInput('today', 'Today', own?.today ?? '', { optional: false, hint: null }),
      textInput('blockers', 'In the way', own?.blockers ?? '', {
        optional: true,
        hint: 'Leave it empty when nothing is. You can raise a blocker from your answer with one click.',
      }),
      ...(modal.items.length ? itemBlocks(modal.items.slice(0, mostItems)) : []),
      ...(left > 0
        ? [context(`… and ${left} more of your items: \`/sprint done KEY\` moves them too.`)]
        : []),
    ],
  }
}

/** `standup.skip`: block id `reason`. */
export function skipModal(occurrenceId: string, title: string): ModalView {
  return {
    type: 'modal',
    callback_id: 'standup.skip',
    private_metadata: JSON.stringify({ occurrenceId }),
    title: { type: 'plain_text', text: 'Skip today' },
    submit: { type: 'plain_text', text: 'Skip' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      context(
        `*${safe(title, 300)}*\nNobody will remind you today. For whole days off, use \`/sprint away\`.`,
      ),
      {
        type: 'input',
        block_id: 'reason',
        optional: true,
        label: { type: 'plain_text', text: 'Reason' },
        hint: { type: 'plain_text', text: 'The team sees it in the stand-up.' },
        element: {
          type: 'plain_text_input',
          action_id: 'text',
          max_length: 200,
          placeholder: { type: 'plain_text', text: 'At a workshop all day' },
        },
      },
    ],
  }
}

/** Shown after an answer that waits for its stand-up to open. */
export function savedAheadModal(opensAt: Date, zone: string): ModalView {
  return {
    type: 'modal',
    callback_id: 'standup.saved',
    title: { type: 'plain_text', text: 'Saved' },
    close: { type: 'plain_text', text: 'Done' },
    blocks: [
      section(
        `:white_check_mark: *Saved.* It is posted when the stand-up opens, ${dayTimeText(opensAt, zone)}, marked “answered ahead”. You will not be reminded.`,
      ),
      context('Changed your mind? `/sprint standup` opens it again.'),
    ],
  }
}

function textInput(
  blockId: string,
  label: string,
  value: string,
  { optional, hint }: { optional: boolean; hint: string | null },
): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    optional,
    label: { type: 'plain_text', text: label },
    ...(hint ? { hint: { type: 'plain_text', text: hint } } : {}),
    element: {
      type: 'plain_text_input',
      action_id: 'text',
      multiline: true,
      max_length: mostInput,
      ...(value ? { initial_value: cut(plain(value), mostInput) } : {}),
    },
  }
}

function itemBlocks(items: CheckInModal['items']): KnownBlock[] {
  return [
    divider(),
    header('Move your items'),
    ...items.map(({ id, key, title, status }): InputBlock => {
      const statuses = choices.includes(status) ? choices : [status, ...choices]
      return {
        type: 'input',
        block_id: `item.${id}.${status}`,
        optional: true,
        label: { type: 'plain_text', text: cut(oneLine(plain(`${key} · ${title}`)), 150), emoji: true },
        element: {
          type: 'static_select',
          action_id: 'status',
          options: statuses.map((each) => option(statusLabel(each), each)),
          initial_option: option(statusLabel(status), status),
        },
      }
    }),
  ]
}
