// Decisions: asked, answered, listed.

import { golden, helper } from '#test/goldens/golden.ts'
import { harbor, hostile, many } from '#test/goldens/people.ts'
import {
  answerButton,
  answerDecisionModal,
  askDecisionModal,
  askedForDecision,
  decisionAnswered,
  decisionAsked,
  decisionList,
  questionLine,
} from '../decisions.messages.ts'

const question = { id: 'decision-1', question: 'Do we ship without Apple Pay?\nFinance, by Friday' }

export const goldens = [
  golden('asked', 'told to the team', decisionAsked, question, 'U0MAYA'),
  golden(
    'asked-hostile-text',
    'a question that is out to do harm',
    decisionAsked,
    { ...question, question: hostile },
    'U0MAYA',
  ),
  golden(
    'answered',
    'told to the team',
    decisionAnswered,
    { ...question, answer: 'Yes: Apple Pay comes in January' },
    'U0VP',
  ),
  golden(
    'answered-without-words',
    'the answer is empty',
    decisionAnswered,
    { ...question, answer: null },
    'U0VP',
  ),
  golden('list-none', 'nothing is open', decisionList, harbor, []),
  golden('list-two', 'one of today, one of yesterday', decisionList, harbor, [
    { ...question, ageDays: 1 },
    { id: 'decision-2', question: 'Who signs the refund terms?', ageDays: 0 },
  ]),
  golden('list-one', 'one is open', decisionList, hostile, [{ ...question, ageDays: 12 }]),
  golden(
    'list-25',
    'more than are listed',
    decisionList,
    harbor,
    many(25, (n) => ({ id: `decision-${n}`, question: `Question ${n}?`, ageDays: n })),
  ),
  golden('ask-modal', 'asking', askDecisionModal, 'team-harbor', ''),
  golden(
    'ask-modal-filled-in',
    'asking, with text that was typed',
    askDecisionModal,
    'team-harbor',
    question.question,
  ),
  golden('answer-modal', 'recording the answer', answerDecisionModal, question),
  golden('answer-button', 'the button that records the answer', answerButton, question),
  golden(
    'list-20',
    'as many as are listed',
    decisionList,
    harbor,
    many(20, (n) => ({ id: `decision-${n}`, question: `Question ${n}?`, ageDays: n })),
  ),
  golden('asked-answer', 'answered to the one who asked', askedForDecision),
]

export const helpers = [helper(questionLine, { ...question, ageDays: 3 }, 100)]
