import type { Words } from './words.ts'

/**
 * Something the person can mend: it is told to them in their own words and is no fault of ours, so it is not logged as one.
 * `code` is stable, for programs and tests; never tell errors apart by their text.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly code: string
  readonly words: Words

  constructor(code: string, words: Words) {
    super(words.en)
    this.code = code
    this.words = words
  }
}

/** A fault of the installation (settings, database, data folder) that the operator must mend before we can run. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The `code` of any thrown thing that has one, else undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
