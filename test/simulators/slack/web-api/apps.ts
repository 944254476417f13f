import { z } from 'zod'
import { text, ts } from './arguments.ts'
import { type Method, method, refused } from './method.ts'
import { foundMessage, joinedChannel } from './places.ts'

const nothing = z.strictObject({})

const test = method({
  takes: nothing,
  rate: 'free',
  run(_, { workspace: { teamId, domain, bot } }) {
    const who = { team: domain, user: bot.name, team_id: teamId, user_id: bot.userId, bot_id: bot.botId }
    return { ok: true, url: `https://${domain}.example.com/`, ...who, is_enterprise_install: false }
  },
})

const openConnection = method({
  takes: nothing,
  rate: 3,
  token: 'app',
  run(_, { connections, workspace, origin }) {
    const address = `${origin.replace('http', 'ws')}/link/?ticket=${connections.issueTicket()}&app_id=${workspace.appId}`
    return { ok: true, url: address }
  },
})

const team = method({
  takes: z.strictObject({ team: text.optional() }),
  rate: 3,
  needs: ['team:read'],
  run: (_, { workspace: { teamId, domain } }) => ({ ok: true, team: { id: teamId, name: domain, domain } }),
})

const bots = method({
  takes: z.strictObject({ bot: text.optional() }),
  rate: 3,
  needs: ['users:read'],
  run({ bot: wanted }, { workspace: { bot, appId } }) {
    if (wanted !== bot.botId) return refused('bot_not_found')
    const { botId: id, userId: user_id, name } = bot
    return { ok: true, bot: { id, deleted: false, name, updated: 1_700_000_000, app_id: appId, user_id, icons: {} } }
  },
})

const react = method({
  takes: z.strictObject({ channel: text, timestamp: ts, name: text.regex(/^[a-z0-9_+'-]+$/) }),
  rate: 3,
  needs: ['reactions:write'],
  run({ channel: id, timestamp, name }, side) {
    const channel = joinedChannel(side, id)
    if ('error' in channel) return channel
    const message = foundMessage(channel, timestamp)
    if ('error' in message) return message
    if (message.reactions.has(name)) return refused('already_reacted')
    message.reactions.add(name)
    return { ok: true }
  },
})

export const appMethods: Readonly<Record<string, Method>> = {
  'auth.test': test,
  'apps.connections.open': openConnection,
  'team.info': team,
  'bots.info': bots,
  'reactions.add': react,
}
