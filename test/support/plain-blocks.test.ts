import { expect, it } from 'vitest'
import { isForSlack, plainRendering } from './plain-blocks.ts'

const names = { U0MAYA: 'Maya Chen', C0SQUAD: 'harbor' }
const text = (mrkdwn: string) => ({ type: 'section', text: { type: 'mrkdwn', text: mrkdwn } })

it('shows mentions, channels, dates, links and entities as Slack does, and a broadcast as what it is', () => {
  const shown = plainRendering(
    text(
      '<@U0MAYA> <@U0WHO> <#C0SQUAD> <!date^0^{time}|midnight> <https://a.example|there> &lt;!here&gt; <!here>',
    ),
    names,
  )
  expect(shown).toBe(
    '@Maya Chen @U0WHO #harbor ⟨1970-01-01T00:00Z as {time}, else midnight⟩ there ⟨https://a.example⟩ <!here> ⟨BROADCAST !here⟩',
  )
})

it('shows what nobody would see', () => {
  expect(plainRendering(text('a\u202eb\u0000c'), names)).toBe('a⟨U+202E⟩b⟨U+0000⟩c')
})

it.each([
  ['a block', { type: 'video' }, 'video'],
  ['a field of a block', { ...text('hello'), expand: true }, 'expand'],
  ['an element', { type: 'actions', elements: [{ type: 'overflow', action_id: 'more' }] }, 'overflow'],
  [
    'a field of an element',
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: 'go',
          text: { type: 'plain_text', text: 'Go' },
          url: 'https://a.example',
        },
      ],
    },
    'url',
  ],
  ['a field of a message', { text: 'hello', blocks: [], attachments: [] }, 'attachments'],
  ['a text', { type: 'header', text: { type: 'raw', text: 'hello' } }, 'raw'],
])('fails on %s that it does not know', (_, built, named) => {
  expect(() => plainRendering(built, names)).toThrow(named)
})

it('knows what is for Slack from what is not', () => {
  expect(
    [text('hello'), [text('hello')], { type: 'modal', blocks: [] }, { text: '', blocks: [] }].map(isForSlack),
  ).toEqual([true, true, true, true])
  expect(
    ['hello', null, { type: 'weekly', weekdays: [] }, ['hello'], { text: 'hello' }].map(isForSlack),
  ).toEqual([false, false, false, false, false])
})
