// What to look at: the invented teams, or one's own plan, dropped, chosen or pasted. Open at the first start, and from the sidebar.
import { keepFocus, toast } from './dialog.ts'
import { byId, h } from './dom.ts'
import { base64Of } from './file-input.ts'
import { icon } from './icons.ts'
import { act, lookAt, snapshot } from './store.ts'

const PLAN_FILES = '.md,.markdown,.txt,.text'

let isOpen = false
/** The person closed it although nothing was chosen. */
let isPutOff = false
let typed = ''
let before: Element | null = null

/** Opens the choice. */
export function openStart(): void {
  before = document.activeElement
  isOpen = true
  isPutOff = false
  drawStart()
}

/** Draws the choice where there is one to make; not while a modal of the app is open, which is a step of it. */
export function drawStart(): void {
  const { stage, modal } = snapshot()
  const place = byId('start')
  const wanted = (isOpen || (stage.asks && !isPutOff)) && !modal
  if (!wanted) {
    place.replaceChildren()
    delete place.dataset.key
    return
  }
  const key = JSON.stringify([
    stage.isStarting,
    stage.canBring,
    stage.doing,
    stage.said,
    stage.hasOwn,
    stage.kind,
  ])
  if (place.dataset.key === key) return
  const isNew = place.dataset.key === undefined
  const focused = document.activeElement?.id ?? ''
  place.dataset.key = key
  place.replaceChildren(window())
  if (isNew) place.querySelector<HTMLElement>('.start-choice')?.focus()
  else document.getElementById(focused)?.focus()
}

function close(): void {
  isOpen = false
  isPutOff = true
  void act({ kind: 'heard' })
  drawStart()
  if (before instanceof HTMLElement) before.focus()
}

function window(): HTMLElement {
  const { stage } = snapshot()
  const box = h(
    'div',
    { class: 'modal start', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'start-title' },
    h(
      'div',
      { class: 'modal-header' },
      h('img', { src: '/icon.svg', alt: '', class: 'modal-icon' }),
      h('h2', { class: 'modal-title', id: 'start-title' }, 'What do you want to see?'),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: close },
        icon('close', 20),
      ),
    ),
    h(
      'div',
      { class: 'modal-body' },
      stage.said.map((text) => h('p', { class: 'start-said', role: 'alert' }, text)),
      stage.doing !== '' && h('p', { class: 'start-doing', role: 'status' }, stage.doing),
      h('div', { class: 'start-choices' }, around(), own()),
      pasted(),
    ),
  )
  const shade = h('div', { class: 'shade' }, box)
  shade.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    keepFocus(event, box)
    event.stopPropagation()
  })
  return shade
}

function around(): HTMLElement {
  const { stage } = snapshot()
  return h(
    'button',
    {
      type: 'button',
      class: 'start-choice',
      id: 'start-around',
      onclick: async () => {
        await act({ kind: 'look-around' })
        isOpen = false
        isPutOff = true
        await lookAt({ as: '', channel: '', thread: '' })
      },
    },
    h('strong', {}, 'Look around'),
    h('span', {}, 'Three invented teams in the middle of their sprints.'),
    stage.isStarting && h('span', { class: 'start-wait' }, 'They are on their way.'),
  )
}

function own(): HTMLElement {
  const { stage } = snapshot()
  const files = h('input', {
    type: 'file',
    class: 'visually-hidden',
    id: 'start-files',
    accept: PLAN_FILES,
    multiple: true,
    tabindex: -1,
    'aria-label': 'Your plan’s files',
    onchange: () => void bringFiles([...(files.files ?? [])]),
  })
  const button = h(
    'button',
    {
      type: 'button',
      class: 'start-choice drop',
      id: 'start-own',
      disabled: !stage.canBring,
      onclick: () => files.click(),
    },
    h('strong', {}, 'Drop your plan here'),
    h(
      'span',
      {},
      'Markdown or text, one file or several. Or press to choose them. You see what was understood before anything is stored; nothing leaves this machine.',
    ),
  )
  const back =
    stage.hasOwn &&
    h('button', { type: 'button', class: 'button', id: 'start-back', onclick: goBack }, 'Back to your plan')
  return h('div', { class: 'start-own' }, button, files, back)
}

async function goBack(): Promise<void> {
  await act({ kind: 'back' })
  isOpen = false
  await lookAt({ as: '', channel: '', thread: '' })
}

function pasted(): HTMLElement {
  const area = h('textarea', {
    class: 'input',
    id: 'start-text',
    rows: 4,
    placeholder: '# Sprint 12 …',
    'aria-label': 'Or paste its text',
    oninput: () => {
      typed = area.value
    },
  })
  area.value = typed
  const submit = () => {
    if (typed.trim() === '') return area.focus()
    void bring([{ name: 'pasted.md', base64: encoded(typed) }], true)
  }
  return h(
    'div',
    { class: 'start-paste' },
    h('label', { class: 'input-label', for: 'start-text' }, 'Or paste its text'),
    area,
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        id: 'start-paste',
        disabled: !snapshot().stage.canBring,
        onclick: submit,
      },
      'Show what is in it',
    ),
  )
}

/** Hands in files of the browser. */
export async function bringFiles(files: File[]): Promise<void> {
  if (files.length === 0) return
  const all = await Promise.all(
    files.map(async (file) => ({ name: file.name, base64: await base64Of(file) })),
  )
  await bring(
    all.filter(({ base64 }) => base64 !== ''),
    false,
  )
}

async function bring(files: { name: string; base64: string }[], isPasted: boolean): Promise<void> {
  if (files.length === 0) return toast('That file is empty.')
  isOpen = true
  isPutOff = false
  drawStart()
  const answer = await act({ kind: 'bring', files, isPasted })
  if (!answer.ok) return toast(answer.error ?? 'The plan could not be handed in')
  if (snapshot().stage.said.length === 0) isOpen = false
  if (isPasted && !isOpen) typed = ''
  await lookAt({ as: '', channel: '', thread: '' })
}

function encoded(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
}

/** Files may be dropped anywhere on the page. */
export function listenToDrops(): void {
  const over = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  document.addEventListener('dragover', (event) => {
    if (!over(event)) return
    event.preventDefault()
    document.body.classList.add('dropping')
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('dropping')
  })
  document.addEventListener('drop', (event) => {
    document.body.classList.remove('dropping')
    if (!over(event)) return
    event.preventDefault()
    if (event.target instanceof Element && event.target.closest('.file-input')) return
    void bringFiles([...(event.dataTransfer?.files ?? [])])
  })
}
