import type { Json } from '../shared/json.ts'

/** One call that the bot made, answered or not. Tokens and secrets are left out. */
export interface RecordedCall {
  readonly path: string
  readonly arguments: Json
  readonly at: number
}

export interface Recording {
  readonly calls: RecordedCall[]
  /** What the real DingTalk would have refused as a mistake of the program, in words. */
  readonly unexpected: string[]
}

export function createRecording(): Recording {
  return { calls: [], unexpected: [] }
}
