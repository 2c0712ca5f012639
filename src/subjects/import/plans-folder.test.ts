// The watched folder: what is in it at start, what changes later, and what is no plan.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useWorld } from '#test/support/world.ts'
import { type WatchedPlans, watchPlans } from './plans-folder.ts'

const world = useWorld()
let folder: string
let watched: WatchedPlans

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'sprintkeeper-')), 'plans')
  await mkdir(folder)
})

afterEach(async () => {
  await watched.stop()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

const start = async () => {
  watched = await watchPlans(world.services, folder, { defaultTimeZone: 'Asia/Tokyo' })
}
const plan = (team: string, title: string) =>
  `---\nteam: ${team}\n---\n# Sprint 1 (Nov 16 – Nov 27, 2026)\n\n- [ ] AB-1 ${title}\n`
const put = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text)
const teamOf = (slug: string) => world.services.db.team.findFirst({ where: { slug } })
const titlesOf = async (slug: string) => {
  const items = await world.services.db.item.findMany({ where: { team: { slug }, removedAt: null } })
  return items.map(({ title }) => title)
}

/** Waits until what was written is imported: the system tells of a change in its own time. */
async function until(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await check()); tries += 1) {
    if (tries > 400) throw new Error('the change was not imported')
    await new Promise((done) => setTimeout(done, 25))
  }
}

it('imports every plan of the folder and its subfolders at start, and gives a team without a zone the default', async () => {
  await mkdir(join(folder, 'west'))
  await put('kelp.md', plan('Kelp', 'Grow'))
  await put('west/coral.txt', plan('Coral', 'Shine'))
  await put('notes.json', '{}')
  await start()
  expect(await teamOf('kelp')).toMatchObject({ zone: 'Asia/Tokyo' })
  expect(await titlesOf('coral')).toEqual(['Shine'])
  const sources = await world.services.db.planSource.findMany({
    where: { team: { slug: { in: ['kelp', 'coral'] } } },
  })
  expect(sources.map(({ path }) => path).sort()).toEqual(['plans/kelp.md', 'plans/west/coral.txt'])
})

it('imports a file that changes or comes later', async () => {
  await put('urchin.md', plan('Urchin', 'Sleep'))
  await start()
  await put('urchin.md', plan('Urchin', 'Sleep in'))
  await until(async () => (await titlesOf('urchin')).includes('Sleep in'))
  await put('barnacle.md', plan('Barnacle', 'Hold on'))
  await until(async () => (await teamOf('barnacle')) !== null)
  await watched.idle()
})

it('leaves out what is no plan, and imports the others', async () => {
  await put(
    'a-picture.md',
    Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
  )
  await put('b-empty.md', '')
  await put('c-letter.md', 'Dear Maya, thank you for the fish.')
  await put('limpet.md', plan('Limpet', 'Cling'))
  await start()
  expect(await titlesOf('limpet')).toEqual(['Cling'])
})

it('starts without the folder, and says so in the log only', async () => {
  await rm(folder, { recursive: true })
  await expect(start()).resolves.toBeUndefined()
})
