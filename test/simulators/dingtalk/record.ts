import type { Json } from '../shared/json.ts'

/** One call that the bot made. Tokens and secrets are left out. */
export interface RecordedCall {
  readonly path: string
  readonly arguments: Json
  readonly at: number
}
