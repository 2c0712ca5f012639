// The stand-up: its message in the channel, the direct messages around it, the answers to who asks.

import { golden, helper } from '#test/goldens/golden.ts'
import {
  ana,
  at,
  harbor,
  hostile,
  jonas,
  longWord,
  many,
  maya,
  phoenix,
  priya,
  tom,
} from '#test/goldens/people.ts'
import { ceremonyName, nameInSentence, storedCeremonyName } from '#wording/ceremony-name.ts'
import { lateNote, type MissedNote, missedTexts } from '#wording/late.ts'
import { standUpInHome } from '../home-part.messages.ts'
import {
  answerNotPosted,
  askAheadMessage,
  closedReminder,
  overReminder,
  reminder,
  settledPrompt,
} from '../prompts.messages.ts'
import { missedBlock, moveText, standUpMessage, standUpTitle } from '../standup.messages.ts'
import { noStandUp, standUpForAsker } from '../standup-asked.messages.ts'
import { joinedTeam, joinOffer } from '../standup-join.messages.ts'
import { countText, nameOf, rollLines } from '../standup-roll.messages.ts'
import type { StandUpView } from '../standup-shown.ts'

const open: StandUpView = {
  occurrenceId: 'occurrence-1118',
  date: '2026-11-18',
  sprintDay: { n: 3, of: 10 },
  goals: ['Refunds work from end to end in the sandbox'],
  zone: phoenix,
  manyZones: false,
  opensAt: at('16:35'),
  closesAt: at('17:35'),
  phase: 'open',
  late: false,
  missed: null,
  answered: [],
  skipped: [],
  away: [],
  missing: [maya, jonas, priya, tom].map((who) => ({ ...who, atWork: true })),
  moved: [],
}
const reply = {
  ...{ teamId: 'team-harbor', teamName: harbor, personId: 'person-sam', slackUserId: 'U0SAM' },
  byFacilitator: false,
  facilitators: ['U0MAYA'],
}
const someAnswered: StandUpView = {
  ...open,
  answered: [
    { ...maya, timing: 'ahead', blockers: '' },
    { ...jonas, timing: 'in time', blockers: 'No access to the staging database' },
  ],
  skipped: [{ ...ana, reason: 'At a workshop all day' }],
  away: [{ name: 'Lena Vogt', slackUserId: 'U0LENA', until: '2026-11-20', reason: '' }],
  missing: [
    { ...priya, atWork: true },
    { ...tom, atWork: false },
  ],
}
const all = {
  ...someAnswered,
  answered: [...someAnswered.answered, { ...priya, timing: 'late' as const, blockers: '' }],
}
const closed: StandUpView = {
  ...all,
  phase: 'closed',
  missing: [{ ...tom, atWork: true }],
  moved: [
    { name: 'Maya Chen', key: 'HP-412', title: 'Refund API', from: 'in_progress', to: 'done' },
    { name: 'Jonas Weber', key: 'HP-415', title: 'Webhook retries', from: 'ready', to: 'in_progress' },
  ],
}
const planned: StandUpView = {
  ...open,
  phase: 'planned',
  date: '2026-11-19',
  sprintDay: { n: 4, of: 10 },
  opensAt: at('16:35', '2026-11-19'),
}
const note = (own: Partial<MissedNote>): MissedNote => ({
  kind: 'standup',
  title: 'Daily 9:30',
  date: '2026-11-16',
  cause: 'stopped',
  ...own,
})
const notes = [note({}), note({ kind: 'delta' }), note({ date: '2026-11-17' })]
const nobody = { ...open, answered: [], skipped: [], away: [], missing: [] }
const hostileWho = { name: hostile, slackUserId: 'U0VP' }

