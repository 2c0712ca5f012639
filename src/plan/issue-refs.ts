/** Issues and pull requests named by number or address: "#123", "owner/repo#46", "https://github.com/acme/shop/issues/45". */

export interface IssueReference {
  key: string
  /** The Markdown behind or around the reference. */
  rest: string
}

/** Paths of issue trackers, with the part that is the key: a number, or a key of letters and a number. */
const ADDRESS =
  /^<?https?:\/\/[^\s/<>()[\]]{1,100}(?:\/[^\s/<>()[\]]{1,100}){0,8}?\/(?:(?:issues|pull|pulls|merge_requests|work_items)\/(\d{1,7})|(?:browse|issue|story)\/([A-Za-z][A-Za-z0-9]{0,11}-\d{1,6}))(?![\p{L}\d])[^\s<>()[\]]*>?/u

const OTHER_REPOSITORY = /^([A-Za-z\d][\w.-]{0,60}\/[A-Za-z\d][\w.-]{0,80}#\d{1,7})(?!\d)/

const LINK = /^\[([^[\]]{1,300})\]\(([^()\s]{1,400})\)/

/** The issue that a text starts with; of a link to one, the link's text is the rest. */
export function issueReference(markdown: string): IssueReference | null {
  const text = markdown.trimStart()
  if (text.startsWith('[')) {
    const link = LINK.exec(text)
    const target = link?.[2] ? addressed(link[2]) : null
    if (!link?.[1] || !target) return null
    const inner = issueReference(link[1])
    const after = text.slice(link[0].length)
    if (inner) return { key: inner.key, rest: `${inner.rest} ${after}` }
    const own = /^#\d{1,7}(?!\d)/.exec(link[1])?.[0]
    if (own) return { key: own, rest: `${link[1].slice(own.length)}${after}` }
    return after.trim() === '' && !/^\W*[A-Z][A-Z0-9]{0,9}-\d/.test(link[1])
      ? { key: target.key, rest: link[1] }
      : null
  }
  return addressed(text) ?? elsewhere(text)
}

function addressed(text: string): IssueReference | null {
  const match = ADDRESS.exec(text)
  if (!match) return null
  const key = match[1] === undefined ? (match[2] as string) : `#${match[1]}`
  return { key, rest: text.slice(match[0].length) }
}

function elsewhere(text: string): IssueReference | null {
  const match = OTHER_REPOSITORY.exec(text)
  return match?.[1] ? { key: match[1], rest: text.slice(match[0].length) } : null
}
