// What each verb of the command line is to the policy. A verb that opens a workspace can't leave it out: `openWorkspace` asks.
import type { Action } from '#domain/access/actions.ts'

/** By verb; null: it reads the files that it is given, and no workspace. */
export const cliActions: Readonly<Record<string, Action | null>> = {
  'plan show': null,
  'plan check': null,
  'plan explain': null,
  'plan diff': null,
  'plan import': 'plan.import',
  'plan export': 'sprint.export',
  doctor: 'installation.check',
}
