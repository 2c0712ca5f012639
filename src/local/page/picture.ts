// Images of blocks.
import { h } from './dom.ts'
import { icon } from './icons.ts'

/** An image of the workspace's files. Others are not fetched: the page stays on this machine. */
export function picture(
  image: { image_url?: string; slack_file?: { id?: string; url?: string }; alt_text?: string },
  className: string,
): HTMLElement {
  const address = image.slack_file?.url ?? image.image_url ?? ''
  const id = image.slack_file?.id ?? /\/files-pri\/(\w+)/.exec(address)?.[1]
  const source = id ? `/files/${id}` : address.startsWith('data:image/') ? address : ''
  if (source) return h('img', { class: className, src: source, alt: image.alt_text ?? '' })
  return h(
    'span',
    { class: `${className} missing`, role: 'img', 'aria-label': image.alt_text ?? 'image' },
    icon('file', 14),
    className === 'context-image' ? '' : (image.alt_text ?? ''),
  )
}
