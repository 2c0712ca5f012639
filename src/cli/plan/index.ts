/** `sprintkeeper plan …`: the verbs, one line each. */
import type { Command } from 'commander'

/** Runs a verb's module and ends the process with the status that it gives. */
function run<T extends unknown[]>(load: () => Promise<(...args: T) => number | Promise<number>>): (...args: T) => Promise<void> {
  return async (...args) => {
    process.exitCode = await (await load())(...args)
  }
}

export function plan(program: Command): void {
  const verbs = program.command('plan').description('read, check and compare plans')
  const date = ['--reference-date <date>', 'ISO date near which a missing year is looked for (default: today)'] as const
  verbs.command('show').description('print what a plan says').argument('<file...>', 'files, or - for standard input').option('--json', 'one line of plan JSON a file').option(...date).action(run(async () => (await import('./show.ts')).show))
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
  verbs.command('explain').description('say what became of a line and by which rule').argument('<place>', 'FILE:LINE').option(...date).action(run(async () => (await import('./explain.ts')).explain))
}
