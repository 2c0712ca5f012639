// A person's open items in App Home.
import type { HomePart } from '#subjects/subject.ts'
import { itemsInHome } from './home-part.messages.ts'
import { ownOpenItems } from './item-card.ts'

export const itemsHome: HomePart = {
  async read(services, { person, team }) {
    return { blocks: itemsInHome(await ownOpenItems(services, team, person)) }
  },
}
