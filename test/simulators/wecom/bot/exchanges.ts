import type { Message, Place } from '../corp.ts'

/** What the bot was told and may answer, by the id that its answer has to carry. */
export interface Exchange {
  readonly reqId: string
  readonly kind: 'message' | 'enter_chat' | 'card'
  readonly place: Place
  readonly userId: string
  /** The team's time and real time. */
  readonly at: Date
  readonly since: number
  /** The message with the card that was pressed. */
  readonly pressed: Message | null
  readonly streams: Map<string, Stream>
  /** One card may be given in reply, and a welcome or an update once. */
  cardGiven: boolean
  /** When the first answer came. */
  answeredAt: number | null
}

export interface Stream {
  readonly message: Message
  readonly since: number
  finished: boolean
}

type NewExchange = Pick<Exchange, 'reqId' | 'kind' | 'place' | 'userId' | 'at' | 'since'> & {
  readonly pressed?: Message
}

export interface Exchanges {
  open(given: NewExchange): Exchange
  find(reqId: string): Exchange | undefined
  /** The app has answered it. */
  answered(exchange: Exchange, at: number): void
  /** Messages of this person that wait for an answer since then, at the earliest. */
  waiting(userId: string, since: number): number
  /** Resolves when the app has answered, or at the latest after so many milliseconds. */
  untilAnswered(exchange: Exchange, atMostMs: number): Promise<void>
}

export function createExchanges(): Exchanges {
  const all = new Map<string, Exchange>()
  const listeners = new Map<string, () => void>()
  const isOpen = ({ answeredAt, streams }: Exchange) =>
    answeredAt === null || [...streams.values()].some(({ finished }) => !finished)
  return {
    open(given) {
      const exchange: Exchange = { pressed: null, streams: new Map(), cardGiven: false, answeredAt: null, ...given }
      all.set(given.reqId, exchange)
      return exchange
    },
    find: reqId => all.get(reqId),
    answered(exchange, at) {
      exchange.answeredAt ??= at
      listeners.get(exchange.reqId)?.()
    },
    waiting: (userId, since) =>
      [...all.values()].filter(
        each => each.kind === 'message' && each.userId === userId && each.since > since && isOpen(each),
      ).length,
    async untilAnswered(exchange, atMostMs) {
      if (exchange.answeredAt !== null) return
      await new Promise<void>(resolve => {
        const end = setTimeout(resolve, atMostMs)
        listeners.set(exchange.reqId, () => {
          clearTimeout(end)
          resolve()
        })
      })
    },
  }
}
