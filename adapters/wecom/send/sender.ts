import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import type { Adapter, Address, Outgoing } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Files } from '../../../src/platform/files.ts'
import type { Pictures } from '../../../src/platform/pictures.ts'
import { Memory } from '../../shared/memory.ts'
import type { AppLane, BotLane, Chat, WebhookLane } from '../lanes/lane.ts'
import type { Reach } from '../lanes/ways.ts'
import type { WeComPayload } from '../render/render.ts'
import { createMedia } from './media.ts'
import { createMeter } from './meter.ts'
import { createSay } from './outlets.ts'
import { recallable, receiptOf } from './receipt.ts'
import { proceed, type Sending } from './sending.ts'
import { stepsOf } from './steps.ts'

export interface SenderParts {
  readonly bot: BotLane | null
  readonly webhooks: WebhookLane | null
  readonly app: AppLane | null
  /** Presses on the app's cards come to us. */
  readonly appHears: boolean
  readonly pictures: Pictures
  readonly files: Files
  readonly log: Log
  /** Real time. */
  readonly clock: Clock
}

export type Sender = Required<Pick<Adapter<WeComPayload>, 'send' | 'recall'>>

/** So many deliveries that came to nothing half-way are known where they stopped. */
const remembered = 500

/**
 * Says deliveries over three lanes. A delivery may be several messages of WeCom's; what went out already is not said again
 * when the outbox tries again.
 */
export function createSender({ bot, webhooks, app, appHears, pictures, files, log, clock }: SenderParts): Sender {
  const uploads = { bot: bot?.upload ?? null, app: app?.upload ?? null }
  const media = createMedia({ pictures, files, uploads, uploadTo: webhooks?.upload ?? null, clock })
  const meter = createMeter(() => clock.now().getTime())
  const say = createSay({ bot, webhooks, app, media, meter })
  const stopped = new Memory<Sending>(remembered)

  async function plan({ address, payload, key, lane, after }: Outgoing<WeComPayload>): Promise<Sending> {
    const chat = chatOf(address)
    const known = bot !== null && (await bot.knows(chat))
    // What continues a message answers nothing: somebody else may have spoken since.
    const call = bot !== null && lane === 'reply' && after === undefined ? bot.takeCall(chat, payload.lang) : null
    const reach: Reach = {
      call: call !== null,
      known: known || call !== null,
      webhook: chat.kind === 'group' && webhooks !== null && (await webhooks.reaches(chat.id)),
      app: chat.kind === 'direct' && app !== null,
      appHears,
    }
    const { webhookFormat } = payload
    return { to: { chat, webhookFormat }, key, call, out: [], left: stepsOf(payload, chat.kind, reach) }
  }

  return {
    async send(outgoing) {
      const { key } = outgoing
      const sending = stopped.get(key) ?? (await plan(outgoing))
      try {
        await proceed(sending, { say, log })
      } catch (error) {
        // Of what did not begin nothing is kept: by the next time another way may be open.
        if (sending.out.length > 0) stopped.set(key, sending)
        throw error
      }
      stopped.delete(key)
      return receiptOf(sending.out)
    },

    async recall(receipt) {
      if (app === null) throw new PlatformError('unreachable', 'there is no app')
      for (const id of recallable(receipt)) await app.recall(id)
    },
  }
}

/** Nobody can whisper in WeCom, so nothing is ever said that way. */
function chatOf(address: Address): Chat {
  if (address.kind === 'direct') return { kind: 'direct', id: address.accountId }
  if (address.whisperTo !== undefined) throw new PlatformError('unreachable', 'WeCom has no whispers')
  return { kind: 'group', id: address.channelId }
}
