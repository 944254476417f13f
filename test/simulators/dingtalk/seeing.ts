import { existing } from '../shared/existing.ts'
import { directPlace, groupOf, type Message, type Place, personOf, type SentReport } from './company.ts'
import type { Side } from './side.ts'

/** A message as people see it. */
export interface SeenMessage extends Omit<Message, 'sender' | 'recallable' | 'content'> {
  readonly conversationId: string
  /** The staff id; empty for the bot and for people from outside. */
  readonly author: string
  readonly fromBot: boolean
}

export interface SeenCard {
  readonly outTrackId: string
  readonly templateId: string
  readonly conversationId: string
  readonly params: Readonly<Record<string, string>>
}

/** What people see; nothing here is a call of the app. */
export function seeing({ company }: Side) {
  const seenIn = (place: Place) => place.messages.map(message => seen(place, message))

  function seen({ conversationId }: Place, { sender, recallable: _, content: __, ...message }: Message): SeenMessage {
    const author = company.people.get(sender)?.staffId ?? ''
    return { ...message, conversationId, author, fromBot: sender === company.bot.dingtalkId }
  }

  return {
    /** Oldest first. */
    messages: (conversationId: string): readonly SeenMessage[] => seenIn(groupOf(company, conversationId)),
    directMessages: (id: string): readonly SeenMessage[] => seenIn(directPlace(company, personOf(company, id))),
    /** The conversation id of somebody and the bot. */
    direct: (id: string) => directPlace(company, personOf(company, id)).conversationId,

    /** A card as this person sees it, or as everybody does. */
    card(outTrackId: string, { as = '' }: { readonly as?: string } = {}): SeenCard | null {
      const card = company.cards.get(outTrackId)
      if (card === undefined) return null
      const { templateId, place, params, privateParams } = card
      const shown = { ...params, ...privateParams.get(as) }
      return { outTrackId, templateId, conversationId: place.conversationId, params: shown }
    },

    /** The bytes of a picture or file that the bot uploaded. */
    media(id: string): Uint8Array {
      return existing(company.media.get(id), `no media ${id}`).content
    },

    /** What stands in DingTalk's own reports. */
    reports: (): readonly SentReport[] => [...company.reports],
  }
}
