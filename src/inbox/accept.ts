import { createBatcher } from '../base/batch.ts'
import type { Clock } from '../base/clock.ts'
import type { Engine } from '../engine/engine.ts'
import type { InboundEvent, Intake } from '../platform/events.ts'
import { inboundEventSchema } from '../platform/events.ts'
import type { Store } from '../store/store.ts'
import { inPlainTransaction } from '../store/transaction.ts'
import { type Ear, talkOf } from './ear.ts'
import { isSmallTalk, type Reader } from './small-talk.ts'
import { type Arrival, waits, writeDown } from './store.ts'

/** Events of one conversation are handled in the order in which they came. */
function conversationOf(event: InboundEvent): string {
  const place = event.place.kind === 'group' ? event.place.channelId : `@${event.author.accountId}`
  return `${event.platform}:${place}`
}

const largestBatch = 200

export interface AcceptDeps {
  readonly store: Store
  readonly engine: Engine
  readonly clock: Clock
  readonly read: Reader
  readonly ear: Ear
}

/**
 * The first step of every message: it is written down, and only then does the returned promise resolve, so that the
 * platform may be told "ok". Events that arrive together are committed together, which keeps writing everything down
 * cheap. The same event twice is one row. Small talk that no ear wants is settled by being written down: its words do not
 * reach the inbox, and no job looks at it again.
 */
export function createAccept({ store, engine, clock, read, ear }: AcceptDeps): Intake {
  // What is a command in some channels only is left to whoever handles it: they know the channel.
  const readAttentively: Reader = message => read({ ...message, plain: true })

  const accept = createBatcher<InboundEvent, void>(
    async events => {
      const now = clock.now()
      const talk = events.map(event => (isSmallTalk(readAttentively, event) ? talkOf(event, now) : null))
      const heard = await ear(
        talk.filter(it => it !== null),
        now,
      )
      const arrivals = events.map((event, n): Arrival => {
        const said = talk[n] ?? null
        return { conversation: conversationOf(event), event, hearing: said && (heard.get(said) ?? {}) }
      })
      if (!arrivals.some(waits)) await writeDown(store, arrivals, now)
      else
        await inPlainTransaction(store, async tx => {
          const ids = await writeDown(tx, arrivals, now)
          if (ids.length > 0) await engine.enqueue(tx, 'inbox', [{ ids }])
        })
      return events.map(() => undefined)
    },
    { max: largestBatch },
  )
  return async event => accept(inboundEventSchema.parse(event))
}
