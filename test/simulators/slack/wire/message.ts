import type { Json } from '../../shared/json.ts'
import type { Channel, Message, StoredFile, Workspace } from '../workspace.ts'

/** A message as history, events and interactions give it. */
export function messageObject(message: Message, workspace: Workspace, { metadata = false } = {}): Json {
  const { ts, user, subtype, text, blocks, threadTs, edited, files } = message
  return {
    type: 'message',
    ...(subtype === undefined ? {} : { subtype }),
    text,
    user,
    ts,
    team: workspace.teamId,
    ...(message.botId === undefined ? {} : botFields(workspace)),
    ...(blocks.length === 0 ? {} : { blocks }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(edited === undefined ? {} : { edited }),
    ...(files.length === 0 ? {} : { files: files.map(id => fileObject(workspace.files.get(id), workspace)) }),
    ...(metadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  }
}

function botFields({ bot, appId, teamId }: Workspace): Json {
  const profile = { id: bot.botId, app_id: appId, name: bot.name, deleted: false, updated: 1_700_000_000, icons: {} }
  return { bot_id: bot.botId, app_id: appId, bot_profile: { ...profile, team_id: teamId } }
}

/** The event that a new message is. */
export function messageEvent(message: Message, channel: Channel, workspace: Workspace): Json {
  const { ts } = message
  const seen = messageObject(message, workspace)
  return { ...seen, channel: channel.id, channel_type: channel.kind, event_ts: ts }
}

export function fileObject(file: StoredFile | undefined, workspace: Workspace): Json {
  if (file === undefined) throw new Error('A message shows a file that was never uploaded')
  const { id, name, title, length, user } = file
  const folder = `${workspace.filesAt}${workspace.teamId}-${id}/`
  const url_private = folder + encodeURIComponent(name)
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : 'text'
  return {
    id,
    name,
    title,
    size: length,
    filetype: extension,
    mode: 'hosted',
    is_external: false,
    user,
    url_private,
    url_private_download: `${folder}download/${encodeURIComponent(name)}`,
    permalink: `https://${workspace.domain}.slack.com/files/${user}/${id}`,
    ...file.seenAs,
  }
}
