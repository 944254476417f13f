import type { Json } from '../shared/json.ts'

/** One call or frame of the app, answered or not. Tokens, keys and secrets are left out. */
export interface RecordedCall {
  /** A path, or the `cmd` of a frame. */
  readonly name: string
  readonly arguments: Json
  readonly at: number
}

export interface Recording {
  readonly calls: RecordedCall[]
  /** What the real WeCom would have refused as a mistake of the program, in words. */
  readonly unexpected: string[]
}

const secrets = new Set(['corpsecret', 'access_token', 'key', 'secret'])

export function createRecording(): Recording {
  return { calls: [], unexpected: [] }
}

export function withoutSecrets(given: Json): Json {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !secrets.has(name)))
}
