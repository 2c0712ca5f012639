// Inputs and other interactive elements: text, numbers, dates, choices, files, buttons and overflow menus.

import { confirmFirst } from './dialog.ts'
import { h } from './dom.ts'
import type { ElementPlace, InteractiveElement } from './element.ts'
import { fileInput } from './file-input.ts'
import { openMenu } from './menu.ts'
import { type BlockOption, plainEmoji, select } from './select.ts'
import { plainText, textObject } from './text.ts'

/** An element, ready to be used. */
export function interactive(element: InteractiveElement, place: ElementPlace): HTMLElement {
  const { type } = element
  if (type === 'button') return button(element, place)
  if (type === 'overflow') return overflow(element, place)
  if (type === 'radio_buttons' || type === 'checkboxes') return choices(element, place)
  if (type.endsWith('_select')) {
    const initial = Array.isArray(place.initial) ? place.initial : [place.initial]
    const values = initial.filter((value) => typeof value === 'string')
    const many = type.startsWith('multi_')
    return select(element, place.label, values, (chosen) => {
      const value = many ? chosen : (chosen[0] ?? null)
      place.changed(value)
      void place.act(value)
    })
  }
  if (type === 'datepicker' || type === 'timepicker') return picker(element, place)
  if (type === 'file_input') return fileInput(element, place)
  return textInput(element, place)
}

function button(element: InteractiveElement, place: ElementPlace): HTMLElement {
  const control = h('button', {
    type: 'button',
    class: `button ${element.style ?? ''}`.trim(),
    'data-action-id': element.action_id,
    async onclick() {
      if (element.confirm && !(await confirmFirst(element.confirm))) return
      if (element.url) window.open(element.url, '_blank', 'noreferrer')
      control.classList.add('busy')
      await place.act(element.value)
      control.classList.remove('busy')
    },
  })
  control.append(plainText(element.text?.text ?? ''))
  return control
}

function overflow(element: InteractiveElement, place: ElementPlace): HTMLElement {
  const control = h('button', {
    type: 'button',
    class: 'button overflow',
    'aria-label': 'More actions',
    'aria-haspopup': 'listbox',
    'data-action-id': element.action_id,
    onclick() {
      const options = (element.options ?? []).map((option) => ({
        value: option.value,
        label: plainEmoji(option.text.text),
        description: option.description?.text,
      }))
      const pick = async ({ value }: { value: string }) => {
        const url = element.options?.find((option) => option.value === value)?.url
        if (element.confirm && !(await confirmFirst(element.confirm))) return
        if (url) window.open(url, '_blank', 'noreferrer')
        await place.act(value)
      }
      openMenu({ anchor: control, options, selected: [], filter: false, label: 'More actions', pick })
    },
  })
  control.append('⋯')
  return control
}

function choices(element: InteractiveElement, place: ElementPlace): HTMLElement {
  const radio = element.type === 'radio_buttons'
  const chosen = new Set(Array.isArray(place.initial) ? (place.initial as string[]) : [place.initial])
  const group = `${element.action_id}-${Math.random()}`
  const one = (option: BlockOption) => {
    const box = h('input', {
      type: radio ? 'radio' : 'checkbox',
      name: group,
      value: option.value,
      checked: chosen.has(option.value),
      onchange() {
        if (radio) chosen.clear()
        if (box.checked) chosen.add(option.value)
        else chosen.delete(option.value)
        const value = radio ? option.value : [...chosen].filter((item) => typeof item === 'string')
        place.changed(value)
        void place.act(value)
      },
    })
    const description =
      option.description && h('span', { class: 'choice-description' }, textObject(option.description))
    return h('label', { class: 'choice' }, box, h('span', {}, textObject(option.text), description))
  }
  const role = radio ? 'radiogroup' : 'group'
  return h(
    'div',
    { class: 'choices', role, 'aria-label': place.label, 'data-action-id': element.action_id },
    (element.options ?? []).map(one),
  )
}

function picker(element: InteractiveElement, place: ElementPlace): HTMLElement {
  const control = h('input', {
    type: element.type === 'datepicker' ? 'date' : 'time',
    class: 'input picker',
    value: typeof place.initial === 'string' ? place.initial : '',
    'aria-label': place.label,
    'data-action-id': element.action_id,
    onchange() {
      place.changed(control.value || null)
      void place.act(control.value || null)
    },
  })
  return control
}

function textInput(element: InteractiveElement, place: ElementPlace): HTMLElement {
  const initial = typeof place.initial === 'string' ? place.initial : ''
  const common = {
    class: 'input',
    placeholder: element.placeholder?.text,
    'aria-label': place.label,
    maxlength: element.max_length,
    'data-action-id': element.action_id,
  }
  if (element.multiline) {
    const area = h('textarea', { ...common, rows: 4, oninput: () => place.changed(area.value || null) })
    area.value = initial
    return area
  }
  const kinds: Record<string, string> = {
    number_input: 'number',
    email_text_input: 'email',
    url_text_input: 'url',
  }
  const field = h('input', {
    ...common,
    type: kinds[element.type] ?? 'text',
    min: element.min_value,
    max: element.max_value,
    step: element.is_decimal_allowed ? 'any' : element.type === 'number_input' ? '1' : null,
    value: initial,
    oninput: () => place.changed(field.value || null),
    onkeydown(event: KeyboardEvent) {
      if (event.key === 'Enter') void place.act(field.value || null)
    },
  })
  return field
}

/** The label of an element that stands outside of an input block. */
export function labelOf(element: InteractiveElement): string {
  return element.text?.text || element.placeholder?.text || element.action_id
}
