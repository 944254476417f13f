import { z } from 'zod'
import { id } from '../decode/wire.ts'
import type { Question } from './lookups.ts'

/** What we ask Slack about people and channels, and what is read from its answers. */

const pageSize = 200

export function aboutPerson(user: string): Question<{ user?: unknown }> {
  return {
    method: 'users.info',
    call: web => web.users.info({ user, include_locale: true }),
    answer: z.object({ user: z.unknown() }),
  }
}

export function aboutChannel(channel: string): Question<{ channel?: unknown }> {
  return {
    method: 'conversations.info',
    call: web => web.conversations.info({ channel }),
    answer: z.object({ channel: z.unknown() }),
    // Of a private channel in which we are not, Slack says that there is none.
    none: { channel: { id: channel, is_member: false } },
  }
}

/** Everybody in the workspace, as pages. Strangers are in none of them. */
export const everybody: Question<{ members: { id: string }[] }> = {
  method: 'users.list',
  call: (web, cursor) => web.users.list({ limit: pageSize, include_locale: true, ...(cursor && { cursor }) }),
  answer: z.object({ members: z.array(z.looseObject({ id })) }),
}

/** The channels in which we are, as pages; direct messages are none. */
export const ourChannels: Question<{ channels: unknown[] }> = {
  method: 'users.conversations',
  call: (web, cursor) =>
    web.users.conversations({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: pageSize,
      ...(cursor && { cursor }),
    }),
  answer: z.object({ channels: z.array(z.unknown()) }),
}

/** Who is in a channel, as pages. */
export function membersOf(channel: string): Question<{ members: string[] }> {
  return {
    method: 'conversations.members',
    call: (web, cursor) => web.conversations.members({ channel, limit: pageSize, ...(cursor && { cursor }) }),
    answer: z.object({ members: z.array(id) }),
  }
}

/** What was said in a channel since then, as pages; replies within threads are in none of them. */
export function historyOf(channel: string, since: Date): Question<{ messages: unknown[] }> {
  const oldest = (since.getTime() / 1000).toFixed(6)
  return {
    method: 'conversations.history',
    call: (web, cursor) => web.conversations.history({ channel, oldest, limit: pageSize, ...(cursor && { cursor }) }),
    answer: z.object({ messages: z.array(z.unknown()) }),
  }
}
