import type { Lang, Words } from '../../src/base/words.ts'
import { commands } from '../../src/cli/commands.ts'
import { runLine } from '../../src/cli/run.ts'
import type { Terminal } from '../../src/cli/terminal.ts'

interface Typist {
  readonly lang?: Lang
  readonly env?: Readonly<Record<string, string>>
  readonly known?: typeof commands
}

/** Types one line at a terminal that is read instead of looked at. */
export async function type(line: string, { lang = 'en', env = {}, known = commands }: Typist = {}) {
  const out: string[] = []
  const err: string[] = []
  const textOf = (text: string | Words) => (typeof text === 'string' ? text : text[lang])
  const terminal: Terminal = {
    ...{ lang, env, isInteractive: false },
    print: text => void out.push(textOf(text)),
    complain: text => void err.push(textOf(text)),
    confirm: async () => false,
    progress: () => {},
  }
  const code = await runLine(known, line.split(' ').filter(Boolean), terminal)
  return { code, out: out.join('\n'), err: err.join('\n') }
}
