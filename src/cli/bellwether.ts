import { commands } from './commands.ts'
import { runLine } from './run.ts'
import { terminalOf } from './terminal.ts'

process.exitCode = await runLine(commands, process.argv.slice(2), terminalOf(process))
