import type { Recording } from '../shared/recording.ts'
import type { SharedSide } from '../shared/side.ts'
import type { Company } from './company.ts'
import type { Quota } from './quota.ts'
import type { RecordedCall } from './record.ts'
import type { Sessions } from './sessions.ts'
import type { Settings } from './settings.ts'
import type { Connections } from './stream/connections.ts'
import type { Deliveries } from './stream/deliveries.ts'
import type { Tempers } from './tempers.ts'
import type { Tokens } from './tokens.ts'

/** Everything that DingTalk's side knows; what happens in it are functions that take it. */
export interface Side extends SharedSide<Settings> {
  readonly company: Company
  readonly tokens: Tokens
  readonly sessions: Sessions
  readonly quota: Quota
  readonly tempers: Tempers
  readonly recording: Recording<RecordedCall>
  readonly connections: Connections
  readonly deliveries: Deliveries
}
