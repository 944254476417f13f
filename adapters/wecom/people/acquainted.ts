import type { Clock } from '../../../src/base/clock.ts'
import type { Log } from '../../../src/base/log.ts'
import type { House } from '../../../src/platform/house.ts'
import { enrich } from '../../shared/address-book.ts'
import { type AddressBook, createLearning } from '../../shared/learning.ts'

export interface Acquainted {
  readonly house: House
  /** Resolves when all that was begun to be learnt is there. */
  settled(): Promise<void>
}

export interface AcquaintedParts {
  /** Null without an app: then nobody tells us a name. */
  readonly directory: AddressBook | null
  /** Real time. */
  readonly clock: Clock
  readonly log: Log
}

/** The house as both lanes hear for it: authors come with what is known of them, and are learnt once they were written down. */
export function acquainted(house: House, { directory, clock, log }: AcquaintedParts): Acquainted {
  if (directory === null) return { house, settled: async () => {} }
  const learning = createLearning({ platform: 'wecom', directory, intake: house.intake, clock, log })
  return {
    house: {
      ...house,
      async intake(event) {
        await house.intake(enrich(event, directory))
        learning.learn([event.author.accountId])
      },
    },
    settled: learning.settled,
  }
}
