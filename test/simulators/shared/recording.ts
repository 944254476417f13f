/** What a platform's side keeps of what the app did. */
export interface Recording<Call> {
  /** Answered or not. */
  readonly calls: Call[]
  /** What the real platform would have refused as a mistake of the program, in words. */
  readonly unexpected: string[]
}

export function createRecording<Call>(): Recording<Call> {
  return { calls: [], unexpected: [] }
}
