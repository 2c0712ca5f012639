// The team's blockers in App Home, as far as they are the person's.
import type { HomePart } from '#subjects/subject.ts'
import { openCards } from './blocker-card.ts'
import { blockersInHome } from './home-part.messages.ts'

export const blockersHome: HomePart = {
  async read({ db }, { person, team, now }) {
    const cards = await openCards(db, team, now)
    const isMine = (slackUserId: string | null) => slackUserId === person.slackUserId
    const own = cards.filter((card) => isMine(card.takenBy ?? card.helper) || isMine(card.raisedBy))
    return blockersInHome(team.id, own, cards.length)
  },
}
