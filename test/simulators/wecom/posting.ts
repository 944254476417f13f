import type { Card, Message, Place, Via } from './corp.ts'
import type { Side } from './side.ts'

/** What a message shows, whoever says it. */
export type Content = Pick<Message, 'kind' | 'text'> & Partial<Pick<Message, 'mentions' | 'links' | 'media' | 'card'>>

type Said = Content & {
  readonly via: Via
  readonly author?: string
  readonly id?: string
  readonly streaming?: boolean
}

/** Puts a message where people see it; nobody is told yet. */
export function put(side: Side, place: Place, given: Said): Message {
  const usual = { author: '', mentions: [], links: [], media: null, card: null, streaming: false }
  const message: Message = {
    id: side.newId('msg'),
    at: side.now(),
    nth: side.corp.said++,
    recalled: false,
    revised: false,
    ...usual,
    ...given,
  }
  place.messages.push(message)
  return message
}

export function newCard(shown: Card['shown']): Card {
  const taskId = typeof shown['task_id'] === 'string' ? shown['task_id'] : null
  return { taskId, shown, shownTo: new Map(), replaced: new Map() }
}

/** The card as this person sees it. */
export function cardFor({ shown, shownTo, replaced }: Card, userId: string): Card['shown'] {
  const own = shownTo.get(userId) ?? shown
  const words = replaced.get(userId)
  return words === undefined ? own : { ...own, replace_text: words }
}

/** Changes the card for these people, or for everybody. */
export function changeCard(message: Message, shown: Card['shown'], userIds: readonly string[] | null): void {
  if (message.card === null) return
  message.revised = true
  if (userIds === null) {
    message.card.shown = shown
    message.card.shownTo.clear()
    message.card.replaced.clear()
  } else for (const id of userIds) message.card.shownTo.set(id, shown)
}
