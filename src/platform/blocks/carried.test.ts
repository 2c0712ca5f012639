import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SprintkeeperError } from '#platform/errors.ts'
import {
  type Carried,
  carriedJson,
  carriedNothing,
  carriedText,
  carriedWords,
  clickable,
  modalOf,
  rowId,
} from './carried.ts'

const id = '01a2b3c4-0000-7000-8000-000000000001'
const words = carriedWords(z.object({ itemId: rowId, to: z.string().min(1).optional() }))
const json = carriedJson(z.object({ teamId: rowId, text: z.string().optional() }))

describe('what is written is read', () => {
  const kept = <T>(carried: Carried<T>, value: T, text: string) => {
    expect(carried.encode(value)).toBe(text)
    expect(carried.parse(text)).toEqual(value)
  }

  it('a text', () => kept(carriedText(rowId), id, id))
  it('words', () => kept(words, { itemId: id, to: 'done' }, `${id} done`))
  it('words without the last', () => kept(words, { itemId: id }, id))
  it('JSON', () => kept(json, { teamId: id, text: 'a "b"' }, `{"teamId":"${id}","text":"a \\"b\\""}`))

  it('nothing, as a word that may have been another', () => {
    expect(carriedNothing('open').encode()).toBe('open')
    expect(carriedNothing('open').parse('all')).toBeUndefined()
  })
})

describe('what cannot be read', () => {
  const unreadable = ['', 'x', '{', 'null', '[]', `${id} done twice`, `{"teamId":"${id}`, '{"teamId":7}']
  const inputs = [
    clickable('item.move', carriedText(rowId), '/sprint item KEY'),
    clickable('item.undo', json, '/sprint item KEY'),
    clickable('item.status', words, '/sprint item KEY'),
    modalOf('item.form', json, '/sprint item KEY', ['text']),
  ]

  it.each(inputs)('says so, and what to do instead: $id', ({ id: inputId, parse }) => {
    const code = inputId === 'item.form' ? 'stale_form' : 'stale_button'
    for (const text of unreadable)
      expect(() => parse(text), text).toThrow(
        expect.objectContaining({ code, hint: 'Nothing was changed. For a new one: /sprint item KEY.' }),
      )
  })

  it('never is another error, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const { parse } of inputs)
          try {
            parse(text)
          } catch (error) {
            expect(error).toBeInstanceOf(SprintkeeperError)
          }
      }),
    )
  })
})

describe('one of several buttons', () => {
  const move = clickable('item.move', carriedText(rowId), '/sprint item KEY')

  it('has a part of its own in its id', () => {
    const made = move.button('Done', id, { part: 'in_review', style: 'primary' })
    expect(made).toMatchObject({ action_id: 'item.move.in_review', value: id, style: 'primary' })
    expect(move.partOf('item.move.in_review')).toBe('in_review')
    expect(move.button('Done', id)).not.toHaveProperty('style')
    expect(move.partOf(move.button('Done', id).action_id ?? '')).toBe('')
  })

  it('is heard under its id and those of its parts alone', () => {
    const heard = ['item.move', 'item.move.done', 'item.moved', 'item_move', 'an.item.move', 'item']
    expect(heard.filter((each) => move.heard.test(each))).toEqual(['item.move', 'item.move.done'])
  })
})

it('the fields of a form are the block ids of its inputs', () => {
  const { fields } = modalOf('item.form', json, '/sprint item', ['text', 'owner'])
  expect(fields).toEqual({ text: 'text', owner: 'owner' })
})
