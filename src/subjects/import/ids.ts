// The modals of an import.
import { z } from 'zod'
import { carriedJson, modalOf, rowId } from '#platform/blocks/carried.ts'

/** The file or the text; carries where it was asked for. */
export const importForm = modalOf(
  'import.read',
  carriedJson(z.object({ channelId: z.string() })),
  '/sprint import',
  ['file', 'text', 'team', 'path'],
)

/** What the confirming modal carries: enough to do it again, with the file fetched anew. */
const confirmed = z.object({
  path: z.string(),
  teamId: rowId.nullable(),
  channelId: z.string().nullable(),
  /** Where the file is; null: the text stands in the modal. */
  file: z.string().nullable(),
})
export type Confirmed = z.infer<typeof confirmed>

export const confirmForm = modalOf('import.confirm', carriedJson(confirmed), '/sprint import', ['text'])

/** Callback ids of what stands in their place meanwhile and afterwards. */
export const readingNotice = 'import.reading'
export const storedNotice = 'import.stored'
export const refusedNotice = 'import.refused'
