// A process that does one thing, for a test to kill between two of its statements.
import { pino } from 'pino'
import type { Services } from '#platform/services.ts'
import { connect, forWorkspace } from '#platform/store/client.ts'
import { tick } from '#schedule/tick.ts'
import { raiseBlocker } from '#subjects/blockers/blockers.ts'
import { ceremoniesOf } from '#subjects/compose.ts'
import { addNotes } from '#subjects/retro/retro.steps.ts'
import { answerCheckIn } from '#subjects/standup/check-in.ts'
import { allSubjects, hooks } from '../../src/all-subjects.ts'

/** What it does, with the ids that it needs. */
export type Act =
  | { name: 'tick' }
  | { name: 'answer'; occurrenceId: string; personId: string; itemId: string }
  | { name: 'block'; teamId: string; personId: string; itemId: string; submission: string }
  | { name: 'notes'; retroId: string; personId: string }

/** As the product does it. */
export async function perform(services: Services, act: Act): Promise<void> {
  const { db } = services
  switch (act.name) {
    case 'tick': {
      const ceremonies = ceremoniesOf(allSubjects)
      await tick({ prisma: db, clock: services.clock, workspaces: [services], ceremonies, owner: 'act' })
      return
    }
    case 'answer': {
      const answer = { done: 'Ledger', today: 'API', blockers: '' }
      const moves = [{ itemId: act.itemId, from: 'ready' as const, to: 'in_progress' as const }]
      const { status } = await db.item.findUniqueOrThrow({ where: { id: act.itemId } })
      await answerCheckIn(services, { ...act, answer, moves: status === 'ready' ? moves : [] })
      return
    }
    case 'block': {
      const { teamId, personId, itemId, submission } = act
      const asked = { teamId, personId, itemId, submission, text: 'No access', severity: 'high' as const }
      await raiseBlocker(services, { ...asked, helperId: null })
      return
    }
    case 'notes': {
      const person = await db.person.findUniqueOrThrow({ where: { id: act.personId } })
      await addNotes(services, act.retroId, person, { well: 'Calm', didnt: 'Flaky', try: '' })
    }
  }
}

const { DATABASE_URL, WORKSPACE_ID = '', NOW = '', ACT } = process.env
if (DATABASE_URL && ACT) {
  const prisma = connect(DATABASE_URL, { connections: 2 })
  const services = {
    db: forWorkspace(prisma, WORKSPACE_ID),
    workspaceId: WORKSPACE_ID,
    clock: { now: () => new Date(NOW) },
    log: pino({ level: 'silent' }),
    hooks,
  } as Services
  await perform(services, JSON.parse(ACT))
  await prisma.$disconnect()
  process.send?.({ done: true })
  process.disconnect?.()
}
