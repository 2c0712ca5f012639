/** The rules that take lines, by name; `plan explain` shows the sentence. */
export const RULES = {
  'document.title': 'The first heading (or the frontmatter title) is the plan’s title.',
  'document.frontmatter':
    'YAML between the first two lines of dashes gives fields of the plan and of its first sprint.',
  'document.decoration': 'Rules, empty tags and merge markers carry nothing.',
  'document.hidden': 'Comments and link definitions are hidden in the document and reach no field.',
  'sprint.heading':
    'A heading or label that names a box of time with a number (sprint, week, phase, …) opens a sprint.',
  'sprint.table-row': 'A row of a table whose first column names sprints describes one of them.',
  'sprint.field':
    'A field (label and value) under a sprint or at the top of the document describes the sprint.',
  'sprint.goal': 'Text under a goal heading or in a goal field is a goal.',
  'section.heading': 'A heading with a known role says what the lines under it are.',
  'section.theme': 'A heading without a known role is the epic of the items under it, or the title of prose.',
  'item.heading':
    'A heading or label with a key, or a numbered one under work with fields or details of its own, is an item.',
  'item.row': 'A row of a table with a title or key column is an item.',
  'item.list': 'A list entry under a heading of work is an item.',
  'item.box': 'A list entry with a check box under a theme is an item where no richer level exists.',
  'item.bullet': 'A plain list entry under a sprint or theme is an item where no richer level exists.',
  'item.group': 'A list entry whose children carry keys, boxes or estimates groups them.',
  'item.fence': 'A line in a code fence with a check box or a key under work is an item.',
  'item.left': 'An entry that could be an item is context where its sprint has items at a richer level.',
  'item.repeat':
    'An item that stands elsewhere with the same key or title is one item; its facts are joined.',
  'item.detail': 'Lines under an item are its fields, acceptance criteria, tasks or description.',
  'risk.entry': 'A list entry, row or heading under a risk heading is a risk.',
  'risk.field': 'A field under a risk is its likelihood, impact, mitigation or owner.',
  'dependency.entry': 'A list entry, row or field under a dependency heading is a dependency.',
  'ceremony.entry': 'An entry that names a meeting, a recurring update or a key date is a ceremony.',
  'ceremony.heading':
    'A heading that names a meeting or key date and says when, itself or in the lines below, is a ceremony.',
  'ceremony.calendar':
    'A date and what is on it, under a timeline or before a meeting’s name, is a ceremony.',
  'ceremony.row': 'A row of a table of ceremonies, or of dates and what is on them, is a ceremony.',
  'ceremony.hour':
    'A row of a table of times of the day that names a meeting is a ceremony; its days are those of the heading.',
  'ceremony.sentence': 'A sentence that names a meeting and tells when it takes place is a ceremony.',
  'objective.entry':
    'An entry under success criteria, metrics, deliverables or exit criteria is an objective.',
  'capacity.entry': 'Rows and fields under capacity give head counts, days and points.',
  'team.entry': 'Rows, fields and entries under team give roles and names.',
  'experiment.entry': 'Rows and entries under experiments are experiments.',
  'definition.ready': 'Entries under a definition of ready.',
  'definition.done': 'Entries under a definition of done.',
  'channel.mention': 'A word that starts with # in a text about communication is a channel.',
  'total.stated': 'A stated total is compared with the sum of the items.',
  'context.prose': 'Prose, notes and code are kept with their section as context.',
  'context.directive': 'A directive in the document says that this block is no part of the plan.',
  'context.list': 'Entries under a heading that holds no work are context.',
} as const

export type RuleName = keyof typeof RULES
