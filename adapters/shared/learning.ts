import type { Clock } from '../../src/base/clock.ts'
import { type Log, withoutWords } from '../../src/base/log.ts'
import type { AccountFacts, Intake, PlatformId } from '../../src/platform/events.ts'
import { createErrands } from './errands.ts'

/** Learns who people are after something of theirs was accepted, and hands it in to the house. */
export interface Learning {
  /** Returns at once. */
  learn(accountIds: readonly string[]): void
  /** Resolves when all that was begun is done. */
  settled(): Promise<void>
}

/** What a platform's address book tells. */
export interface AddressBook {
  /** From memory alone. */
  person(accountId: string): AccountFacts | null
  /** Null when there is no such person, or nobody tells us of them. The very same object while nothing new was told. */
  learnPerson(accountId: string): Promise<AccountFacts | null>
  forget(accountId: string): void
}

export interface LearningParts {
  readonly platform: PlatformId
  readonly directory: AddressBook
  readonly intake: Intake
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

export function createLearning({ platform, directory, intake, clock, log }: LearningParts): Learning {
  const begun = createErrands(error =>
    log.warn({ fault: withoutWords(error) }, `${platform}: who is who could not be learnt`),
  )

  async function learnPerson(accountId: string): Promise<void> {
    const before = directory.person(accountId)
    const person = await directory.learnPerson(accountId)
    if (person === null || person === before) return
    const eventId = `profile:${accountId}:${clock.now().toISOString()}`
    try {
      // By the letters with which it spoke: WeCom takes large and small ones for the same, we do not.
      const author = { ...person, accountId }
      await intake({ platform, eventId, place: { kind: 'direct' }, author, body: { kind: 'profile' } })
    } catch (error) {
      // Unknown again, so that what they do next leads here anew.
      directory.forget(accountId)
      throw error
    }
  }

  return {
    learn(accountIds) {
      for (const accountId of accountIds) begun.run(`person ${accountId}`, () => learnPerson(accountId))
    },
    settled: begun.settled,
  }
}