export const goldens = [
  golden(
    'home-part-open',
    'App Home while the stand-up is open, the person has not answered',
    standUpInHome,
    {
      occurrenceId: 'occurrence-1118',
      open: true,
      opensAt: at('16:35'),
      closesAt: at('17:35'),
      answered: false,
    },
    phoenix,
  ),
  golden(
    'home-part-ahead',
    'App Home in the evening before, in Kolkata',
    standUpInHome,
    {
      occurrenceId: 'occurrence-1119',
      open: false,
      opensAt: at('16:35', '2026-11-19'),
      closesAt: at('17:35', '2026-11-19'),
      answered: false,
    },
    'Asia/Kolkata',
  ),
  golden(
    'home-part-answered',
    'App Home when the person has answered',
    standUpInHome,
    {
      occurrenceId: 'occurrence-1118',
      open: true,
      opensAt: at('16:35'),
      closesAt: at('17:35'),
      answered: true,
    },
    phoenix,
  ),

  golden('open-nobody-yet', 'just opened, four people are expected and at work', standUpMessage, open),
  golden(
    'open-some-answered',
    'two of four have answered, one ahead; one skips, one is away, one is asleep',
    standUpMessage,
    someAnswered,
  ),
  golden(
    'open-late',
    'opened late, after Sprintkeeper was down, with two earlier things missed',
    standUpMessage,
    {
      ...open,
      late: true,
      missed: missedBlock(notes.slice(0, 2)),
    },
  ),
  golden(
    'open-many-zones',
    'members live by several clocks, and the sprint has three goals',
    standUpMessage,
    {
      ...someAnswered,
      manyZones: true,
      goals: ['Refunds work', 'Latency under 200 ms', 'Docs are out'],
    },
  ),
  golden('open-one-person', 'a team of one', standUpMessage, {
    ...open,
    goals: [],
    missing: [{ ...maya, atWork: true }],
  }),
  golden('open-no-members', 'a team that nobody has joined, in a sprint without days', standUpMessage, {
    ...nobody,
    sprintDay: null,
    goals: [],
  }),
  golden('open-all-away', 'nobody is expected: one away, one on a free day, one skips', standUpMessage, {
    ...nobody,
    away: [
      { ...jonas, until: '2026-11-20', reason: '' },
      { ...priya, until: null, reason: 'does not work on Wednesdays' },
    ],
    skipped: [{ ...tom, reason: '' }],
  }),
  golden('open-120-people', 'a team of 120, a third of whom have answered', standUpMessage, {
    ...open,
    answered: many(45, (n) => ({
      name: `Person ${n}`,
      slackUserId: `U0P${n}`,
      timing: 'in time' as const,
      blockers: '',
    })),
    missing: many(75, (n) => ({
      name: `Person ${45 + n}`,
      slackUserId: `U0P${45 + n}`,
      atWork: n % 2 === 0,
    })),
  }),
  golden('open-hostile-text', 'goals, names, reasons that are out to do harm', standUpMessage, {
    ...open,
    goals: [`${hostile} ${longWord}`],
    answered: [{ ...hostileWho, timing: 'late', blockers: hostile }],
    skipped: [{ ...hostileWho, reason: hostile }],
    away: [{ ...hostileWho, until: null, reason: hostile }],
    missing: [{ ...hostileWho, name: longWord, atWork: false }],
  }),
  golden(
    'closed-with-answers',
    'three of four answered, a blocker was told, two items moved',
    standUpMessage,
    closed,
  ),
  golden('closed-all-answered', 'everybody answered, nothing moved, no goal', standUpMessage, {
    ...closed,
    goals: [],
    moved: [],
    missing: [],
  }),
  golden('closed-one-of-three-answered', 'one answered, two did not', standUpMessage, {
    ...closed,
    answered: closed.answered.slice(0, 1),
    missing: [
      { ...priya, atWork: false },
      { ...tom, atWork: false },
    ],
    moved: [],
  }),
  golden('closed-nobody-answered', 'four were expected and nobody came', standUpMessage, {
    ...open,
    phase: 'closed',
  }),
  golden('closed-one-person-answered', 'the only member has answered', standUpMessage, {
    ...nobody,
    phase: 'closed',
    answered: [{ ...maya, timing: 'in time', blockers: '' }],
  }),
  golden('closed-120-moves', '120 items moved and 20 people told blockers', standUpMessage, {
    ...nobody,
    phase: 'closed',
    answered: many(20, (n) => ({
      name: `Person ${n}`,
      slackUserId: `U0P${n}`,
      timing: 'in time' as const,
      blockers: `Waiting for review number ${n}`,
    })),
    moved: many(120, (n) => ({
      name: `Person ${(n % 20) + 1}`,
      key: `HP-${n}`,
      title: `Story ${n} of the migration`,
      from: 'in_progress' as const,
      to: 'in_review' as const,
    })),
  }),
  golden('closed-hostile-text', 'keys, titles and blockers that are out to do harm', standUpMessage, {
    ...nobody,
    phase: 'closed',
    answered: [{ ...hostileWho, timing: 'in time', blockers: `${hostile}\n> quoted` }],
    moved: [{ name: hostile, key: '`HP`-1 <!here>', title: hostile, from: 'blocked', to: 'done' }],
  }),
  golden('missed-none', 'nothing was missed', missedBlock, []),
  golden('missed-one', 'one stand-up was missed', missedBlock, notes.slice(0, 1)),
  golden('missed-five', 'five things were missed', missedBlock, [
    ...notes,
    note({ kind: 'retro', date: '2026-11-13' }),
    note({ kind: 'sync', title: 'Platform clinic <!here>' }),
  ]),
  golden('reminder', 'the one direct message to who is missing', reminder, open, harbor),
  golden(
    'reminder-hostile-team',
    'the same, of a team with a name that is out to do harm',
    reminder,
    open,
    hostile,
  ),
  golden(
    'settled-answered',
    'what the reminder becomes once answered',
    settledPrompt,
    'occurrence-1118',
    '2026-11-18',
    'answered',
  ),
  golden(
    'settled-skipped',
    'what the reminder becomes once skipped',
    settledPrompt,
    'occurrence-1118',
    '2026-11-18',
    'skipped',
  ),
  golden(
    'ask-ahead',
    'asked of somebody in Kolkata, whose day is over when it opens',
    askAheadMessage,
    planned,
    harbor,
    'Asia/Kolkata',
  ),
  golden(
    'not-posted-holiday',
    'an answer ahead to a stand-up that a holiday took away',
    answerNotPosted,
    '2026-11-26',
    harbor,
    'skipped: Thursday is a holiday (Thanksgiving Day)',
  ),
  golden('not-posted-no-reason', 'the same without a reason', answerNotPosted, '2026-11-26', harbor, null),
  golden(
    'asked-answered',
    'asked by one who has answered',
    standUpForAsker,
    someAnswered,
    'answered',
    harbor,
  ),
  golden(
    'asked-missing',
    'asked by one who is still missing',
    standUpForAsker,
    someAnswered,
    'missing',
    harbor,
  ),
  golden('asked-planned', 'asked the evening before', standUpForAsker, planned, 'missing', harbor),
  golden('asked-skipped', 'asked by one who skips', standUpForAsker, someAnswered, 'skipped', harbor),
  golden(
    'asked-closed-missing',
    'asked after its end by one who did not answer',
    standUpForAsker,
    closed,
    'missing',
    harbor,
  ),
  golden(
    'asked-not-a-member',
    'asked by somebody of another team',
    standUpForAsker,
    someAnswered,
    'not a member',
    harbor,
  ),
  golden('none-planned', 'a team without a stand-up', noStandUp, harbor),
  golden('closed-blockers-raised', 'one blocker was raised, another raised and resolved', standUpMessage, {
    ...closed,
    answered: [
      { ...maya, timing: 'in time', blockers: 'No test cards', raised: { number: 3, resolved: false } },
      { ...jonas, timing: 'in time', blockers: 'The vault is down', raised: { number: 4, resolved: true } },
    ],
  }),
  golden('over', 'the next stand-up has opened: nothing is taken for this one', standUpMessage, {
    ...closed,
    phase: 'over',
  }),
  golden('reminder-closed', 'the reminder of one who did not answer, after the end', closedReminder, open),
  golden('reminder-over', 'and once the next stand-up has opened', overReminder, open),
  golden('closed-after-an-outage', 'closed, and something was missed before', standUpMessage, {
    ...closed,
    missed: missedBlock(notes),
  }),
  golden('missed-otherwise', 'one could not be made, of one it is not known why', missedBlock, [
    note({ cause: 'failed' }),
    note({ kind: 'review', cause: 'unknown' }),
  ]),
  golden('closed-12-moves', 'as many moves as are listed: none is left to count', standUpMessage, {
    ...closed,
    moved: many(12, (n) => ({
      name: 'Maya Chen',
      key: `HP-${n}`,
      title: `Story ${n}`,
      from: 'ready' as const,
      to: 'done' as const,
    })),
  }),
  golden('join-offer', 'somebody whom the team does not ask replied in the thread', joinOffer, reply),
  golden('join-offer-guest', 'a guest replied', joinOffer, { ...reply, byFacilitator: true }),
  golden('join-offer-no-facilitator', 'a guest replied, and the team has no facilitator', joinOffer, {
    ...{ ...reply, teamName: hostile },
    byFacilitator: true,
    facilitators: [],
  }),
  golden('join-counted-in', 'they are counted in', joinedTeam, 'U0SAM'),
]

export const helpers = [
  helper(lateNote, 'digest', 'stopped'),
  helper(missedTexts, notes),
  helper(ceremonyName, 'sync', 'Platform clinic (every week)'),
  helper(nameInSentence, 'delta', 'Daily'),
  helper(storedCeremonyName, { kind: 'standup', title: 'Daily' }),
  helper(moveText, { key: 'HP-2', title: 'Refund API', from: 'in_progress', to: 'done' }),
  helper(standUpTitle, open),
  helper(countText, open),
  helper(nameOf, maya),
  helper(rollLines, open),
]
