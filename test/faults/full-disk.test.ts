// The disk fills up under the embedded server: what was stored stays, nothing is stored by halves, and work goes on when
// there is room again. It takes a disk that a test may fill: root on Linux (npm run faults).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { post } from '#platform/delivery/outbox.ts'
import { prepareDataFolder } from '#platform/environment/folder-trouble.ts'
import { connect, forWorkspace } from '#platform/store/client.ts'
import { startEmbedded } from '#platform/store/embedded.ts'
import { migrate } from '#platform/store/migrate.ts'
import { illness } from '#schedule/health.ts'

const canFill = process.env.FAULT_POINTS === 'all' && process.platform === 'linux' && process.getuid?.() === 0

it.skipIf(!canFill)('a full disk is told, and loses nothing', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220m', 'tmpfs', folder])
  const server = await startEmbedded(folder)
  const prisma = connect(server.connectionString, { connections: 2 })
  try {
    await migrate(server.connectionString, join(import.meta.dirname, '../../prisma/migrations'))
    const data = { slackTeamId: 'T0', name: 'Full', botUserId: 'U0BOT' }
    const { id: workspaceId } = await prisma.workspace.create({ data })
    const db = forWorkspace(prisma, workspaceId)
    const clock = { now: () => new Date() }
    const log = pino({ level: 'silent' })
    const probe = {
      ...{ prisma, clock, log, lastTick: () => clock.now() },
      tryFolder: () => prepareDataFolder(folder),
    }
    const committed = new Set<string>()
    /** Two messages at a time, so that half of them would show. */
    const write = async (n: number) => {
      await db.$transaction(async (tx) => {
        for (const part of ['a', 'b'])
          await post(
            tx,
            { workspaceId, clock },
            { key: `${n}.${part}`, channel: 'C1', text: 'x'.repeat(20_000) },
          )
      })
      for (const part of ['a', 'b']) committed.add(`${n}.${part}`)
    }
    for (let n = 0; n < 20; n++) await write(n)
    expect(await illness(probe)).toBeNull()

    const filler = join(folder, 'filler')
    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(filler, Buffer.alloc(bavail * bsize - bsize))
    let refused = 0
    for (let n = 20; n < 400 && refused < 3; n++) await write(n).catch(() => (refused += 1))
    expect(refused).toBeGreaterThan(0)
    expect(await illness(probe)).not.toBeNull()

    rmSync(filler)
    await expect.poll(() => illness(probe), { timeout: 120_000, interval: 1_000 }).toBeNull()
    await write(1000)
    const stored = (await db.message.findMany({ select: { key: true } })).map(({ key }) => key)
    // A commit whose answer was lost may be there too, and then whole.
    expect([...committed].filter((key) => !stored.includes(key))).toEqual([])
    const halves = stored.filter(
      (key) => !stored.includes(key.replace(/.$/, (part) => (part === 'a' ? 'b' : 'a'))),
    )
    expect(halves).toEqual([])
  } finally {
    await prisma.$disconnect().catch(() => {})
    await server.stop().catch(() => {})
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
})
