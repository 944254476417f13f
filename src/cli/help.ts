import { exit } from '../base/exit.ts'
import type { CliCommand } from './command.ts'
import { printCommands } from './run.ts'

/** `commands` answers all of them, help included. */
export function createHelp(commands: () => readonly CliCommand[]): CliCommand {
  return {
    name: 'help',
    usage: 'help',
    summary: { zh: '列出全部命令', en: 'List all commands' },
    async run(_args, terminal) {
      printCommands(commands(), terminal)
      return exit.ok
    },
  }
}
