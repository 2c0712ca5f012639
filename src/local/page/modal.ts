// The open modal: its inputs keep what was typed while the app changes the view around them.

import type { StoredView } from '../slack/types.ts'
import { type Block, blockList, type PlaceOf, type Problems } from './blocks.ts'
import { keepFocus, toast } from './dialog.ts'
import { byId, h } from './dom.ts'
import type { InputValue } from './element.ts'
import { icon } from './icons.ts'
import { closeMenu } from './menu.ts'
import { plainEmoji } from './select.ts'
import { act, looking } from './store.ts'
import { click, stateValue } from './surface.ts'
import { textObject } from './text.ts'

type Values = Record<string, Record<string, InputValue>>

let shownId = ''
let shownHash = ''
let values: Values = {}
let problems: Problems = {}
let before: Element | null = null

/** Shows the topmost modal, or takes it away. */
export function drawModal(view: StoredView | null): void {
  if (!view) {
    if (shownId) close()
    return
  }
  if (view.id === shownId && view.hash === shownHash) return
  if (view.id !== shownId) {
    if (!shownId) before = document.activeElement
    values = {}
    problems = {}
  }
  const sameView = view.id === shownId
  shownId = view.id
  shownHash = view.hash
  values = valuesOf(view, values)
  render(view, !sameView)
}

function close(): void {
  shownId = ''
  shownHash = ''
  closeMenu()
  byId('overlay').replaceChildren()
  if (before instanceof HTMLElement) before.focus()
}

function render(view: StoredView, focus: boolean): void {
  closeMenu()
  const overlay = byId('overlay')
  const scroll = overlay.querySelector('.modal-body')?.scrollTop ?? 0
  const focused = document.activeElement?.getAttribute('data-action-id')
  const body = h(
    'div',
    { class: 'modal-body' },
    blockList(view.blocks as unknown as Block[], place(view), problems),
  )
  const dismiss = () => void act({ kind: 'close-modal' })
  const form = h(
    'form',
    {
      class: 'modal-form',
      novalidate: true,
      onsubmit(event: Event) {
        event.preventDefault()
        void submitView(view, form)
      },
    },
    header(view, dismiss),
    body,
    footer(view, dismiss),
  )
  const box = h(
    'div',
    { class: 'modal', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'modal-title' },
    form,
  )
  const shade = h('div', { class: 'shade' }, box)
  shade.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      dismiss()
    }
    const inArea = event.target instanceof HTMLTextAreaElement
    if (inArea && event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.requestSubmit()
    keepFocus(event, form)
  })
  overlay.replaceChildren(shade)
  body.scrollTop = scroll
  const stop = focused ? form.querySelector<HTMLElement>(`[data-action-id="${CSS.escape(focused)}"]`) : null
  const first = form.querySelector<HTMLElement>(
    '.input-block input, .input-block textarea, .input-block button',
  )
  // What had the focus may be gone with the view before: without it the keyboard would be nowhere.
  const wanted = focus ? first : (stop ?? first)
  ;(wanted ?? form.querySelector<HTMLElement>('.modal-footer button'))?.focus()
}

const header = (view: StoredView, dismiss: () => void): HTMLElement =>
  h(
    'div',
    { class: 'modal-header' },
    h('img', { src: '/icon.svg', alt: '', class: 'modal-icon' }),
    h(
      'h2',
      { class: 'modal-title', id: 'modal-title' },
      plainEmoji((view.title as { text?: string } | undefined)?.text ?? ''),
    ),
    h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: dismiss },
      icon('close', 20),
    ),
  )

function footer(view: StoredView, dismiss: () => void): HTMLElement {
  const submit =
    view.submit && h('button', { type: 'submit', class: 'button primary' }, textObject(view.submit))
  return h(
    'div',
    { class: 'modal-footer' },
    h(
      'button',
      { type: 'button', class: 'button', onclick: dismiss },
      view.close ? textObject(view.close) : submit ? 'Cancel' : 'Close',
    ),
    submit,
  )
}

function place(view: StoredView): PlaceOf {
  return (block, element, label) => ({
    label,
    initial: values[block.block_id]?.[element.action_id] ?? null,
    changed(value) {
      values[block.block_id] = { ...values[block.block_id], [element.action_id]: value }
    },
    async act(value) {
      const dispatches = block.type !== 'input' || block.dispatch_action
      if (dispatches)
        await click({ channel: looking().channel, target: view.id, block, element }, value, values)
    },
  })
}

async function submitView(view: StoredView, form: HTMLFormElement): Promise<void> {
  form.classList.add('busy')
  const answer = await act({ kind: 'submit', values })
  form.classList.remove('busy')
  const result = answer.result as
    | { response_action?: string; errors?: Problems; refused?: Problems }
    | undefined
  problems = result?.refused ?? (result?.response_action === 'errors' ? (result.errors ?? {}) : {})
  if (!answer.ok) toast(`We had some trouble connecting. Try again? (${answer.error})`)
  if (shownId !== view.id || (Object.keys(problems).length === 0 && answer.ok)) return
  render(view, false)
  byId('overlay').querySelector('.invalid')?.scrollIntoView({ block: 'center' })
  byId('overlay').querySelector<HTMLElement>('.invalid input, .invalid textarea, .invalid button')?.focus()
}

/** The view's own values, under what was typed into inputs that are still there. */
function valuesOf(view: StoredView, typed: Values): Values {
  const result: Values = {}
  for (const [blockId, actions] of Object.entries(view.values)) {
    result[blockId] = {}
    for (const [actionId, state] of Object.entries(actions)) {
      const before = typed[blockId]
      result[blockId][actionId] =
        before && actionId in before ? (before[actionId] ?? null) : stateValue(state)
    }
  }
  return result
}
