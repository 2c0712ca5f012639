/** The command line. */
import { programOf } from './program.ts'

await programOf((error) => process.exit(error.exitCode === 0 ? 0 : 2)).parseAsync()
