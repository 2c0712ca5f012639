// The pieces that all messages are made of, and a message or modal around any of them.

import { z } from 'zod'
import { golden, helper } from '#test/goldens/golden.ts'
import { at, harbor, hostile, longWord, many, phoenix, sprint32 } from '#test/goldens/people.ts'
import { amount, bar, number, percent, sparkline } from '#wording/amounts.ts'
import { ageText, estimateText, statusLabel } from '#wording/marks.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import {
  actions,
  button,
  context,
  divider,
  fields,
  header,
  message,
  option,
  section,
  sectionWith,
} from '../blocks.ts'
import {
  carriedJson,
  carriedNothing,
  carriedText,
  carriedWords,
  clickable,
  modalOf,
  readable,
} from '../carried.ts'
import {
  channelField,
  channelsField,
  checkboxesField,
  dateField,
  fileField,
  groupedSelectField,
  modalText,
  peopleField,
  personField,
  plainText,
  radioField,
  selectField,
  textField,
  timeField,
} from '../inputs.ts'
import { messageLink } from '../message-link.ts'
import { noticeModal } from '../notice.ts'
import { channelLink, cut, escaped, mention, oneLine, plain, plural, safe, slackDate } from '../text.ts'
import { datedRange, dateRange, dayText, dayTimeText, inDays, localDay, timeText, withDays } from '../when.ts'

const post = button('status.post', 'Post to channel', 'sprint-32', 'primary')
const moods = [
  { text: 'Good', value: 'good' },
  { text: 'So-so', value: 'so-so' },
]
const mood = { id: 'mood', label: 'How was it?' }

export const goldens = [
  golden('section', 'some lines', section, '*Goal*\nRefunds work'),
  golden('section-empty', 'nothing to say', section, ' '),
  golden(
    'section-too-long',
    'cut at the end of a line',
    section,
    many(200, (n) => `• Line ${n} of a long list`).join('\n'),
  ),
  golden(
    'section-too-long-a-line',
    'cut within a line, and not within a link',
    section,
    `${'word '.repeat(595)}<https://example.com/a/long/path|a link that would be torn>`,
  ),
  golden('section-with-button', 'a line and a button', sectionWith, 'Post it?', post),
  golden(
    'fields',
    'eleven columns, of which ten are shown',
    fields,
    many(11, (n) => `*Field ${n}*\n${n}`),
  ),
  golden('header', 'a heading with a line break', header, `${hostile}\nsecond line`),
  golden('header-empty', 'a heading without text', header, ' \n'),
  golden('context', 'grey text', context, 'since Tue 17 Nov'),
  golden('divider', 'a line', divider),
  golden(
    'actions',
    '26 buttons, of which 25 are shown',
    actions,
    'block',
    many(26, (n) => button(`go.${n}`, `Go ${n}`, String(n))),
  ),
  golden('button', 'a button with a long label', button, 'go', longWord, 'value'),
  golden('button-danger', 'a button that does harm', button, 'go', 'Erase', 'value', 'danger'),
  golden('option', 'an entry of a select', option, `${hostile} ${longWord}`, 'value'),
  golden('message', 'a short message', message, 'Hello', [section('Hello'), actions('end', [post])]),
  golden('message-60-blocks', 'more blocks than Slack takes: the buttons stay', message, 'Long', [
    ...many(60, (n) => section(`Line ${n}`)),
    actions('end', [post]),
  ]),
  golden('message-one-too-many', 'one block more than fits', message, 'Long', [
    ...many(49, (n) => section(`Line ${n}`)),
    actions('end', [post]),
  ]),
  golden(
    'message-too-much-text',
    'more text than Slack takes',
    message,
    'Long',
    many(5, (n) => section(`${n} ${'word '.repeat(580)}`.trim())),
  ),
  golden(
    'notice',
    'a message as a modal',
    noticeModal,
    message('Closed: a risk', [section('✅ Closed: a risk'), actions('end', [post])]),
  ),
  golden('notice-of-text-only', 'a message without blocks', noticeModal, { text: 'Closed: a risk' }),
  golden('plain-text', 'invisible characters are gone', plainText, hostile, 40),
  golden('modal-text', "a modal's title has 24 characters", modalText, 'Resolve the blocker B-1234 now'),
  golden('text-field', 'a line with a hint', textField, {
    id: 'name',
    label: 'Name',
    hint: 'At most 80',
    initial: hostile,
    maxLength: 80,
    placeholder: harbor,
  }),
  golden('text-field-lines', 'lines that may stay empty', textField, {
    id: 'note',
    label: 'Note',
    lines: true,
    optional: true,
  }),
  golden('select-field', 'one of two', selectField, { ...mood, choices: moods, initial: 'good' }),
  golden(
    'select-field-120',
    '120 choices, of which 100 are shown; the chosen one is not among them',
    selectField,
    { ...mood, choices: many(120, (n) => ({ text: `Choice ${n}`, value: `${n}` })), initial: '120' },
  ),
  golden('grouped-select-field', 'a group of 101 is divided', groupedSelectField, {
    ...mood,
    groups: [{ label: 'Many', choices: many(101, (n) => ({ text: `Choice ${n}`, value: `${n}` })) }],
    initial: '101',
  }),
  golden('radio-field', 'all in sight', radioField, { ...mood, choices: moods, initial: 'so-so' }),
  golden('checkboxes-field', 'any of two', checkboxesField, {
    ...mood,
    choices: moods,
    initial: ['good', 'gone'],
  }),
  golden('checkboxes-field-none', 'none of two', checkboxesField, { ...mood, choices: moods }),
  golden('date-field', 'a date', dateField, { id: 'from', label: 'From', initial: '2026-11-18' }),
  golden('time-field', 'a time, none yet', timeField, { id: 'at', label: 'At', initial: null }),
  golden('person-field', 'a person', personField, {
    id: 'who',
    label: 'Who?',
    initial: 'U0MAYA',
    placeholder: 'Nobody',
  }),
  golden('people-field', 'people', peopleField, { id: 'who', label: 'Who?', initial: ['U0MAYA', 'U0TOM'] }),
  golden('channel-field', 'a channel', channelField, { id: 'where', label: 'Where?', initial: 'C0SQUAD' }),
  golden('channels-field', 'channels', channelsField, {
    ...{ id: 'where', label: 'Where?', initial: ['C0SQUAD'] },
  }),
  golden('file-field', 'a file', fileField, { id: 'file', label: 'The file', types: ['md', 'txt'] }),
  golden('button-empty', 'a button whose label is nothing', button, 'go', ' ', 'value'),
  golden('section-too-long-a-word', 'cut within a word', section, longWord.repeat(20)),
  golden(
    'section-too-long-after-half',
    'the last line break is in the very middle: too early to cut at',
    section,
    `${'a'.repeat(1500)}\n${'b'.repeat(2000)}`,
  ),
]

