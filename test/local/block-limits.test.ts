// Block Kit's limits: what is just allowed passes, and one more is refused where it stands.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockTextLength, messageBlockProblems, viewProblems } from '#local/slack/block-limits.ts'
import type { Json, JsonObject } from '#local/slack/types.ts'

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) })
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) })
const many = (count: number, item: (index: number) => Json) =>
  Array.from({ length: count }, (_, index) => item(index))
const option = (index: number) => ({ text: plain(5), value: `v${index}` })
const button = (more: JsonObject = {}) => ({ type: 'button', text: plain(5), ...more })
const actions = (...elements: Json[]) => ({ type: 'actions', elements })
const select = (type: string, count: number) =>
  actions({ type, action_id: 'a', options: many(count, option) })
const section = (more: JsonObject) => ({ type: 'section', text: mrkdwn(1), ...more })
const input = (element: JsonObject, more: JsonObject = {}) => ({
  type: 'input',
  label: plain(3),
  element,
  ...more,
})

interface Limit {
  name: string
  most: number
  place: string
  block: (size: number) => JsonObject
}

const limits: Limit[] = [
  {
    name: 'section text',
    most: 3000,
    place: '/blocks/0/text',
    block: (n) => ({ type: 'section', text: mrkdwn(n) }),
  },
  {
    name: 'section fields',
    most: 10,
    place: '/blocks/0/fields',
    block: (n) => section({ fields: many(n, () => mrkdwn(1)) }),
  },
  {
    name: 'field text',
    most: 2000,
    place: '/blocks/0/fields/0',
    block: (n) => section({ fields: [mrkdwn(n)] }),
  },
  { name: 'header', most: 150, place: '/blocks/0/text', block: (n) => ({ type: 'header', text: plain(n) }) },
  {
    name: 'context elements',
    most: 10,
    place: '/blocks/0/elements',
    block: (n) => ({ type: 'context', elements: many(n, () => mrkdwn(1)) }),
  },
  {
    name: 'actions',
    most: 25,
    place: '/blocks/0/elements',
    block: (n) => actions(...many(n, () => button())),
  },
  {
    name: 'block id',
    most: 255,
    place: '/blocks/0/block_id',
    block: (n) => ({ type: 'divider', block_id: 'b'.repeat(n) }),
  },
  {
    name: 'action id',
    most: 255,
    place: '/blocks/0/elements/0/action_id',
    block: (n) => actions(button({ action_id: 'a'.repeat(n) })),
  },
  {
    name: 'button text',
    most: 75,
    place: '/blocks/0/elements/0/text',
    block: (n) => actions(button({ text: plain(n) })),
  },
  {
    name: 'button value',
    most: 2000,
    place: '/blocks/0/elements/0/value',
    block: (n) => actions(button({ value: 'v'.repeat(n) })),
  },
  {
    name: 'button url',
    most: 3000,
    place: '/blocks/0/elements/0/url',
    block: (n) => actions(button({ url: 'u'.repeat(n) })),
  },
  {
    name: 'options of a select',
    most: 100,
    place: '/blocks/0/elements/0/options',
    block: (n) => select('static_select', n),
  },
  {
    name: 'radio buttons',
    most: 10,
    place: '/blocks/0/elements/0/options',
    block: (n) => select('radio_buttons', n),
  },
  {
    name: 'checkboxes',
    most: 10,
    place: '/blocks/0/elements/0/options',
    block: (n) => select('checkboxes', n),
  },
  {
    name: 'overflow options',
    most: 5,
    place: '/blocks/0/elements/0/options',
    block: (n) => select('overflow', n),
  },
  {
    name: 'option text',
    most: 75,
    place: '/blocks/0/elements/0/options/0/text',
    block: (n) => actions({ type: 'static_select', options: [{ text: plain(n), value: 'v' }] }),
  },
  {
    name: 'option value',
    most: 75,
    place: '/blocks/0/elements/0/options/0/value',
    block: (n) => actions({ type: 'static_select', options: [{ text: plain(1), value: 'v'.repeat(n) }] }),
  },
  {
    name: 'confirm text',
    most: 300,
    place: '/blocks/0/elements/0/confirm/text',
    block: (n) =>
      actions(button({ confirm: { title: plain(1), text: mrkdwn(n), confirm: plain(1), deny: plain(1) } })),
  },
  {
    name: 'confirm button',
    most: 30,
    place: '/blocks/0/elements/0/confirm/confirm',
    block: (n) =>
      actions(button({ confirm: { title: plain(1), text: mrkdwn(1), confirm: plain(n), deny: plain(1) } })),
  },
  {
    name: 'markdown',
    most: 12_000,
    place: '/blocks/0/text',
    block: (n) => ({ type: 'markdown', text: 'x'.repeat(n) }),
  },
  {
    name: 'table rows',
    most: 100,
    place: '/blocks/0/rows',
    block: (n) => ({ type: 'table', rows: many(n, () => [plain(1)]) }),
  },
  {
    name: 'table cells',
    most: 20,
    place: '/blocks/0/rows/0',
    block: (n) => ({ type: 'table', rows: [many(n, () => plain(1))] }),
  },
  {
    name: 'input label',
    most: 2000,
    place: '/blocks/0/label',
    block: (n) => input({ type: 'plain_text_input' }, { label: plain(n) }),
  },
  {
    name: 'initial text',
    most: 3000,
    place: '/blocks/0/element/initial_value',
    block: (n) => input({ type: 'plain_text_input', initial_value: 'x'.repeat(n) }),
  },
]

