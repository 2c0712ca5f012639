// What a local workspace is about: the invented teams, or the plans that somebody brought. Kept with the workspace itself.

/** A workspace's story; one from before there were stories is that of the invented teams. */
export interface Story {
  /** Another for each workspace that was begun. */
  id: string
  kind: 'invented' | 'own'
  /** Nobody said yet what to look at, or nothing was stored yet: the page asks. */
  asks: boolean
  /** The invented teams have lived through their first days. */
  lived: boolean
  /** Whom the person at the page acts as at first; empty: the first member. */
  me: string
  /** What was stored, as the SHA-256 of each file by its name. */
  stored: Record<string, string>
  /** Members whom the person at the page acted as: they do nothing by themselves. */
  taken: string[]
}

/** The story of a workspace's data. */
export function storyOf(data: { story?: Story }): Story {
  data.story ??= { id: 'first', kind: 'invented', asks: false, lived: true, me: '', stored: {}, taken: [] }
  return data.story
}

/** A story at its beginning. */
export function newStory(id: string, kind: Story['kind'], asks: boolean): Story {
  return { id, kind, asks, lived: false, me: '', stored: {}, taken: [] }
}