const word = carriedText(z.string())

export const helpers = [
  helper(carriedText, z.string()),
  helper(carriedNothing, 'open'),
  helper(carriedJson, z.object({})),
  helper(carriedWords, z.object({ word: z.string() })),
  helper(readable<string>, word, 'form', '/sprint help'),
  helper(clickable<string>, 'go', word, '/sprint help'),
  helper(modalOf<string, 'name'>, 'form', word, '/sprint help', ['name']),
  helper(amount, 2.5, 'days'),
  helper(bar, 0.5),
  helper(number, 2.55),
  helper(percent, 0.5),
  helper(sparkline, [1, 2], 2),
  helper(ageText, 1),
  helper(estimateText, { estimateValue: 5, estimateUnit: 'points', estimateSize: null }),
  helper(statusLabel, 'done'),
  helper(messageLink, 'status:1', 'the status'),
  helper(shortSprintName, sprint32, harbor),
  helper(channelLink, 'C0SQUAD'),
  helper(cut, hostile, 10),
  helper(escaped, hostile),
  helper(mention, 'U0MAYA'),
  helper(oneLine, 'a\nb'),
  helper(plain, hostile),
  helper(plural, 2, 'item'),
  helper(safe, hostile, 10),
  helper(slackDate, at('16:35'), '{time}', '09:35'),
  helper(dateRange, '2026-11-16', '2026-11-27'),
  helper(datedRange, '2026-11-16', '2026-11-27'),
  helper(dayText, '2026-11-18'),
  helper(dayTimeText, at('16:35'), phoenix),
  helper(inDays, 2),
  helper(localDay, at('16:35'), phoenix),
  helper(timeText, at('16:35'), phoenix),
  helper(withDays, 'since 2026-11-18'),
]
