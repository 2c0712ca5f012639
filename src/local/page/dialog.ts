// Small windows over the page: the question before a button with `confirm` acts, and short notices.
import { byId, h } from './dom.ts'
import { textObject } from './text.ts'

const TOAST_MS = 6000

/** Asks what a `confirm` object asks; whether the member went on. */
export function confirmFirst(confirm: {
  title: unknown
  text: unknown
  confirm: unknown
  deny: unknown
  style?: string
}): Promise<boolean> {
  return new Promise((resolve) => {
    const before = document.activeElement
    const answer = (yes: boolean) => {
      shade.remove()
      if (before instanceof HTMLElement) before.focus()
      resolve(yes)
    }
    const deny = h(
      'button',
      { type: 'button', class: 'button', onclick: () => answer(false) },
      textObject(confirm.deny),
    )
    const style = confirm.style === 'danger' ? 'danger filled' : 'primary'
    const go = h(
      'button',
      { type: 'button', class: `button ${style}`, onclick: () => answer(true) },
      textObject(confirm.confirm),
    )
    const box = h(
      'div',
      {
        class: 'modal confirm',
        role: 'alertdialog',
        'aria-modal': 'true',
        'aria-labelledby': 'confirm-title',
      },
      h('h2', { id: 'confirm-title', class: 'modal-title' }, textObject(confirm.title)),
      h('div', { class: 'modal-body' }, textObject(confirm.text)),
      h('div', { class: 'modal-footer' }, deny, go),
    )
    const shade = h('div', { class: 'shade top' }, box)
    shade.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') answer(false)
      keepFocus(event, box)
      event.stopPropagation()
    })
    document.body.append(shade)
    go.focus()
  })
}

/** Keeps Tab inside of a window. */
export function keepFocus(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'Tab') return
  const stops = [...box.querySelectorAll<HTMLElement>('button, input, textarea, a[href], [tabindex="0"]')]
  const first = stops[0]
  const last = stops.at(-1)
  if (event.shiftKey && document.activeElement === first) last?.focus()
  else if (!event.shiftKey && document.activeElement === last) first?.focus()
  else return
  event.preventDefault()
}

/** A notice that goes away by itself. */
export function toast(text: string): void {
  const notice = h('div', { class: 'toast' }, text)
  byId('toasts').append(notice)
  setTimeout(() => notice.remove(), TOAST_MS)
}
