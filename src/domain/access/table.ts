// docs/access.md: the whole policy as a page, from the policy itself.
import { ACTION_NAMES, type Action, OWN_ACTIONS, TEAM_ACTIONS } from './actions.ts'
import { ALLOWED, claiming, WHO, WHO_NAMES } from './policy.ts'

/** The page, Markdown. */
export function accessPage(): string {
  return [
    '# Who may do what',
    '',
    'Every word of `/sprint`, every button, every modal, `POST /plans`, the command line and the watched folder ask one',
    'policy, `src/domain/access/policy.ts`, before anything is read or changed. This page is written from it, and a test',
    'keeps it so.',
    '',
    '## Who',
    ...WHO.map((who) => `- **${who}**: ${WHO_NAMES[who]}.`),
    '',
    'Somebody who is several of these may do what any of them may. A guest or a person of another workspace whom a',
    "facilitator added by name is a member while in the team's channel. The members of a team without a channel are those",
    'whom it asks; one that also asks nobody is taken up by anybody of the workspace.',
    '',
    '## In a team',
    ...table(TEAM_ACTIONS),
    '',
    `In a team without a facilitator who may act, a member who does one of ${claiming.map((each) => `\`${each}\``).join(', ')} becomes its facilitator, and the audit says so.`,
    '',
    '## Of no team',
    ...table(OWN_ACTIONS),
    '',
    'The test of the gate (`test/house/access.test.ts`) lists every word, button, modal, event, verb of the command line and HTTP route,',
    'and tries those that are not behind the gate of Slack with a policy that lets nobody in. `/health`, `/ready` and `/metrics` ask',
    'nothing: the first two say yes or no, the third is off unless asked for, on a port of its own, and has figures alone.',
    '',
    'Admins may narrow `team.create`, with `/sprint admin`: to admins, or to people whom they name and admins. The operator and a',
    'holder of PLANS_TOKEN may always start teams, as they set Sprintkeeper up. The channels that an admin closed are closed to',
    'all of them: no team is held there, and nothing is posted.',
    '',
  ].join('\n')
}

function table(actions: readonly Action[]): string[] {
  return [
    `| action | what it is | ${WHO.join(' | ')} |`,
    `| --- | --- |${' :-: |'.repeat(WHO.length)}`,
    ...actions.map((action) => {
      const cells = WHO.map((who) => (ALLOWED[action].includes(who) ? 'yes' : '·'))
      return `| \`${action}\` | ${ACTION_NAMES[action]} | ${cells.join(' | ')} |`
    }),
  ]
}
