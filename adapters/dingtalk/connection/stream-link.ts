import { TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream'
import { type Log, withoutWords } from '../../../src/base/log.ts'
import { pause } from '../../../src/base/wait.ts'
import { createLinkCourse } from '../../shared/link-course.ts'
import type { Link } from '../../shared/links.ts'
import { backoffMs } from '../../shared/supervise.ts'
import type { DingTalkSettings } from '../settings.ts'
import { askGateway, type Subscription } from './gateway.ts'
import { type Callback, StreamClient } from './stream-client.ts'

/** What stands behind each kind of callback. Each resolves only when what had to be written is durable. */
export interface Handle {
  /** Called again after a failure: nobody knows whether DingTalk would send it again. */
  robot(data: unknown, messageId: string): Promise<void>
  /** With what the card shall show; DingTalk waits for two seconds, and a person can press again. */
  card(data: unknown, messageId: string): Promise<object | undefined>
}

export interface LinkParts {
  readonly settings: Pick<DingTalkSettings, 'clientId' | 'clientSecret' | 'apiUrl'>
  readonly handle: Handle
  readonly log: Log
  /** From 0 up to 1. */
  random(): number
  readonly patience?: Patience
  /** From now on DingTalk tells us what happens. */
  onOpen?(): void
  /** Once after each `onOpen`. */
  onClosed?(): void
}

export interface Patience {
  /** From the question for an address to the open connection. */
  readonly openWithinMs: number
  /** Two pings without any sign of life are the end. */
  readonly pingEveryMs: number
}

const PATIENCE: Patience = { openWithinMs: 20_000, pingEveryMs: 15_000 }
const MOST_UNANSWERED = 2
/** About half a minute, all waits together. */
const TRIES = 8

const subscriptions: readonly Subscription[] = [TOPIC_ROBOT, TOPIC_CARD].map(topic => ({ type: 'CALLBACK', topic }))

/** One connection of Stream mode, from its opening to its end. */
export function openLink(parts: LinkParts): Link {
  const { settings, handle, log, random, patience = PATIENCE, onOpen, onClosed } = parts
  const { openWithinMs, pingEveryMs } = patience
  const course = createLinkCourse({ openWithinMs, notOpen: 'not open', onOpen, onClosed })
  let unanswered = 0
  let heartbeat: NodeJS.Timeout | undefined

  const client = new StreamClient(settings, {
    onOpen() {
      log.info('connected to dingtalk')
      heartbeat = setInterval(beat, pingEveryMs)
      course.opened()
    },
    onClosed: course.gone,
    onDisconnect() {
      log.info('dingtalk asks for a new connection')
      course.end({ kind: 'planned' })
    },
    onUnreadable: () => log.warn('dingtalk frame that cannot be read'),
    onSign() {
      unanswered = 0
    },
    onCallback: callback => course.take(() => answer(callback)),
  })

  async function answer(callback: Callback): Promise<void> {
    const answered = await carryOut({ callback, handle, log, random, until: course.leaving })
    if (answered === 'failed') return
    if (!client.acknowledge(callback.messageId, answered))
      log.debug('dingtalk connection gone before its acknowledgement')
  }

  function beat(): void {
    if (unanswered >= MOST_UNANSWERED) course.end({ kind: 'lost', why: 'silence' })
    unanswered++
    client.ping()
  }

  async function open(): Promise<void> {
    const answered = await askGateway(settings, subscriptions, course.leaving)
    if (answered.kind !== 'ticket') course.end(answered)
    else if (!course.leaving.aborted) client.join(answered.address)
  }

  void open()
  void course.closed.finally(() => clearInterval(heartbeat))
  return course.link(client)
}

interface Work extends Pick<LinkParts, 'handle' | 'log' | 'random'> {
  readonly callback: Callback
  readonly until: AbortSignal
}

/** What to answer; never rejects. */
async function carryOut({ callback, handle, log, random, until }: Work): Promise<object | undefined | 'failed'> {
  const { topic, messageId, data } = callback
  const tries = topic === TOPIC_ROBOT ? TRIES : 1
  for (let failures = 1; ; failures++) {
    try {
      if (topic === TOPIC_CARD) return await handle.card(data, messageId)
      if (topic === TOPIC_ROBOT) await handle.robot(data, messageId)
      return undefined
    } catch (error) {
      log.error({ topic, failures, fault: withoutWords(error) }, 'dingtalk callback not written down, not acknowledged')
    }
    if (failures === tries) return 'failed'
    await pause(backoffMs(failures, random), until)
    if (until.aborted) return 'failed'
  }
}
