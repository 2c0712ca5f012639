// The list of the subjects, in the order in which /sprint help and App Home show them.
import type { Hooks } from '#platform/services.ts'
import { begin } from '#subjects/begin/index.ts'
import { blockers } from '#subjects/blockers/index.ts'
import { changes } from '#subjects/changes/index.ts'
import { hooksOf } from '#subjects/compose.ts'
import { decisions } from '#subjects/decisions/index.ts'
import { digests } from '#subjects/digests/index.ts'
import { help } from '#subjects/help/index.ts'
import { drawHome, home } from '#subjects/home/index.ts'
import { hoursQuestion } from '#subjects/hours-question/index.ts'
import { planImport } from '#subjects/import/index.ts'
import { items } from '#subjects/items/index.ts'
import { meetings } from '#subjects/meetings/index.ts'
import { objectives } from '#subjects/objectives/index.ts'
import { presence } from '#subjects/presence/index.ts'
import { reminders } from '#subjects/reminders/index.ts'
import { retro } from '#subjects/retro/index.ts'
import { risks } from '#subjects/risks/index.ts'
import { sprintPlan } from '#subjects/sprint-plan/index.ts'
import { standup } from '#subjects/standup/index.ts'
import { status } from '#subjects/status/index.ts'
import type { Subject } from '#subjects/subject.ts'
import { team } from '#subjects/team/index.ts'
import { workspace } from '#subjects/workspace/index.ts'

export const allSubjects: readonly Subject[] = [
  status,
  standup,
  hoursQuestion,
  presence,
  items,
  blockers,
  sprintPlan,
  changes,
  risks,
  objectives,
  decisions,
  digests,
  reminders,
  meetings,
  retro,
  begin,
  planImport,
  team,
  workspace,
  home,
  help(() => allSubjects),
]

/** What each subject does when another one changed something of its concern. */
export const hooks: Hooks = hooksOf(
  allSubjects,
  drawHome(allSubjects.flatMap((subject) => (subject.home ? [subject.home] : []))),
)
