import { z } from 'zod'
import { channelObject } from '../wire/channel.ts'
import { userObject } from '../wire/user.ts'
import { flag, list, text } from './arguments.ts'
import { scopesOfTypes, typesOf } from './channel-types.ts'
import { type Method, method, refused } from './method.ts'
import { pageArguments, pageOf } from './pages.ts'

const needs = ['users:read']

const info = method({
  takes: z.strictObject({ user: text, include_locale: flag.optional() }),
  rate: 4,
  needs,
  run({ user, include_locale: locale = false }, { workspace }) {
    const found = workspace.users.get(user)
    return found === undefined ? refused('user_not_found') : { ok: true, user: userObject(found, { locale }) }
  },
})

const listUsers = method({
  takes: z.strictObject({ ...pageArguments, include_locale: flag.optional() }),
  rate: 2,
  needs,
  run({ include_locale: locale = false, ...asked }, side) {
    const page = pageOf(side, [...side.workspace.users.values()], asked)
    if ('error' in page) return page
    const members = page.items.map(user => userObject(user, { locale }))
    return { ok: true, members, cache_ts: 1_700_000_000, response_metadata: page.response_metadata }
  },
})

const conversations = method({
  takes: z.strictObject({
    ...pageArguments,
    user: text.optional(),
    types: list.optional(),
    exclude_archived: flag.optional(),
  }),
  rate: 3,
  needs: ({ types }) => scopesOfTypes(types),
  run({ user, types, exclude_archived: onlyLive = false, ...asked }, side) {
    const { channels, bot } = side.workspace
    const wanted = typesOf(types)
    const theirs = [...channels.values()].filter(
      ({ kind, members, archived }) =>
        wanted.has(kind) &&
        members.has(user ?? bot.userId) &&
        (kind === 'channel' || members.has(bot.userId)) &&
        !(onlyLive && archived),
    )
    const page = pageOf(side, theirs, asked)
    if ('error' in page) return page
    const found = page.items.map(channel => channelObject(channel, side.workspace))
    return { ok: true, channels: found, response_metadata: page.response_metadata }
  },
})

export const userMethods: Readonly<Record<string, Method>> = {
  'users.info': info,
  'users.list': listUsers,
  'users.conversations': conversations,
}
