/** `npm run learn -- DOCS LABELS …`: learns from labelled plans what speaks for each part, and writes the table of weights. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Weights } from '#plan/choice/evidence.ts'
import { checkReadings } from '#plan/learn/check.ts'
import { type LabelledDocument, labelledDocument } from '#plan/learn/document.ts'
import { fullLabels, lineLabels } from '#plan/learn/labels.ts'
import { crossValidate } from '#plan/learn/measure.ts'
import { learnTables } from '#plan/learn/tables.ts'

const TARGET = new URL('#plan/choice/weights.ts', import.meta.url)
const FOLDS = 4

/** Documents NAME.md with labels NAME.txt or NAME.json; index.jsonl beside them tells their authors. */
function read(docs: string, labels: string): LabelledDocument[] {
  const index = join(docs, '..', 'index.jsonl')
  const authors = new Map(
    existsSync(index)
      ? readFileSync(index, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as { n: string; repo: string })
          .map(({ n, repo }) => [n, repo] as const)
      : [],
  )
  return readdirSync(labels)
    .sort()
    .flatMap((file) => {
      const match = /^(.+)\.(txt|json)$/.exec(file)
      const name = match?.[1]
      if (name === undefined || !existsSync(join(docs, `${name}.md`))) return []
      const text = readFileSync(join(labels, file), 'utf8')
      const labelled = match?.[2] === 'json' ? fullLabels(name, text) : lineLabels(name, text)
      if (!labelled) return []
      const bytes = readFileSync(join(docs, `${name}.md`))
      return [labelledDocument(bytes, labelled, authors.get(name) ?? name)]
    })
}

function source(tables: Readonly<Record<string, Weights>>): string {
  const key = (name: string) => (/^[a-z]+$/i.test(name) ? name : `'${name}'`)
  const rows = (values: Readonly<Record<string, number>>) =>
    `{\n${Object.entries(values)
      .map(([name, weight]) => `    ${key(name)}: ${weight},\n`)
      .join('')}  }`
  return [
    "/** What speaks for a block's having a role, in hundredths of log-odds; learnt by `npm run learn`, not written by hand. */",
    "import type { Weights } from './evidence.ts'",
    ...Object.entries(tables).map(
      ([name, { base, features, words }]) =>
        `\nexport const ${name}: Weights = {\n  base: ${base},\n  features: ${rows(features)},\n  words: ${rows(words)},\n}`,
    ),
    '',
  ].join('\n')
}

const per = (share: number) => `${(100 * share).toFixed(1)} %`

function check(documents: readonly LabelledDocument[]): void {
  const { sure, likely, answered } = checkReadings(documents, FOLDS)
  console.log(
    `blocks called sure: ${per(sure.right)} right of what is labelled, ${per(sure.strict)} with cards that no label knows; ${per(sure.share)} of labelled lines`,
  )
  console.log(`blocks called likely: ${per(likely.right)} right; ${per(likely.share)} of labelled lines`)
  console.log(
    `items after 0, 2 and 5 of the worst questions were answered: ${answered.map((f1) => f1.toFixed(3)).join(', ')}`,
  )
}

function main(args: readonly string[]): void {
  const folders = args.filter((arg) => !arg.startsWith('--'))
  if (folders.length < 2 || folders.length % 2 === 1) {
    console.error('Name a folder of plans and a folder of their labels: npm run learn -- DOCS LABELS')
    process.exitCode = 2
    return
  }
  const documents: LabelledDocument[] = []
  for (let i = 0; i < folders.length; i += 2)
    documents.push(...read(folders[i] as string, folders[i + 1] as string))
  const { items, mean } = crossValidate(documents, FOLDS)
  console.log(
    `${documents.length} documents; authors held out: items ${items.toFixed(3)}, mean of documents ${mean.toFixed(3)}`,
  )
  if (args.includes('--check')) {
    check(documents)
    return
  }
  const { cards, ceremonies, objectives, risks } = learnTables(documents)
  writeFileSync(
    TARGET,
    source({ CARDS: cards, CEREMONIES: ceremonies, OBJECTIVES: objectives, RISKS: risks }),
  )
  console.log('src/plan/choice/weights.ts is written')
}

main(process.argv.slice(2))
