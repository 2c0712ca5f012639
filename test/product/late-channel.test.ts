// A team whose first plan names no channel gets one by a later plan: from then on its people act and are asked.
import { expect, it } from 'vitest'
import { useApp } from '../support/app.ts'
import { MAYA, SQUAD } from '../support/slack.ts'

const test = useApp({ start: '2026-01-05T18:00:00Z' })
const sprint = (fields: string) =>
  `---\nteam: Squad\n---\n# Sprint 7 (2026-01-05 to 2026-01-16)\n\n${fields}## Items\n\n- [ ] SQ-1 Rotate the keys\n- [ ] SQ-2 Write the runbook\n`

it('the people of the channel are members once a plan links it', async () => {
  await test.importPlan(sprint(''), 'plans/first.md')
  const members = () => test.app.services.db.membership.count({ where: { person: { slackUserId: MAYA } } })
  expect(await members()).toBe(0)
  await test.importPlan(sprint('Slack: #squad\n\n'), 'plans/second.md')
  expect(await test.app.services.db.team.findMany()).toMatchObject([{ channelId: SQUAD }])
  expect(await members()).toBe(1)
})
