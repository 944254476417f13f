import type { Log } from '../../../src/base/log.ts'
import type { Adapter, Address, Lane, Outgoing, Receipt } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Cards } from '../cards/deliver.ts'
import { isPressable } from '../cards/params.ts'
import type { CardParams } from '../cards/variables.ts'
import type { Quota } from '../quota.ts'
import type { DingTalkPayload } from '../render/payload.ts'
import { answerBySession } from './answer.ts'
import { type Course, courseOf, isUnsaid } from './course.ts'
import type { HandOver } from './files.ts'
import type { Illustrate } from './pictures.ts'
import { byRobot, isCard, sessionReceipt } from './receipt.ts'
import type { Robot } from './robot.ts'
import type { Sessions } from './sessions.ts'

export interface SenderParts {
  readonly robot: Robot
  readonly sessions: Sessions
  readonly illustrate: Illustrate
  readonly handOver: HandOver
  readonly quota: Pick<Quota, 'allows'>
  /** Null without a template. */
  readonly cards: Cards | null
  readonly log: Log
  readonly answerWithinMs?: number
}

export type Sender = Required<Pick<Adapter<DingTalkPayload>, 'send' | 'find' | 'recall'>> &
  Pick<Adapter<DingTalkPayload>, 'revise'>

/**
 * Says a message on the way that suits it: as a card what can be pressed or will be changed, by a session whatever else there
 * is one for, since it is free and rings people, and by the robot everything else.
 */
export function createSender({
  robot,
  sessions,
  illustrate,
  handOver,
  quota,
  cards,
  log,
  answerWithinMs,
}: SenderParts): Sender {
  return {
    async send(outgoing) {
      const { address, payload, lane } = outgoing
      if (address.kind === 'group' && address.whisperTo !== undefined)
        throw new PlatformError('unreachable', 'DingTalk has no whispers')
      const course = courseOf(outgoing)
      await handOver(outgoing, course)
      const asCard = await sayAsCard(outgoing, course)
      if (asCard !== null) return asCard
      const drawn = await illustrate(payload, lane)
      return await course.say(async () =>
        (await answered(address, drawn)) ? sessionReceipt : await robot.say(address, drawn, lane),
      )
    },

    /** DingTalk only knows cards by a key; of everything else we wrote down ourselves how far it had come. */
    async find({ key, kept }) {
      const found = (await cards?.find(key)) ?? null
      if (found !== null || isUnsaid(kept)) return found
      throw new PlatformError('unreachable', 'find: DingTalk only knows cards by a key')
    },

    async recall(receipt) {
      const message = byRobot.safeParse(receipt)
      if (!message.success) throw new PlatformError('unreachable', 'recall: only what the robot said by itself')
      await robot.recall(message.data)
    },

    ...(cards && {
      async revise(receipt, { card }) {
        if (!isCard(receipt)) throw new PlatformError('unreachable', 'revise: only a card can be changed')
        if (card === null) throw new PlatformError('unreachable', 'revise: the card has no room for it')
        await cards.revise(receipt, card.params)
      },
    }),
  }

  /** Null when it is to be said without a card, or DingTalk does not take this one: a wrong template loses nothing. */
  async function sayAsCard(
    { address, payload, key, lane }: Outgoing<DingTalkPayload>,
    course: Course,
  ): Promise<Receipt | null> {
    const { card, atUserIds } = payload
    if (cards === null || card === null || !(await wantsCard(address, card.params, lane))) return null
    try {
      return await course.say(() => cards.deliver({ address, params: card.params, atUserIds, key, lane }))
    } catch (error) {
      if (!(error instanceof PlatformError) || !refusedForItself.has(error.kind)) throw error
      log.warn({ kind: error.kind, why: error.message }, 'dingtalk: a card was refused; it is said without one')
      return null
    }
  }

  /** A card is metered, an answer by a session is not. */
  async function wantsCard(address: Address, params: CardParams, lane: Lane): Promise<boolean> {
    if (lane !== 'digest' && !isPressable(params)) return false
    return sessions.newest(address) === null || (await isPlenty(lane))
  }

  /** Enough calls are left for what could also be said for nothing. */
  async function isPlenty(lane: Lane): Promise<boolean> {
    return await quota.allows(lane === 'reply' || lane === 'urgent' ? 'nudge' : lane)
  }

  /** Whether it went out by a session; false when there is none that DingTalk still takes. */
  async function answered(address: Address, payload: DingTalkPayload): Promise<boolean> {
    for (let url = sessions.newest(address); url !== null; url = sessions.newest(address)) {
      try {
        await answerBySession(url, payload, answerWithinMs)
        return true
      } catch (error) {
        if (!(error instanceof PlatformError) || error.kind !== 'reply-expired') throw error
        sessions.drop(address, url)
      }
    }
    return false
  }
}

const refusedForItself: ReadonlySet<PlatformError['kind']> = new Set(['rejected', 'unreachable', 'unauthorized'])
