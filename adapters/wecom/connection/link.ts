import { generateReqId } from '@wecom/aibot-node-sdk'
import { z } from 'zod'
import type { Log } from '../../../src/base/log.ts'
import { within } from '../../../src/base/wait.ts'
import type { Link } from '../../shared/links.ts'
import type { Ended } from '../../shared/supervise.ts'
import { fromRejection, notConnected } from '../bot/errors.ts'
import type { Twice } from '../errors.ts'
import type { BotSettings } from '../settings.ts'
import { type Callback, createClient, type Patience } from './client.ts'

/** What is said over a connection. */
export interface Saying {
  readonly cmd: string
  readonly body: object
  /** The call that it answers; none for what we say of ourselves. */
  readonly call?: string
  readonly twice: Twice
}

export interface BotLink extends Link {
  /** Resolves with what WeCom answered; throws only PlatformError. */
  say(saying: Saying): Promise<unknown>
}

export interface LinkParts {
  readonly settings: BotSettings
  readonly patience: Patience
  readonly log: Log
  onMessage(callback: Callback): void
  onEvent(callback: Callback): void
  /** From now on WeCom tells us what happens. */
  onOpen(link: BotLink): void
  /** Once after each `onOpen`: nothing more can be said on it. */
  onEnded(link: BotLink): void
}

const GOODBYE_WITHIN_MS = 500
/** For what was said to be answered: whether it arrived nobody could tell otherwise. */
const LAST_ANSWERS_WITHIN_MS = 2_000

const answered = z.object({ body: z.unknown() })

/** One connection of the bot, from its opening to its end. */
export function openLink({ settings, patience, log, onMessage, onEvent, onOpen, onEnded }: LinkParts): BotLink {
  const ended = Promise.withResolvers<Ended>()
  const closed = Promise.withResolvers<void>()
  const asked = new Set<Promise<unknown>>()
  let state: 'opening' | 'open' | 'over' = 'opening'

  const client = createClient(settings, patience, {
    onOpen() {
      if (state !== 'opening') return
      state = 'open'
      log.info('connected to wecom as the bot')
      onOpen(link)
    },
    onMessage(callback) {
      if (state !== 'over') onMessage(callback)
    },
    onEvent(callback) {
      if (state !== 'over') onEvent(callback)
    },
    onUnreadable: () => log.warn('wecom frame that cannot be read'),
    onEnd: end,
    onClosed: closed.resolve,
  })

  function end(how: Ended): void {
    const wasOpen = state === 'open'
    state = 'over'
    ended.resolve(how)
    if (wasOpen) onEnded(link)
  }

  async function say({ cmd, body, call = generateReqId(cmd), twice }: Saying): Promise<unknown> {
    if (state !== 'open') throw notConnected(cmd)
    const asking = client.reply({ headers: { req_id: call } }, body, cmd)
    asked.add(asking)
    try {
      return answered.safeParse(await asking).data?.body
    } catch (error) {
      throw fromRejection(cmd, error, twice)
    } finally {
      asked.delete(asking)
    }
  }

  const link: BotLink = {
    ended: ended.promise,
    closed: closed.promise,
    say,
    async close() {
      end({ kind: 'lost', why: 'left' })
      await within(Promise.allSettled(asked), LAST_ANSWERS_WITHIN_MS, 'late')
      client.disconnect()
      await within(closed.promise, GOODBYE_WITHIN_MS, 'late')
      closed.resolve()
    },
  }
  client.connect()
  return link
}
