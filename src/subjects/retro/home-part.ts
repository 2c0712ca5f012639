// A person's open actions in App Home.
import { fromDateColumn } from '#platform/store/date-column.ts'
import { todayOf } from '#records/team-calendar.ts'
import type { HomePart } from '#subjects/subject.ts'
import { actionsInHome } from './home-part.messages.ts'

export const actionsHome: HomePart = {
  async read({ db }, { person, team, now }) {
    const today = todayOf(team, now)
    const open = await db.action.findMany({
      where: { teamId: team.id, ownerId: person.id, state: 'open' },
      orderBy: [{ due: 'asc' }, { createdAt: 'asc' }],
    })
    const shown = open.map(({ id, text, due }) => {
      const date = due && fromDateColumn(due)
      return { id, text, due: date, overdue: date !== null && date < today }
    })
    return { blocks: actionsInHome(shown) }
  },
}
