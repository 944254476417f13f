import type { Json } from '../shared/json.ts'

/** One call or frame of the app. Tokens, keys and secrets are left out. */
export interface RecordedCall {
  /** A path, or the `cmd` of a frame. */
  readonly name: string
  readonly arguments: Json
  readonly at: number
}

const secrets = new Set(['corpsecret', 'access_token', 'key', 'secret'])

export function withoutSecrets(given: Json): Json {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !secrets.has(name)))
}
