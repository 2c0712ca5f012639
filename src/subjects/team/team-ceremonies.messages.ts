// The ceremonies in /sprint team: the list, and the modal that switches and moves one.

import type { InputBlock, ModalView } from '@slack/types'
import { WEEKDAY_NAMES, WEEKDAYS } from '#domain/calendar/dates.ts'
import type { RuleKind as CeremonyKind, Recurrence, Weekday } from '#domain/calendar/types.ts'
import { kindOf } from '#domain/kinds.ts'
import { context, section, sectionWith } from '#platform/blocks/blocks.ts'
import { checkboxesField, modalText, radioField, selectField, timeField } from '#platform/blocks/inputs.ts'
import { plural } from '#platform/blocks/text.ts'
import { ceremonyForm, ceremonyList, editCeremony } from './ids.ts'
import { type CeremonyLine, ceremonyText, type TeamScreen } from './team.messages.ts'

/** The list, a button each. */
export function ceremoniesModal(screen: TeamScreen): ModalView {
  return {
    type: 'modal',
    callback_id: ceremonyList.id,
    private_metadata: ceremonyList.encode({ teamId: screen.id }),
    title: modalText('Ceremonies'),
    close: modalText('Back'),
    blocks: [
      context(`All times are local: ${screen.zone.replaceAll('_', ' ')}.`),
      ...screen.ceremonies.map((line) =>
        sectionWith(ceremonyText(line), editCeremony.button('Change', screen.id, { part: line.kind })),
      ),
    ],
  }
}

/** What the select offers; "weekly" and "biweekly" take the weekdays beside it. */
const recurrences: { value: string; text: string; recurrence: Recurrence | null }[] = [
  { value: 'keep', text: 'On the days that the plan or the default says', recurrence: null },
  { value: 'daily', text: 'Every working day', recurrence: { type: 'daily' } },
  { value: 'weekly', text: 'Every week, on the weekdays below', recurrence: null },
  { value: 'biweekly', text: 'Every second week, on the weekdays below', recurrence: null },
  { value: 'first', text: 'First working day of the sprint', recurrence: { type: 'sprint_day', n: 1 } },
  {
    value: 'before',
    text: 'Day before the last working day of the sprint',
    recurrence: { type: 'before_end', k: 1 },
  },
  { value: 'last', text: 'Last working day of the sprint', recurrence: { type: 'before_end', k: 0 } },
]

/**
 * The recurrence of a choice; null: it leaves the days as they are.
 *
 * @param anchor a local date in the first of every second week
 */
export function recurrenceOfChoice(
  choice: string | null,
  weekdays: Weekday[],
  anchor: string,
): Recurrence | null {
  if (choice === 'weekly') return { type: 'weekly', weekdays }
  if (choice === 'biweekly') return { type: 'weekly', weekdays, interval: 2, anchor }
  return recurrences.find(({ value }) => value === choice)?.recurrence ?? null
}

function choiceOf(recurrence: Recurrence | null): string {
  if (recurrence?.type === 'weekly') return recurrence.interval === 2 ? 'biweekly' : 'weekly'
  const same = recurrences.find((one) => JSON.stringify(one.recurrence) === JSON.stringify(recurrence))
  return same?.value ?? 'keep'
}

/** How long those that people answer stay open, in minutes. */
const lengths: Partial<Record<CeremonyKind, number[]>> = {
  standup: [30, 60, 120, 180, 240, 480],
  retro: [60, 90, 120, 240, 480, 1440, 2880, 4320],
}

/** What stands in the place of a length that nobody chose. */
export const lengthOfPlan = 'plan'

function lengthField({ windowMinutes: chosen }: CeremonyLine, choices: number[]): InputBlock {
  const minutes = [...new Set([...choices, ...(chosen ? [chosen] : [])])].sort((a, b) => a - b)
  return selectField({
    id: ceremonyForm.fields.length,
    label: 'Open for',
    choices: [
      { text: 'As the plan says, else the default', value: lengthOfPlan },
      ...minutes.map((one) => ({ text: lengthText(one), value: String(one) })),
    ],
    initial: chosen ? String(chosen) : lengthOfPlan,
  })
}

/** "90 minutes", "2 hours", "3 days". */
function lengthText(minutes: number): string {
  if (minutes % 1440 === 0) return plural(minutes / 1440, 'day')
  return minutes % 60 === 0 ? plural(minutes / 60, 'hour') : plural(minutes, 'minute')
}

/** On or off; as the plan says, or at a chosen time. */
export function ceremonyModal(teamId: string, line: CeremonyLine): ModalView {
  const weekdays = line.recurrence?.type === 'weekly' ? line.recurrence.weekdays : []
  const own = line.origin === 'person'
  return {
    type: 'modal',
    callback_id: ceremonyForm.id,
    private_metadata: ceremonyForm.encode({
      teamId,
      kind: line.kind,
      shown: { start: line.start, recurrence: own ? choiceOf(line.recurrence) : 'keep', weekdays },
    }),
    title: modalText(kindOf(line.kind).name),
    submit: modalText('Save'),
    close: modalText('Back'),
    blocks: [
      section(ceremonyText(line)),
      checkboxesField({
        id: ceremonyForm.fields.enabled,
        label: 'On or off',
        optional: true,
        choices: [{ text: 'Sprintkeeper holds it', value: 'on' }],
        initial: line.enabled ? ['on'] : [],
      }),
      radioField({
        id: ceremonyForm.fields.source,
        label: 'When',
        choices: [
          { text: 'As the plan says, else the default', value: 'plan' },
          { text: 'As set below', value: 'own' },
        ],
        initial: own ? 'own' : 'plan',
      }),
      timeField({ id: ceremonyForm.fields.start, label: 'At', optional: true, initial: line.start }),
      ...(lengths[line.kind] ? [lengthField(line, lengths[line.kind] ?? [])] : []),
      ...(kindOf(line.kind).several
        ? []
        : [
            selectField({
              id: ceremonyForm.fields.recurrence,
              label: 'How often',
              choices: recurrences.map(({ value, text }) => ({ value, text })),
              initial: own ? choiceOf(line.recurrence) : 'keep',
            }),
            checkboxesField({
              id: ceremonyForm.fields.weekdays,
              label: 'Weekdays',
              optional: true,
              choices: WEEKDAYS.map((day) => ({ text: WEEKDAY_NAMES[day], value: day })),
              initial: weekdays,
            }),
          ]),
    ],
  }
}
