import type { Json } from '../../shared/json.ts'
import type { StoredView } from '../views.ts'
import type { Workspace } from '../workspace.ts'

/** A view as Slack returns it and sends it with interactions. */
export function viewObject(view: StoredView, workspace: Workspace, values: Json = {}): Json {
  const { id, rootId, previousId, definition, blocks, hash } = view
  const { teamId, appId, bot } = workspace
  const usual = { private_metadata: '', callback_id: '', external_id: '', submit: null, close: null }
  return {
    id,
    team_id: teamId,
    ...usual,
    clear_on_close: false,
    notify_on_close: false,
    ...definition,
    blocks,
    state: { values },
    hash,
    root_view_id: rootId,
    previous_view_id: previousId,
    app_id: appId,
    app_installed_team_id: teamId,
    bot_id: bot.botId,
  }
}
