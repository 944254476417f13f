import type { Clock } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { contentSchema } from '../../src/content/schema.ts'
import type { InboundEvent } from '../../src/platform/events.ts'
import type { House } from '../../src/platform/house.ts'
import {
  type ActionCall,
  actionBody,
  decodeAction,
  decodeFile,
  decodeMessage,
  type MessageCall,
  readAddress,
} from './decode.ts'
import { createDirectory } from './directory.ts'
import { directChannel, isDirect, isVisibleTo, type NewRoomMessage, type RoomMessages, saidKey } from './messages.ts'
import { readFile } from './read-file.ts'
import { readJson } from './read-json.ts'
import { Refusal } from './refusal.ts'

export interface Door {
  readonly messages: RoomMessages
  readonly clock: Clock
}

type DoorHouse = Pick<House, 'intake' | 'keepFile'>

/** What a call comes to: an event for the house and, where something was said, what the Room itself shows of it. */
interface Decoded {
  readonly event: InboundEvent
  readonly shown: NewRoomMessage | null
}

/**
 * `POST …/messages`, `POST …/actions` and `POST …/files`: checked, written down through the intake, then answered with 202 and the event's
 * id. What is refused leaves nothing behind; when it cannot be written down, the error is thrown and nothing is acknowledged.
 */
export function createWebhook({ messages, clock }: Door): (request: Request, house: DoorHouse) => Promise<Response> {
  const directory = createDirectory(messages)

  async function decode(request: Request, house: DoorHouse): Promise<Decoded> {
    const what = new URL(request.url).pathname.split('/').at(-1)
    if (request.method !== 'POST') throw new Refusal('not-found', 'There is nothing here')
    if (what === 'messages') return said(decodeMessage(await readJson(request)))
    if (what === 'actions') return done(decodeAction(await readJson(request)))
    if (what === 'files') return handed(request, house)
    throw new Refusal('not-found', 'There is nothing here')
  }

  async function said(call: MessageCall): Promise<Decoded> {
    const { eventId = newId(), as, text } = call
    const [place, author] = await Promise.all([placeOf(call), authorOf(as)])
    const at = clock.now()
    const channel = place.kind === 'direct' ? directChannel(as) : place.channelId
    const shown = { channel, from: as, to: null, at, text, content: null, key: saidKey(eventId) }
    const heard = readAddress(text)
    const addressed = heard.addressed || place.kind === 'direct'
    const body = { kind: 'message', text: heard.text, addressed } as const
    return { event: envelope({ eventId, place, author, at, body }), shown }
  }

  async function done(call: ActionCall): Promise<Decoded> {
    const author = await authorOf(call.as)
    const message = await messages.find(call.messageId)
    if (!message || message.recalled || !isVisibleTo(message, call.as)) {
      throw new Refusal('unknown-message', 'There is no such message')
    }
    const content = contentSchema.safeParse(message.content)
    const body = content.success ? actionBody(content.data, call) : null
    if (!body) throw new Refusal('unknown-action', 'There is no such action on this message')
    const place = isDirect(message.channel) ? direct : await placeOf({ as: call.as, channel: message.channel })
    const event = envelope({ eventId: call.eventId ?? newId(), place, author, at: clock.now(), body })
    return { event, shown: null }
  }

  /** Kept before it is told of, and only in the direct chat. */
  async function handed(request: Request, { keepFile }: DoorHouse): Promise<Decoded> {
    const { as, name, eventId = newId() } = decodeFile(new URL(request.url))
    const author = await authorOf(as)
    const ref = await keepFile({ eventId, filename: name, bytes: await readFile(request) })
    const at = clock.now()
    const said = { channel: directChannel(as), from: as, to: null, at, text: `📎 ${name}`, content: null }
    const body = { kind: 'file', name, file: { kept: true, ref } } as const
    return {
      event: envelope({ eventId, place: direct, author, at, body }),
      shown: { ...said, key: saidKey(eventId) },
    }
  }

  async function authorOf(id: string): Promise<InboundEvent['author']> {
    const user = await directory.user(id)
    if (!user) throw new Refusal('unknown-member', 'There is no such member')
    return { accountId: user.id, name: user.name }
  }

  async function placeOf({ as, channel }: { as: string; channel: string }): Promise<InboundEvent['place']> {
    if (channel === 'dm' || channel === directChannel(as)) return direct
    const group = await directory.channel(channel)
    if (!group) throw new Refusal('unknown-channel', 'There is no such channel')
    return { kind: 'group', channelId: group.id, name: group.name }
  }

  return async (request, house) => {
    const { intake } = house
    try {
      const { event, shown } = await decode(request, house)
      if (event.place.kind === 'group') {
        // Both at once, for the time of one. An answer is appended after it, so it never stands before what it answers.
        await Promise.all([shown && messages.append(shown), intake(event)])
      } else {
        // What leaves no trace is taken away again as it is handled, so it must be there by then.
        if (shown) await messages.append(shown)
        await intake(event)
      }
      return Response.json({ eventId: event.eventId }, { status: 202 })
    } catch (error) {
      if (error instanceof Refusal) return error.response
      throw error
    }
  }
}

const direct: InboundEvent['place'] = { kind: 'direct' }

function envelope({ at, ...event }: Omit<InboundEvent, 'platform' | 'at'> & { at: Date }): InboundEvent {
  return { platform: 'room', ...event, at: at.toISOString() }
}
