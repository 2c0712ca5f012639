// Faces: initials on a member's colour, and the app's mark.
import { h } from './dom.ts'
import { memberOf } from './store.ts'

/** A member's avatar; its name is told beside it, so screen readers leave it out. */
export function avatar(userId: string, size = 36): HTMLElement {
  const member = memberOf(userId)
  const style = `width:${size}px;height:${size}px;font-size:${Math.round(size * 0.4)}px;`
  if (member?.isBot) return h('img', { class: 'avatar', src: '/icon.svg', alt: '', style })
  const initials = (member?.realName ?? '?')
    .split(' ')
    .map((word) => word[0] ?? '')
    .filter((letter) => letter === letter.toUpperCase())
    .slice(0, 2)
    .join('')
  return h(
    'span',
    { class: 'avatar', 'aria-hidden': 'true', style: `${style}background:${member?.color ?? '#777'}` },
    initials,
  )
}
