import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import path from 'node:path'
import type { Settings } from './databases.ts'
import type { Timed } from './numbers.ts'
import { startFlags } from './start-flags.ts'

const root = path.join(import.meta.dirname, '../..')

export type Asked =
  | { readonly do: 'inserts'; readonly count: number; readonly width: number }
  | { readonly do: 'events'; readonly texts: readonly string[]; readonly width: number }
  /** Takes as long as there is something left to do. */
  | { readonly do: 'idle' }
  /** Puts messages into a channel of Slack, all at once, and waits until they are out. */
  | { readonly do: 'post'; readonly channelId: string; readonly count: number }
  | { readonly do: 'stop' }

export type Told = { readonly port: number } | { readonly timed: Timed } | { readonly answered: string }

/** The house in a process of its own, so that whoever makes the load does not slow down what is measured. */
export interface MeasuredHouse extends AsyncDisposable {
  readonly port: number
  measure(asked: Exclude<Asked, { do: 'stop' }>): Promise<Timed>
  /** Resolves when something that only this person sees is shown to them. */
  answered(id: string): Promise<void>
}

/** `slack`: the house listens to that Slack as well. */
export type HouseSettings = Settings & {
  readonly slack?: { readonly botToken: string; readonly appToken: string; readonly apiUrl: string }
}

export async function openHouse(settings: HouseSettings): Promise<MeasuredHouse> {
  const child = startProgram('house.ts', [JSON.stringify(settings)])
  const heard = new EventEmitter().setMaxListeners(0)
  child.on('message', (told: Told) => {
    if ('answered' in told) heard.emit(`answered ${told.answered}`)
    else if ('port' in told) heard.emit('port', told.port)
    else heard.emit('timed', told.timed)
  })
  const [port] = await next<[number]>(child, heard, 'port')
  return {
    port,
    async measure(asked) {
      child.send(asked)
      const [timed] = await next<[Timed]>(child, heard, 'timed')
      return timed
    },
    answered: async id => void (await once(heard, `answered ${id}`)),
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.send({ do: 'stop' } satisfies Asked)
      await ended
    },
  }
}

/** Starts one of `programs/`, which tells what it has to tell by messages. */
export function startProgram(name: string, args: readonly string[] = []): ChildProcess {
  return fork(path.join(import.meta.dirname, 'programs', name), args, { cwd: root, execArgv: [...startFlags] })
}

/** The next time that `event` is heard from a process, or its failure. */
async function next<T extends unknown[]>(child: ChildProcess, heard: EventEmitter, event: string): Promise<T> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the measured process ended with ${code}`)
  })
  return (await Promise.race([once(heard, event), gone])) as T
}
