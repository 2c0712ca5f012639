// An item: its card, what is said of a move, and a key that is missing or unknown.

import { golden, helper } from '#test/goldens/golden.ts'
import { hostile, longWord, many } from '#test/goldens/people.ts'
import { itemRow } from '#test/goldens/rows.ts'
import { itemsInHome } from '../home-part.messages.ts'
import {
  chooseItemMessage,
  type MoveAnswer,
  movedMessage,
  unknownKeyMessage,
} from '../item-moves.messages.ts'
import { blockerLine, type ItemBlocker, type ItemCard, itemCard, statusSelect } from '../items.messages.ts'

const story = itemRow({
  key: 'HP-412',
  title: 'Refund API',
  status: 'in_progress',
  estimateValue: 5,
  estimateUnit: 'points',
})
const blocker: ItemBlocker = {
  id: 'blocker-3',
  number: 3,
  text: 'No access to the staging database',
  severity: 'high',
  ageDays: 2,
}
const bare: ItemCard = {
  item: itemRow({ key: 'HP-421', title: 'Docs for refunds', status: 'backlog', sprintId: null }),
  sprintName: null,
  owners: { people: [], unknown: [] },
  blockers: [],
  dependsOn: [],
  tasks: [],
  since: { date: 'Wed 18 Nov', days: 0 },
  lastMove: null,
}
const card: ItemCard = {
  item: {
    ...story,
    epic: 'Refunds',
    priority: 'P1',
    labels: ['api', 'payments'],
    description: 'As a merchant I want to pay money back,\nso that my customers trust me.',
    acceptance: ['A refund can be asked for', 'It can be seen in the sandbox'],
    links: ['https://wiki.example/refunds', 'RFC 12', ' '],
  },
  sprintName: 'Sprint 32',
  owners: { people: ['U0MAYA'], unknown: ['Backend Lead'] },
  blockers: [],
  dependsOn: [
    { key: 'HP-410', title: 'Ledger entries', status: 'done' },
    { key: 'OPS-7', title: null, status: null },
  ],
  tasks: [
    { text: 'Endpoint', done: true },
    { text: 'Docs', done: false },
  ],
  since: { date: 'Tue 17 Nov', days: 1 },
  lastMove: { from: 'ready', by: 'U0MAYA' },
}
const statusIs = (status: ItemCard['item']['status']): ItemCard => ({
  ...card,
  item: { ...story, status },
  tasks: [],
  dependsOn: [],
})
const move: MoveAnswer = {
  item: { ...story, status: 'done' },
  from: 'in_progress',
  changed: true,
  took: false,
  blockers: [],
  undo: 'event-1',
}

