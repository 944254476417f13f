import { z } from 'zod'
import type { Side } from '../side.ts'
import { tsAt } from '../timestamps.ts'
import { channelObject } from '../wire/channel.ts'
import { tell } from '../wire/event.ts'
import { type Channel, directChannel } from '../workspace.ts'
import { flag, list, text } from './arguments.ts'
import { scopesOfTypes, typesOf } from './channel-types.ts'
import { type Method, method, refused } from './method.ts'
import { pageArguments, pageOf } from './pages.ts'
import { knownChannel, scopesOf } from './places.ts'

const info = method({
  takes: z.strictObject({ channel: text, include_locale: flag.optional(), include_num_members: flag.optional() }),
  rate: 3,
  needs: ({ channel }, side) => scopesOf(side, channel, 'read'),
  run(given, side) {
    const channel = knownChannel(side, given.channel)
    return 'error' in channel ? channel : { ok: true, channel: channelObject(channel, side.workspace) }
  },
})

const members = method({
  takes: z.strictObject({ channel: text, ...pageArguments }),
  rate: 4,
  needs: ({ channel }, side) => scopesOf(side, channel, 'read'),
  run({ channel: id, ...asked }, side) {
    const channel = knownChannel(side, id)
    if ('error' in channel) return channel
    const page = pageOf(side, [...channel.members], asked)
    if ('error' in page) return page
    return { ok: true, members: page.items, response_metadata: page.response_metadata }
  },
})

const listChannels = method({
  takes: z.strictObject({ ...pageArguments, types: list.optional(), exclude_archived: flag.optional() }),
  rate: 2,
  needs: ({ types }) => scopesOfTypes(types),
  run({ types, exclude_archived: onlyLive = false, ...asked }, side) {
    const { channels, bot } = side.workspace
    const wanted = typesOf(types)
    const visible = ({ kind, members: inside, archived }: Channel) =>
      wanted.has(kind) && (kind === 'channel' || inside.has(bot.userId)) && !(onlyLive && archived)
    const page = pageOf(side, [...channels.values()].filter(visible), asked)
    if ('error' in page) return page
    const found = page.items.map(channel => channelObject(channel, side.workspace))
    return { ok: true, channels: found, response_metadata: page.response_metadata }
  },
})

const open = method({
  takes: z.strictObject({ users: list, return_im: flag.optional(), prevent_creation: flag.optional() }),
  rate: 3,
  needs: ['im:write'],
  run({ users, return_im: whole = false }, { workspace }) {
    const [id = '', ...others] = users
    if (others.length > 0) return refused('method_not_supported_for_channel_type')
    const user = workspace.users.get(id)
    if (user === undefined) return refused('user_not_found')
    if (user.isBot) return refused('cannot_dm_bot')
    const channel = directChannel(workspace, id)
    return { ok: true, channel: whole ? channelObject(channel, workspace) : { id: channel.id } }
  },
})

const join = method({
  takes: z.strictObject({ channel: text }),
  rate: 3,
  needs: ['channels:join'],
  run(given, side) {
    const channel = knownChannel(side, given.channel)
    if ('error' in channel) return channel
    if (channel.kind !== 'channel') return refused('method_not_supported_for_channel_type')
    if (channel.archived) return refused('is_archived')
    enter(side, channel)
    return { ok: true, channel: channelObject(channel, side.workspace) }
  },
})

function enter(side: Side, channel: Channel): void {
  const { bot, teamId } = side.workspace
  if (channel.members.has(bot.userId)) return
  channel.members.add(bot.userId)
  const event = { type: 'member_joined_channel', user: bot.userId, channel: channel.id, channel_type: 'C' }
  void tell(side, { ...event, team: teamId, event_ts: tsAt(side.now()) }, channel)
}

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.list': listChannels,
  'conversations.open': open,
  'conversations.join': join,
}
