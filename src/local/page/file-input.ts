// Uploading files from the page.

import { toast } from './dialog.ts'
import { h } from './dom.ts'
import type { ElementPlace, InteractiveElement } from './element.ts'
import { icon } from './icons.ts'
import { act } from './store.ts'

/** A file input of a modal: files are uploaded as soon as they are chosen. */
export function fileInput(element: InteractiveElement, place: ElementPlace): HTMLElement {
  const files = Array.isArray(place.initial) ? place.initial.filter((file) => typeof file !== 'string') : []
  const list = h('ul', { class: 'files' })
  const show = () => list.replaceChildren(...files.map((file) => h('li', {}, icon('file', 16), file.name)))
  const most = element.max_files ?? 10
  const field = h('input', {
    type: 'file',
    class: 'file-input',
    multiple: most > 1,
    accept: element.filetypes?.map((type) => `.${type}`).join(','),
    'aria-label': place.label,
    'data-action-id': element.action_id,
    async onchange() {
      for (const file of [...(field.files ?? [])].slice(0, most)) {
        const answer = await uploadFile(file)
        if (!answer) continue
        files.push(answer)
        files.splice(0, Math.max(0, files.length - most))
      }
      show()
      place.changed([...files])
    },
  })
  show()
  return h('div', { class: 'file-box' }, field, list)
}

/** Uploads a file of the browser; with a channel it is shared there. Null, with a word about it, where it failed. */
export async function uploadFile(file: File, channel?: string): Promise<{ id: string; name: string } | null> {
  const base64 = await base64Of(file)
  const answer = await act({ kind: 'upload', name: file.name, base64, channel })
  if (!answer.ok) toast(answer.error ?? 'The file could not be uploaded')
  return answer.ok ? (answer.result as { id: string; name: string }) : null
}

/** What a file of the browser holds, as base64. */
export async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  return url.slice(url.indexOf(',') + 1)
}
