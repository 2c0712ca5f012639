// Short reminders: dependencies that fall due, key dates, syncs.

import { golden } from '#test/goldens/golden.ts'
import { at, hostile, longWord, many, phoenix } from '#test/goldens/people.ts'
import {
  type DueReminder,
  dependencyDone,
  dueReminder,
  keyDateReminder,
  syncReminder,
} from '../reminders.messages.ts'

const overdue = {
  id: 'dependency-1',
  text: 'Sandbox keys of the provider',
  on: 'Acme Pay',
  due: '2026-11-16',
  inDays: -2,
  done: false,
}
const tomorrow = {
  id: 'dependency-2',
  text: 'Legal reads the refund terms',
  on: null,
  due: '2026-11-19',
  inDays: 1,
  done: false,
}
const reminder: DueReminder = {
  sprintId: 'sprint-32',
  sprintName: 'Sprint 32',
  date: '2026-11-18',
  dependencies: [overdue, tomorrow],
}

export const goldens = [
  golden('due-two', 'one is overdue, one falls due tomorrow', dueReminder, reminder),
  golden('due-one', 'one falls due today', dueReminder, {
    ...reminder,
    dependencies: [{ ...tomorrow, due: '2026-11-18', inDays: 0 }],
  }),
  golden('due-one-done', 'one of two was marked done', dueReminder, {
    ...reminder,
    dependencies: [{ ...overdue, done: true }, tomorrow],
  }),
  golden('due-all-done', 'both were marked done', dueReminder, {
    ...reminder,
    dependencies: [
      { ...overdue, done: true },
      { ...tomorrow, done: true },
    ],
  }),
  golden('due-20', 'more than are listed', dueReminder, {
    ...reminder,
    dependencies: many(20, (n) => ({ ...tomorrow, id: `dependency-${n}`, text: `Dependency ${n}` })),
  }),
  golden('due-hostile-text', 'texts that are out to do harm', dueReminder, {
    ...reminder,
    sprintName: longWord,
    dependencies: [
      { ...overdue, text: hostile, on: hostile },
      { ...overdue, id: 'dependency-2', text: hostile, done: true },
    ],
  }),
  golden('dependency-done', 'told to the team', dependencyDone, 'Sandbox keys of the provider', 'U0TOM'),
  golden('key-date-today', 'on the day', keyDateReminder, 'Code freeze', '2026-11-18', 0, 'Sprint 32'),
  golden('key-date-tomorrow', 'the day before', keyDateReminder, 'Code freeze', '2026-11-19', 1, 'Sprint 32'),
  golden(
    'key-date-monday',
    'the working day before, over a weekend',
    keyDateReminder,
    'Code freeze',
    '2026-11-23',
    3,
    'Sprint 32',
  ),
  golden(
    'key-date-hostile-text',
    'a title that is out to do harm',
    keyDateReminder,
    hostile,
    '2026-11-19',
    1,
    longWord,
  ),
  golden(
    'sync',
    'a meeting that is about to begin',
    syncReminder,
    'Platform clinic',
    at('21:00'),
    at('21:30'),
    phoenix,
  ),
  golden(
    'sync-over-midnight',
    'a meeting of a team in Kolkata',
    syncReminder,
    hostile,
    at('18:00'),
    at('19:00'),
    'Asia/Kolkata',
  ),
  golden('due-yesterday', 'two were due', dueReminder, {
    ...reminder,
    dependencies: [{ ...overdue, inDays: -1, due: '2026-11-17' }, overdue],
  }),
  golden('due-15', 'as many as are listed', dueReminder, {
    ...reminder,
    dependencies: many(15, (n) => ({ ...tomorrow, id: `dependency-${n}`, text: `Dependency ${n}` })),
  }),
]
