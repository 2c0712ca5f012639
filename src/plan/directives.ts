/** What a document says outright of its blocks: `<!-- sprintkeeper: work -->` before a heading, a list, a table or a paragraph. */
import { closest } from 'fastest-levenshtein'
import type { Diagnostic } from '#domain/plan-file.ts'
import type { Directive } from './hidden.ts'
import type { Role } from './vocabulary/index.ts'

/** The words after `sprintkeeper:` and what each makes of the block. */
export const DIRECTIVES: Readonly<Record<string, Role | 'ignore' | 'sprint'>> = {
  work: 'work',
  items: 'work',
  stretch: 'stretch',
  backlog: 'future',
  goal: 'goal',
  goals: 'goal',
  objectives: 'objectives',
  risks: 'risks',
  dependencies: 'dependencies',
  ceremonies: 'ceremonies',
  team: 'team',
  capacity: 'capacity',
  details: 'description',
  experiments: 'experiments',
  ready: 'dor',
  done: 'dod',
  context: 'context',
  ignore: 'ignore',
  sprint: 'sprint',
}

/** What a directive means; null for a word that is none. */
export function directiveRole(name: string | null): Role | 'ignore' | 'sprint' | null {
  return name !== null && Object.hasOwn(DIRECTIVES, name) ? (DIRECTIVES[name] ?? null) : null
}

/** One warning for each word that no directive is. */
export function unknownDirectives(directives: readonly Directive[]): Diagnostic[] {
  const names = Object.keys(DIRECTIVES)
  return directives
    .filter(({ name }) => directiveRole(name) === null)
    .slice(0, 50)
    .map(({ line, name }) => ({
      severity: 'warning',
      code: 'unknown-directive',
      message:
        name === ''
          ? 'The directive names nothing: “sprintkeeper:” stands alone.'
          : `“sprintkeeper: ${name}” is no directive.`,
      line,
      column: 1,
      endLine: line,
      hint: `${name === '' ? '' : `Did you mean “${closest(name, names)}”? `}Write one of: ${names.join(', ')}.`,
    }))
}
