import type { KnownBlock } from '@slack/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageViolations } from '#test/support/block-kit-limits.ts'
import { hostileText } from '#test/support/hostile.ts'
import { shownText } from '#test/support/report-data.ts'
import { actions, button, context, divider, fields, header, message, option, section } from './blocks.ts'
import { escaped } from './text.ts'

const text = fc.oneof(hostileText(300), hostileText(6000), fc.constant(''))
const block: fc.Arbitrary<KnownBlock> = fc.oneof(
  text.map((value) => section(escaped(value))),
  text.map((value) => context(escaped(value))),
  text.map(header),
  fc.array(text, { minLength: 1, maxLength: 14 }).map((values) => fields(values.map(escaped))),
  fc.constant(divider()),
)

describe('message', () => {
  it('keeps every limit whatever is put into it', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(block, { minLength: 1, maxLength: 130 }),
        fc.boolean(),
        (title, blocks, buttons) => {
          const tail = buttons ? [actions('test', [button('test.one', title || 'Open', 'x')])] : []
          expect(messageViolations(message(escaped(title), [...blocks, ...tail]))).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('keeps the buttons, and says how much is not shown', () => {
    const many = Array.from({ length: 80 }, (_, number) => section(`Item ${number}`))
    const made = message('Plan', [...many, actions('test', [button('test.one', 'Open', 'x')])])
    expect(made.blocks).toHaveLength(50)
    expect(made.blocks?.at(-1)?.type).toBe('actions')
    expect(JSON.stringify(made.blocks?.at(-2))).toContain('and 32 more sections not shown')
  })

  const buttons = actions('test', [button('test.one', 'Open', 'x')])
  const kinds = (body: KnownBlock[], tail: KnownBlock[]) => {
    const { blocks = [] } = message('Plan', [...body, ...tail])
    const note = /and \d+ more sections?/.exec(JSON.stringify(blocks))?.[0] ?? null
    return [blocks.filter(({ type }) => type === 'section').length, note, blocks.length]
  }

  it.each([
    [49, [], [49, null, 49]],
    [50, [], [49, 'and 1 more section', 50]],
    [52, [], [49, 'and 3 more sections', 50]],
    [48, [buttons], [48, null, 49]],
    [49, [buttons], [48, 'and 1 more section', 50]],
  ])('of %i sections, followed by %j, keeps %j', (count, tail, expected) => {
    expect(
      kinds(
        Array.from({ length: count }, (_, n) => section(`Item ${n}`)),
        tail,
      ),
    ).toEqual(expected)
  })

  it.each([
    [2800, [], null],
    [2801, [], 'and 1 more section'],
    [2796, [buttons], null],
    [2797, [buttons], 'and 1 more section'],
  ])(
    'keeps 11,800 characters of text, its buttons’ counted: three times 3,000, one of %i, %j',
    (length, tail, note) => {
      const body = [3000, 3000, 3000, length].map((each) => section('x'.repeat(each)))
      expect(kinds(body, tail)[1]).toBe(note)
    },
  )

  it('never shows more buttons or fields than Slack takes', () => {
    const row = actions(
      'test',
      Array.from({ length: 26 }, (_, n) => button(`test.${n}`, 'Open', 'x')),
    )
    expect(row.type === 'actions' && row.elements.length).toBe(25)
    const columns = fields(Array.from({ length: 11 }, (_, n) => `${n}`))
    expect(columns.type === 'section' && columns.fields?.length).toBe(10)
  })

  it.each([
    ['past its middle is where the text is cut', 1501, 1501],
    ['at its middle or before would cost half of it: the text is cut where it is full', 1500, 2998],
    ['at its very end costs nothing', 2997, 2997],
  ])('the last line’s end %s', (_, breakAt, kept) => {
    const made = section(`${'x'.repeat(breakAt)}\n${'y'.repeat(4000)}`)
    const text = shownText({ text: '', blocks: [made] })
    expect(text.replace(/\n?…$/, '')).toHaveLength(kept)
    expect(text.endsWith('\n…')).toBe(kept === breakAt)
  })

  it('never tears an entity or a mention when it cuts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2900, max: 3010 }),
        fc.constantFrom('&amp;', '<@U0MAYA>', '&lt;'),
        (length, piece) => {
          const made = JSON.stringify(section('x'.repeat(length) + piece + 'y'.repeat(200)))
          expect(made).not.toMatch(/&(?!amp;|lt;|gt;)/)
          expect(made).not.toMatch(/<(?!@U0MAYA>)/)
        },
      ),
    )
  })
})

it('an option of an empty text still has one', () => expect(option(' ', 'v').text.text).toBe('–'))
