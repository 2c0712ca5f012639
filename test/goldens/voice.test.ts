// How the product speaks (docs/voice.md), as far as a machine can tell: no golden shows a banned word.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './cases.ts'

/** What nobody is shown, with what is said instead. */
const banned: { words: RegExp; instead: string }[] = [
  { words: /daily delta/i, instead: 'What changed today' },
  { words: /\bthe register\b/i, instead: 'known risks' },
  { words: /seen in the data/i, instead: 'seen this sprint' },
  { words: /\bI take it\b/, instead: 'I’ll take it' },
  { words: /\bAll [01] /, instead: 'the one; nothing' },
  {
    words:
      /(?<![\d.,:–-])\b1 (?:more )?(?:points|hours|days|items|decisions|blockers|risks|notes|people|objectives|dependencies|sprints|changes|others|working days)\b/,
    instead: 'the plural helper of src/domain/words.ts',
  },
  { words: /\b(?:item|point|day|blocker|risk|note|team)\(s\)/, instead: 'the plural helper' },
  { words: /&(?:lt|gt|amp);/, instead: 'the character itself' },
  { words: /\b(?:undefined|null|NaN|\[object Object\])\b/, instead: 'what it stands for, or nothing' },
  { words: /: $/m, instead: 'nothing after which nothing comes' },
]

/** Texts of the kit itself, and of people who are out to do harm, are not ours. */
const isOurs = (path: string) => !/hostile|blocks[/\\]goldens|shortened/.test(path)

/** What people see of it, without what its buttons carry. */
const shownIn = (path: string): string => {
  const [, shown = ''] =
    /^## What people see\n(.*?)^## Block Kit/ms.exec(readFileSync(join(root, path), 'utf8')) ?? []
  return shown.replace(/"\{.*?\}"/g, '')
}

const goldens = globSync('src/**/goldens/*.golden', { cwd: root })
  .filter(isOurs)
  .map((path) => ({ path, shown: shownIn(path) }))

describe('no message says', () => {
  it.each(banned)('$words, but: $instead', ({ words }) => {
    expect(goldens.length).toBeGreaterThan(300)
    const found = goldens.flatMap(({ path, shown }) => {
      const [said] = words.exec(shown) ?? []
      return said === undefined ? [] : [`${path}: ${said}`]
    })
    expect(found).toEqual([])
  })
})
