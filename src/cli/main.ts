/** The command line. Each verb lives in a file of its own and is loaded only when it is called. */
import { Command } from 'commander'
import { plan, run } from './plan/index.ts'

const program = new Command('sprintkeeper').description(
  'Runs a team’s sprint from the Markdown plan that the team wrote.',
)
program.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
plan(program)
program
  .command('doctor')
  .description('say what is wrong with this installation, and its cure')
  .option('--json', 'the findings as JSON')
  .action(run(async () => (await import('./doctor.ts')).doctor))
await program.parseAsync()
