// App Home.

import { progressOf } from '#domain/sprint/progress.ts'
import { button } from '#platform/blocks/blocks.ts'
import { blockersInHome } from '#subjects/blockers/home-part.messages.ts'
import { itemsInHome } from '#subjects/items/home-part.messages.ts'
import { actionsInHome } from '#subjects/retro/home-part.messages.ts'
import { standUpInHome } from '#subjects/standup/home-part.messages.ts'
import { golden } from '#test/goldens/golden.ts'
import { at, harbor, hostile, longWord, many, phoenix, sprint32 } from '#test/goldens/people.ts'
import { blockerCardOf, itemRow } from '#test/goldens/rows.ts'
import { sprintItems } from '#test/goldens/sprint.ts'
import { timeline } from '#test/support/report-data.ts'
import { type HomeTeam, homeView } from '../home.messages.ts'

/** What a person has in a team, before the subjects draw it. */
interface Facts extends Omit<HomeTeam, 'parts'> {
  items: Parameters<typeof itemsInHome>[0]
  blockers: Parameters<typeof blockersInHome>[1]
  openBlockers: number
  actions: Parameters<typeof actionsInHome>[0]
  checkIn: Parameters<typeof standUpInHome>[0] | null
}

/** The team as the subjects draw it, in the order of the product's list. */
function drawn(
  { items, blockers, openBlockers, actions, checkIn, ...team }: Facts,
  zone = phoenix,
): HomeTeam {
  return {
    ...team,
    parts: [
      checkIn ? standUpInHome(checkIn, zone) : {},
      { blocks: itemsInHome(items) },
      blockersInHome(team.id, blockers, openBlockers),
      { blocks: actionsInHome(actions) },
      { buttons: [button('help.open', 'Help', 'all')] },
    ],
  }
}

const team: Facts = {
  id: 'team-harbor',
  name: harbor,
  channelId: 'C0SQUAD',
  sprint: {
    name: sprint32,
    goals: ['Refunds work from end to end in the sandbox'],
    progress: progressOf(sprintItems, timeline),
    window: { start: '2026-11-16', end: '2026-11-27', startsInDays: -2, endsInDays: 9 },
  },
  items: [
    itemRow({
      key: 'HP-412',
      title: 'Refund API',
      status: 'in_progress',
      estimateValue: 5,
      estimateUnit: 'points',
    }),
    itemRow({ key: 'HP-418', title: 'Reconcile the ledger', status: 'blocked', estimateSize: 'L' }),
  ],
  blockers: [blockerCardOf({ number: 3 })],
  openBlockers: 2,
  actions: [
    { id: 'action-1', text: 'Write down how to get access', due: '2026-11-13', overdue: true },
    { id: 'action-2', text: 'Alert on the queue length', due: '2026-12-04', overdue: false },
    { id: 'action-3', text: 'Talk to Finance', due: null, overdue: false },
  ],
  next: [
    { title: 'Stand-up', at: at('16:35', '2026-11-19') },
    { title: 'Review', at: at('17:00', '2026-11-27') },
  ],
  checkIn: {
    occurrenceId: 'occurrence-1118',
    open: true,
    opensAt: at('16:35'),
    closesAt: at('17:35'),
    answered: false,
  },
}
const empty: Facts = {
  ...team,
  sprint: null,
  channelId: null,
  items: [],
  blockers: [],
  openBlockers: 0,
  actions: [],
  next: [],
  checkIn: null,
}
const person = { name: 'Maya', zone: phoenix, others: [] }
const sprint = team.sprint ?? undefined
const windowed = (startsInDays: number, endsInDays: number): Facts => ({
  ...empty,
  sprint: sprint
    ? { ...sprint, goals: [], window: { start: '2026-11-16', end: '2026-11-27', startsInDays, endsInDays } }
    : null,
})

export const goldens = [
  golden('nobody-yet', 'a person in no team', homeView, { ...person, teams: [] }),
  golden('one-team', 'a member on the third day, asked for a check-in', homeView, {
    ...person,
    teams: [drawn(team)],
  }),
  golden('one-team-answered', 'the check-in is given', homeView, {
    ...person,
    teams: [drawn({ ...team, checkIn: team.checkIn && { ...team.checkIn, answered: true } })],
  }),
  golden(
    'one-team-evening-in-kolkata',
    'the next stand-up is tomorrow, and the person is in Kolkata',
    homeView,
    {
      ...person,
      zone: 'Asia/Kolkata',
      teams: [
        drawn(
          {
            ...team,
            checkIn: {
              occurrenceId: 'occurrence-1119',
              open: false,
              opensAt: at('16:35', '2026-11-19'),
              closesAt: at('17:35', '2026-11-19'),
              answered: false,
            },
          },
          'Asia/Kolkata',
        ),
      ],
    },
  ),
  golden('team-without-sprint', 'a team with neither plan nor channel', homeView, {
    ...person,
    teams: [drawn(empty)],
  }),
  golden('sprint-without-dates', 'a sprint that waits for its dates', homeView, {
    ...person,
    teams: [
      drawn({
        ...empty,
        sprint: sprint ? { ...sprint, window: null, goals: ['One', 'Two', 'Three'] } : null,
      }),
    ],
  }),
  golden('sprint-tomorrow', 'the sprint starts tomorrow', homeView, {
    ...person,
    teams: [drawn(windowed(1, 12))],
  }),
  golden('sprint-over', 'the sprint has ended', homeView, { ...person, teams: [drawn(windowed(-20, -9))] }),
  golden('others-are-blocked', 'the person has no blocker, somebody else has', homeView, {
    ...person,
    teams: [drawn({ ...empty, openBlockers: 1 })],
  }),
  golden('two-teams-and-more', 'two teams are shown, two are named', homeView, {
    ...person,
    teams: [drawn(team), drawn({ ...empty, id: 'team-atlas', name: 'Atlas' })],
    others: ['Beacon', 'Comet'],
  }),
  golden('120-items', '120 items, 12 blockers, 12 actions', homeView, {
    ...person,
    teams: [
      drawn({
        ...team,
        items: many(120, (n) => itemRow({ key: `HP-${n}`, title: `Story ${n}` })),
        blockers: many(12, (n) => blockerCardOf({ number: n, ageDays: n })),
        openBlockers: 12,
        actions: many(12, (n) => ({ id: `action-${n}`, text: `Action ${n}`, due: null, overdue: false })),
      }),
    ],
  }),
  golden('hostile-text', 'names, titles and texts that are out to do harm', homeView, {
    ...person,
    teams: [
      drawn({
        ...team,
        name: hostile,
        sprint: sprint ? { ...sprint, name: longWord, goals: [hostile] } : null,
        items: [itemRow({ key: hostile, title: `${longWord} ${hostile}` })],
        blockers: [blockerCardOf({ text: hostile, item: { key: hostile, title: hostile } })],
        actions: [{ id: 'action-1', text: hostile, due: null, overdue: false }],
        next: [{ title: hostile, at: at('16:35') }],
      }),
    ],
    others: [hostile],
  }),
  golden('blocker-of-no-item', 'a blocker that is about no item', homeView, {
    ...person,
    teams: [
      drawn({
        ...team,
        blockers: [blockerCardOf({ item: null, severity: 'low', ageDays: 0 })],
        openBlockers: 3,
      }),
    ],
  }),
]
