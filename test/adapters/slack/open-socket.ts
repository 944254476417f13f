import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect } from 'vitest'
import { listenOnSockets } from '../../../adapters/slack/connection/socket.ts'
import { createRandom } from '../../../src/base/random.ts'
import { openSlackSimulator } from '../../simulators/slack/index.ts'
import type { SlackOptions } from '../../simulators/slack/settings.ts'
import { createEars } from './ears.ts'

const closing: (() => Promise<void>)[] = []
const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)

// No fault of a connection may end the process.
beforeEach(() => {
  unhandled.length = 0
  process.on('unhandledRejection', note)
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

/** A workspace with Li in the group `sales`, and the bot listening once `listening` has resolved. */
export async function openSocket({ ackWithinMs, ...options }: SlackOptions & { ackWithinMs?: number } = {}) {
  const slack = await openSlackSimulator({ socketAckWithinMs: 300, slashCommands: ['/plan'], ...options })
  closing.push(slack.close)
  await slack.addUser({ id: 'ULI', name: 'li' })
  await slack.addChannel({ id: 'CSALES', name: 'sales', members: ['ULI', slack.bot.userId] })
  const { apiUrl, appToken } = slack
  const ears = createEars({ apiUrl, ...(ackWithinMs !== undefined && { ackWithinMs }) })
  const stop = new AbortController()
  let over = false
  const hearing = { opened: 0, closed: 0 }
  const onOpen = () => void hearing.opened++
  const onClosed = () => void hearing.closed++
  const { next: random } = createRandom(7)
  const start = () => {
    const running = listenOnSockets(
      { appToken, apiUrl, handle: ears.handle, log: ears.log, random, onOpen, onClosed },
      stop.signal,
    )
    const done = running.finally(() => {
      over = true
    })
    closing.push(async () => {
      stop.abort()
      await done
    })
    return done
  }
  const says = (text: string) => slack.says('ULI', 'CSALES', text)
  return {
    slack,
    hearing,
    ears,
    stop,
    start,
    says,
    isOver: () => over,
    listening: () => until(() => slack.connectionCount >= 2),
  }
}

export async function until(condition: () => boolean, withinMs = 20_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It did not come to that in time')
    await sleep(5)
  }
}

export async function openListening(options: Parameters<typeof openSocket>[0] = {}) {
  const socket = await openSocket(options)
  void socket.start()
  await socket.listening()
  return socket
}
