import { z } from 'zod'
import { createHistory } from '../../../adapters/room/history.ts'
import { createRoomAdapter } from '../../../adapters/room/index.ts'
import type { RoomMessages } from '../../../adapters/room/messages.ts'
import { MovableClock } from '../../../src/base/clock.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import type { HandedIn } from '../../../src/platform/files.ts'
import type { House } from '../../../src/platform/house.ts'
import { createRoomMessages } from '../../../src/store/room-messages.ts'
import type { Store } from '../../../src/store/store.ts'
import { deaf } from '../../contract/deaf-house.ts'

const answer = z.object({
  eventId: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
})
const page = z.object({ messages: z.array(z.looseObject({})).default([]), cursor: z.string().default('') })

export const start = new Date('2026-11-23T01:00:00Z')

/** Of the one picture that has one. */
export const size = { width: 1440, height: 900 }

export type FileBody = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null

/** A Room with Li, Wang and the group `sales`, and what it took in. */
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
  const files: HandedIn[] = []
  const house: House = {
    ...deaf,
    intake: async event => void events.push(event),
    keepFile: async file => `ref ${files.push(file)}`,
  }
  async function call(request: Request) {
    const response = await adapter.webhook?.(request, house)
    if (!response) throw new Error('the Room has no door')
    return { status: response.status, body: answer.parse(await response.json()) }
  }
  return {
    messages,
    adapter,
    clock,
    events,
    files,
    post: (what: 'messages' | 'actions', body: unknown) => call(requestTo(what, JSON.stringify(body))),
    hand: (asked: Record<string, string>, body: FileBody, headers: Record<string, string> = {}) =>
      call(handing(asked, body, headers)),
    async get(query: string) {
      const response = await history(new Request(`http://room/room/api/messages?${query}`))
      return { status: response.status, body: page.parse(await response.json()) }
    },
  }
}

function handing(asked: Record<string, string>, body: FileBody, headers: Record<string, string>): Request {
  const init = { method: 'POST', body, headers, duplex: 'half' } as const
  return new Request(`http://room/room/api/files?${new URLSearchParams(asked)}`, init)
}

export function requestTo(what: 'messages' | 'actions', body: string): Request {
  return new Request(`http://room/room/api/${what}`, { method: 'POST', body })
}
