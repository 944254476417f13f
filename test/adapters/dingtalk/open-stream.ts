import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect } from 'vitest'
import { listenOnStream } from '../../../adapters/dingtalk/connection/stream.ts'
import type { Patience } from '../../../adapters/dingtalk/connection/stream-link.ts'
import { createRandom } from '../../../src/base/random.ts'
import { createEars, openStreamSide, secret } from './stream-side.ts'

const closing: (() => Promise<void>)[] = []
const unhandled: unknown[] = []
const written: string[] = []
const note = (reason: unknown) => void unhandled.push(reason)
const { info, warn, error, log } = console
const write = (...said: unknown[]) => void written.push(said.map(String).join(' '))

// No fault of a connection may end the process, and nobody but our own log says a word.
beforeEach(() => {
  unhandled.length = 0
  written.length = 0
  Object.assign(console, { info: write, warn: write, error: write, log: write })
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  process.off('unhandledRejection', note)
  process.off('uncaughtException', note)
  Object.assign(console, { info, warn, error, log })
  expect(unhandled).toEqual([])
  expect(written).toEqual([])
})

/** The bot, listening once `listening` has resolved. Whatever happens, the secret is in no line of the log. */
export async function openStream({ patience }: { patience?: Patience } = {}) {
  const side = await openStreamSide()
  const ears = createEars()
  const stop = new AbortController()
  const hearing = { opened: 0, closed: 0 }
  let over = false
  const { next: random } = createRandom(7)
  const start = () => {
    const parts = {
      settings: side.settings,
      handle: ears.handle,
      log: ears.log,
      random,
      ...(patience && { patience }),
      onOpen: () => void hearing.opened++,
      onClosed: () => void hearing.closed++,
    }
    return listenOnStream(parts, stop.signal).finally(() => {
      over = true
    })
  }
  let running: Promise<void> | undefined
  closing.push(async () => {
    stop.abort()
    await running
    side.close()
    expect(ears.lines.join('')).not.toContain(secret)
    expect(ears.lines.join('')).not.toContain('a+b')
  })
  return {
    side,
    ears,
    stop,
    hearing,
    isOver: () => over,
    start() {
      running = start()
      return running
    },
    listening: () => until(() => side.live().length >= 2),
  }
}

export async function openListening(options: Parameters<typeof openStream>[0] = {}) {
  const stream = await openStream(options)
  void stream.start()
  await stream.listening()
  const [peer] = stream.side.live()
  if (peer === undefined) throw new Error('Nobody is listening')
  return { ...stream, peer }
}

export async function until(condition: () => boolean, withinMs = 20_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It did not come to that in time')
    await sleep(5)
  }
}
