import { describe, expect, it } from 'vitest'
import { commandsOf } from '#subjects/compose.ts'
import { messageViolations } from '#test/support/block-kit-limits.ts'
import { markupViolations } from '#test/support/hostile.ts'
import { allSubjects } from '../../all-subjects.ts'
import { helpDetail, helpMessages } from './help.messages.ts'

const commands = commandsOf(allSubjects)
const { helpMessage, unknownHelp } = helpMessages(allSubjects.flatMap((subject) => subject.help ?? []))

describe('help', () => {
  it('names every command once, each with its line', () => {
    const shown = JSON.stringify(helpMessage(commands))
    for (const { word, summary } of commands) {
      expect(shown).toMatch(new RegExp(`\`/sprint ${word}[^\`]*\``))
      expect(shown.split(summary)).toHaveLength(2)
    }
  })

  it('keeps the limits in every form, also when what was asked is markup', () => {
    const contents = [
      helpMessage(commands),
      ...commands.map(helpDetail),
      unknownHelp('<!channel>'.repeat(30), commands),
    ]
    for (const content of contents)
      expect([...messageViolations(content), ...markupViolations(content)]).toEqual([])
  })

  it('has no word or alias twice', () => {
    const words = commands.flatMap(({ word, aliases = [] }) => [word, ...aliases])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })
})
