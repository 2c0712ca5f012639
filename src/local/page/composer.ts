// Where messages are typed: hints for slash commands, people and channels; Enter sends.
import { avatar } from './avatar.ts'
import { toast } from './dialog.ts'
import { type Child, h } from './dom.ts'
import { uploadFile } from './file-input.ts'
import { icon } from './icons.ts'
import { act, snapshot } from './store.ts'

interface Suggestion {
  /** What takes the place of the typed word. */
  insert: string
  label: string
  hint: string
  face: () => Child
}

/** A composer, for a channel or for one of its threads. */
// Long: one text field, and the list of suggestions that follows each of its keys.
export function composer(options: { channel: string; name: string; thread?: string }): HTMLElement {
  const area = h('textarea', {
    class: 'composer-text',
    rows: 1,
    placeholder: options.thread ? 'Reply…' : `Message ${options.name}`,
    'aria-label': options.thread ? 'Reply' : `Message ${options.name}`,
  })
  const popup = h('div', { class: 'suggestions', role: 'listbox', 'aria-label': 'Suggestions', hidden: true })
  const send = h(
    'button',
    { type: 'button', class: 'send', 'aria-label': 'Send now', disabled: true, onclick: () => void submit() },
    icon('send', 16),
  )
  const files = h('input', {
    type: 'file',
    class: 'visually-hidden',
    tabindex: -1,
    'aria-hidden': 'true',
    onchange: () => void share(),
  })
  const attach = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Attach a file', onclick: () => files.click() },
    icon('attach', 17),
  )
  let shown: Suggestion[] = []
  let active = 0

  const resize = () => {
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, 220)}px`
    send.disabled = area.value.trim() === ''
  }
  const suggest = () => {
    shown = suggestionsFor(area.value.slice(0, area.selectionStart), options.thread !== undefined)
    active = Math.min(active, Math.max(0, shown.length - 1))
    popup.hidden = shown.length === 0
    popup.replaceChildren(...shown.map(suggestionRow))
    popup.querySelector('.active')?.scrollIntoView({ block: 'nearest' })
  }
  const suggestionRow = (item: Suggestion, index: number) =>
    h(
      'div',
      {
        class: index === active ? 'suggestion active' : 'suggestion',
        role: 'option',
        'aria-selected': String(index === active),
        onmousedown(event: Event) {
          event.preventDefault()
          take(item)
        },
      },
      item.face(),
      h('span', { class: 'suggestion-label' }, item.label),
      h('span', { class: 'suggestion-hint' }, item.hint),
    )
  const take = ({ insert }: Suggestion) => {
    const before = area.value.slice(0, area.selectionStart)
    const start = insert.startsWith('/') ? 0 : before.search(/[@#][^@#\s]*$/)
    area.setRangeText(insert, start, area.selectionStart, 'end')
    popup.hidden = true
    shown = []
    resize()
    area.focus()
  }
  const submit = async () => {
    const text = area.value.trim()
    if (text === '') return
    area.value = ''
    resize()
    suggest()
    const { channel, thread } = options
    if (text.startsWith('/') && thread) toast('Slash commands do not work in threads.')
    else if (text.startsWith('/')) await tell(act({ kind: 'command', channel, line: text }), true)
    else await tell(act({ kind: 'say', channel, text: withMentions(text), thread }), false)
  }
  const share = async () => {
    for (const file of files.files ?? []) await uploadFile(file, options.channel)
    files.value = ''
  }

  area.addEventListener('input', () => {
    active = 0
    resize()
    suggest()
  })
  area.addEventListener('blur', () => {
    popup.hidden = true
  })
  area.addEventListener('keydown', (event) => {
    const open = !popup.hidden && shown.length > 0
    const chosen = shown[active]
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      active = (active + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length
      suggest()
    } else if (
      open &&
      chosen &&
      (event.key === 'Tab' || (event.key === 'Enter' && !isComplete(area.value, chosen)))
    ) {
      take(chosen)
    } else if (open && event.key === 'Escape') popup.hidden = true
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) void submit()
    else return
    event.preventDefault()
  })
  return h(
    'div',
    { class: 'composer' },
    popup,
    h('div', { class: 'composer-box' }, area, h('div', { class: 'composer-tools' }, attach, files, send)),
  )
}

async function tell(answer: ReturnType<typeof act>, isCommand: boolean): Promise<void> {
  const { ok, error = '' } = await answer
  const unheard = error.includes('Sprintkeeper did not respond')
  if (!ok && (isCommand || !unheard)) toast(error)
}

function suggestionsFor(typed: string, inThread: boolean): Suggestion[] {
  const { commands, members, channels, app } = snapshot()
  if (typed.startsWith('/')) {
    if (inThread) return []
    const words = typed.toLowerCase()
    return commands
      .filter(({ usage }) => usage.toLowerCase().startsWith(words) || words.startsWith(`${bare(usage)} `))
      .map(({ usage, hint }) => ({
        insert: usage === bare(usage) ? usage : `${bare(usage)} `,
        label: usage,
        hint,
        face: () => avatar(app.botUserId, 24),
      }))
  }
  const [, mark, word = ''] = /(?:^|\s)([@#])([^@#\s]*)$/.exec(typed) ?? []
  const matches = (name: string) => name.toLowerCase().includes(word.toLowerCase())
  if (mark === '@') {
    return members
      .filter((member) => matches(member.realName) || matches(member.displayName))
      .slice(0, 8)
      .map(({ id, realName, title = '' }) => ({
        insert: `@${realName} `,
        label: realName,
        hint: title,
        face: () => avatar(id, 24),
      }))
  }
  if (mark !== '#') return []
  return channels
    .filter((channel) => !channel.isIm && matches(channel.name))
    .map(({ name, topic }) => ({
      insert: `#${name} `,
      label: name,
      hint: topic,
      face: () => icon('hash', 16),
    }))
}

/** Whether what is typed is already the suggestion, so that Enter sends it. */
function isComplete(typed: string, { insert }: Suggestion): boolean {
  return insert.startsWith('/') && typed.trim().toLowerCase().startsWith(insert.trim().toLowerCase())
}

function bare(usage: string): string {
  return usage.replace(/ (\[.*|[A-Z]{2,}.*)$/, '')
}

/** Names after `@` and `#` as the mentions that Slack stores. */
export function withMentions(text: string): string {
  const { members, channels } = snapshot()
  const names = [
    ...members.map(({ id, realName }) => [`@${realName}`, `<@${id}>`] as const),
    ...members.map(({ id, displayName }) => [`@${displayName}`, `<@${id}>`] as const),
    ...channels.filter(({ isIm }) => !isIm).map(({ id, name }) => [`#${name}`, `<#${id}>`] as const),
  ].sort(([a], [b]) => b.length - a.length)
  return names.reduce((result, [name, mention]) => result.replaceAll(name, mention), text)
}
