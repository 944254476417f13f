import { existing } from '../shared/existing.ts'
import type { Json } from '../shared/json.ts'
import type { Visible } from '../shared/visible.ts'
import { type Pressable, pressablesOn, questionsOn } from './cards/reading.ts'
import { groupOf, type Message, personOf, type Via } from './corp.ts'
import { cardFor } from './posting.ts'
import type { Side } from './side.ts'
import { visibleText } from './visible.ts'

/** A message as people see it. */
export interface SeenMessage {
  readonly id: string
  /** The chat id of the group, or the person whose direct chat it is. */
  readonly chatId: string
  readonly via: Via
  /** The user id; empty for what we said. */
  readonly author: string
  readonly at: Date
  readonly kind: string
  /** As it was sent; see `visible` for what is read. */
  readonly text: string
  readonly media: string | null
  readonly card: Json | null
  /** What can be pressed on its card. */
  readonly buttons: readonly Pressable[]
  readonly questions: readonly Json[]
  readonly streaming: boolean
  readonly revised: boolean
  readonly visible: Visible
}

/** What people see; nothing here is a call of the app. What was recalled is not among it. */
export function seeing({ corp, settings }: Side) {
  function seen(message: Message, chatId: string, members: ReadonlySet<string>, viewer: string): SeenMessage {
    const { recalled: _, nth: __, mentions, links, card: kept, ...shown } = message
    const card = kept === null ? null : cardFor(kept, viewer)
    const { botMentions } = settings
    const read = visibleText({ ...shown, mentions, links, card, botMentions })
    // Whoever is not there is named, but hears nothing of it.
    const visible = { ...read, mentions: read.mentions.filter(id => id === '@all' || members.has(id)) }
    const [buttons, questions] = card === null ? [[], []] : [pressablesOn(card), questionsOn(card)]
    return { ...shown, chatId, card, buttons, questions, visible }
  }

  return {
    /** What stands in a group, oldest first: posts of the bot and of webhooks alike. */
    messages(chatId: string, { as = '' }: { readonly as?: string } = {}): readonly SeenMessage[] {
      const { messages, members } = groupOf(corp, chatId)
      if (as !== '' && !members.has(as)) return []
      return messages.filter(({ recalled }) => !recalled).map(each => seen(each, chatId, members, as))
    },

    /** What stands in somebody's chats with the bot and with the app, or in one of them; oldest first. */
    directMessages(userId: string, { of }: { readonly of?: 'bot' | 'app' } = {}): readonly SeenMessage[] {
      personOf(corp, userId)
      const chats = [of === 'app' ? undefined : corp.botChats, of === 'bot' ? undefined : corp.appChats]
      return chats
        .flatMap(each => each?.get(userId)?.messages ?? [])
        .filter(({ recalled }) => !recalled)
        .toSorted((a, b) => a.nth - b.nth)
        .map(each => seen(each, userId, new Set([userId]), userId))
    },

    /** The bytes of a picture or file that we uploaded. */
    media(id: string): Uint8Array {
      return existing(corp.media.get(id), `no media ${id}`).content
    },
  }
}
