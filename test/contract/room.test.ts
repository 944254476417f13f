import type { RoomPayload } from '../../adapters/room/render.ts'
import type { Span } from '../../src/content/content.ts'
import { contentSchema } from '../../src/content/schema.ts'
import { openRoom, requestTo } from '../adapters/room/room.ts'
import { temporaryStore } from '../store/fixture.ts'
import { adapterContract, type Door, type Reading } from './adapter-contract.ts'
import { drawnPictures, keptFiles } from './samples.ts'

const message = (body: object) => () => requestTo('messages', JSON.stringify(body))
const said = { as: 'li', channel: 'sales', text: 'hello' }

const door: Door = {
  message: ({ text, eventId }) => requestTo('messages', JSON.stringify({ ...said, text, eventId })),
  raw: body => requestTo('messages', body),
  refused: {
    'no JSON': () => requestTo('messages', '{"as":'),
    'a list': () => requestTo('messages', '[]'),
    'no text': message({ as: 'li', channel: 'sales' }),
    'a number as text': message({ ...said, text: 5 }),
    'nothing said': message({ ...said, text: ' \n' }),
    'a stranger': message({ ...said, as: 'nobody' }),
    'no such channel': message({ ...said, channel: 'attic' }),
    "somebody else's chat": message({ ...said, channel: 'dm:wang' }),
    'the bot itself': message({ ...said, as: 'bot' }),
    'too long': message({ ...said, text: '长'.repeat(8001) }),
    'far too long': message({ ...said, text: 'x'.repeat(500_000) }),
    'an unknown page': () => new Request('http://room/room/api/secrets', { method: 'POST', body: '{}' }),
    'another method': () => new Request('http://room/room/api/messages', { method: 'DELETE' }),
  },
}

function read({ content, text }: RoomPayload): Reading {
  const spans = content.blocks.flatMap((block): readonly Span[] => (block.b === 'text' ? block.spans : []))
  return {
    text,
    mentions: spans.flatMap(span => (span.t === 'member' ? [span.id] : [])),
    links: spans.flatMap(span => (span.t === 'link' ? [span.url] : [])),
  }
}

adapterContract<RoomPayload>({
  name: 'the Room',
  async make() {
    const database = await temporaryStore()
    const room = await openRoom(database.store)
    const blocksSeenBy = async (viewer: string, place: 'group' | 'direct') => {
      const channel = place === 'group' ? 'sales' : `dm:${viewer}`
      const { messages } = await room.messages.history({ channel, viewer })
      return messages.flatMap(({ content }) => contentSchema.safeParse(content).data?.blocks ?? [])
    }
    return {
      adapter: room.adapter,
      group: 'sales',
      li: 'li',
      wang: 'wang',
      async seenBy(viewer, place) {
        const channel = place === 'group' ? 'sales' : `dm:${viewer}`
        const { messages } = await room.messages.history({ channel, viewer })
        return messages.filter(seen => !seen.recalled).map(seen => seen.text)
      },
      // The page gives what the content refers to; that it does so is tested there.
      async picturesSeenBy(viewer, place) {
        const blocks = await blocksSeenBy(viewer, place)
        const drawn = await Promise.all(blocks.map(block => (block.b === 'image' ? drawnPictures(block.ref) : null)))
        return drawn.flatMap(picture => (picture === null ? [] : [picture.bytes]))
      },
      async filesSeenBy(viewer, place) {
        const blocks = await blocksSeenBy(viewer, place)
        const kept = await Promise.all(blocks.map(block => (block.b === 'file' ? keptFiles(block.ref) : null)))
        return kept.flatMap(file => (file === null ? [] : [{ name: file.filename, bytes: file.bytes }]))
      },
      read,
      door,
      [Symbol.asyncDispose]: () => database.close(),
    }
  },
})
