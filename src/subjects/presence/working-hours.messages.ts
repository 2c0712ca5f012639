// A person's zone, working hours and days: the form, and what it says once they are set.
import type { ModalView } from '@slack/types'
import { WEEKDAY_NAMES, WEEKDAYS } from '#domain/calendar/dates.ts'
import { actions, context, message, section } from '#platform/blocks/blocks.ts'
import { checkboxesField, modalText, textField, timeField } from '#platform/blocks/inputs.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { openHoursForm } from '#subjects/hours-question/index.ts'
import { type HoursView, hoursText } from '#wording/hours.ts'
import { hoursForm, hoursNotice } from './ids.ts'

const what =
  'Reminders come within these hours. Where a stand-up lies outside of them, you are asked ahead, before your work ends.'

/** Asks for zone, hours and days. */
export function hoursModal({ zone, start, end, days }: HoursView): ModalView {
  return {
    type: 'modal',
    callback_id: hoursForm.id,
    title: modalText('My working hours'),
    submit: modalText('Save'),
    close: modalText('Cancel'),
    blocks: [
      textField({
        id: hoursForm.fields.zone,
        label: 'Time zone',
        initial: zone,
        maxLength: 60,
        hint: 'Such as Europe/Berlin.',
      }),
      timeField({ id: hoursForm.fields.start, label: 'Work begins', initial: start }),
      timeField({ id: hoursForm.fields.end, label: 'Work ends', initial: end }),
      checkboxesField({
        id: hoursForm.fields.days,
        label: 'Working days',
        optional: true,
        hint: "None checked: the team's.",
        choices: WEEKDAYS.map((day) => ({ text: WEEKDAY_NAMES[day], value: day })),
        initial: days,
      }),
      context(what),
    ],
  }
}

/** Takes the modal's place once the hours are set. */
export function hoursSavedModal(hours: HoursView): ModalView {
  return {
    type: 'modal',
    callback_id: hoursNotice,
    title: modalText('My working hours'),
    close: modalText('Done'),
    blocks: [section(`:white_check_mark: *${hoursText(hours)}*`), context(what)],
  }
}

/** The answer to typed hours. */
export function hoursSaved(hours: HoursView): Content {
  return message(`Your working hours: ${hoursText(hours)}.`, [
    section(`:white_check_mark: Your working hours: *${hoursText(hours)}*.`),
    context(what),
    actions('hours.actions', [openHoursForm.button('Change')]),
  ])
}
