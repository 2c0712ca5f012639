// An answer where no message can be answered under: in App Home, and in a modal.
import type { BlockAction } from '@slack/bolt'
import { noticeModal } from '#platform/blocks/notice.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'

/** Opens a modal that says it, above the modal where the click was. Uses the trigger up. */
export async function showNotice(services: Services, body: BlockAction, content: Content): Promise<void> {
  const opening = { trigger_id: body.trigger_id, view: noticeModal(content) }
  const isModal = body.view?.type === 'modal'
  await (isModal ? services.web.views.push(opening) : services.web.views.open(opening))
}
