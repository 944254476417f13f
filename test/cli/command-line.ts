import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** What `npm run bellwether -- …` does, in a process of its own with only these settings. */
export async function bellwether(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Ended> {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const command = String(scripts.bellwether).split(' ').slice(1)
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [...command, ...args], {
    cwd: root, // A developer's own .env is not for the tests.
    env: { PATH, HOME, ENV_FILE: '', ...settings },
  })
  const written = { out: '', err: '' }
  child.stdin.end()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.err += text
  })
  const [code] = await once(child, 'close')
  return { code, ...written }
}
