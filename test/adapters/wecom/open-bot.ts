import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect } from 'vitest'
import { type Bot, createBot } from '../../../adapters/wecom/bot/bot.ts'
import { createMeter } from '../../../adapters/wecom/lanes/meter.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import { createLog } from '../../../src/base/log.ts'
import { createRandom } from '../../../src/base/random.ts'
import type { Content } from '../../../src/content/content.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { HandedIn } from '../../../src/platform/files.ts'
import { openWeComSimulator, type WeComSimulator } from '../../simulators/wecom/index.ts'
import type { WeComOptions } from '../../simulators/wecom/settings.ts'
import { createFacts } from './facts.ts'

const closing: (() => Promise<void>)[] = []
const unhandled: unknown[] = []
const written: string[] = []
const note = (reason: unknown) => void unhandled.push(reason)
const { info, warn, error, log, debug } = console
const write = (...said: unknown[]) => void written.push(said.map(String).join(' '))

// No fault of a connection may end the process, and nobody but our own log says a word.
beforeEach(() => {
  unhandled.length = 0
  written.length = 0
  Object.assign(console, { info: write, warn: write, error: write, log: write, debug: write })
  process.on('unhandledRejection', note)
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  process.off('unhandledRejection', note)
  Object.assign(console, { info, warn, error, log, debug })
  expect(unhandled).toEqual([])
  expect(written).toEqual([])
})

const patience = { openWithinMs: 500, pingEveryMs: 5_000, retryEvictedMs: 60_000 }

/** A company with Li and Wang in the group wrSALEs. */
export async function openCompany(options: WeComOptions = {}): Promise<WeComSimulator> {
  const wecom = await openWeComSimulator(options)
  closing.push(wecom.close)
  for (const userId of ['li', 'wang']) wecom.addPerson({ userId, name: userId })
  wecom.addGroup({ chatId: 'wrSALEs', name: '销售群', members: ['li', 'wang'] })
  return wecom
}

export interface BotOptions {
  readonly facts?: ReturnType<typeof createFacts>
  readonly secret?: string
  readonly patience?: Partial<typeof patience>
}

/** The real bot in a house that notes what it is told. Whatever happens, the secret is in no line of the log. */
export function createHeardBot(wecom: WeComSimulator, options: BotOptions = {}) {
  const { facts = createFacts(), secret = wecom.bot.secret } = options
  const heard: InboundEvent[] = []
  const kept = new Map<string, Content>()
  const files: HandedIn[] = []
  const lines: string[] = []
  const clock = new MovableClock()
  const meter = createMeter(() => clock.now().getTime())
  /** May be replaced in the middle of a test. */
  const house = {
    intake: async (_event: InboundEvent): Promise<void> => undefined,
    keepFile: async (file: HandedIn): Promise<string> => `file ${files.push(file)}`,
  }
  const bot: Bot = createBot({
    settings: { botId: wecom.bot.botId, secret, name: wecom.bot.name, wsUrl: wecom.wsUrl },
    memory: facts.memory,
    meter,
    clock,
    log: createLog('trace', { write: line => lines.push(line) }),
    random: createRandom(7).next,
    patience: { ...patience, ...options.patience },
  })
  const stop = new AbortController()
  let over = false
  let running: Promise<void> | undefined
  const intake = async (event: InboundEvent) => {
    heard.push(event)
    await house.intake(event)
  }
  function start(): Promise<void> {
    const said = async (key: string) => kept.get(key) ?? null
    running = bot.listen({ intake, said, keepFile: file => house.keepFile(file) }, stop.signal).finally(() => {
      over = true
    })
    return running
  }
  closing.push(async () => {
    stop.abort()
    await running
    expect(lines.join('')).not.toContain(secret)
  })
  return {
    ...{ bot, lane: bot.lane, heard, kept, files, house, clock, meter, facts, stop, start, lines },
    isOver: () => over,
    /** From this level of the log on: 30 info, 40 warn, 50 error. */
    linesFrom: (level: number) => lines.filter(line => Number(/"level":(\d+)/.exec(line)?.[1]) >= level),
    texts: () => heard.map(({ body }) => (body.kind === 'message' ? body.text : body.kind)),
  }
}

export async function openBot(options: BotOptions & { readonly company?: WeComOptions } = {}) {
  const wecom = await openCompany(options.company)
  const bot = createHeardBot(wecom, options)
  return { wecom, ...bot, listening: () => until(() => wecom.subscribed) }
}

/** The same, once it hears. */
export async function openListening(options: Parameters<typeof openBot>[0] = {}) {
  const opened = await openBot(options)
  void opened.start()
  await until(() => opened.linesFrom(30).some(line => line.includes('connected to wecom as the bot')))
  return opened
}

export async function until(condition: () => boolean, withinMs = 20_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It did not come to that in time')
    await sleep(5)
  }
}
