import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedActions, tallyRetro } from './retro.ts'
import { denver } from './sprint.testing.ts'
import type { RetroAction, RetroNote } from './types.ts'

const note = (id: string, column: RetroNote['column']): RetroNote => ({
  ...{ id, column },
  text: `Note ${id}`,
  author: null,
})

describe('the tally of a retro', () => {
  it('orders each column by votes, then by the random ids of the notes, and counts a voter once a note', () => {
    const notes = [note('b', 'well'), note('a', 'well'), note('c', 'well'), note('d', 'try')]
    const votes = [
      { noteId: 'c', voter: 'maya' },
      { noteId: 'c', voter: 'maya' },
      { noteId: 'c', voter: 'joel' },
      { noteId: 'gone', voter: 'ana' },
    ]
    const tally = tallyRetro(notes, votes)

    expect(
      tally.columns.map(({ column, notes }) => [column, notes.map(({ id, votes }) => `${id} ${votes}`)]),
    ).toEqual([
      ['well', ['c 2', 'a 0', 'b 0']],
      ['didnt', []],
      ['try', ['d 0']],
    ])
    expect(tally).toMatchObject({ notes: 4, voters: 2 })
  })

  it('loses no note and does not depend on the order of notes and votes', () => {
    const notes = fc.uniqueArray(
      fc.record({ id: fc.uuid(), column: fc.constantFrom<RetroNote['column']>('well', 'didnt', 'try') }),
      { selector: ({ id }) => id, maxLength: 20 },
    )
    fc.assert(
      fc.property(
        notes,
        fc.array(fc.tuple(fc.nat(19), fc.constantFrom('maya', 'joel', 'ana'))),
        (drafts, pairs) => {
          const all = drafts.map(({ id, column }) => note(id, column))
          const votes = pairs.flatMap(([index, voter]) => {
            const voted = all[index]
            return voted ? [{ noteId: voted.id, voter }] : []
          })
          const tally = tallyRetro(all, votes)
          expect(tally.columns.flatMap((column) => column.notes)).toHaveLength(all.length)
          expect(tallyRetro(all.toReversed(), votes.toReversed())).toEqual(tally)
        },
      ),
    )
  })
})

describe('actions that are carried on', () => {
  const action = (id: string, fields: Partial<RetroAction>): RetroAction => ({
    id,
    text: `Action ${id}`,
    owner: null,
    due: null,
    state: 'open',
    createdAt: denver('06-12 16:00'),
    ...fields,
  })

  it('are, of the same date, in the order in which they were made', () => {
    const later = new Date(denver('06-12 16:00').getTime() + 1)
    const pairs = [null, '2026-06-26'].flatMap((due) => [
      action(`new ${due}`, { due, createdAt: later }),
      action(`old ${due}`, { due }),
    ])
    const inOrder = ['old 2026-06-26', 'new 2026-06-26', 'old null', 'new null']
    expect(carriedActions(pairs, '2026-06-26').map(({ id }) => id)).toEqual(inOrder)
    expect(carriedActions(pairs.toReversed(), '2026-06-26').map(({ id }) => id)).toEqual(inOrder)
  })

  it('are the open ones, overdue first, without a date last', () => {
    const actions = [
      action('someday', {}),
      action('today', { due: '2026-06-26' }),
      action('done', { due: '2026-06-01', state: 'done' }),
      action('dropped', { state: 'dropped' }),
      action('late', { due: '2026-06-25' }),
    ]
    expect(carriedActions(actions.toReversed(), '2026-06-26').map(({ id }) => id)).toEqual([
      'late',
      'today',
      'someday',
    ])
    expect(carriedActions(actions, '2026-06-26').map(({ id, overdue }) => [id, overdue])).toEqual([
      ['late', true],
      ['today', false],
      ['someday', false],
    ])
  })
})
