import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { describe, expect, it } from 'vitest'
import { messageViolations, viewViolations } from './block-kit-limits.ts'
import { markupViolations } from './hostile.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const said = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text } })
const press = (id: string, label = 'Go') => ({
  type: 'button' as const,
  action_id: id,
  value: 'x',
  text: plain(label),
})
const select = (count: number) => ({
  type: 'static_select' as const,
  action_id: 's',
  options: Array.from({ length: count }, (_, index) => ({ text: plain(`${index}`), value: `${index}` })),
})

describe('messageViolations', () => {
  it('takes a message at every limit', () => {
    const blocks: KnownBlock[] = [
      { type: 'header', text: plain('h'.repeat(150)) },
      said('s'.repeat(3000)),
      {
        type: 'section',
        fields: Array.from({ length: 10 }, () => ({ type: 'mrkdwn', text: 'f'.repeat(60) })),
      },
      {
        type: 'actions',
        elements: Array.from({ length: 25 }, (_, index) => press(`a${index}`, 'l'.repeat(75))),
      },
      ...Array.from({ length: 46 }, () => ({ type: 'divider' as const })),
    ]
    expect(messageViolations({ text: 't', blocks })).toEqual([])
  })

  it.each<[string, string, KnownBlock[]]>([
    ['', 'text: is empty', [said('x')]],
    ['t', 'blocks.0(section).text.text: has 3001 characters, at most 3000', [said('x'.repeat(3001))]],
    ['t', 'blocks.0(section).text.text: is empty', [said('')]],
    ['t', 'blocks: are 51, at most 50', Array.from({ length: 51 }, () => ({ type: 'divider' as const }))],
    [
      't',
      'blocks: hold 12500 characters of text, at most 12000',
      Array.from({ length: 5 }, () => said('x'.repeat(2500))),
    ],
    [
      't',
      'blocks.0(actions).elements: has 26 entries, 1 to 25',
      [{ type: 'actions', elements: Array.from({ length: 26 }, (_, i) => press(`${i}`)) }],
    ],
    [
      't',
      'blocks.0(actions).elements: have an action_id twice',
      [{ type: 'actions', elements: [press('a'), press('a')] }],
    ],
    [
      't',
      'blocks.0(actions).elements.0.text.text: has 76 characters, at most 75',
      [{ type: 'actions', elements: [press('a', 'x'.repeat(76))] }],
    ],
    [
      't',
      'blocks.1.block_id: "b" is there twice',
      [
        { ...said('x'), block_id: 'b' },
        { ...said('x'), block_id: 'b' },
      ],
    ],
    [
      't',
      'blocks.0(header).text.text: has 151 characters, at most 150',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
    ],
    ['t', 'blocks.0(section).text.text: holds half a character', [said('\ud83d')]],
    [
      't',
      'blocks.0(section).accessory.options: has 101 entries, 1 to 100',
      [{ type: 'section', text: plain('x'), accessory: select(101) }],
    ],
    ['t', 'blocks.0(context).elements: has 0 entries, 1 to 10', [{ type: 'context', elements: [] }]],
  ])('with text %j tells: %s', (text, violation, blocks) => {
    expect(messageViolations({ text, blocks })).toEqual([violation])
  })
})

describe('viewViolations', () => {
  const input: KnownBlock = {
    type: 'input',
    label: plain('What'),
    element: { type: 'plain_text_input', action_id: 'w' },
  }
  const modal: ModalView = {
    type: 'modal',
    callback_id: 'c',
    title: plain('Title'),
    submit: plain('Save'),
    blocks: [input],
  }

  it('takes a modal and a Home within the limits', () => {
    const home: HomeView = { type: 'home', blocks: Array.from({ length: 100 }, () => said('x')) }
    expect([...viewViolations(modal), ...viewViolations(home)]).toEqual([])
  })

  it.each<[string, ModalView]>([
    ['title.text: has 25 characters, at most 24', { ...modal, title: plain('x'.repeat(25)) }],
    ['private_metadata: has 3001 characters, at most 3000', { ...modal, private_metadata: 'x'.repeat(3001) }],
    [
      'submit: is missing, and the modal has inputs',
      { type: 'modal', callback_id: 'c', title: plain('T'), blocks: [input] },
    ],
    [
      'blocks.0(input).element.initial_option: is none of the options',
      {
        ...modal,
        blocks: [
          {
            type: 'input',
            label: plain('L'),
            element: { ...select(3), initial_option: { text: plain('9'), value: '9' } },
          },
        ],
      },
    ],
  ])('tells: %s', (violation, view) => {
    expect(viewViolations(view)).toEqual([violation])
  })
})

describe('markupViolations', () => {
  it('takes escaped text, our mentions, dates and links', () => {
    const text = '<@U123> in <#C9>: &lt;!channel&gt; <!date^1^{date}|19 Nov> <https://example.com/a|a>'
    expect(markupViolations({ text, blocks: [said(text)] })).toEqual([])
  })

  it.each([
    '<!channel>',
    '<!here|x>',
    '<!subteam^S1>',
    '<@UEVIL>',
    '<https://EVIL.example|x>',
    'a < b',
    '<mailto:a@b.c>',
  ])('finds %s in a block and in the top-level text', (text) => {
    expect(markupViolations({ text: 'fine', blocks: [said(text)] })).not.toEqual([])
    expect(markupViolations({ text, blocks: [] })).not.toEqual([])
  })
})
