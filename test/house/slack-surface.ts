// What of Slack the product uses, beside what each part says of it: the manifest, the doctor's list of scopes, the local
// Slack, the docs. All pure: the parts come as text and data, so that a difference can be planted.

/** What one part says, sorted or not. A list that is left out is none of that part's business. */
export interface Part {
  name: string
  scopes?: readonly string[]
  /** Subscriptions ("message.channels"). */
  events?: readonly string[]
  /** Slash commands ("/sprint"). */
  commands?: readonly string[]
  /** Words of /sprint. */
  words?: readonly string[]
}

const kinds = ['scopes', 'events', 'commands', 'words'] as const

/** A line for each thing that a part lacks, and for each that it names and nothing uses. */
export function differences(used: Required<Part>, parts: readonly Part[]): string[] {
  return parts.flatMap((part) =>
    kinds.flatMap((kind) => {
      const stated = part[kind]
      if (!stated) return []
      const missing = used[kind].filter((each) => !stated.includes(each))
      const unused = stated.filter((each) => !used[kind].includes(each))
      return [
        ...missing.map((each) => `${part.name} lacks ${each} (${kind}), which is used`),
        ...unused.map((each) => `${part.name} has ${each} (${kind}), which nothing uses`),
      ]
    }),
  )
}

/** The first column of the table under a heading of a document: what stands in it between backticks. */
export function firstColumn(markdown: string, heading: string): string[] {
  const section = markdown.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code))
}

/** The words of /sprint in docs/user-guide.md; a row may name several: "`/sprint start KEY`, `review KEY`". */
export function guideWords(userGuide: string): string[] {
  const words = firstColumn(userGuide, 'All commands').map(
    (code) =>
      code
        .replace(/^\/sprint ?/, '')
        .split(' ')
        .at(0) ?? '',
  )
  // Bare /sprint is a word's alias.
  return [...new Set(words)].filter((word) => word !== '')
}
