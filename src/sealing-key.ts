import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, SetupError } from './base/errors.ts'
import { newKey, readKey, type Sealing, sealingWith } from './base/sealing.ts'
import type { Config } from './config.ts'

/**
 * By the key of the settings, or else by that of the file `sealing.key` in the data folder, which is made at the first start
 * and is for its owner's eyes only. Who loses the key loses what was sealed with it, and nothing else.
 * @throws SetupError when the file holds no key or cannot be read.
 */
export function openSealing({ sealingKey, dataDir }: Pick<Config, 'sealingKey' | 'dataDir'>): Sealing {
  if (sealingKey !== null) return sealingWith(sealingKey)
  const file = path.join(dataDir, 'sealing.key')
  const key = readKey(readOrMake(file))
  if (key === null)
    throw new SetupError('sealing-key', `${file} holds no key. Put the right one back, or move it away.`)
  return sealingWith(key)
}

function readOrMake(file: string): string {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    // Of two processes that start at once, one makes it.
    writeFileSync(file, `${newKey()}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw notUsable(file, error)
  }
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw notUsable(file, error)
  }
}

function notUsable(file: string, error: unknown): SetupError {
  return new SetupError('sealing-key', `${file} cannot be used: ${codeOf(error) ?? 'unknown fault'}`)
}
