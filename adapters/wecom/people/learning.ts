import type { Clock } from '../../../src/base/clock.ts'
import { type Log, withoutWords } from '../../../src/base/log.ts'
import type { Intake } from '../../../src/platform/events.ts'
import { createErrands } from '../../shared/errands.ts'
import type { Directory } from './directory.ts'

/** Learns who people are after something of theirs was accepted, and hands it in to the house. */
export interface Learning {
  /** Returns at once. */
  learn(accountIds: readonly string[]): void
  /** Resolves when all that was begun is done. */
  settled(): Promise<void>
}

export interface LearningParts {
  readonly directory: Pick<Directory, 'person' | 'learnPerson' | 'forget'>
  readonly intake: Intake
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

export function createLearning({ directory, intake, clock, log }: LearningParts): Learning {
  const begun = createErrands(error =>
    log.warn({ fault: withoutWords(error) }, 'wecom: who is who could not be learnt'),
  )

  async function learnPerson(accountId: string): Promise<void> {
    const before = directory.person(accountId)
    const person = await directory.learnPerson(accountId)
    if (person === null || person === before) return
    const eventId = `profile:${accountId}:${clock.now().toISOString()}`
    try {
      await intake({
        platform: 'wecom',
        eventId,
        place: { kind: 'direct' },
        // The same account by the letters with which it spoke: WeCom takes large and small ones for the same.
        author: { ...person.account, accountId },
        body: { kind: 'profile' },
      })
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
