import type { Json } from '../../shared/json.ts'
import type { Delivery } from '../link.ts'
import type { Side } from '../side.ts'
import type { Channel } from '../workspace.ts'

/** What the bot must have been granted to be told of an event; a message's depends on where it was said. */
const scopes: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  user_change: 'users:read',
  team_join: 'users:read',
}

const historyScopes = { channel: 'channels:history', group: 'groups:history', im: 'im:history' } as const
const readScopes = { channel: 'channels:read', group: 'groups:read', im: 'im:read' } as const

/** Tells the app of an event, if it ever listened and may know; resolves when it has acknowledged or Slack gave up. */
export async function tell(side: Side, event: Json, channel?: Channel): Promise<Delivery> {
  const scope = neededScope(String(event['type']), channel)
  const subscribed = scope === undefined || side.settings.scopes.includes(scope)
  if (!subscribed || !side.link.listening) return { acked: false, reason: 'not_subscribed', attempts: 0 }
  return side.link.deliver({ kind: 'event', body: eventBody(side, event, channel) })
}

function neededScope(type: string, channel: Channel | undefined): string | undefined {
  if (channel === undefined || type === 'app_mention') return scopes[type]
  return type === 'message' ? historyScopes[channel.kind] : readScopes[channel.kind]
}

/** The wrapper around every event of the Events API. */
export function eventBody(side: Pick<Side, 'workspace' | 'newId' | 'now'>, event: Json, channel?: Channel): Json {
  const { teamId, appId, bot } = side.workspace
  const authorization = { enterprise_id: null, team_id: teamId, user_id: bot.userId, is_bot: true }
  return {
    token: 'verification-token',
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: side.newId('Ev'),
    event_time: Math.floor(side.now().getTime() / 1000),
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    is_ext_shared_channel: channel?.extShared ?? false,
    event_context: `4-${String(event['type'])}-${teamId}-${appId}-${channel?.id ?? ''}`,
  }
}
