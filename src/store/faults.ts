import { SetupError } from '../base/errors.ts'
import type { Words } from '../base/words.ts'

export type StoreFault =
  | 'data-in-use'
  | 'data-other-version'
  | 'migration-failed'
  | 'migration-unfinished'
  | 'migration-edited'
  | 'migration-unknown'
  | 'backup-unreadable'
  | 'backup-truncated'
  | 'backup-damaged'
  | 'backup-newer'
  | 'target-not-empty'

/** A database that cannot be used as it stands, said so that the operator can mend it. */
export class StoreError extends SetupError {
  declare readonly code: StoreFault
  readonly words: Words

  constructor(code: StoreFault, words: Words, options?: ErrorOptions) {
    super(code, words.en, options)
    this.words = words
  }
}
