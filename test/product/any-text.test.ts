// Whatever text somebody sends, by whatever way in: it is kept, or refused in words at the field that it stands in.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { StoredMessage, StoredView } from '#local/slack/types.ts'
import { commandsOf } from '#subjects/compose.ts'
import { useApp } from '#test/support/app.ts'
import { GENERAL, MAYA, PRIYA, SAM, SQUAD, TOMAS } from '#test/support/slack.ts'
import { allSubjects } from '../../src/all-subjects.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-16)

Slack: #squad, updates in #stakeholders

## Objectives
- Rotate in a day (target: 95%)

## Items
- [ ] SQ-1 Rotate the keys (3 pts) @Maya Okafor
- [ ] SQ-2 Write the runbook (2 pts)
`

const texts: Record<string, string> = {
  'with NUL, lone surrogates and marks of direction': 'a\0b\0 x\ud800 \udc00y \u202e',
  'of one word of 2,900 characters': 'w'.repeat(2900),
  'of characters that are escaped': '&<'.repeat(1450),
  'of characters that JSON escapes': '"\\\n'.repeat(960),
  'of 12,000 characters': 'Some words of a sentence. '.repeat(470),
}
const people = [MAYA, TOMAS, PRIYA, SAM]
const ours = 'Something went wrong'

/** The modals that have an input for text, as the goldens show them. */
function modalsWithText(): string[] {
  const subjects = join(import.meta.dirname, '../../src/subjects')
  const files = readdirSync(subjects, { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => file.endsWith('.golden'))
    .map((file) => readFileSync(join(subjects, file), 'utf8'))
    .filter((golden) => golden.includes('"plain_text_input"'))
    .map((golden) => /"callback_id": "([^"]+)"/.exec(golden)?.[1] ?? '')
  return [...new Set(found)].sort()
}

describe('any text', () => {
  const test = useApp({ start: '2026-01-05T15:00:00Z' })
  let turn = 0
  /** Somebody else each time: one person alone would be told to wait. */
  const next = () => people[turn++ % people.length] ?? MAYA

  beforeAll(async () => {
    await test.importPlan(plan)
    const { services } = test.app
    const { db, workspaceId } = services
    const { id: teamId } = await db.team.findFirstOrThrow({ where: { slug: 'squad' } })
    await test.slack.join(SQUAD, SAM)
    await test.slack.join('C0STAKE', TOMAS)
    await test.slack.join('C0STAKE', SAM)
    await vi.waitFor(async () =>
      expect(await db.channelMember.count({ where: { slackUserId: SAM, channelId: 'C0STAKE' } })).toBe(1),
    )
    for (const { id: personId } of await db.person.findMany({ where: { slackUserId: { in: people } } })) {
      const since = services.clock.now()
      await db.teamRole.create({ data: { workspaceId, teamId, personId, role: 'facilitator', since } })
    }
    await test.moveTo('2026-01-05T16:30:00Z')
  })

  const answerTo = async (user: string, line: string, channel = SQUAD) => {
    const before = test.slack.ephemerals(user).length
    await test.slack.asUser(user).command(line, channel)
    return test.slack
      .waitForMessage(() => test.slack.ephemerals(user).length > before)
      .then(() => {
        const [last] = test.slack.ephemerals(user).slice(-1)
        if (!last) throw new Error('no answer')
        return last
      })
  }
  const standUp = (): StoredMessage => {
    const found = test.slack.messages(SQUAD).find(({ text }) => text.startsWith('Stand-up'))
    if (!found) throw new Error('no stand-up')
    return found
  }
  const asked = async (user: string, line: string, button: string, channel = SQUAD) => {
    await test.slack.asUser(user).click(await answerTo(user, line, channel), button)
  }
  const raised = async (user: string) => {
    await test.slack.asUser(user).command('/sprint block', SQUAD)
    await test.slack.waitForModal(user, (view) => view.callback_id === 'blocker.raise')
    await test.slack.asUser(user).submit({ text: 'No access' })
  }

  const teamForm = async (user: string, part: string) => {
    await test.slack.asUser(user).command('/sprint team', SQUAD)
    const view = await test.slack.waitForModal(user, ({ callback_id }) => callback_id === 'team.overview')
    await test.slack.asUser(user).click(view, `team.edit.${part}`)
  }

  /** How each is opened. */
  const openings: Record<string, (user: string) => Promise<unknown>> = {
    'blocker.raise': (user) => test.slack.asUser(user).command('/sprint block', SQUAD),
    'blocker.resolve': async (user) => {
      await raised(user)
      await asked(user, '/sprint blockers', 'blocker.resolve')
    },
    'blocker.escalate': async (user) => {
      await raised(user)
      await asked(user, '/sprint blockers', 'blocker.escalate')
    },
    'standup.answer': (user) => test.slack.asUser(user).click(standUp(), 'standup.answer'),
    'standup.skip': (user) => test.slack.asUser(user).click(standUp(), 'standup.skip'),
    'hours.set': (user) => test.slack.asUser(user).command('/sprint hours', SQUAD),
    'away.add': (user) => test.slack.asUser(user).command('/sprint away', SQUAD),
    'decision.ask': (user) => asked(user, '/sprint decide', 'decision.open'),
    'decision.answered': async (user) => {
      await answerTo(user, '/sprint decide Shall we move the launch?')
      await asked(user, '/sprint decide', 'decision.answer')
    },
    'team.basics': (user) => teamForm(user, 'basics'),
    'team.holidays': (user) => teamForm(user, 'holidays'),
    'import.confirm': async (user) => {
      await test.slack.asUser(user).command('/sprint import', SQUAD)
      await test.slack.waitForModal(user, (view) => view.callback_id === 'import.read')
      await test.slack.asUser(user).submit({ text: plan })
    },
    'objective.report': (user) => asked(user, '/sprint objectives', 'objective.open'),
    'risk.add': (user) => asked(user, '/sprint risks', 'risk.open'),
    'retro.notes': (user) => asked(user, '/sprint retro', 'retro.add'),
    'retro.new-action': (user) => asked(user, '/sprint retro', 'retro.action'),
    'import.read': (user) => test.slack.asUser(user).command('/sprint import', SQUAD),
    'team.link': async (user) => {
      await test.app.services.db.team.deleteMany({ where: { channelId: GENERAL } })
      await test.slack.asUser(user).command('/sprint team', GENERAL)
      const view = await test.slack.waitForModal(user, ({ callback_id }) => callback_id === 'team.overview')
      await test.slack.asUser(user).click(view, 'team.link')
    },
  }

  it('is asked for in no other modal than these', () => {
    expect(modalsWithText()).toEqual(Object.keys(openings).sort())
  })

  const inputsOf = (view: StoredView) =>
    view.blocks.flatMap((block) => {
      const { block_id: id, element } = block as { block_id?: string; element?: { type: string } }
      return element?.type === 'plain_text_input' ? [String(id)] : []
    })

  describe.each(Object.keys(openings))('in %s', (id) => {
    it.each(Object.keys(texts))('%s is kept, or refused at its field', async (kind) => {
      const user = next()
      const actor = test.slack.asUser(user)
      await openings[id]?.(user)
      const view = await test.slack.waitForModal(user, ({ callback_id }) => callback_id === id)
      const fields = inputsOf(view)
      const typed = Object.fromEntries(fields.map((field) => [field, texts[kind] ?? '']))
      const answer = await actor.submit(typed).catch((error: Error) => {
        // What Slack's own client says at a field that is too long or empty.
        expect(error.message).toContain("Slack's client does not submit")
        return {}
      })
      const errors = 'errors' in answer ? Object(answer.errors) : {}
      expect(view.blocks.map(({ block_id }) => block_id)).toEqual(expect.arrayContaining(Object.keys(errors)))
      expect(JSON.stringify(answer)).not.toContain(ours)
      // What takes a while is answered in the modal.
      const shown = () => JSON.stringify(test.slack.modals(user))
      if (id.startsWith('import.'))
        await expect.poll(shown, { timeout: 10_000 }).not.toMatch(/import\.reading/)
      expect(shown()).not.toContain(ours)
      await actor.closeModal(true).catch(() => {})
    })
  })

  describe.each(commandsOf(allSubjects).map(({ word }) => word))('after /sprint %s', (word) => {
    it.each(Object.keys(texts).filter((kind) => /NUL|12,000/.test(kind)))(
      '%s is answered in words',
      async (kind) => {
        const user = next()
        const seen = () => test.slack.ephemerals(user).length + test.slack.modals(user).length
        const before = seen()
        await test.slack.asUser(user).command(`/sprint ${word} ${texts[kind]}`, SQUAD)
        await expect.poll(seen, { timeout: 10_000 }).toBeGreaterThan(before)
        expect(JSON.stringify(test.slack.ephemerals(user).at(-1) ?? {})).not.toContain(ours)
        await test.slack
          .asUser(user)
          .closeModal(true)
          .catch(() => {})
      },
    )
  })

  it.each(Object.keys(texts))('%s as a word of /sprint is answered in words', async (kind) => {
    const answer = await answerTo(next(), `/sprint ${texts[kind]} and ${texts[kind]}`)
    expect(JSON.stringify(answer)).not.toContain(ours)
  })

  it.each(Object.keys(texts))('%s in a reply counts as it was written', async (kind) => {
    const { db } = test.app.services
    await db.checkIn.deleteMany()
    const text = `Today: ${texts[kind]}`
    await test.slack.asUser(TOMAS).say(SQUAD, text, standUp().ts)
    const kept = (texts[kind] ?? '').replaceAll('\0', '').toWellFormed().trim()
    await expect
      .poll(async () => (await db.checkIn.findFirst())?.today, { timeout: 10_000 })
      .toBe(kept === '' ? undefined : kept)
  })

  it('in a reply that the database refuses is not lost in silence', async () => {
    const { db } = test.app.services
    await db.checkIn.deleteMany()
    await db.$executeRawUnsafe(
      `alter table "CheckIn" add constraint refused check (today not like '%refuse me%') not valid`,
    )
    await test.slack.asUser(TOMAS).say(SQUAD, 'Today: refuse me', standUp().ts)
    const told = await test.slack.waitForMessage(({ text }) => text.startsWith('Your reply was not counted.'))
    expect(test.slack.ephemerals(TOMAS)).toContainEqual(told)
  })

  it('left nothing behind that Slack does not take', async () => {
    await test.delivered()
    const dead = await test.app.services.db.message.findMany({
      where: { state: { notIn: ['sent'] } },
      select: { key: true, state: true, error: true },
    })
    expect(dead).toEqual([])
  })
})
