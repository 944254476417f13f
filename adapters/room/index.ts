import type { Clock } from '../../src/base/clock.ts'
import { messageOf } from '../../src/base/errors.ts'
import type { Adapter, Address, Receipt } from '../../src/platform/adapter.ts'
import { PlatformError } from '../../src/platform/errors.ts'
import { BOT, directChannel, type NewRoomMessage, type RoomMessages, saidKey } from './messages.ts'
import { type RoomPayload, render } from './render.ts'
import { surfaces } from './surfaces.ts'
import { createWebhook } from './webhook.ts'

export interface RoomSettings {
  readonly messages: RoomMessages
  readonly clock: Clock
}

/** The platform that we own: a chat in the browser, kept in our own tables, with every capability there is. */
export function createRoomAdapter({ messages, clock }: RoomSettings): Adapter<RoomPayload> {
  return {
    platform: 'room',
    surfaces,
    webhook: createWebhook({ messages, clock }),
    render: (content, _surface, accountOf) => render(content, accountOf),
    async send({ address, payload, key, traceless }) {
      const words = { ...payload, from: BOT, at: clock.now(), key: `delivery:${key}` }
      const message = { ...placeOf(address), ...words }
      const { id } = await reach(() => (traceless ? messages.show(message) : messages.append(message)))
      return { messageId: id }
    },
    async revise(receipt, payload) {
      const there = await reach(() => messages.revise(messageIn(receipt), payload))
      if (!there) throw new PlatformError('unreachable', 'The message is not there any more')
    },
    async recall(receipt) {
      const there = await reach(() => messages.recall(messageIn(receipt)))
      if (!there) throw new PlatformError('unreachable', 'The message is not there any more')
    },
    async recallSaid({ address, eventId }) {
      const { channel } = placeOf(address)
      await reach(() => messages.recallKeyed({ channel, key: saidKey(eventId) }))
    },
  }
}

function placeOf(address: Address): Pick<NewRoomMessage, 'channel' | 'to'> {
  if (address.kind === 'direct') return { channel: directChannel(address.accountId), to: null }
  return { channel: address.channelId, to: address.whisperTo ?? null }
}

function messageIn(receipt: Receipt): string {
  const id = receipt['messageId']
  if (id === undefined) throw new PlatformError('rejected', 'The receipt names no message')
  return id
}

/** The Room is out of reach when the database is. */
async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new PlatformError('unavailable', messageOf(error), { cause: error })
  }
}
