import type { Json } from '../../shared/json.ts'
import type { Channel, Workspace } from '../workspace.ts'

const created = 1_700_000_000

/** A channel as `conversations.*` gives it to the bot. */
export function channelObject(channel: Channel, workspace: Workspace): Json {
  return channel.kind === 'im' ? directObject(channel) : roomObject(channel, workspace)
}

function roomObject({ id, name, kind, archived, extShared, members }: Channel, { bot, teamId }: Workspace): Json {
  return {
    id,
    name,
    name_normalized: name,
    is_channel: kind === 'channel',
    is_group: kind === 'group',
    is_im: false,
    is_mpim: false,
    is_private: kind === 'group',
    created,
    is_archived: archived,
    is_general: false,
    is_shared: extShared,
    is_org_shared: false,
    is_ext_shared: extShared,
    is_pending_ext_shared: false,
    is_member: members.has(bot.userId),
    context_team_id: teamId,
    num_members: members.size,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  }
}

/** A direct channel is named after the person that the bot talks with. */
function directObject({ id, name }: Channel): Json {
  return { id, created, is_archived: false, is_im: true, is_org_shared: false, user: name, priority: 0 }
}
