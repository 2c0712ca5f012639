/** Labels of a document by line, out of the two forms that they are written in. */

export interface Labelled {
  name: string
  /** Each item's line, then the other lines that tell it. */
  items: number[][]
  backlog: number[][]
  sprints: { line: number; items: number[] }[]
  goals: number[]
  objectives: number[] | null
  risks: number[]
  ceremonies: number[]
}

interface Line {
  line: number
  alsoLine?: number[]
}

interface FullLabels {
  suitable: boolean
  sprints?: { line: number; items: Line[] }[]
  backlog?: Line[]
  risks?: Line[]
  ceremonies?: Line[]
}

/** Every field, as JSON; null: the document holds no plan. Goals and objectives are not labelled by line there. */
export function fullLabels(name: string, json: string): Labelled | null {
  const labels = JSON.parse(json) as FullLabels
  if (!labels.suitable) return null
  const linesOf = (item: Line) => [item.line, ...(item.alsoLine ?? [])].filter((line) => line > 0)
  const sprints = labels.sprints ?? []
  const backlog = (labels.backlog ?? []).map(linesOf)
  return {
    name,
    items: [...sprints.flatMap((sprint) => sprint.items.map(linesOf)), ...backlog],
    backlog,
    sprints: sprints.map(({ line, items }) => ({ line, items: items.map((item) => item.line) })),
    goals: [],
    objectives: null,
    risks: (labels.risks ?? []).map((risk) => risk.line),
    ceremonies: (labels.ceremonies ?? []).map((ceremony) => ceremony.line),
  }
}

/** "31-38 40 44-60/4" → the lines. @throws Error naming the word that is no line. */
function numbers(words: readonly string[]): number[] {
  return words.flatMap((word) => {
    const match = /^(\d+)(?:-(\d+)(?:\/(\d+))?)?$/.exec(word)
    if (!match) throw new Error(`"${word}" is no line, range or stepped range: write 12, 12-20 or 12-20/4`)
    const [from, to, step] = [Number(match[1]), Number(match[2] ?? match[1]), Number(match[3] ?? 1)]
    const all: number[] = []
    for (let n = from; n <= to; n += Math.max(1, step)) all.push(n)
    return all
  })
}

/** Lines of words and numbers; null: the document holds no plan. @throws Error naming what is no label. */
export function lineLabels(name: string, text: string): Labelled | null {
  const labelled: Labelled = {
    name,
    items: [],
    backlog: [],
    sprints: [],
    goals: [],
    objectives: [],
    risks: [],
    ceremonies: [],
  }
  const byLine = new Map<number, number[]>()
  for (const raw of text.split('\n')) {
    const [word, ...rest] = raw
      .replace(/\s+#\s.*$/, '')
      .trim()
      .split(/\s+/)
    switch (word) {
      case '':
      case undefined:
      case 'suitable':
      case 'doubt':
      case 'team':
      case 'stretch':
        break
      case 'unsuitable':
        return null
      case 'sprint':
        labelled.sprints.push({ line: numbers(rest.slice(0, 1))[0] as number, items: [] })
        break
      case 'items':
      case 'backlog':
        for (const line of numbers(rest)) {
          const lines = [line]
          byLine.set(line, lines)
          labelled.items.push(lines)
          if (word === 'backlog') labelled.backlog.push(lines)
          else labelled.sprints.at(-1)?.items.push(line)
        }
        break
      case 'also':
        for (const pair of rest) {
          const [line, other] = pair.split('=').map(Number)
          if (line && other) byLine.get(line)?.push(other)
        }
        break
      case 'goals':
        labelled.goals.push(...numbers(rest))
        break
      case 'objectives':
        labelled.objectives?.push(...numbers(rest))
        break
      case 'risks':
        labelled.risks.push(...numbers(rest))
        break
      case 'ceremonies':
        labelled.ceremonies.push(...numbers(rest.map((pair) => pair.split(':')[0] as string)))
        break
      default:
        if (!word.startsWith('#')) throw new Error(`"${word}" in the labels of ${name} is no label`)
    }
  }
  return labelled
}
