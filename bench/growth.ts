/** `npm run bench -- growth FOLDER…`: doubles each line of the plans given, one of each shape, and names those on which work grows faster than length. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countWork } from './work.ts'

const COUNT = 120
const MOST = 1.5

/** Lines that differ in words and numbers alone are of one shape. */
const shapeOf = (line: string) =>
  line
    .replace(/\p{Lu}?\p{L}+/gu, 'a')
    .replace(/\d+/g, '0')
    .replace(/(a0? ?)+/g, 'a')

export function run(): void {
  const lines = new Map<string, string>()
  for (const folder of process.argv.slice(3))
    for (const name of readdirSync(folder))
      for (const line of readFileSync(join(folder, name), 'utf8').split(/\r?\n/))
        if (line.trim() !== '' && line.length < 400 && !lines.has(shapeOf(line)))
          lines.set(shapeOf(line), line)
  const counter = countWork()
  let worst = 0
  let found = 0
  for (const line of lines.values()) {
    const { most: grows, where } = counter.growth(() => line, '# Plan\n\n## Sprint 1\n\n', COUNT)
    worst = Math.max(worst, grows)
    if (grows <= MOST) continue
    found++
    console.log(`${grows.toFixed(2)}  ${where}: ${line.slice(0, 100)}`)
  }
  counter.stop()
  console.log(
    `${lines.size} shapes of lines, ${found} over ${MOST}; the most is ${worst.toFixed(2)} (1 is linear, 3 quadratic)`,
  )
  process.exitCode = found > 0 ? 1 : 0
}
