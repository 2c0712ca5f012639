// Days off: the modal that asks for them, and the answer that lists a person's own.
import type { KnownBlock, ModalView } from '@slack/types'
import type { LocalDate } from '#domain/calendar/types.ts'
import { actions, context, message, section, sectionWith } from '#platform/blocks/blocks.ts'
import { dateField, modalText, textField } from '#platform/blocks/inputs.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import { dateRange, dayText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { awayForm, awayNotice, openAwayForm, removeAway } from './ids.ts'

export interface AbsenceView {
  id: string
  from: LocalDate
  to: LocalDate
  note: string | null
}

const mostListed = 20
const privacy =
  'Your team sees only that you are away and until when. Nobody prompts you, reminds you or counts you as missing on these days.'

/** "Thu 19 Nov", or "Thu 19 Nov to Fri 20 Nov". */
export function daysText({ from, to }: Pick<AbsenceView, 'from' | 'to'>): string {
  return from === to ? dayText(from) : dateRange(from, to).replace(' – ', ' to ')
}

/** Asks for days off. */
export function awayModal(today: LocalDate): ModalView {
  return {
    type: 'modal',
    callback_id: awayForm.id,
    title: modalText('Days off'),
    submit: modalText('Save'),
    close: modalText('Cancel'),
    blocks: [
      dateField({ id: awayForm.fields.from, label: 'First day off', initial: today }),
      dateField({ id: awayForm.fields.to, label: 'Last day off', initial: today }),
      textField({
        id: awayForm.fields.note,
        label: 'Note',
        optional: true,
        maxLength: 200,
        hint: 'Only you see it.',
      }),
      context(privacy),
    ],
  }
}

/** Takes the modal's place once the days are saved. */
export function awaySavedModal(absence: AbsenceView): ModalView {
  return {
    type: 'modal',
    callback_id: awayNotice,
    title: modalText('Days off'),
    close: modalText('Done'),
    blocks: [
      section(`:palm_tree: *You are away ${daysText(absence)}.*`),
      context(`${privacy}\n\`/sprint away\` lists your days off and takes them back.`),
    ],
  }
}

/** The person's own days off with a button to take each back. `says` is what just happened, plain text. */
export function absenceList(absences: AbsenceView[], says: string | null): Content {
  const lines = absences
    .slice(0, mostListed)
    .map((absence) =>
      sectionWith(
        `*${daysText(absence)}*${absence.note ? `\n${safe(oneLine(absence.note), 200)}` : ''}`,
        removeAway.button('Take back', absence.id),
      ),
    )
  const more = absences.length - lines.length
  const none = 'You have no days off ahead.'
  const head = says ?? (absences.length ? 'Your days off' : none)
  const blocks: KnownBlock[] = [
    section(`:palm_tree: ${says ? safe(says, 500) : `*${head}*`}`),
    ...(says && absences.length ? [context('Your days off:')] : []),
    ...lines,
    ...(more > 0 ? [context(`… and ${more} more later on.`)] : []),
    context(privacy),
    actions('away.actions', [openAwayForm.button('Add days off')]),
  ]
  return message(safe(head, 500), blocks)
}
