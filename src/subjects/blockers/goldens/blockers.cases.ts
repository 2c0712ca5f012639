// A blocker: its card, what is asked and told of it, the list, its modals.

import { golden, helper } from '#test/goldens/golden.ts'
import { at, harbor, hostile, longWord, many } from '#test/goldens/people.ts'
import { blockerCardOf } from '#test/goldens/rows.ts'
import { escalateBlockerModal, raiseBlockerModal, resolveBlockerModal } from '../blocker-modals.messages.ts'
import {
  type BlockerCard,
  blockerAsk,
  blockerButtons,
  blockerCard,
  blockerHelpRequest,
  blockerList,
  blockerName,
  blockerReply,
} from '../blockers.messages.ts'
import { blockersInHome } from '../home-part.messages.ts'

const open: BlockerCard = {
  id: 'blocker-3',
  number: 3,
  text: 'No access to the staging database.\nThe ticket is two weeks old.',
  severity: 'high',
  state: 'open',
  item: { key: 'HP-418', title: 'Reconcile the ledger' },
  raisedBy: 'U0JONAS',
  helper: 'U0TOM',
  takenBy: null,
  resolvedBy: null,
  resolution: null,
  raisedAt: at('17:00', '2026-11-17'),
  raisedAtText: 'Tue 17 Nov, 10:00 MST',
  escalation: null,
  ageDays: 1,
}
const fresh: BlockerCard = {
  ...open,
  id: 'blocker-5',
  number: 5,
  text: 'CI is slow',
  severity: 'low',
  item: null,
  helper: null,
  ageDays: 0,
}
const taken: BlockerCard = { ...open, state: 'taken', takenBy: 'U0TOM' }
const escalated: BlockerCard = {
  ...open,
  state: 'escalated',
  helper: 'U0VP',
  escalation: { by: 'U0MAYA', reason: 'Decide by Friday which database we may use' },
  ageDays: 4,
}
const resolved: BlockerCard = {
  ...taken,
  state: 'resolved',
  resolvedBy: 'U0TOM',
  resolution: 'The ticket was in the wrong queue',
  ageDays: 3,
}
const harmful: BlockerCard = {
  ...open,
  text: `${hostile}\n${longWord}`,
  item: { key: hostile, title: hostile },
  state: 'escalated',
  escalation: { by: null, reason: hostile },
  raisedAtText: hostile,
}
const team = { id: 'team-harbor', name: harbor }
const form = {
  teamId: 'team-harbor',
  items: [
    { id: 'item-412', key: 'HP-412', title: 'Refund API' },
    { id: 'item-418', key: 'HP-418', title: 'Reconcile the ledger' },
  ],
  itemId: 'item-418',
  text: 'No access to staging',
}

