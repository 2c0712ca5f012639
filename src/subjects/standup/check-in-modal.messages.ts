// The modals of a check-in: the answer with items to move, and the skip with its reason. What they need is in themselves.
import type { KnownBlock, ModalView } from '@slack/types'
import type { LocalDate } from '#domain/calendar/types.ts'
import type { ItemStatus } from '#domain/sprint/types.ts'
import { context, divider, header, section } from '#platform/blocks/blocks.ts'
import { modalText, selectField, textField } from '#platform/blocks/inputs.ts'
import { cut, safe } from '#platform/blocks/text.ts'
import { dayText, dayTimeText } from '#platform/blocks/when.ts'
import { statusLabel } from '#wording/marks.ts'
import { checkInForm, itemBlockOf, savedNotice, skipForm } from './ids.ts'

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
const choices: ItemStatus[] = ['ready', 'in_progress', 'in_review', 'blocked', 'done']

/** Asks for the answer; a select an item, with the status that it has. */
export function checkInModal(modal: CheckInModal): ModalView {
  const { own, last } = modal
  const since = last ? dayText(last.date) : 'the last stand-up'
  const planned = own ? own.done : (last?.today ?? '')
  const hint =
    !own && planned !== ''
      ? { hint: `Filled in with what you planned on ${since}: change what came out otherwise.` }
      : {}
  const left = modal.items.length - mostItems
  return {
    type: 'modal',
    callback_id: checkInForm.id,
    private_metadata: checkInForm.encode(modal.occurrenceId),
    title: modalText(own ? 'Edit my check-in' : 'Check in'),
    submit: modalText(own ? 'Save' : 'Check in'),
    close: modalText('Cancel'),
    blocks: [
      context(`*${safe(modal.title, 300)}*\n${safe(modal.note, 300)}`),
      textField({
        id: checkInForm.fields.done,
        label: `Done since ${since}`,
        lines: true,
        optional: true,
        initial: planned,
        ...hint,
      }),
      textField({ id: checkInForm.fields.today, label: 'Today', lines: true, initial: own?.today ?? '' }),
      textField({
        id: checkInForm.fields.blockers,
        label: 'Blockers',
        lines: true,
        optional: true,
        initial: own?.blockers ?? '',
        hint: 'What is in your way? A button on your answer raises it for the team to follow up.',
      }),
      ...itemBlocks(modal.items.slice(0, mostItems)),
      ...(left > 0
        ? [context(`… and ${left} more of your items: \`/sprint done KEY\` moves them too.`)]
        : []),
    ],
  }
}

function itemBlocks(items: CheckInModal['items']): KnownBlock[] {
  if (items.length === 0) return []
  return [
    divider(),
    header('Move your items'),
    ...items.map(({ id, key, title, status }) => {
      const statuses = choices.includes(status) ? choices : [status, ...choices]
      return selectField({
        id: itemBlockOf({ itemId: id, from: status }),
        label: cut(`${key} · ${title}`, 150),
        optional: true,
        choices: statuses.map((each) => ({ text: statusLabel(each), value: each })),
        initial: status,
      })
    }),
  ]
}

/** Asks for the reason of a skip. */
export function skipModal(occurrenceId: string, title: string): ModalView {
  return {
    type: 'modal',
    callback_id: skipForm.id,
    private_metadata: skipForm.encode(occurrenceId),
    title: modalText('Skip this stand-up'),
    submit: modalText('Skip'),
    close: modalText('Cancel'),
    blocks: [
      context(`*${safe(title, 300)}*\nNobody will remind you. For whole days off, use \`/sprint away\`.`),
      textField({
        id: skipForm.fields.reason,
        label: 'Reason',
        optional: true,
        maxLength: 200,
        placeholder: 'At a workshop all day',
        hint: 'The team sees it in the stand-up.',
      }),
    ],
  }
}

/** Shown after an answer that waits for its stand-up to open. */
export function savedAheadModal(opensAt: Date, zone: string): ModalView {
  return {
    type: 'modal',
    callback_id: savedNotice,
    title: modalText('Saved'),
    close: modalText('Done'),
    blocks: [
      section(
        `:white_check_mark: *Saved.* It is posted when the stand-up opens, ${dayTimeText(opensAt, zone)}, marked “answered ahead”. You will not be reminded.`,
      ),
      context('Changed your mind? `/sprint standup` opens it again.'),
    ],
  }
}
