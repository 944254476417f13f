import { PlatformError } from '../../../src/platform/errors.ts'
import { taskOf } from '../cards/task.ts'
import type { TemplateCard } from '../cards/template-card.ts'
import type { AppLane, BotLane, Chat, LaneName, WebhookLane } from '../lanes/lane.ts'
import type { Meter } from '../lanes/meter.ts'
import type { Way } from '../lanes/ways.ts'
import type { Media } from './media.ts'

/** What goes out as one message. Only an answer to a call can be words and a card in one. */
export type Piece =
  | { readonly do: 'words'; readonly text: string; readonly card?: TemplateCard }
  | { readonly do: 'picture' | 'file'; readonly ref: string }
  | { readonly do: 'card'; readonly card: TemplateCard }

export interface Destination {
  readonly chat: Chat
  /** What is answered, where it is an answer. */
  readonly call: string | null
  readonly webhookFormat: 'markdown' | 'markdown_v2'
  /** This piece's own, as the delivery's key is its. */
  readonly key: string
  /** Called when nothing is left to do but the call by which it is said. */
  begin(): Promise<void>
}

export interface Outlet {
  readonly lane: LaneName
  /** Only the app tells it. */
  readonly id?: string
}

export interface OutletParts {
  readonly bot: BotLane | null
  readonly webhooks: WebhookLane | null
  readonly app: AppLane | null
  readonly media: Media
  readonly meter: Meter
}

/** Says one piece by one way. Throws only PlatformError. */
export type Say = (way: Way, piece: Piece, to: Destination) => Promise<Outlet>

export function createSay({ bot, webhooks, app, media, meter }: OutletParts): Say {
  return async (way, piece, to) => {
    switch (way) {
      case 'respond':
        return await respond(there(bot, 'bot'), piece, to)
      case 'push':
        return await push(there(bot, 'bot'), piece, to)
      case 'webhook':
        return await post(there(webhooks, 'webhook'), piece, to)
      case 'app':
        return await tell(there(app, 'app'), piece, to)
    }
  }

  async function respond(lane: BotLane, piece: Piece, { chat, call, key, begin }: Destination): Promise<Outlet> {
    if (call === null) throw new PlatformError('reply-expired', 'bot: nobody waits for this answer')
    if ('ref' in piece) throw new PlatformError('unreachable', `bot: a ${piece.do} is no answer`)
    meter.spend('bot', chat.id)
    await begin()
    if (piece.do === 'card') {
      await lane.respond(call, { msgtype: 'template_card', template_card: piece.card })
      return { lane: 'bot' }
    }
    const stream = { id: taskOf(key, 0), finish: true, content: piece.text } as const
    await lane.respond(
      call,
      piece.card === undefined
        ? { msgtype: 'stream', stream }
        : { msgtype: 'stream_with_template_card', stream, template_card: piece.card },
    )
    return { lane: 'bot' }
  }

  async function push(lane: BotLane, piece: Piece, { chat, begin }: Destination): Promise<Outlet> {
    const image = piece.do === 'picture' ? { media_id: await media.mediaId('bot', piece.ref) } : null
    const file = piece.do === 'file' ? { media_id: await media.fileId('bot', chat.id, piece.ref) } : null
    meter.spend('bot', chat.id)
    await begin()
    if (file !== null) await lane.push(chat, { msgtype: 'file', file })
    else if (image !== null) await lane.push(chat, { msgtype: 'image', image })
    else if (piece.do === 'card') await lane.push(chat, { msgtype: 'template_card', template_card: piece.card })
    else if (piece.do === 'words') await lane.push(chat, { msgtype: 'markdown', markdown: { content: piece.text } })
    return { lane: 'bot' }
  }

  async function post(lane: WebhookLane, piece: Piece, { chat, webhookFormat, begin }: Destination): Promise<Outlet> {
    if (piece.do === 'card') throw new PlatformError('unreachable', 'webhook: it has no buttons')
    const image = piece.do === 'picture' ? await media.inline(piece.ref) : null
    const file = piece.do === 'file' ? { media_id: await media.fileId('webhook', chat.id, piece.ref) } : null
    await begin()
    if (image !== null) await lane.post(chat.id, { msgtype: 'image', image })
    else if (file !== null) await lane.post(chat.id, { msgtype: 'file', file })
    else if (piece.do === 'words') {
      const said = { content: piece.text }
      await lane.post(
        chat.id,
        webhookFormat === 'markdown'
          ? { msgtype: 'markdown', markdown: said }
          : { msgtype: 'markdown_v2', markdown_v2: said },
      )
    }
    return { lane: 'webhook' }
  }

  async function tell(lane: AppLane, piece: Piece, { chat, key, begin }: Destination): Promise<Outlet> {
    const image = piece.do === 'picture' ? { media_id: await media.mediaId('app', piece.ref) } : null
    const file = piece.do === 'file' ? { media_id: await media.fileId('app', chat.id, piece.ref) } : null
    meter.spend('app', chat.id)
    await begin()
    if (file !== null) return toldBy(await lane.send(chat.id, { msgtype: 'file', file }, key))
    if (image !== null) return toldBy(await lane.send(chat.id, { msgtype: 'image', image }, key))
    if (piece.do === 'card')
      return toldBy(await lane.send(chat.id, { msgtype: 'template_card', template_card: piece.card }, key))
    const content = piece.do === 'words' ? piece.text : ''
    return toldBy(await lane.send(chat.id, { msgtype: 'markdown', markdown: { content } }, key))
  }
}

function toldBy({ messageId }: { readonly messageId: string }): Outlet {
  return { lane: 'app', id: messageId }
}

function there<T>(lane: T | null, name: LaneName): T {
  if (lane === null) throw new PlatformError('unreachable', `there is no ${name}`)
  return lane
}
