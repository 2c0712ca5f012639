// Docs and comments name files; those that are named are there.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const files = globSync('{*,.env.example,{src,test,bench,tools,prisma,docs,plans}/**}', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('src/platform/store/generated/'))

/** "src/plan", "src/plan/text.ts"; what has capitals or "…" in it stands for many. */
const fromRoot = /(?<![\w./@-])(?:src|test|bench|tools|prisma)\/[\w./-]*\w/g
/** "delivery/outbox.ts": a file by the end of its path. */
const byEnd = /(?<![\w./@#-])(?:[\w-]+\/)+[\w.-]+\.(?:ts|mjs|prisma)\b/g

/** The paths that a text names and that are not there. */
function missingIn(text: string, paths: readonly string[]): string[] {
  const known = (named: string) =>
    paths.some((path) => path === named || path.startsWith(`${named}/`) || path.endsWith(`/${named}`)) ||
    /\/[A-Z]{2,}/.test(named)
  return [...new Set([...text.matchAll(fromRoot), ...text.matchAll(byEnd)].map(([named]) => named))].filter(
    (named) => !known(named),
  )
}

/** The comments of a source, without its code. */
const commentsOf = (source: string): string =>
  [...source.matchAll(/(?:^|\s)\/\/ .*|^\s*(?:\/\*\*|\*).*/gm)].join('\n')

it('every file that the docs name is there', () => {
  const docs = files.filter((path) => /^(docs\/)?[^/]+\.md$|^\.env\.example$|^Dockerfile$/.test(path))
  expect(docs.length).toBeGreaterThan(8)
  const missing = docs.flatMap((path) =>
    missingIn(readFileSync(join(root, path), 'utf8'), files).map((named) => `${path}: ${named}`),
  )
  expect(missing).toEqual([])
})

it('every file that a comment names is there', () => {
  const sources = files.filter((path) => /^(src|test|bench|tools)\/.*\.ts$/.test(path))
  const missing = sources.flatMap((path) =>
    missingIn(commentsOf(readFileSync(join(root, path), 'utf8')), files).map((named) => `${path}: ${named}`),
  )
  expect(missing).toEqual([])
})

it('a path that is gone is found, and its like is not', () => {
  const paths = ['src/plan/text.ts', 'src/platform/delivery/outbox.ts']
  expect(missingIn('in src/plan/text.ts, delivery/outbox.ts and src/subjects/NAME', paths)).toEqual([])
  expect(missingIn('in src/messages and src/plan/gone.ts, by store/outbox.ts', paths)).toEqual([
    'src/messages',
    'src/plan/gone.ts',
    'store/outbox.ts',
  ])
  expect(
    commentsOf(`const a = 'src/code.ts' ${'//'} in src/comment.ts\n/** src/doc.ts */\n * src/star.ts`),
  ).toBe(` ${'//'} in src/comment.ts\n/** src/doc.ts */\n * src/star.ts`)
})
