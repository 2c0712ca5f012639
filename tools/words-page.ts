// docs/words/CODE.md: what a language's words are taken for, for people who speak it.
import type { LanguageWords, NamedKind } from '#plan/words/language-words.ts'

const MEANT: Readonly<Record<NamedKind, string>> = {
  retro: 'Retrospective',
  refinement: 'Refinement of the backlog',
  standup: 'Stand-up',
  planning: 'Planning of a sprint',
  digest: 'A written update, as a digest or report',
  review: 'Review or demo',
  release: 'Release, launch, deployment',
  sync: 'Any other meeting',
  milestone: 'Key date: a milestone, deadline or freeze',
}

/** The page of one language, as Markdown. */
export function wordsPage(code: string, { name, ceremonies }: LanguageWords): string {
  const rows = (Object.keys(MEANT) as NamedKind[]).map((kind) => {
    const words = ceremonies[kind]
      .split(';')
      .map((word) => word.trim())
      .filter(Boolean)
    return `| ${MEANT[kind]} | ${words.length ? words.join(', ') : '–'} |`
  })
  return `# ${name}

Written by \`npm run words\` from \`src/plan/words/${code}.ts\`: change that file. Capitals, accents and punctuation make no
difference when a plan is read.

## Meetings and key dates

| Meant | Said in a plan |
| --- | --- |
${rows.join('\n')}
`
}
