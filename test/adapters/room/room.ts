import { z } from 'zod'
import { createHistory } from '../../../adapters/room/history.ts'
import { createRoomAdapter } from '../../../adapters/room/index.ts'
import type { RoomMessages } from '../../../adapters/room/messages.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import { createRoomMessages } from '../../../src/store/room-messages.ts'
import type { Store } from '../../../src/store/store.ts'
import { deaf } from '../../contract/deaf-house.ts'

const answer = z.object({
  eventId: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
})
const page = z.object({ messages: z.array(z.looseObject({})).default([]), cursor: z.string().default('') })

export const start = new Date('2026-11-23T01:00:00Z')

/** A Room with Li, Wang and the group `sales`, and what it took in. */
/** Of the one picture that has one. */
export const size = { width: 1440, height: 900 }

export async function openRoom(store: Store) {
  await store.exec('TRUNCATE "RoomUser", "RoomChannel", "RoomMessage"')
  await store.prisma.roomUser.createMany({
    data: [
      { id: 'li', name: '李' },
      { id: 'wang', name: '王' },
    ],
  })
  await store.prisma.roomChannel.create({ data: { id: 'sales', name: 'Sales' } })
  const messages: RoomMessages = createRoomMessages(store)
  const clock = new MovableClock({ frozenAt: start })
  const adapter = createRoomAdapter({ messages, clock })
  const history = createHistory(messages, async refs => new Map(refs.includes('board') ? [['board', size]] : []))
  const events: InboundEvent[] = []
  return {
    messages,
    adapter,
    clock,
    events,
    async post(what: 'messages' | 'actions', body: unknown) {
      const response = await adapter.webhook?.(requestTo(what, JSON.stringify(body)), {
        ...deaf,
        intake: async event => void events.push(event),
      })
      if (!response) throw new Error('the Room has no door')
      return { status: response.status, body: answer.parse(await response.json()) }
    },
    async get(query: string) {
      const response = await history(new Request(`http://room/room/api/messages?${query}`))
      return { status: response.status, body: page.parse(await response.json()) }
    },
  }
}

export function requestTo(what: 'messages' | 'actions', body: string): Request {
  return new Request(`http://room/room/api/${what}`, { method: 'POST', body })
}
