import { describe, expect, it } from 'vitest'
import { RULE_KINDS } from '#domain/kinds.ts'
import { deadlineOf, decide, type Lateness, type MessageKind } from './lateness.ts'

// 09:30 in Denver; the window closes at 12:30.
const dueAt = new Date('2026-06-01T15:30:00Z')
const window = { closesAt: new Date('2026-06-01T18:30:00Z'), zone: 'America/Denver' }

describe('what is done with a message', () => {
  it.each<[MessageKind, string, Lateness]>([
    ['standup', '2026-06-01T15:29:59Z', 'early'],
    ['standup', '2026-06-01T15:30:00Z', 'now'],
    ['standup', '2026-06-01T15:33:00Z', 'now'],
    ['standup', '2026-06-01T15:33:01Z', 'late'],
    ['standup', '2026-06-01T18:29:59Z', 'late'],
    ['standup', '2026-06-01T18:30:00Z', 'missed'],
    ['reminder', '2026-06-01T15:44:59Z', 'late'],
    ['reminder', '2026-06-01T15:45:00Z', 'missed'],
    ['stakeholder_digest', '2026-06-02T05:59:00Z', 'late'],
    ['stakeholder_digest', '2026-06-02T06:00:00Z', 'missed'],
    ['retro', '2026-06-02T15:29:00Z', 'late'],
    ['retro', '2026-06-02T15:30:00Z', 'missed'],
    ['closing', '2026-06-02T15:29:00Z', 'late'],
  ])('%s at %s: %s', (kind, now, expected) => {
    expect(decide(kind, dueAt, new Date(now), window)).toBe(expected)
  })

  // Window of 09:30 to 12:30; reminders are worth 15 minutes; a retro and a closing a day; all others their local day.
  const ends: Record<MessageKind, string> = {
    standup: '2026-06-01T18:30:00Z',
    refinement: '2026-06-01T18:30:00Z',
    planning: '2026-06-01T18:30:00Z',
    review: '2026-06-01T18:30:00Z',
    sync: '2026-06-01T18:30:00Z',
    retro: '2026-06-02T15:30:00Z',
    delta: '2026-06-02T06:00:00Z',
    risk_digest: '2026-06-02T06:00:00Z',
    stakeholder_digest: '2026-06-02T06:00:00Z',
    key_date: '2026-06-02T06:00:00Z',
    dependency_due: '2026-06-02T06:00:00Z',
    reminder: '2026-06-01T15:45:00Z',
    closing: '2026-06-02T15:30:00Z',
  }

  it.each(Object.entries(ends))('%s is worth sending until %s', (kind, end) => {
    const at = new Date(end)
    expect(decide(kind as MessageKind, dueAt, new Date(at.getTime() - 1), window)).toBe('late')
    expect(decide(kind as MessageKind, dueAt, at, window)).toBe('missed')
  })

  it('ten missed days are ten missed openings, none late', () => {
    const now = new Date('2026-06-12T15:00:00Z')
    const decisions = Array.from({ length: 10 }, (_, day) => {
      const due = new Date(dueAt.getTime() + day * 86_400_000)
      return decide('standup', due, now, { ...window, closesAt: new Date(due.getTime() + 3 * 3_600_000) })
    })
    expect(new Set(decisions)).toEqual(new Set(['missed']))
  })

  it('a digest is worth sending until midnight of its zone, on a day of 25 hours too', () => {
    const due = new Date('2026-11-01T06:30:00Z')
    expect(deadlineOf('delta', due, { ...window, closesAt: due })).toEqual(new Date('2026-11-02T07:00:00Z'))
  })

  it('every window ends after the message is due', () => {
    for (const kind of [...RULE_KINDS, 'reminder', 'closing'] satisfies MessageKind[]) {
      expect(deadlineOf(kind, dueAt, window).getTime()).toBeGreaterThan(dueAt.getTime())
    }
  })
})
