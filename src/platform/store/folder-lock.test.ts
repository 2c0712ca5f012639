// The lock of a data folder, tried for by processes of their own at the same moment.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockFolder } from './folder-lock.ts'

interface Contender {
  child: ChildProcess
  ask(line: string): Promise<string>
}

async function contender(): Promise<Contender> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../../test/support/contend-lock.ts')],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => String((await lines.next()).value)
  await next()
  return {
    child,
    ask(line) {
      child.stdin.write(`${line}\n`)
      return next()
    },
  }
}

describe('the lock of a data folder', { timeout: 120_000 }, () => {
  let folder: string
  let contenders: Contender[] = []
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-lock-'))
    contenders = await Promise.all([1, 2, 3, 4].map(contender))
  })
  afterAll(() => {
    for (const { child } of contenders) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('left behind by a dead process goes to exactly one of four that come at once, 200 times', async () => {
    const { pid } = spawnSync('true')
    for (let round = 0; round < 200; round++) {
      writeFileSync(join(folder, 'sprintkeeper.lock'), JSON.stringify({ pid, began: '1' }))
      const answers = await Promise.all(contenders.map(({ ask }) => ask(folder)))
      expect(answers.toSorted(), `round ${round}`).toEqual(['held', 'refused', 'refused', 'refused'])
      await Promise.all(contenders.map(({ ask }) => ask('free')))
    }
  })

  it('of a holder that is killed goes to exactly one of the others', async () => {
    for (let round = 0; round < 10; round++) {
      const holder = await contender()
      expect(await holder.ask(folder)).toBe('held')
      holder.child.kill('SIGKILL')
      await once(holder.child, 'exit')
      const answers = await Promise.all(contenders.map(({ ask }) => ask(folder)))
      expect(answers.toSorted(), `round ${round}`).toEqual(['held', 'refused', 'refused', 'refused'])
      await Promise.all(contenders.map(({ ask }) => ask('free')))
    }
  })

  it('is refused to the process itself as long as it holds it', () => {
    const free = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`)
    free()
    lockFolder(folder)()
  })
})
