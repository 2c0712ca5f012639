// A message as a modal, for where there is no message to answer under: App Home, and modals themselves.
import type { ModalView } from '@slack/types'
import type { Content } from '#platform/delivery/outbox.ts'
import { section } from './blocks.ts'
import { notice } from './ids.ts'

/** Shows a message's blocks; its buttons stay buttons. */
export function noticeModal(content: Content): ModalView {
  return {
    type: 'modal',
    callback_id: notice,
    title: { type: 'plain_text', text: 'Sprintkeeper' },
    close: { type: 'plain_text', text: 'OK' },
    blocks: content.blocks ?? [section(content.text)],
  }
}
