// /sprint hours: a person's own time zone, working hours and days, typed or in a form.
import { WEEKDAYS } from '#domain/calendar/dates.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { onButton } from '#platform/slack/buttons.ts'
import type { CommandCall, Feature } from '#platform/slack/feature.ts'
import { onModal } from '#platform/slack/modals.ts'
import type { Person } from '#platform/store/generated/client.ts'
import {
  hoursOf,
  keepHours,
  openHoursForm,
  useSlackZone,
  type WorkingHours,
} from '#subjects/hours-question/index.ts'
import { hoursForm } from './ids.ts'
import { hoursModal, hoursSaved, hoursSavedModal } from './working-hours.messages.ts'
import { answerHoursQuestion, setHours } from './working-hours.ts'

const { fields } = hoursForm

export const hoursFeature: Feature = {
  commands: [
    {
      word: 'hours',
      aliases: ['timezone', 'zone', 'me'],
      usage: '[09:00-17:00] [Europe/Berlin]',
      summary: 'Your own time zone and working hours: when you are prompted',
      when: 'every day',
      needsTeam: false,
      run: hours,
    },
  ],
  listen(app, services) {
    onButton(app, services, openHoursForm, ({ person, triggerId }) => openHours(services, person, triggerId))
    // The question itself becomes the answer.
    onButton(app, services, useSlackZone, async ({ person, value }) => {
      await answerHoursQuestion(services, person, value, 'slack')
    })
    onButton(app, services, keepHours, async ({ person, value }) => {
      await answerHoursQuestion(services, person, value, 'keep')
    })
    onModal(app, services, hoursForm, fields.zone, async ({ person, values }) => {
      const set = {
        zone: values.text(fields.zone).trim(),
        start: values.chosen(fields.start) ?? '',
        end: values.chosen(fields.end) ?? '',
        days: WEEKDAYS.filter((day) => values.all(fields.days).includes(day)),
      }
      await setHours(services, person, set)
      return { view: hoursSavedModal(set) }
    })
  },
}

async function hours({ services, person, rest, triggerId, reply }: CommandCall): Promise<void> {
  if (rest === '') return openHours(services, person, triggerId)
  const set = readHours(rest, hoursOf(person))
  if (!set)
    throw new SprintkeeperError(
      'hours_unclear',
      `I do not understand the hours “${rest.slice(0, 100)}”.`,
      'For example: /sprint hours 09:00-17:00 Europe/Berlin. Plain /sprint hours opens a form.',
    )
  await setHours(services, person, set)
  await reply(hoursSaved(set))
}

async function openHours(services: Services, person: Person, triggerId: string): Promise<void> {
  await services.web.views.open({ trigger_id: triggerId, view: hoursModal(hoursOf(person)) })
}

const shape =
  /^(?:(\d{1,2})(?::(\d\d))?\s*(?:-|–|to|until)\s*(\d{1,2})(?::(\d\d))?)?\s*([A-Za-z]+(?:\/[A-Za-z0-9_+-]+)*)?$/

/** "9-17", "09:00-17:30 Asia/Kolkata" or a zone alone; what is not said stays. Null: neither. */
export function readHours(text: string, now: WorkingHours): WorkingHours | null {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00', zone] = shape.exec(text.trim()) ?? []
  if (fromHour === undefined && zone === undefined) return null
  const time = (hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`
  return {
    ...now,
    ...(fromHour && toHour ? { start: time(fromHour, fromMinute), end: time(toHour, toMinute) } : {}),
    ...(zone ? { zone } : {}),
  }
}
