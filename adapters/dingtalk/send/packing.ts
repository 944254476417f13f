import { zipSync } from 'fflate'
import type { KeptFile } from '../../../src/platform/files.ts'

/** What a robot may send, by the endings of their names. */
const endings: ReadonlySet<string> = new Set(['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx'])

export interface Sendable extends KeptFile {
  /** The ending of its name. */
  readonly ending: string
}

/** What a file is called where DingTalk shows it: those that it does not take go out within an archive. */
export function nameAsSent(filename: string): string {
  return endings.has(endingOf(filename)) ? filename : `${filename}.zip`
}

/** As it is, or packed into an archive by itself; not made smaller, as most of what people hand over has been before. */
export function packed(file: KeptFile): Sendable {
  const { bytes, filename } = file
  const name = nameAsSent(filename)
  if (name === filename) return { ...file, ending: endingOf(filename) }
  const archive = zipSync({ [filename]: bytes }, { level: 0 })
  return { bytes: archive, filename: name, type: 'application/zip', ending: 'zip' }
}

function endingOf(filename: string): string {
  const [, ending = ''] = /\.([^.]*)$/.exec(filename) ?? []
  return ending.toLowerCase()
}
