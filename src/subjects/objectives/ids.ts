// The button and the modal that report an objective; both carry its id.
import { carriedText, clickable, modalOf, rowId } from '#platform/blocks/carried.ts'

export const openReport = clickable('objective.open', carriedText(rowId), '/sprint objectives')
export const reportForm = modalOf('objective.report', carriedText(rowId), '/sprint objectives', ['value'])