export const goldens = [
  golden('home-part', 'App Home of a person with two items', itemsInHome, [
    itemRow({
      key: 'HP-412',
      title: 'Refund API',
      status: 'in_progress',
      estimateValue: 5,
      estimateUnit: 'points',
    }),
    itemRow({ key: 'HP-418', title: 'Reconcile the ledger', status: 'blocked' }),
  ]),
  golden('home-part-none', 'App Home of a person to whom nothing open belongs', itemsInHome, []),
  golden(
    'home-part-exactly-full',
    'App Home with as many items as are shown',
    itemsInHome,
    many(10, (n) => itemRow({ key: `HP-${n}`, title: `Story ${n}` })),
  ),

  golden('card-whole', 'everything that an item can have', itemCard, card),
  golden('card-bare', 'an item of the backlog that nobody has touched', itemCard, bare),
  golden('card-blocked', 'two blockers hold it up', itemCard, {
    ...statusIs('blocked'),
    blockers: [
      blocker,
      { ...blocker, id: 'blocker-4', number: 4, text: 'CI is slow', severity: 'low', ageDays: 0 },
    ],
    since: { date: 'Mon 16 Nov', days: 2 },
    lastMove: { from: 'in_progress', by: null },
  }),
  golden('card-blocked-without-blocker', 'the plan says that it is blocked', itemCard, statusIs('blocked')),
  golden('card-in-review', 'it is in review', itemCard, statusIs('in_review')),
  golden('card-done', 'it is done', itemCard, statusIs('done')),
  golden('card-dropped-stretch', 'stretch work in hours that was dropped', itemCard, {
    ...bare,
    item: { ...bare.item, status: 'dropped', stretch: true, estimateValue: 1, estimateUnit: 'hours' },
  }),
  golden('card-in-days', 'estimated in days', itemCard, {
    ...bare,
    item: { ...bare.item, estimateValue: 2.5, estimateUnit: 'days' },
  }),
  golden('card-sized', 'estimated by size', itemCard, { ...bare, item: { ...bare.item, estimateSize: 'M' } }),
  golden('card-much-of-all', '20 criteria, tasks, dependencies, links, owners', itemCard, {
    ...card,
    item: {
      ...card.item,
      acceptance: many(20, (n) => `Criterion ${n}`),
      links: many(20, (n) => `https://wiki.example/${n}`),
    },
    owners: { people: ['U0MAYA', 'U0JONAS', 'U0PRIYA', 'U0TOM', 'U0ANA'], unknown: ['Backend Lead', 'QA'] },
    tasks: many(20, (n) => ({ text: `Task ${n}`, done: n < 8 })),
    dependsOn: many(20, (n) => ({ key: `HP-${n}`, title: `Story ${n}`, status: 'ready' as const })),
    blockers: many(7, (n) => ({ ...blocker, id: `blocker-${n}`, number: n })),
  }),
  golden('card-hostile-text', 'texts that are out to do harm', itemCard, {
    ...card,
    item: {
      ...card.item,
      key: '<!here>',
      title: `${hostile} ${longWord}`,
      epic: hostile,
      priority: hostile,
      labels: [hostile],
      description: hostile,
      acceptance: [hostile],
      links: [hostile],
      estimateValue: null,
      estimateSize: hostile,
    },
    sprintName: hostile,
    owners: { people: [], unknown: [hostile] },
    blockers: [{ ...blocker, text: hostile }],
    dependsOn: [{ key: hostile, title: hostile, status: 'done' }],
    tasks: [{ text: hostile, done: false }],
    lastMove: { from: hostile, by: null },
  }),
  golden('moved', 'an item was finished, and can be taken back', movedMessage, move),
  golden('moved-and-taken', 'who started it owns it now', movedMessage, {
    ...move,
    item: story,
    from: 'ready',
    took: true,
  }),
  golden('moved-nothing', 'it is done already', movedMessage, { ...move, changed: false, undo: null }),
  golden('moved-with-blocker', 'finished, and a blocker is still open', movedMessage, {
    ...move,
    blockers: [blocker],
  }),
  golden('moved-with-six-blockers', 'finished, and six blockers are still open', movedMessage, {
    ...move,
    blockers: many(6, (n) => ({ ...blocker, id: `blocker-${n}`, number: n })),
  }),
  golden('moved-dropped', 'dropped: its blocker does not matter any more', movedMessage, {
    ...move,
    item: { ...story, status: 'dropped' },
    blockers: [blocker],
  }),
  golden('moved-hostile-text', 'a title that is out to do harm', movedMessage, {
    ...move,
    from: 'ready',
    item: { ...story, key: '<!here>', title: hostile },
  }),
  golden('unknown-key', 'a key that is nearly another', unknownKeyMessage, 'done', 'HP-41', [
    { key: 'HP-412', title: 'Refund API' },
    { key: 'HP-415', title: 'Webhook retries' },
  ]),
  golden('unknown-key-no-items', 'a team without items', unknownKeyMessage, 'item', hostile, []),
  golden('choose', 'no key: the own items', chooseItemMessage, 'done', [
    story,
    { ...story, key: 'HP-418', title: longWord },
  ]),
  golden('choose-none', 'no key, and nothing is yours', chooseItemMessage, 'start', []),
  golden(
    'choose-120',
    'no key, and 120 own items',
    chooseItemMessage,
    'done',
    many(120, (n) => itemRow({ key: `HP-${n}`, title: `Story ${n}` })),
  ),
  golden(
    'status-select',
    'a ready item: it cannot be blocked without a blocker',
    statusSelect,
    { id: 'item-1', status: 'ready' },
    'Move to…',
  ),
  golden(
    'status-select-blocked',
    'a blocked item',
    statusSelect,
    { id: 'item-1', status: 'blocked' },
    'Move to…',
  ),
  golden('card-depends-on-untitled', 'it depends on an item of the team that has no title', itemCard, {
    ...bare,
    dependsOn: [{ key: 'HP-3', title: null, status: 'ready' }],
  }),
]

export const helpers = [helper(blockerLine, blocker)]
