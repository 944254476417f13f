import type { Json } from '../shared/json.ts'
import { createRecording, type Recording } from '../shared/recording.ts'

/** One call that the bot made. */
export interface RecordedCall {
  readonly method: string
  readonly arguments: Json
  readonly at: number
}

export interface SlackRecording extends Recording<RecordedCall> {
  count429: number
}

export function createSlackRecording(): SlackRecording {
  return { ...createRecording<RecordedCall>(), count429: 0 }
}
