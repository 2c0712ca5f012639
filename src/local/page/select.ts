// Selects of every kind: of options, of people, of channels; one or many.
import { avatar } from './avatar.ts'
import { h } from './dom.ts'
import { emojiCharacter } from './emoji.ts'
import { icon } from './icons.ts'
import { closeMenu, type MenuOption, openMenu } from './menu.ts'
import { memberOf, snapshot } from './store.ts'

/** A Block Kit option. */
export interface BlockOption {
  text: { type: string; text: string }
  value: string
  description?: { text: string }
  url?: string
}

/** What a select of Block Kit is made from. */
export interface SelectElement {
  type: string
  action_id: string
  placeholder?: { text: string }
  options?: BlockOption[]
  option_groups?: { label: { text: string }; options: BlockOption[] }[]
  max_selected_items?: number
}

/** A select; `changed` hears the chosen values. */
export function select(
  element: SelectElement,
  label: string,
  initial: string[],
  changed: (values: string[]) => void,
): HTMLElement {
  const many = element.type.startsWith('multi_')
  const options = menuOptions(element)
  const known = new Map(options.map((option) => [option.value, option]))
  const most = element.max_selected_items ?? Infinity
  let chosen = [...initial]
  const control = h('button', {
    type: 'button',
    class: 'select',
    role: 'combobox',
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    'aria-label': label,
    'data-action-id': element.action_id,
    onkeydown(event: KeyboardEvent) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      open()
    },
    onclick: () => (control.getAttribute('aria-expanded') === 'true' ? closeMenu() : open()),
  })
  const show = () => {
    const empty = h('span', { class: 'select-placeholder' }, element.placeholder?.text ?? 'Select an item')
    const picked = chosen.map((value) => known.get(value)?.label ?? value)
    const tokens = many
      ? picked.map((name) => h('span', { class: 'select-token' }, name))
      : [h('span', { class: 'select-value' }, picked[0] ?? '')]
    control.replaceChildren(
      h('span', { class: 'select-values' }, picked.length > 0 ? tokens : empty),
      icon('chevron', 16),
    )
  }
  const open = () =>
    openMenu({
      anchor: control,
      options,
      selected: chosen,
      many,
      filter: options.length > 7,
      label,
      pick({ value }) {
        if (!many) chosen = [value]
        else if (chosen.includes(value)) chosen = chosen.filter((one) => one !== value)
        else if (chosen.length < most) chosen = [...chosen, value]
        show()
        if (!many) control.focus()
        changed(chosen)
      },
    })
  show()
  return control
}

function menuOptions(element: SelectElement): MenuOption[] {
  const { members, channels, app } = snapshot()
  const people = members
    .filter((member) => member.id !== app.botUserId)
    .map((member): MenuOption => {
      const description = member.displayName === member.realName ? undefined : member.displayName
      return { value: member.id, label: member.realName, description, face: () => avatar(member.id, 20) }
    })
  const rooms = channels
    .filter((channel) => !channel.isIm)
    .map((channel): MenuOption => ({ value: channel.id, label: `#${channel.name}` }))
  if (element.type.includes('users')) return people
  if (element.type.includes('channels')) return rooms
  if (element.type.includes('conversations')) return [...rooms, ...people]
  const groups = element.option_groups ?? [{ label: { text: '' }, options: element.options ?? [] }]
  return groups.flatMap((group) =>
    group.options.map((option) => ({
      value: option.value,
      label: plainEmoji(option.text.text),
      description: option.description && plainEmoji(option.description.text),
      group: group.label.text,
    })),
  )
}

/** The name of whoever a user's id stands for. */
export function nameOf(userId: string): string {
  return memberOf(userId)?.realName ?? userId
}

/** Emoji names as characters, where text is all that can be shown. */
export function plainEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+'-]+):/g, (whole, name: string) => emojiCharacter(name) ?? whole)
}
