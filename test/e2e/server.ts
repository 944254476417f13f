import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = path.join(import.meta.dirname, '../..')

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** Bellwether as `npm start` runs it, in a process of its own. */
export interface Server extends AsyncDisposable {
  readonly base: string
  /** Everything that it wrote so far, on both streams. */
  output(): string
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>
}

export type Settings = Readonly<Record<string, string>>

interface Started {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
  output(): string
}

/** Every setting left empty, so that a developer's own .env file changes nothing. */
const unset = Object.fromEntries(
  Array.from(readFileSync(path.join(root, '.env.example'), 'utf8').matchAll(/^#? ?([A-Z_]+)=/gm), ([, name = '']) => [
    name,
    '',
  ]),
)

/** The command of `npm start` with nothing in its environment but these settings. */
function launch(settings: Settings): Started {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const [, ...args] = String(scripts.start).split(' ')
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, args, { cwd: root, env: { PATH, HOME, ...unset, ...settings } })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text
    })
  }
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal }))
  return { process: child, ended, output: () => written }
}

/** Runs it to its end, for settings with which it does not stay. */
export async function runServer(settings: Settings): Promise<Ended & { readonly output: string }> {
  const { ended, output } = launch(settings)
  return { ...(await ended), output: output() }
}

const ready = /"address":"(http:[^"]+)"/

/** Starts it on any free port and waits until it answers. Throws with its output when it ends instead. */
export async function startServer(settings: Settings): Promise<Server> {
  const { process: child, ended, output } = launch({ HOST: '127.0.0.1', PORT: '0', DEMO: 'off', ...settings })
  let end: Ended | null = null
  void ended.then(how => {
    end = how
  })
  let base = ready.exec(output())?.[1]
  while (base === undefined) {
    if (end !== null) throw new Error(`the server ended with ${JSON.stringify(end)}:\n${output()}`)
    await sleep(20)
    base = ready.exec(output())?.[1]
  }
  const stop = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal)
    return ended
  }
  return {
    base,
    output,
    end: stop,
    async [Symbol.asyncDispose]() {
      if (end === null) await stop('SIGKILL')
    },
  }
}
