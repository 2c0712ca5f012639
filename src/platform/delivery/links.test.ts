import { expect, it } from 'vitest'
import { messageLink } from '#platform/blocks/message-link.ts'
import { useDelivery } from './delivery.testing.ts'

const world = useDelivery()
const request = `Help, please: ${messageLink('blocker:1:card', 'Open the <card> | "now"')}`

it('a link to a message is the address that Slack gives it, also when that message has to be tried again first', async () => {
  world.slack.script('chat.postMessage', { kind: '500', took: false })
  await world.post({ key: 'blocker:1:card' })
  await world.post({ key: 'request', channel: 'U0MAYA', text: request, after: 'blocker:1:card' })
  const delivery = await world.deliver()
  await delivery.idle()
  const [card, linked] = world.slack.messages
  expect(world.slack.keys()).toEqual(['blocker:1:card', 'request'])
  const address = `https://test.slack.com/archives/C0HARBOR/p${card?.ts}`
  expect(linked?.text).toBe(`Help, please: <${address}|Open the &lt;card&gt;   "now">`)
})

it('stays in an edit', async () => {
  await world.post({ key: 'blocker:1:card' })
  await world.post({ key: 'request', channel: 'U0MAYA', text: 'Help', after: 'blocker:1:card' })
  await world.edit('request', request)
  await (await world.deliver()).idle()
  expect(world.slack.messages[1]?.text).toContain('<https://test.slack.com/archives/C0HARBOR/p')
})

it.each([
  ['Slack does not tell the address', { kind: 'refuse', error: 'message_not_found' }] as const,
  ['Slack does not answer', { kind: 'drop' }] as const,
])('is its words alone when %s', async (_, behaviour) => {
  world.slack.script('chat.getPermalink', behaviour, behaviour)
  await world.post({ key: 'blocker:1:card' })
  await world.post({ key: 'request', channel: 'U0MAYA', text: request, after: 'blocker:1:card' })
  await (await world.deliver()).idle()
  expect(world.slack.messages[1]?.text).toBe('Help, please: Open the &lt;card&gt;   "now"')
})

it('is its words alone when the message that it links to could not be posted, and goes all the same', async () => {
  world.slack.refusals.set('C0HARBOR', 'is_archived')
  await world.post({ key: 'blocker:1:card' })
  await world.post({ key: 'request', channel: 'U0MAYA', text: request, after: 'blocker:1:card' })
  await (await world.deliver()).idle()
  const posted = world.slack.messages.find(({ text }) => text.startsWith('Help'))
  expect(posted?.text).toBe('Help, please: Open the &lt;card&gt;   "now"')
})
