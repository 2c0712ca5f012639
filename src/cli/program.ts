// The verbs of the command line. Each lives in a file of its own and is loaded only when it is called.
import { Command, type CommanderError } from 'commander'
import { plan, run } from './plan/index.ts'

/**
 * The whole command line, not yet parsed. Wrong usage calls `exit` in place of ending the process; it is given here, since
 * commander hands it down to the verbs as they are added.
 */
export function programOf(exit?: (error: CommanderError) => never): Command {
  const program = new Command('sprintkeeper').description(
    'Runs a team’s sprint from the Markdown plan that the team wrote.',
  )
  if (exit) program.exitOverride(exit)
  plan(program)
  program
    .command('doctor')
    .description('say what is wrong with this installation, and its cure')
    .option('--json', 'the findings as JSON')
    .action(run(async () => (await import('./doctor.ts')).doctor))
  return program
}
