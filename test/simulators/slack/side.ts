import type { SharedSide } from '../shared/side.ts'
import type { Connections } from './connections.ts'
import type { AppLink } from './link.ts'
import type { Pace } from './pace.ts'
import type { Permits } from './permits.ts'
import type { SlackRecording } from './record.ts'
import type { Settings } from './settings.ts'
import type { Tempers } from './tempers.ts'
import type { Views } from './views.ts'
import type { Workspace } from './workspace.ts'

/** Everything that Slack's side knows; what happens in it are functions that take it. */
export interface Side extends SharedSide<Settings> {
  readonly workspace: Workspace
  readonly views: Views
  readonly permits: Permits
  readonly tempers: Tempers
  readonly pace: Pace
  readonly recording: SlackRecording
  readonly link: AppLink
  readonly connections: Connections
}
