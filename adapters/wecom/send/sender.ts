import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import type { Adapter, Address, Outgoing } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Files } from '../../../src/platform/files.ts'
import type { Pictures } from '../../../src/platform/pictures.ts'
import type { AppLane, BotLane, Chat, WebhookLane } from '../lanes/lane.ts'
import type { Meter } from '../lanes/meter.ts'
import { laneOf, type Reach } from '../lanes/ways.ts'
import type { WeComPayload } from '../render/render.ts'
import { goesOn, isBegun, readCourse, writtenCourse } from './course.ts'
import { createMedia } from './media.ts'
import { createSay } from './outlets.ts'
import { recallable, receiptOf } from './receipt.ts'
import { proceed, type Sending } from './sending.ts'
import { hasCardWays, stepsOf } from './steps.ts'

export interface SenderParts {
  readonly bot: BotLane | null
  readonly webhooks: WebhookLane | null
  readonly app: AppLane | null
  /** Presses on the app's cards come to us. */
  readonly appHears: boolean
  /** Shared with the bot, which says something by itself too. */
  readonly meter: Meter
  readonly pictures: Pictures
  readonly files: Files
  readonly log: Log
  /** Real time. */
  readonly clock: Clock
}

export type Sender = Required<Pick<Adapter<WeComPayload>, 'send' | 'find' | 'recall'>>

/**
 * Says deliveries over three lanes. A delivery may be several messages of WeCom's; what went out already is not said again
 * when the outbox tries again, after a crash too. Of the one message over which a process died nobody knows: it counts as said.
 */
export function createSender(parts: SenderParts): Sender {
  const { bot, webhooks, app, appHears, meter, pictures, files, log, clock } = parts
  const uploads = { bot: bot?.upload ?? null, app: app?.upload ?? null }
  const media = createMedia({ pictures, files, uploads, uploadTo: webhooks?.upload ?? null, clock, log })
  const say = createSay({ bot, webhooks, app, media, meter })

  async function plan({ address, payload, key, lane, after, progress }: Outgoing<WeComPayload>): Promise<Planned> {
    const chat = chatOf(address)
    const before = readCourse(progress?.kept)
    // Of what did not begin nothing counts: by now another way may be open.
    const begun = before !== null && isBegun(before) ? before : null
    if (begun !== null && begun.chat !== nameOf(chat))
      throw new PlatformError('unreachable', 'it was begun in another chat')
    const known = bot !== null && (await bot.knows(chat))
    // What continues a message answers nothing: somebody else may have spoken since.
    const call =
      bot !== null && lane === 'reply' && after === undefined && begun === null
        ? bot.takeCall(chat, payload.lang)
        : null
    const reach: Reach = {
      call: call !== null,
      known: known || call !== null,
      webhook: chat.kind === 'group' && webhooks !== null && (await webhooks.reaches(chat.id)),
      app: chat.kind === 'direct' && app !== null,
      appHears,
    }
    const { webhookFormat } = payload
    const withCards = begun?.withCards ?? hasCardWays(chat.kind, reach)
    const steps = stepsOf(payload, chat.kind, reach, withCards)
    const lost = begun?.saying ?? null
    if (lost !== null) log.warn({ key }, 'nobody knows whether a part of a wecom message arrived; the rest follows')
    const out = [...(begun?.out ?? []), ...(lost === null ? [] : [{ lane: laneOf(lost) }])]
    return { to: { chat, webhookFormat }, key, call, steps, out, place: begun?.place ?? { at: 0 }, withCards }
  }

  return {
    async send(outgoing) {
      const sending = await plan(outgoing)
      const { to, steps, withCards } = sending
      const known = { chat: nameOf(to.chat), withCards, steps: steps.length }
      await proceed(sending, {
        say,
        log,
        keep: async course => outgoing.progress?.keep(writtenCourse({ ...known, ...course })),
      })
      return receiptOf(sending.out)
    },

    /** WeCom tells nothing of what we said, so this goes by what we wrote down ourselves. */
    async find({ kept }) {
      const course = readCourse(kept)
      if (course === null || goesOn(course)) return null
      if (course.saying !== null) throw new PlatformError('unreachable', 'find: WeCom does not tell what we said')
      return receiptOf(course.out)
    },

    async recall(receipt) {
      if (app === null) throw new PlatformError('unreachable', 'there is no app')
      for (const id of recallable(receipt)) await app.recall(id)
    },
  }
}

interface Planned extends Sending {
  readonly withCards: boolean
}

function nameOf({ kind, id }: Chat): string {
  return `${kind} ${id}`
}

/** Nobody can whisper in WeCom, so nothing is ever said that way. */
function chatOf(address: Address): Chat {
  if (address.kind === 'direct') return { kind: 'direct', id: address.accountId }
  if (address.whisperTo !== undefined) throw new PlatformError('unreachable', 'WeCom has no whispers')
  return { kind: 'group', id: address.channelId }
}
