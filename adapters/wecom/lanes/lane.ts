import type { Lang } from '../../../src/base/words.ts'
import type { TemplateCard } from '../cards/template-card.ts'

/** A chat as WeCom names it: a group by its chat id, whose capitals count, a person by their user id. */
export interface Chat {
  readonly kind: 'group' | 'direct'
  readonly id: string
}

/** What can be uploaded to be sent: a picture that is shown, or a file to keep. */
export type MediaKind = 'image' | 'file'

export interface Medium {
  readonly bytes: Uint8Array
  readonly filename: string
  readonly type: string
}

/** In bytes. */
export const mostBytes: Readonly<Record<MediaKind, number>> = { image: 10 * 1024 * 1024, file: 20 * 1024 * 1024 }

interface FileMessage {
  readonly msgtype: 'file'
  readonly file: { readonly media_id: string }
}

export const laneNames = ['bot', 'webhook', 'app'] as const
export type LaneName = (typeof laneNames)[number]

/** Bodies as they stand on the wire, each for its own lane. */
export type BotMessage =
  | { readonly msgtype: 'markdown'; readonly markdown: { readonly content: string } }
  | { readonly msgtype: 'template_card'; readonly template_card: TemplateCard }
  | { readonly msgtype: 'image'; readonly image: { readonly media_id: string } }
  | FileMessage

/** Only a `respond` can be these: a whole stream in one frame, with a card under it or without. */
export type BotResponse =
  | BotMessage
  | {
      readonly msgtype: 'stream'
      readonly stream: { readonly id: string; readonly finish: true; readonly content: string }
    }
  | {
      readonly msgtype: 'stream_with_template_card'
      readonly stream: { readonly id: string; readonly finish: true; readonly content: string }
      readonly template_card: TemplateCard
    }

export type WebhookMessage =
  | {
      readonly msgtype: 'text'
      readonly text: { readonly content: string; readonly mentioned_list?: readonly string[] }
    }
  | { readonly msgtype: 'markdown'; readonly markdown: { readonly content: string } }
  | { readonly msgtype: 'markdown_v2'; readonly markdown_v2: { readonly content: string } }
  | { readonly msgtype: 'image'; readonly image: { readonly base64: string; readonly md5: string } }
  | FileMessage

export type AppMessage =
  | { readonly msgtype: 'text'; readonly text: { readonly content: string } }
  | { readonly msgtype: 'markdown'; readonly markdown: { readonly content: string } }
  | { readonly msgtype: 'template_card'; readonly template_card: TemplateCard }
  | { readonly msgtype: 'image'; readonly image: { readonly media_id: string } }
  | FileMessage

/** The AI bot's long connection. Everything throws only PlatformError. */
export interface BotLane {
  /** Somebody has spoken to it in this chat, now or before a restart: only there may it speak. */
  knows(chat: Chat): Promise<boolean>
  /**
   * The request id of what has waited longest in this chat for an answer, over the connection that brought it; taking it
   * uses it up. In a direct chat nobody may wait but in a group: there the question gets a line that says so, in the
   * language of the answer, and null is returned.
   */
  takeCall(chat: Chat, lang: Lang): string | null
  /** Throws `reply-expired` when the call cannot be answered any more. */
  respond(call: string, message: BotResponse): Promise<void>
  /** Throws `unreachable` in a chat that never spoke to it. */
  push(chat: Chat, message: BotMessage): Promise<void>
  /** Answers the media id. Nobody sees what is only uploaded, so a doubtful end is `unavailable`. */
  upload(medium: Medium, kind: MediaKind): Promise<string>
}

/** The group webhooks. */
export interface WebhookLane {
  /** Whether there is one for this group. */
  reaches(chatId: string): boolean | Promise<boolean>
  post(chatId: string, message: WebhookMessage): Promise<void>
  /** For this group's webhook alone; answers the media id. */
  upload(chatId: string, medium: Medium): Promise<string>
}

/** The self-built app: direct messages alone. */
export interface AppLane {
  /** `key` is the message's own, by which WeCom's duplicate check (or ours) may know it again. Throws `unreachable` for whom it does not reach. */
  send(userId: string, message: AppMessage, key: string): Promise<AppReceipt>
  upload(medium: Medium, kind: MediaKind): Promise<string>
  /** Within a day of sending. */
  recall(messageId: string): Promise<void>
}

export interface AppReceipt {
  readonly messageId: string
  /** With a card: changes it once, within 72 hours. */
  readonly responseCode?: string
}
