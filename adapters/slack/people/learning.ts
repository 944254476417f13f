import { type Log, withoutWords } from '../../../src/base/log.ts'
import type { InboundEvent } from '../../../src/platform/events.ts'
import { createErrands } from '../../shared/errands.ts'
import type { EventDecoded } from '../decode/event.ts'
import { isDirect } from '../decode/wire.ts'
import { type RosterParts, tellRoster } from './roster.ts'

/** Learns what events leave unknown or made untrue, after they were accepted, and hands it in to the house. */
export interface Learning {
  /** Returns at once. */
  after(heard: Extract<EventDecoded, { kind: 'inbound' | 'learn' }>): void
  /** Resolves when all that was begun is done. */
  settled(): Promise<void>
}

export function createLearning(parts: RosterParts & { readonly log: Log }): Learning {
  const { directory, log } = parts
  const begun = createErrands(error =>
    log.warn({ fault: withoutWords(error) }, 'slack: who is who could not be learnt'),
  )

  function learnPerson(userId: string): void {
    begun.run(`person ${userId}`, async () => {
      if (directory.person(userId) !== null) return
      const person = await directory.learnPerson(userId)
      if (person === null || person === 'bot') return
      const eventId = `profile:${userId}:${parts.clock.now().toISOString()}`
      try {
        await parts.intake({
          platform: 'slack',
          eventId,
          place: { kind: 'direct' },
          author: person,
          body: { kind: 'profile' },
        })
      } catch (error) {
        // Unknown again, so that the next event of theirs leads here anew.
        directory.forget(userId)
        throw error
      }
    })
  }

  function learnChannel(channelId: string): void {
    if (isDirect(channelId)) return
    begun.run(`channel ${channelId}`, () => tellRoster(parts, channelId))
  }

  function afterInbound({ author, place, body }: InboundEvent): void {
    if (body.kind === 'profile') directory.keepPerson(author)
    else if (body.kind !== 'invited') learnPerson(author.accountId)
    if (place.kind === 'direct') return
    const moved = body.kind === 'invited' || body.kind === 'joined' || body.kind === 'left'
    if (body.kind === 'invited') directory.forgetChannel(place.channelId)
    if (moved || directory.channel(place.channelId) === null) learnChannel(place.channelId)
  }

  return {
    after(heard) {
      if (heard.kind === 'inbound') return afterInbound(heard.event)
      const { userId, channelId } = heard
      if (userId !== undefined) {
        directory.forget(userId)
        learnPerson(userId)
      }
      if (channelId !== undefined) {
        directory.forgetChannel(channelId)
        learnChannel(channelId)
      }
    },
    settled: begun.settled,
  }
}
