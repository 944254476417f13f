import { type Log, withoutWords } from '../../../src/base/log.ts'
import { pause, within } from '../../../src/base/wait.ts'
import { backoffMs, type Ended, supervise } from '../../shared/supervise.ts'
import type { BotSettings } from '../settings.ts'
import type { Callback, Patience } from './client.ts'
import { type BotLink, openLink } from './link.ts'

/** What stands behind each kind of callback. Each resolves only when what had to be written is durable. */
export interface Handle {
  message(callback: Callback): Promise<void>
  event(callback: Callback): Promise<void>
}

export interface ListenParts {
  readonly settings: BotSettings
  readonly handle: Handle
  readonly log: Log
  /** From 0 up to 1. */
  random(): number
  readonly patience?: Patience
  onOpen(link: BotLink): void
  onEnded(link: BotLink): void
  /** Another program has connected as this bot. */
  onEvicted(): void
  /** WeCom refuses us for good. */
  onRefused(why: string): void
}

const PATIENCE: Patience = { openWithinMs: 10_000, pingEveryMs: 20_000, retryEvictedMs: 5 * 60_000 }
const DRAIN_WITHIN_MS = 3_000
/** About ten minutes, all waits together: WeCom tells everything once. */
const TRIES = 25

/**
 * The bot's long connection, of which WeCom allows one: whoever connects beside takes it away. Resolves when `signal`
 * aborts and all is closed, or when WeCom refuses us for good; never rejects.
 */
export async function listenOnBot(parts: ListenParts, signal: AbortSignal): Promise<void> {
  const { log } = parts
  const running = new Set<Promise<void>>()

  /** Goes on when the connection is lost: it may be lost to the very fault that keeps us from writing. */
  function take(door: keyof Handle, callback: Callback): void {
    const work = writeDown(door, callback, { ...parts, signal }).finally(() => running.delete(work))
    running.add(work)
  }

  await keepConnected(parts, take, signal)
  await within(Promise.all(running), DRAIN_WITHIN_MS, 'late')
  if (running.size > 0) log.error({ lost: running.size }, 'what was said to the wecom bot could not be written down')
}

type Take = (door: keyof Handle, callback: Callback) => void

async function keepConnected(parts: ListenParts, take: Take, signal: AbortSignal): Promise<void> {
  const { settings, patience = PATIENCE, log, random, onOpen, onEnded, onEvicted, onRefused } = parts

  /** The next one only after this one is closed: two at once would take the connection from each other. */
  async function connect(stop: AbortSignal): Promise<Ended> {
    const onMessage = (callback: Callback) => take('message', callback)
    const onEvent = (callback: Callback) => take('event', callback)
    const link = openLink({ settings, patience, log, onMessage, onEvent, onOpen, onEnded })
    const leave = () => void link.close()
    stop.addEventListener('abort', leave, { once: true })
    const ended = await link.ended
    stop.removeEventListener('abort', leave)
    await link.close()
    if (ended.kind === 'lost' && ended.why === 'evicted' && !stop.aborted) {
      log.error({ todo: 'let one installation alone use this bot: give test systems a bot of their own' }, evicted)
      onEvicted()
    }
    return ended
  }

  const outcome = await supervise({ connect, log, random }, signal)
  if (outcome === 'stopped') return
  log.error({ why: outcome.why, todo: 'check WECOM_BOT_ID and WECOM_BOT_SECRET, then start again' }, refused)
  onRefused(outcome.why)
}

const evicted = 'another program has connected to wecom as our bot: it hears in our place, we try again in some minutes'
const refused = 'wecom refuses the connection: the bot stays off until the next start'

type Writing = Pick<ListenParts, 'handle' | 'log' | 'random'> & { readonly signal: AbortSignal }

/** Tries until it is durable: nobody would tell us again. Never rejects. */
async function writeDown(door: keyof Handle, callback: Callback, parts: Writing): Promise<void> {
  const { handle, log, random, signal } = parts
  for (let failures = 1; failures <= TRIES; failures++) {
    try {
      await handle[door](callback)
      return
    } catch (error) {
      log.error({ door, failures, fault: withoutWords(error) }, 'wecom callback not written down')
    }
    await pause(backoffMs(failures, random), signal)
    if (signal.aborted) return
  }
}
