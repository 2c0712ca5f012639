/** `sprintkeeper plan …`: the verbs, one line each. */
import type { Command } from 'commander'

/** Runs a verb's module and ends the process with the status that it gives. */
export function run<T extends unknown[]>(
  load: () => Promise<(...args: T) => number | Promise<number>>,
): (...args: T) => Promise<void> {
  return async (...args) => {
    process.exitCode = await (await load())(...args)
  }
}

export function plan(program: Command): void {
  const verbs = program.command('plan').description('read, check and compare plans')
  const date = [
    '--reference-date <date>',
    'ISO date near which a missing year is looked for (default: today)',
  ] as const
  verbs
    .command('show')
    .description('print what a plan says')
    .argument('<file...>', 'files, or - for standard input')
    .option('--json', 'one line of plan JSON a file')
    .option(...date)
    .action(run(async () => (await import('./show.ts')).show))
  verbs
    .command('check')
    .description('print what a plan forgot or contradicts, with the place')
    .argument('<file...>', 'files or folders, or - for standard input')
    .option('--format <format>', 'text, json, github or sarif', 'text')
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings')
    .option('--fix', 'repair what is certain: mojibake and byte-order marks')
    .option('--dry-run', 'with --fix: print a unified diff and change nothing')
    .option(...date)
    .action(run(async () => (await import('./check.ts')).check))
  verbs
    .command('explain')
    .description('say what became of a line and by which rule')
    .argument('<place>', 'FILE:LINE')
    .option(...date)
    .action(run(async () => (await import('./explain.ts')).explain))
  verbs
    .command('import')
    .description('store plans: as new ones, or as the next revision of what is stored')
    .argument('<file...>', 'files or folders, or - for standard input')
    .option('--team <slug>', 'the team that they belong to (default: found from the plan)')
    .option('--workspace <id>', 'Slack’s team id, or the name of the workspace (default: the only one)')
    .option('--as <path>', 'the path that a plan from standard input is kept under')
    .option('--json', 'one line of JSON a file')
    .action(run(async () => (await import('./import.ts')).importFiles))
  verbs
    .command('diff')
    .description('print what changed between two revisions of a plan')
    .argument('<old>', 'the file as it was')
    .argument('<new>', 'the file as it is')
    .option('--json', 'the changes as JSON')
    .option('--exit-code', 'exit with 1 when something changed')
    .option(...date)
    .action(run(async () => (await import('./diff.ts')).diff))
  verbs
    .command('export')
    .description('print the live state: a status report, or a patch of the plan’s own files')
    .argument('[file...]', 'plans whose status marks and boxes are brought up to date; none: a report')
    .option('--team <slug>', 'the team to report on (default: every team)')
    .option('--workspace <id>', 'Slack’s team id, or the name of the workspace (default: the only one)')
    .option('--out <folder>', 'write each report into this folder, e.g. status')
    .option('--write', 'change the files instead of printing a patch')
    .action(run(async () => (await import('../export/index.ts')).exportPlans))
}
