import { readFile } from 'node:fs/promises'
import { codeOf, UserError } from '../base/errors.ts'
import type { Words } from '../base/words.ts'
import type { Terminal } from './terminal.ts'

/** Throws a UserError when it cannot be read. */
export async function readImport(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new UserError('file-unreadable', {
      zh: `读不了文件 ${file}（${codeOf(error)}）`,
      en: `The file ${file} cannot be read (${codeOf(error)})`,
    })
  }
}

/** Asks whether what was shown is to be brought in; where nobody can be asked it is not, and `--yes` is named. */
export async function agreesToImport(terminal: Terminal, question: Words): Promise<boolean> {
  if (terminal.isInteractive) return terminal.confirm(question)
  terminal.complain({ zh: '没有导入。确认请加 --yes。', en: 'Nothing was imported. Add --yes to confirm.' })
  return false
}
