import { codeOf, messageOf, UserError } from '../base/errors.ts'
import { type ExitCode, exit, exitCodeOf } from '../base/exit.ts'
import { scrub } from '../base/log.ts'
import type { Words } from '../base/words.ts'
import { nearest } from '../commands/nearest.ts'
import { StoreError } from '../store/faults.ts'
import { type CliCommand, UsageError } from './command.ts'
import type { Terminal } from './terminal.ts'

const helpOptions: ReadonlySet<string> = new Set(['--help', '-h'])

/** Runs one line that was typed after `bellwether` and answers its exit code. */
export async function runLine(
  commands: readonly CliCommand[],
  line: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const words = line.filter(word => !helpOptions.has(word))
  const command = commands.find(({ name }) => startsWith(words, name))
  if (!command) return answerUnknown(commands, words, terminal)
  if (words.length < line.length) return describe(command, terminal)
  try {
    return await command.run(words.slice(command.name.split(' ').length), terminal)
  } catch (error) {
    return tellError(command, error, terminal)
  }
}

function startsWith(words: readonly string[], name: string): boolean {
  return name.split(' ').every((part, at) => words[at] === part)
}

function answerUnknown(commands: readonly CliCommand[], words: readonly string[], terminal: Terminal): ExitCode {
  const [first] = words
  if (first === undefined) {
    printCommands(commands, terminal)
    return exit.ok
  }
  const family = commands.filter(({ name }) => name.startsWith(`${first} `))
  if (family.length > 0) {
    terminal.complain({ zh: '请写完整：', en: 'Say which:' })
    for (const { usage } of family) terminal.complain(`  ${usage}`)
    return exit.usage
  }
  const known = commands.map(command => ({ ...command, words: [command.name] }))
  const meant = nearest(words.slice(0, 2).join(' '), known) ?? nearest(first, known)
  const hint = meant ? { zh: `是想用 ${meant.name} 吗？`, en: `Did you mean ${meant.name}?` } : seeHelp
  terminal.complain({ zh: `没有命令 ${first}。${hint.zh}`, en: `There is no command ${first}. ${hint.en}` })
  return exit.usage
}

const seeHelp: Words = { zh: '输入 help 查看全部命令。', en: 'Type help to see all commands.' }

/** Everything that can be typed, one line each. */
export function printCommands(commands: readonly CliCommand[], terminal: Terminal): void {
  terminal.print({ zh: '用法：npm run bellwether -- <命令>\n', en: 'Usage: npm run bellwether -- <command>\n' })
  const width = Math.max(...commands.map(({ usage }) => usage.length))
  for (const { usage, summary } of commands) terminal.print(`  ${usage.padEnd(width)}  ${summary[terminal.lang]}`)
}

function describe({ usage, summary }: CliCommand, terminal: Terminal): ExitCode {
  terminal.print(summary)
  terminal.print({ zh: `用法：${usage}`, en: `Usage: ${usage}` })
  return exit.ok
}

function tellError(command: CliCommand, error: unknown, terminal: Terminal): ExitCode {
  const misuse = error instanceof UsageError ? error.words : argumentFault(error)
  if (misuse) {
    terminal.complain(misuse)
    terminal.complain({ zh: `用法：${command.usage}`, en: `Usage: ${command.usage}` })
    return exit.usage
  }
  const isWorded = error instanceof StoreError || error instanceof UserError
  terminal.complain(isWorded ? error.words : scrub(messageOf(error)))
  return exitCodeOf(error)
}

/** What `parseArgs` refuses, in our words; null for any other error. */
function argumentFault(error: unknown): Words | null {
  switch (codeOf(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return { zh: '有不认识的选项。', en: 'There is an option that this command does not have.' }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return { zh: '有选项的值没有写对。', en: 'An option has no value, or one that it does not take.' }
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return { zh: '有多余的参数。', en: 'There is an argument too many.' }
    default:
      return null
  }
}
