import type { Connections } from './connections.ts'
import type { AppLink } from './link.ts'
import type { Pace } from './pace.ts'
import type { Permits } from './permits.ts'
import type { Recording } from './record.ts'
import type { Settings } from './settings.ts'
import type { Tempers } from './tempers.ts'
import type { Views } from './views.ts'
import type { Workspace } from './workspace.ts'

/** Everything that Slack's side knows; what happens in it are functions that take it. */
export interface Side {
  readonly settings: Settings
  readonly workspace: Workspace
  readonly views: Views
  readonly permits: Permits
  readonly tempers: Tempers
  readonly pace: Pace
  readonly recording: Recording
  readonly link: AppLink
  readonly connections: Connections
  /** A new id with this prefix, never given before by any simulator. */
  readonly newId: (prefix: string) => string
  /** The team's time. */
  readonly now: () => Date
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
}
