// A check-in: the modal, the reply in the thread, skipping.

import { golden } from '#test/goldens/golden.ts'
import { at, hostile, longWord, many, phoenix } from '#test/goldens/people.ts'
import {
  blockerButton,
  type CheckInView,
  checkInReply,
  editButton,
  pictureAlone,
  takenAs,
  withdrawnReply,
} from '../check-in.messages.ts'
import { type CheckInModal, checkInModal, savedAheadModal, skipModal } from '../check-in-modal.messages.ts'

const first: CheckInModal = {
  occurrenceId: 'occurrence-1118',
  title: 'Harbor Payments · Stand-up · Wed 18 Nov · day 3 of 10',
  note: 'Open until 10:35 MST',
  own: null,
  last: null,
  items: [],
}
const items: CheckInModal['items'] = [
  { id: 'item-412', key: 'HP-412', title: 'Refund API', status: 'in_progress' },
  { id: 'item-415', key: 'HP-415', title: 'Webhook retries', status: 'backlog' },
  { id: 'item-418', key: 'HP-418', title: 'Reconcile the ledger', status: 'dropped' },
]
const said: CheckInView = {
  teamId: 'team-harbor',
  occurrenceId: 'occurrence-1118',
  slackUserId: 'U0JONAS',
  name: 'Jonas Weber',
  timing: 'in time',
  done: 'Refund API: the happy path works',
  today: 'Partial refunds\nThen the docs',
  blockers: 'HP-412: no access to the staging database',
  moved: [{ key: 'HP-412', title: 'Refund API', from: 'in_progress', to: 'blocked' }],
  blockedItemKey: 'HP-412',
  checkInId: 'check-in-7',
}

export const goldens = [
  golden('modal-first-time', 'a new member, without items', checkInModal, first),
  golden(
    'modal-with-yesterday',
    'what was planned yesterday stands under Done; three items can be moved',
    checkInModal,
    {
      ...first,
      last: { date: '2026-11-17', today: 'Refund API: the happy path' },
      items,
    },
  ),
  golden('modal-edit', 'the answer is there already, and is edited', checkInModal, {
    ...first,
    own: { done: 'Refund API', today: 'The docs', blockers: 'No staging' },
    last: { date: '2026-11-17', today: 'Something else' },
    items: items.slice(0, 1),
  }),
  golden('modal-edit-of-nothing-done', 'the answer left Done empty: it stays empty', checkInModal, {
    ...first,
    own: { done: '', today: 'The docs', blockers: '' },
    last: { date: '2026-11-17', today: 'Something else' },
  }),
  golden('modal-120-items', 'a person with 120 items', checkInModal, {
    ...first,
    items: many(120, (n) => ({
      id: `item-${n}`,
      key: `HP-${n}`,
      title: `Story ${n}`,
      status: 'ready' as const,
    })),
  }),
  golden('modal-hostile-text', 'titles and answers that are out to do harm', checkInModal, {
    ...first,
    title: hostile,
    own: { done: hostile, today: longWord, blockers: hostile },
    items: [{ id: 'item-1', key: '<!here>', title: `${hostile} ${longWord}`, status: 'blocked' }],
  }),
  golden('skip-modal', 'skipping one stand-up', skipModal, 'occurrence-1118', first.title),
  golden(
    'saved-ahead',
    'an answer that waits for tomorrow',
    savedAheadModal,
    at('16:35', '2026-11-19'),
    phoenix,
  ),
  golden(
    'taken-as',
    'a reply in the thread was sorted by its sentences',
    takenAs,
    { done: 'Did the ledger.', today: 'Today refunds.', blockers: 'Blocked by the vault.' },
    'occurrence-1118',
  ),
  golden('picture-alone', 'a picture without a word', pictureAlone, 'occurrence-1118'),
  golden('reply-blocker-raised', 'what is in the way was raised as a blocker', checkInReply, {
    ...said,
    raised: { number: 3, resolved: false },
  }),
  golden('reply-blocker-resolved', 'and is resolved since', checkInReply, {
    ...said,
    raised: { number: 3, resolved: true },
  }),
  golden('reply-whole', 'all three parts, a moved item, a blocker that can be raised', checkInReply, said),
  golden('reply-ahead-today-only', 'answered ahead, one part only', checkInReply, {
    ...said,
    timing: 'ahead',
    done: '',
    blockers: '',
    moved: [],
    blockedItemKey: null,
  }),
  golden('reply-late', 'answered late', checkInReply, { ...said, timing: 'late', blockers: '', moved: [] }),
  golden('reply-12-moves', 'twelve items were moved', checkInReply, {
    ...said,
    moved: many(12, (n) => ({
      key: `HP-${n}`,
      title: `Story ${n}`,
      from: 'ready' as const,
      to: 'done' as const,
    })),
  }),
  golden('reply-hostile-text', 'an answer that is out to do harm', checkInReply, {
    ...said,
    name: hostile,
    done: hostile,
    today: longWord,
    blockers: `${hostile}\n${hostile}`,
  }),
  golden('reply-very-long', 'each part as long as the modal takes', checkInReply, {
    ...said,
    done: 'Reviewed the ledger. '.repeat(143).trim(),
    today: 'Review the ledger. '.repeat(158).trim(),
    blockers: 'No "staging". '.repeat(214).trim(),
  }),
  golden('withdrawn', 'the answer was taken back', withdrawnReply, 'U0JONAS'),
  golden('edit-button', 'the button that edits an answer', editButton, 'occurrence-1118'),
  golden('blocker-button', 'a blocker that names no item', blockerButton, { ...said, blockedItemKey: null }),
  golden('blocker-button-none', 'nothing is in the way', blockerButton, { ...said, blockers: '' }),
  golden(
    'blocker-button-shortened',
    'text of characters that JSON writes with six, more than a button holds',
    blockerButton,
    { ...said, blockers: '\u0001'.repeat(1500) },
  ),
]
