/** Channel names in text. */
import { withoutEmoji } from '../text.ts'

/** Channel names: "#" and a name that is no number. */
export function channelsIn(text: string): string[] {
  const found: string[] = []
  for (const match of withoutEmoji(text).matchAll(
    /(?:^|[\s(`*_[,、，/])#([\p{Ll}\p{N}][\p{Ll}\p{N}_-]{1,79})/gu,
  )) {
    const name = (match[1] as string).replace(/[-_]+$/, '')
    if (/\p{L}/u.test(name) && !found.includes(`#${name}`)) found.push(`#${name}`)
  }
  return found
}
