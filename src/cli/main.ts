/** The command line. */
import { programOf } from './program.ts'

const program = programOf()
const exit = (error: { exitCode: number }) => process.exit(error.exitCode === 0 ? 0 : 2)
program.exitOverride(exit)
await program.parseAsync()
