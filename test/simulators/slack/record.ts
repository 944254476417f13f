/** One call that the bot made, answered or not. */
export interface RecordedCall {
  readonly method: string
  readonly arguments: Readonly<Record<string, unknown>>
  readonly at: number
}

export interface Recording {
  readonly calls: RecordedCall[]
  /** What the real Slack would have refused as a mistake of the program, in words. */
  readonly unexpected: string[]
  count429: number
}

export function createRecording(): Recording {
  return { calls: [], unexpected: [], count429: 0 }
}