describe('a block', () => {
  it.each(limits)('may have $most of: $name', ({ most, block }) => {
    expect(messageBlockProblems([block(most)])).toEqual([])
  })

  it.each(limits)('is refused with more than $most of: $name', ({ most, block, place }) => {
    expect(messageBlockProblems([block(most + 1)]).join()).toContain(`[json-pointer:${place}`)
  })

  it.each([
    ['of an unknown type', { type: 'sektion' }, 'unsupported block type: sektion'],
    ['of modals only', { type: 'alert', text: plain(1) }, 'alert is not available in messages'],
    [
      'with two elements of one action_id',
      actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
      'has the action_id "a" twice',
    ],
    ['with mrkdwn in a header', { type: 'header', text: mrkdwn(1) }, 'must be plain_text'],
    ['with empty text', { type: 'section', text: mrkdwn(0) }, 'must be at least 1 characters'],
    ['with neither text nor fields', { type: 'section' }, 'needs text or fields'],
    ['with a style that Slack lacks', actions(button({ style: 'warning' })), 'must be primary or danger'],
    [
      'with an image that has no alternative text',
      { type: 'image', image_url: 'https://example.com/a.png' },
      '/alt_text',
    ],
    [
      'with an initial option that is none',
      actions({ type: 'static_select', options: [option(1)], initial_option: option(2) }),
      '"v2" is none of the options',
    ],
    [
      'with an empty list of initial options',
      actions({ type: 'checkboxes', options: [option(1)], initial_options: [] }),
      'must not be empty',
    ],
    ['with a number input that leaves decimals open', input({ type: 'number_input' }), '/is_decimal_allowed'],
  ])('is refused %s', (_what, block, problem) => {
    expect(messageBlockProblems([block]).join()).toContain(problem)
  })
})

describe('a message', () => {
  it('has at most 50 blocks and one table', () => {
    const divider = () => ({ type: 'divider' })
    const table = () => ({ type: 'table', rows: [[plain(1)]] })
    expect(messageBlockProblems(many(50, divider))).toEqual([])
    expect(messageBlockProblems(many(51, divider)).join()).toContain('at most 50 items')
    expect(messageBlockProblems([table(), table()]).join()).toContain('has 2 tables')
  })

  it('has no two blocks with one block_id', () => {
    const blocks = [
      { type: 'divider', block_id: 'b' },
      { type: 'divider', block_id: 'b' },
    ]
    expect(messageBlockProblems(blocks).join()).toContain('repeats the id "b" of /blocks/0')
  })

  it('counts all text that is shown, however deep it stands', () => {
    const text = fc.string({ maxLength: 40 })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const blocks = pairs.map(([a, b]) => ({
          type: 'section',
          block_id: a,
          text: { type: 'mrkdwn', text: a },
          accessory: { type: 'button', value: b, text: { type: 'plain_text', text: b } },
        }))
        expect(blockTextLength(blocks)).toBe(pairs.flat().join('').length)
      }),
    )
  })
})

describe('a view', () => {
  const modal = { type: 'modal', title: plain(24), blocks: [] }

  it.each([
    ['a title over 24', { ...modal, title: plain(25) }, '/title'],
    ['no title', { type: 'modal', blocks: [] }, '/title'],
    ['a submit text over 24', { ...modal, submit: plain(25) }, '/submit'],
    ['metadata over 3,000', { ...modal, private_metadata: 'x'.repeat(3001) }, '/private_metadata'],
    ['a callback_id over 255', { ...modal, callback_id: 'x'.repeat(256) }, '/callback_id'],
    ['more than 100 blocks', { ...modal, blocks: many(101, () => ({ type: 'divider' })) }, '/blocks'],
    ['inputs and no submit', { ...modal, blocks: [input({ type: 'plain_text_input' })] }, '/submit'],
    ['no blocks', { type: 'home' }, '/blocks'],
  ])('is refused with %s', (_what, view, place) => {
    expect(viewProblems(view).join()).toContain(`[json-pointer:${place}`)
  })

  it('passes at its limits', () => {
    const blocks = many(100, (index) =>
      index === 0 ? input({ type: 'plain_text_input' }) : { type: 'divider' },
    )
    const view = { ...modal, submit: plain(24), close: plain(24), private_metadata: 'x'.repeat(3000), blocks }
    expect(viewProblems(view)).toEqual([])
  })
})
