// Changing and deleting a message of one's own.
import type { StoredMessage } from '../slack/types.ts'
import { withMentions } from './composer.ts'
import { confirmFirst, toast } from './dialog.ts'
import { h } from './dom.ts'
import { type IconName, icon } from './icons.ts'
import { unescapeText } from './mrkdwn.ts'
import { act, memberOf, snapshot } from './store.ts'

/** The buttons for a message of one's own. */
export function ownMessageTools(message: StoredMessage): HTMLElement[] {
  return [
    tool('pencil', 'Edit message', (control) => editInPlace(message, control)),
    tool('trash', 'Delete message', () => void erase(message)),
  ]
}

function tool(name: IconName, label: string, use: (control: HTMLElement) => void): HTMLElement {
  const control = h('button', {
    type: 'button',
    class: 'icon-button',
    title: label,
    'aria-label': label,
    onclick: () => use(control),
  })
  control.append(icon(name, 17))
  return control
}

function editInPlace(message: StoredMessage, control: HTMLElement): void {
  const content = control.closest('.message')?.querySelector<HTMLElement>('.mrkdwn')
  if (!content) return
  const area = h('textarea', { class: 'input', rows: 2, 'aria-label': 'Edit message' })
  area.value = typedText(message.text)
  const cancel = () => editor.replaceWith(content)
  const save = async () => {
    const text = withMentions(area.value.trim())
    if (text === '') return
    await tell(act({ kind: 'edit', channel: message.channel, ts: message.ts, text }))
    cancel()
  }
  const editor = h(
    'div',
    { class: 'message-editor' },
    area,
    h(
      'div',
      {},
      h('button', { type: 'button', class: 'button', onclick: cancel }, 'Cancel'),
      h('button', { type: 'button', class: 'button primary', onclick: () => void save() }, 'Save'),
    ),
  )
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && !event.shiftKey) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  content.replaceWith(editor)
  editor.scrollIntoView({ block: 'nearest' })
  area.focus()
}

async function erase(message: StoredMessage): Promise<void> {
  const plain = (text: string) => ({ type: 'plain_text', text })
  const sure = await confirmFirst({
    title: plain('Delete message'),
    text: plain('Are you sure that you want to delete this message? It cannot be undone.'),
    confirm: plain('Delete'),
    deny: plain('Cancel'),
    style: 'danger',
  })
  if (sure) await tell(act({ kind: 'erase', channel: message.channel, ts: message.ts }))
}

async function tell(answer: ReturnType<typeof act>): Promise<void> {
  const { ok, error = '' } = await answer
  if (!ok && !error.includes('did not respond')) toast(error)
}

/** A stored text as it was typed: names for mentions, characters for escapes. */
function typedText(text: string): string {
  const { channels } = snapshot()
  const named = text
    .replace(/<@(\w+)>/g, (_whole, id: string) => `@${memberOf(id)?.realName ?? id}`)
    .replace(
      /<#(\w+)(?:\|[^>]*)?>/g,
      (_whole, id: string) => `#${channels.find((one) => one.id === id)?.name ?? id}`,
    )
  return unescapeText(named)
}
