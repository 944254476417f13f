import type { ExitCode } from '../base/exit.ts'
import type { Words } from '../base/words.ts'
import type { Terminal } from './terminal.ts'

/** One command of the command line. */
export interface CliCommand {
  /** One word or two: `doctor`, `members import`. */
  readonly name: string
  /** How it is typed, from its name on. */
  readonly usage: string
  readonly summary: Words
  /** `args` are those after the name; what `parseArgs` throws about them is told as wrong usage. */
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>
}

/** The command line was not one that we know. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}

/** The only argument besides options, for example a file. */
export function onlyArgument(positionals: readonly string[], what: Words): string {
  const [argument, ...more] = positionals
  if (argument === undefined) throw new UsageError({ zh: `缺少${what.zh}。`, en: `The ${what.en} is missing.` })
  if (more.length > 0)
    throw new UsageError({ zh: `多余的参数：${more[0]}`, en: `There is one argument too many: ${more[0]}` })
  return argument
}

/** A whole number within bounds, as an option gives it. */
export function wholeNumber(option: string, text: string, from: number, to: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= from && number <= to) return number
  throw new UsageError({
    zh: `--${option} 要填 ${from} 到 ${to} 的整数。`,
    en: `--${option} takes a whole number from ${from} to ${to}.`,
  })
}
