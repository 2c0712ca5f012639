// The risk digest, the modal that adds a risk, and what is told of one.

import { scoreRegister } from '#domain/sprint/register.ts'
import { golden } from '#test/goldens/golden.ts'
import { harbor, hostile, longWord, many } from '#test/goldens/people.ts'
import { register, risks, seen } from '#test/goldens/sprint.ts'
import { addRiskModal } from '../risk-modal.messages.ts'
import { type RiskDigestView, riskAdded, riskClosed, riskDigest, riskReopened } from '../risks.messages.ts'

const posted = { sprintId: 'sprint-32', messageKey: 'risks:2026-11-18' }
const dependencyOf = (kind: string) => (kind.startsWith('dependency') ? `${kind}-1` : null)
const shownRisks = seen.map((risk) => ({ ...risk, dependencyId: dependencyOf(risk.kind) }))
const view: RiskDigestView = {
  sprintId: 'sprint-32',
  teamName: harbor,
  sprintName: 'Sprint 32',
  today: '2026-11-18',
  register,
  seen: shownRisks,
  digest: posted,
  late: false,
}
const many40 = scoreRegister(
  many(40, (n) => ({
    id: `risk-${n}`,
    title: `Risk ${n}`,
    likelihood: 'low' as const,
    impact: 'medium' as const,
    mitigation: 'Watch it',
    owner: 'Tom Okafor',
    closedAt: null,
  })),
)
const harmful = scoreRegister([
  {
    id: 'risk-1',
    title: `${hostile} ${longWord}`,
    likelihood: 'high',
    impact: null,
    mitigation: hostile,
    owner: hostile,
    closedAt: null,
  },
])

export const goldens = [
  golden('digest-posted', 'what the data show and the register, in the channel', riskDigest, view),
  golden('digest-for-asker', 'the same, for the one who asked', riskDigest, { ...view, digest: null }),
  golden('digest-empty', 'nothing is seen and nothing is feared', riskDigest, {
    ...view,
    seen: [],
    register: [],
  }),
  golden('digest-only-dependencies', 'only dependencies are seen', riskDigest, {
    ...view,
    seen: shownRisks.filter(({ dependencyId }) => dependencyId !== null),
    register: [],
  }),
  golden('digest-late', 'told late', riskDigest, { ...view, seen: [], late: 'unknown' }),
  golden('digest-40-risks', '40 in the register, 30 in the data', riskDigest, {
    ...view,
    seen: many(30, () => shownRisks)
      .flat()
      .slice(0, 30),
    register: many40,
  }),
  golden('digest-hostile-text', 'texts that are out to do harm', riskDigest, {
    ...view,
    teamName: hostile,
    sprintName: longWord,
    register: harmful,
    seen: [
      {
        kind: 'blocked_long',
        severity: 'high',
        score: 9,
        dependencyId: null,
        reason: [
          { type: 'item', key: hostile, title: hostile },
          { type: 'text', text: hostile },
          { type: 'blocker', number: 1, text: hostile },
          { type: 'dependency', text: longWord },
        ],
      },
    ],
  }),
  golden(
    'closed-in-channel',
    'closed in a posted digest',
    riskClosed,
    { id: 'risk-1', title: 'The audit asks for more' },
    posted,
  ),
  golden('closed-for-asker', 'closed in an answer', riskClosed, { id: 'risk-1', title: hostile }, null),
  ...register.map((risk) => golden(`added-${risk.id}`, 'a risk was added', riskAdded, risk, 'U0MAYA')),
  golden('modal', 'adding a risk', addRiskModal, { sprintId: 'sprint-32', title: '', owner: 'Maya Chen' }),
  golden('modal-filled-in', 'adding a risk that was typed', addRiskModal, {
    sprintId: 'sprint-32',
    title: hostile,
    owner: longWord,
  }),
  golden(
    'added-impact-only',
    'a risk of which only the impact is said',
    riskAdded,
    {
      ...risks[0],
      id: 'risk-4',
      title: 'The audit asks for more',
      likelihood: null,
      impact: 'high',
      score: 6,
      assumed: true,
      mitigation: null,
      owner: null,
      closedAt: null,
    },
    'U0MAYA',
  ),
  golden('reopened', 'told to the one who reopened it', riskReopened, 'The vault\nis down'),
]
