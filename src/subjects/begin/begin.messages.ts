// /sprint begin: its modal, and what the team reads.
import type { KnownBlock, ModalView } from '@slack/types'
import type { SprintWindow } from '#domain/calendar/types.ts'
import { actions, context, header, message, section } from '#platform/blocks/blocks.ts'
import { checkboxesField, dateField, modalText, selectField } from '#platform/blocks/inputs.ts'
import { channelLink, cut, mention, oneLine, plural, safe } from '#platform/blocks/text.ts'
import { datedRange, dayTimeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { commandButton } from '#platform/slack/command.messages.ts'
import { beginForm, begunNotice } from './ids.ts'

export interface BeginForm {
  teamName: string
  sprints: { id: string; name: string; window: SprintWindow | null }[]
  chosen: string
  start: string
  weeks: number
}

const longestWeeks = 6
const { fields } = beginForm

/** `begin.sprint`: which sprint, from when, how long. Choosing the sprint needs no state: its id is the option's value. */
export function beginModal(form: BeginForm): ModalView {
  const windowText = (window: SprintWindow | null) =>
    window ? datedRange(window.start, window.end) : 'no dates'
  const weeks = Array.from({ length: longestWeeks }, (_, index) => index + 1)
  const waiting = form.sprints.filter(({ window }) => window === null).length
  return {
    type: 'modal',
    callback_id: beginForm.id,
    title: modalText('Begin a sprint'),
    submit: modalText('Begin'),
    close: modalText('Cancel'),
    blocks: [
      section(
        `*${safe(form.teamName, 200)}*: give a sprint its dates. Its ceremonies go on the calendar, and the team's channel is told.`,
      ),
      selectField({
        id: fields.sprint,
        label: 'Sprint',
        choices: form.sprints.map(({ id, name, window }) => {
          const when = windowText(window)
          return { text: `${cut(oneLine(name), 70 - when.length)} · ${when}`, value: id }
        }),
        initial: form.chosen,
      }),
      dateField({ id: fields.start, label: 'First day', initial: form.start }),
      selectField({
        id: fields.weeks,
        label: 'Length',
        hint: 'It ends on the last working day of its last week.',
        choices: weeks.map((count) => ({ text: plural(count, 'week'), value: String(count) })),
        initial: String(form.weeks),
      }),
      dateField({ id: fields.end, label: 'Or its last day', hint: 'Instead of a length.', optional: true }),
      ...(waiting > 1
        ? [
            checkboxesField({
              id: fields.following,
              label: 'The sprints after it',
              optional: true,
              choices: [{ text: 'Give those without dates the windows that follow', value: 'following' }],
            }),
          ]
        : []),
    ],
  }
}

export interface BegunScreen {
  sprint: { name: string; goals: string[]; state: 'planned' | 'active' | 'closed' }
  window: SprintWindow
  /** It had other dates before. */
  moved: boolean
  /** IANA; the team's. */
  zone: string
  items: number
  /** The first of each, rising. */
  ceremonies: { title: string; opensAt: Date }[]
  following: { name: string; window: SprintWindow }[]
  /** Slack user id. */
  by: string
}

const shownCeremonies = 6
const shownGoals = 5
const shownSprints = 6

/** The announcement in the team's channel. */
export function sprintBegun(screen: BegunScreen): Content {
  const { sprint, window } = screen
  const when = datedRange(window.start, window.end)
  const verb = screen.moved ? 'has new dates' : sprint.state === 'planned' ? 'is planned' : 'begins'
  const goals = sprint.goals.slice(0, shownGoals).map((goal) => `• ${safe(oneLine(goal), 400)}`)
  return message(`${safe(oneLine(sprint.name), 300)} ${verb}: ${when}`, [
    header(`${sprint.name} ${verb}`),
    section(`*${when}* · ${plural(screen.items, 'item')} in the plan`),
    ...(goals.length ? [section(`*Goal*\n${goals.join('\n')}`)] : []),
    ...ceremonyBlock(screen),
    ...followingBlock(screen),
    context(`Set by ${mention(screen.by)}. \`/sprint begin\` changes it, \`/sprint team\` the ceremonies.`),
    actions('begin.announced', [commandButton('Status', 'status', 'status')]),
  ])
}

function ceremonyBlock({ ceremonies, zone }: BegunScreen): KnownBlock[] {
  if (ceremonies.length === 0) return []
  const lines = ceremonies
    .slice(0, shownCeremonies)
    .map(({ title, opensAt }) => `• ${safe(oneLine(title), 200)} · ${dayTimeText(opensAt, zone)}`)
  const left = ceremonies.length - lines.length
  return [section(`*First on the calendar*\n${lines.join('\n')}${left > 0 ? `\n… and ${left} more` : ''}`)]
}

function followingBlock({ following }: BegunScreen): KnownBlock[] {
  if (following.length === 0) return []
  const lines = following
    .slice(0, shownSprints)
    .map(({ name, window }) => `• ${safe(oneLine(name), 200)} · ${datedRange(window.start, window.end)}`)
  const left = following.length - lines.length
  return [section(`*After it*\n${lines.join('\n')}${left > 0 ? `\n… and ${left} more` : ''}`)]
}

/** What stands in the modal after it was submitted. */
export function begunModal(screen: BegunScreen, channelId: string | null, announced: boolean): ModalView {
  const told = channelId
    ? announced
      ? `${channelLink(channelId)} is told.`
      : 'Those were its dates already: nothing changes.'
    : 'The team has no channel yet: link one with `/sprint team`, and its ceremonies can be held.'
  return {
    type: 'modal',
    callback_id: begunNotice,
    title: modalText('Begun'),
    close: modalText('Close'),
    blocks: [
      section(
        `*${safe(oneLine(screen.sprint.name), 300)}*\n${datedRange(screen.window.start, screen.window.end)}. ${told}`,
      ),
      ...ceremonyBlock(screen),
      ...followingBlock(screen),
    ],
  }
}
