// The slash commands that the page's composer hints at while one types.

/** A command and what it does, in a few words. */
export interface CommandHint {
  usage: string
  hint: string
}

/** The commands of Sprintkeeper. */
export const COMMAND_HINTS: CommandHint[] = [
  { usage: '/sprint status', hint: 'Where the sprint stands, shown to you' },
  { usage: '/sprint plan', hint: 'The plan: items by state, with points and owners' },
  { usage: '/sprint item KEY', hint: 'One item with its acceptance criteria' },
  { usage: '/sprint start KEY', hint: 'Take an item into progress' },
  { usage: '/sprint review KEY', hint: 'Hand an item over for review' },
  { usage: '/sprint done KEY', hint: 'Finish an item' },
  { usage: '/sprint standup', hint: 'Answer the check-in, or open it now' },
  { usage: '/sprint block [KEY] [text]', hint: 'Raise a blocker' },
  { usage: '/sprint blockers', hint: 'Open blockers with their age' },
  { usage: '/sprint risks', hint: 'The risk digest' },
  { usage: '/sprint delta', hint: 'What moved since yesterday' },
  { usage: '/sprint retro', hint: 'Add notes to the retro' },
  { usage: '/sprint digest', hint: 'The stakeholder digest' },
  { usage: '/sprint begin', hint: 'Start a sprint that has no dates' },
  { usage: '/sprint import', hint: 'Read a Markdown plan' },
  { usage: '/sprint team', hint: "The team's channel, zone, ceremonies and members" },
  { usage: '/sprint help', hint: 'All commands' },
]
