import { existing } from '../shared/existing.ts'
import type { Json } from '../shared/json.ts'

export interface Status {
  readonly text: string
  readonly emoji: string
  /** Unix seconds; 0 when it does not end. */
  readonly expiration: number
}

export interface User {
  readonly id: string
  readonly name: string
  readonly realName: string
  readonly tz: string
  readonly locale: string
  readonly deleted: boolean
  readonly isBot: boolean
  readonly isRestricted: boolean
  readonly isUltraRestricted: boolean
  /** From another workspace, met in a shared channel. */
  readonly isStranger: boolean
  readonly teamId: string
  readonly status: Status
}

export type ChannelKind = 'channel' | 'group' | 'im'

export interface Channel {
  readonly id: string
  name: string
  readonly kind: ChannelKind
  readonly members: Set<string>
  archived: boolean
  readonly extShared: boolean
  /** Oldest first. */
  readonly messages: Message[]
  lastTs: number
}

export interface Message {
  readonly ts: string
  readonly channel: string
  readonly user: string
  readonly botId?: string
  readonly subtype?: string
  text: string
  blocks: readonly Block[]
  readonly threadTs?: string
  /** Whether a reply is shown in the channel too. */
  readonly broadcast: boolean
  edited?: { readonly user: string; readonly ts: string }
  metadata?: Json
  files: readonly string[]
  /** The one person who sees it. */
  readonly onlyFor?: string
  readonly reactions: Set<string>
}

/** A block as Slack keeps it: checked, with its id. */
export interface Block extends Json {
  readonly type: string
  readonly block_id: string
}

export interface StoredFile {
  readonly id: string
  /** Who brought it. */
  readonly user: string
  readonly name: string
  readonly length: number
  title: string
  content: Uint8Array | null
  completed: boolean
  readyAt: number
  /** What its object says besides, or differently. */
  readonly seenAs?: Json
}

export interface Workspace {
  readonly teamId: string
  readonly domain: string
  /** Where its files are given out. */
  readonly filesAt: string
  readonly appId: string
  /** The bot as a user (`U…`) and as a bot (`B…`). */
  readonly bot: { readonly userId: string; readonly botId: string; readonly name: string }
  readonly users: Map<string, User>
  readonly channels: Map<string, Channel>
  readonly files: Map<string, StoredFile>
}

const noStatus: Status = { text: '', emoji: '', expiration: 0 }
const teamId = 'T0SALES'

export type NewUser = Pick<User, 'id'> & Partial<User>

export function createUser(given: NewUser): User {
  const usual = { realName: given.name ?? given.id, tz: 'Asia/Shanghai', locale: 'en-US', status: noStatus, teamId }
  const kinds = { deleted: false, isBot: false, isRestricted: false, isUltraRestricted: false, isStranger: false }
  return { name: given.id.toLowerCase(), ...usual, ...kinds, ...given }
}

export function createChannel(given: Pick<Channel, 'id' | 'name' | 'kind'> & Partial<Channel>): Channel {
  return { members: new Set(), archived: false, extShared: false, messages: [], lastTs: 0, ...given }
}

export function createWorkspace(filesAt: string): Workspace {
  const bot = { userId: 'U0BELLWETHER', botId: 'B0BELLWETHER', name: 'bellwether' }
  const itself = createUser({ id: bot.userId, name: bot.name, realName: 'Bellwether', isBot: true })
  // Slack's own helper is a user of every workspace, and is not marked as a bot.
  const slackbot = createUser({ id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot' })
  const users = new Map([itself, slackbot].map(user => [user.id, user]))
  const empty = { channels: new Map(), files: new Map() }
  return { teamId, domain: 'sales', filesAt, appId: 'A0BELLWETHER', bot, users, ...empty }
}

export function userOf(workspace: Workspace, id: string): User {
  return existing(workspace.users.get(id), `no user ${id} in this workspace`)
}

export function channelOf(workspace: Workspace, id: string): Channel {
  return existing(workspace.channels.get(id), `no channel ${id} in this workspace`)
}

/** The direct channel of a person and the bot, opened when there is none. */
export function directChannel(workspace: Workspace, userId: string): Channel {
  const id = `D${userId.slice(1)}`
  const known = workspace.channels.get(id)
  if (known !== undefined) return known
  const opened = createChannel({ id, name: userId, kind: 'im', members: new Set([userId, workspace.bot.userId]) })
  workspace.channels.set(id, opened)
  return opened
}

export function messageOf(channel: Channel, ts: string): Message | undefined {
  return channel.messages.findLast(message => message.ts === ts)
}
