// /sprint begin.

import { golden } from '#test/goldens/golden.ts'
import { at, harbor, hostile, longWord, many, phoenix } from '#test/goldens/people.ts'
import { type BegunScreen, beginModal, begunModal, sprintBegun } from '../begin.messages.ts'

const window = { start: '2026-11-16', end: '2026-11-27' }
const form = {
  teamName: harbor,
  sprints: [
    { id: 'sprint-33', name: 'Sprint 33', window: null },
    { id: 'sprint-34', name: 'Sprint 34', window: null },
    { id: 'sprint-32', name: 'Sprint 32', window },
  ],
  chosen: 'sprint-33',
  start: '2026-11-30',
  weeks: 2,
}
const bare: BegunScreen = {
  sprint: { name: 'Sprint 32', goals: [], state: 'active' },
  window,
  moved: false,
  zone: phoenix,
  items: 1,
  ceremonies: [],
  following: [],
  by: 'U0MAYA',
}
const screen: BegunScreen = {
  ...bare,
  sprint: { ...bare.sprint, goals: ['Refunds work from end to end in the sandbox'] },
  items: 7,
  ceremonies: [
    { title: 'Stand-up', opensAt: at('16:35', '2026-11-16') },
    { title: 'Refinement', opensAt: at('18:00', '2026-11-18') },
  ],
  following: [{ name: 'Sprint 33', window: { start: '2026-11-30', end: '2026-12-11' } }],
}
const full: BegunScreen = {
  ...screen,
  sprint: { ...screen.sprint, goals: many(7, (n) => `Goal ${n}`) },
  items: 120,
  ceremonies: many(9, (n) => ({ title: `Ceremony ${n}`, opensAt: at('16:35') })),
  following: many(9, (n) => ({ name: `Sprint ${32 + n}`, window })),
}
const harmful: BegunScreen = {
  ...screen,
  sprint: { ...bare.sprint, name: `${hostile} ${longWord}`, goals: [hostile] },
  ceremonies: [{ title: hostile, opensAt: at('16:35') }],
  following: [{ name: hostile, window }],
}

export const goldens = [
  golden('modal-three-sprints', 'two sprints wait for dates, one has some', beginModal, form),
  golden('modal-one-sprint', 'one sprint', beginModal, { ...form, sprints: form.sprints.slice(0, 1) }),
  golden('modal-hostile-text', 'names that are out to do harm', beginModal, {
    ...form,
    teamName: hostile,
    sprints: [{ id: 'sprint-33', name: `${hostile} ${longWord}`, window }],
  }),
  golden('announced', 'a sprint begins', sprintBegun, screen),
  golden('announced-bare', 'a sprint of one item begins, nothing else is known', sprintBegun, bare),
  golden('announced-planned', 'a sprint of the future has dates now', sprintBegun, {
    ...screen,
    sprint: { ...screen.sprint, state: 'planned' },
  }),
  golden('announced-moved', 'a sprint has other dates now', sprintBegun, { ...screen, moved: true }),
  golden('announced-over-new-year', 'a sprint that ends in another year', sprintBegun, {
    ...bare,
    window: { start: '2026-12-21', end: '2027-01-08' },
  }),
  golden('announced-much-of-all', 'more of everything than is listed', sprintBegun, full),
  golden('announced-hostile-text', 'texts that are out to do harm', sprintBegun, harmful),
  golden('done-modal', 'the channel is told', begunModal, screen, 'C0SQUAD', true),
  golden('done-modal-nothing-new', 'those were its dates already', begunModal, bare, 'C0SQUAD', false),
  golden('done-modal-no-channel', 'the team has no channel', begunModal, bare, null, false),
]
