import type { Recording } from '../shared/recording.ts'
import type { SharedSide } from '../shared/side.ts'
import type { Callbacks } from './app/callbacks.ts'
import type { ResponseCodes } from './app/response-codes.ts'
import type { Connections } from './bot/connections.ts'
import type { Exchanges } from './bot/exchanges.ts'
import type { Uploads } from './bot/uploads.ts'
import type { Corp } from './corp.ts'
import type { Pace } from './pace.ts'
import type { RecordedCall } from './record.ts'
import type { Settings } from './settings.ts'
import type { Tempers } from './tempers.ts'
import type { Tokens } from './tokens.ts'

/** Everything that WeCom's side knows; what happens in it are functions that take it. */
export interface Side extends SharedSide<Settings> {
  readonly corp: Corp
  readonly tokens: Tokens
  readonly pace: Pace
  readonly tempers: Tempers
  readonly recording: Recording<RecordedCall>
  readonly connections: Connections
  readonly exchanges: Exchanges
  readonly uploads: Uploads
  readonly callbacks: Callbacks
  readonly responseCodes: ResponseCodes
  /** Messages of the app that are not to be sent twice, by their content, with the end of their time. */
  readonly sentByApp: Map<string, { readonly until: number; readonly answer: object }>
}