export const goldens = [
  golden(
    'home-part',
    'App Home of who raised a blocker, in a team with two more',
    blockersInHome,
    'team-harbor',
    [blockerCardOf({ number: 3 })],
    3,
  ),
  golden('home-part-none', 'App Home in a team without blockers', blockersInHome, 'team-harbor', [], 0),
  golden(
    'home-part-exactly-full',
    'App Home with as many blockers as are shown',
    blockersInHome,
    'team-harbor',
    many(5, (n) => blockerCardOf({ number: n })),
    5,
  ),

  golden('card-open', 'raised yesterday, somebody can help', blockerCard, open),
  golden('card-fresh', 'raised just now, about no item', blockerCard, fresh),
  golden('card-taken', 'somebody has it', blockerCard, taken),
  golden('card-escalated', 'it was escalated', blockerCard, escalated),
  golden('card-resolved', 'it was resolved after three days', blockerCard, resolved),
  golden('card-resolved-same-day', 'resolved on the same day, nobody knows by whom', blockerCard, {
    ...resolved,
    resolvedBy: null,
    resolution: null,
    ageDays: 0,
  }),
  golden('card-hostile-text', 'a text that is out to do harm', blockerCard, harmful),
  golden('help-request', 'who can help is asked', blockerHelpRequest, open, {
    channelId: 'C0SQUAD',
    key: 'blocker:3:card',
  }),
  golden('help-request-not-posted', 'the team has no channel', blockerHelpRequest, fresh, null),
  golden('help-request-escalated', 'something is asked of a stakeholder', blockerHelpRequest, escalated, {
    channelId: 'C0SQUAD',
    key: 'blocker:3:card',
  }),
  golden('help-request-resolved', 'what becomes of it once resolved', blockerHelpRequest, resolved, {
    channelId: 'C0SQUAD',
    key: 'blocker:3:card',
  }),
  golden('ask-stakeholders', 'posted to the stakeholders', blockerAsk, escalated, harbor),
  golden(
    'ask-stakeholders-resolved',
    'what becomes of it once resolved',
    blockerAsk,
    { ...resolved, escalation: escalated.escalation },
    harbor,
  ),
  golden(
    'ask-stakeholders-hostile-text',
    'a text that is out to do harm',
    blockerAsk,
    { ...harmful, helper: null },
    hostile,
  ),
  golden('reply-taken', 'told in the thread', blockerReply, taken, 'taken', 'U0TOM', null),
  golden(
    'reply-taken-by-raiser',
    'who raised it takes it: nobody else is told',
    blockerReply,
    taken,
    'taken',
    'U0JONAS',
    null,
  ),
  golden('reply-escalated', 'told in the thread', blockerReply, escalated, 'escalated', 'U0MAYA', null),
  golden(
    'reply-resolved',
    'the item goes on',
    blockerReply,
    resolved,
    'resolved',
    'U0TOM',
    '*HP-418* is in progress again.',
  ),
  golden(
    'reply-resolved-same-day',
    'resolved at once',
    blockerReply,
    { ...resolved, ageDays: 0 },
    'resolved',
    'U0TOM',
    null,
  ),
  golden(
    'reply-resolved-after-a-day',
    'resolved on the next day',
    blockerReply,
    { ...resolved, ageDays: 1 },
    'resolved',
    'U0TOM',
    null,
  ),
  golden('list-none', 'none is open', blockerList, [], team),
  golden('list-one', 'one is open', blockerList, [open], team),
  golden(
    'list-three',
    'escalated, taken, new',
    blockerList,
    [escalated, { ...taken, id: 'blocker-4', number: 4 }, fresh],
    team,
  ),
  golden(
    'list-120',
    '120 are open',
    blockerList,
    many(120, (n) => ({ ...open, id: `blocker-${n}`, number: n, ageDays: 120 - n })),
    team,
  ),
  golden('buttons-open', 'what can be done with an open one', blockerButtons, open),
  golden('raise-modal', 'raised on an item', raiseBlockerModal, form),
  golden('raise-modal-no-items', 'a team without items', raiseBlockerModal, {
    ...form,
    items: [],
    itemId: null,
    text: '',
  }),
  golden('raise-modal-120-items', 'a team with 120 items, raised on the last of them', raiseBlockerModal, {
    ...form,
    items: many(120, (n) => ({ id: `item-${n}`, key: `HP-${n}`, title: `Story ${n}` })),
    itemId: 'item-120',
  }),
  golden('raise-modal-hostile-text', 'texts that are out to do harm', raiseBlockerModal, {
    ...form,
    items: [{ id: 'item-1', key: '<!here>', title: longWord }],
    text: hostile,
  }),
  golden('resolve-modal', 'resolving', resolveBlockerModal, open),
  golden('escalate-modal', 'escalating to the stakeholders', escalateBlockerModal, open, 'stakeholders'),
  golden(
    'escalate-modal-thread',
    'escalating without a stakeholder channel',
    escalateBlockerModal,
    open,
    'thread',
  ),
  golden(
    'ask-stakeholders-without-words',
    'resolved, and nobody said what was asked or how',
    blockerAsk,
    { ...resolved, resolution: null },
    harbor,
  ),
]

export const helpers = [helper(blockerName, open)]
