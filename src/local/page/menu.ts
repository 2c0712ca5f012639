// A list that opens under a control: filter by typing, choose with arrows and Enter or the mouse, close with Escape.
import { type Child, h } from './dom.ts'

/** An entry of a menu. */
export interface MenuOption {
  value: string
  label: string
  /** What stands before the label. */
  face?: () => Child
  description?: string
  /** A heading over this and the following entries with the same group. */
  group?: string
}

/** How a menu behaves. */
export interface MenuSettings {
  anchor: HTMLElement
  options: MenuOption[]
  selected: string[]
  /** Whether there is a field to type in. */
  filter: boolean
  /** Whether it stays open for more choices. */
  many?: boolean
  label: string
  pick(option: MenuOption): void
  closed?(): void
}

const LIST = 'menu-list'
const optionId = (index: number): string => `menu-option-${index}`

let closeOpen: (() => void) | null = null

/** Closes the open menu, if there is one. */
export function closeMenu(): void {
  closeOpen?.()
}

/** Opens a menu, and closes another one. */
// Long: one list, and what keys, mouse and filter do to its rows.
export function openMenu(settings: MenuSettings): void {
  closeMenu()
  const { anchor, options, many } = settings
  const selected = new Set(settings.selected)
  const list = h('div', {
    class: 'menu-list',
    id: LIST,
    role: 'listbox',
    'aria-label': settings.label,
    tabindex: settings.filter ? null : 0,
  })
  if (many) list.setAttribute('aria-multiselectable', 'true')
  const field = h('input', {
    class: 'menu-filter',
    type: 'text',
    placeholder: 'Search',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': LIST,
    'aria-autocomplete': 'list',
    'aria-label': `Search: ${settings.label}`,
  })
  const menu = h(
    'div',
    { class: 'menu', role: 'dialog', 'aria-label': settings.label },
    settings.filter && field,
    list,
  )
  let shown: MenuOption[] = []
  let active = 0

  const fill = () => {
    const words = field.value.trim().toLowerCase()
    shown = options.filter(({ label, description = '' }) =>
      `${label} ${description}`.toLowerCase().includes(words),
    )
    active = Math.max(0, Math.min(active, shown.length - 1))
    const rows = shown.flatMap((option, index): Child[] => {
      const heading = option.group && option.group !== shown[index - 1]?.group
      return [
        heading && h('div', { class: 'menu-group', role: 'presentation' }, option.group),
        rowOf(option, index),
      ]
    })
    list.replaceChildren(...rows.filter((row) => row instanceof Node))
    if (shown.length === 0) list.append(h('div', { class: 'menu-none' }, 'Nothing found'))
    list.querySelector('.active')?.scrollIntoView({ block: 'nearest' })
    const holder = settings.filter ? field : list
    if (shown.length > 0) holder.setAttribute('aria-activedescendant', optionId(active))
    else holder.removeAttribute('aria-activedescendant')
  }
  const rowOf = (option: MenuOption, index: number) =>
    h(
      'div',
      {
        id: optionId(index),
        class: index === active ? 'menu-option active' : 'menu-option',
        role: 'option',
        'aria-selected': selected.has(option.value) ? 'true' : 'false',
        onmousedown: (event: Event) => event.preventDefault(),
        onclick: () => choose(option),
      },
      option.face?.(),
      h('span', { class: 'menu-label' }, option.label),
      option.description && h('span', { class: 'menu-description' }, option.description),
    )
  const choose = (option: MenuOption) => {
    if (!many) close()
    else if (!selected.delete(option.value)) selected.add(option.value)
    settings.pick(option)
    if (many) fill()
  }
  const close = () => {
    if (closeOpen !== close) return
    closeOpen = null
    menu.remove()
    document.removeEventListener('mousedown', outside, true)
    window.removeEventListener('resize', close)
    anchor.setAttribute('aria-expanded', 'false')
    settings.closed?.()
  }
  const outside = (event: MouseEvent) => {
    if (event.target instanceof Node && !menu.contains(event.target) && !anchor.contains(event.target))
      close()
  }
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      active = (active + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % Math.max(shown.length, 1)
      fill()
    } else if (event.key === 'Enter' || (event.key === ' ' && !settings.filter)) {
      const option = shown[active]
      if (option) choose(option)
      anchor.focus()
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      close()
      anchor.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  })
  field.addEventListener('input', () => {
    active = 0
    fill()
  })

  closeOpen = close
  active = Math.max(
    0,
    options.findIndex((option) => selected.has(option.value)),
  )
  fill()
  document.body.append(menu)
  place(menu, anchor)
  document.addEventListener('mousedown', outside, true)
  window.addEventListener('resize', close)
  anchor.setAttribute('aria-expanded', 'true')
  ;(settings.filter ? field : list).focus()
}

function place(menu: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getBoundingClientRect()
  const below = window.innerHeight - box.bottom - 12
  const above = box.top - 12
  const up = below < Math.min(menu.offsetHeight, 280) && above > below
  const left = Math.max(8, Math.min(box.left, window.innerWidth - menu.offsetWidth - 8))
  menu.style.left = `${left}px`
  menu.style.minWidth = `${Math.max(box.width, 200)}px`
  menu.style.maxHeight = `${Math.min(up ? above : below, 340)}px`
  if (up) menu.style.bottom = `${window.innerHeight - box.top + 4}px`
  else menu.style.top = `${box.bottom + 4}px`
}
