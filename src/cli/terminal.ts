import { createInterface } from 'node:readline/promises'
import type { Lang, Words } from '../base/words.ts'
import { progressBar } from './progress.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where a command line is typed and answered. */
export interface Terminal {
  readonly lang: Lang
  readonly env: Environment
  /** Somebody sits there who can answer. */
  readonly isInteractive: boolean
  /** One line, or several. */
  print(text: string | Words): void
  /** The same for what went wrong. */
  complain(text: string | Words): void
  confirm(question: Words): Promise<boolean>
  /** Redraws the progress in one line; nothing where nobody watches. */
  progress(done: number, total: number): void
}

/** As the system's own tools choose it: the first of these that is set decides. */
export function langOf(env: Environment): Lang {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

export function terminalOf({ stdin, stdout, stderr, env }: NodeJS.Process): Terminal {
  const lang = langOf(env)
  const textOf = (text: string | Words): string => `${typeof text === 'string' ? text : text[lang]}\n`
  return {
    lang,
    env,
    isInteractive: stdin.isTTY && stdout.isTTY,
    print: text => void stdout.write(textOf(text)),
    complain: text => void stderr.write(textOf(text)),
    async confirm(question) {
      const reader = createInterface({ input: stdin, output: stdout })
      const reply = await reader.question(`${question[lang]} [y/N] `)
      reader.close()
      return /^(?:y|yes|是|好)$/i.test(reply.trim())
    },
    progress(done, total) {
      if (stdout.isTTY) stdout.write(`\r${progressBar(done, total)}${done === total ? '\n' : ''}`)
    },
  }
}
