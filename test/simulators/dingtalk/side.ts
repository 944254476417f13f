import type { Company } from './company.ts'
import type { Quota } from './quota.ts'
import type { Recording } from './record.ts'
import type { Sessions } from './sessions.ts'
import type { Settings } from './settings.ts'
import type { Connections } from './stream/connections.ts'
import type { Deliveries } from './stream/deliveries.ts'
import type { Tempers } from './tempers.ts'
import type { Tokens } from './tokens.ts'

/** Everything that DingTalk's side knows; what happens in it are functions that take it. */
export interface Side {
  readonly settings: Settings
  readonly company: Company
  readonly tokens: Tokens
  readonly sessions: Sessions
  readonly quota: Quota
  readonly tempers: Tempers
  readonly recording: Recording
  readonly connections: Connections
  readonly deliveries: Deliveries
  /** A new id with this prefix, never given before by any simulator. */
  readonly newId: (prefix: string) => string
  /** The team's time. */
  readonly now: () => Date
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
}
