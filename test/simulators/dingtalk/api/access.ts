import { z } from 'zod'
import { eventTopic } from '../stream/frames.ts'
import { type Method, method, refused } from './method.ts'

const accessToken = method({
  takes: z.strictObject({ appKey: z.string(), appSecret: z.string() }),
  token: 'none',
  run({ appKey, appSecret }, { settings, tokens }) {
    if (appKey !== settings.clientId || appSecret !== settings.clientSecret) return refused('badSecret')
    return { answer: { accessToken: tokens.issue(), expireIn: Math.floor(settings.tokenLifeMs / 1_000) } }
  },
})

const subscription = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('EVENT'), topic: z.literal(eventTopic) }),
  z.strictObject({ type: z.literal('CALLBACK'), topic: z.string().startsWith('/v1.0/') }),
])

const openConnection = method({
  takes: z.strictObject({
    clientId: z.string(),
    clientSecret: z.string(),
    subscriptions: z.array(subscription).min(1),
    ua: z.string().optional(),
    localIp: z.string().optional(),
  }),
  token: 'none',
  run({ clientId, clientSecret, subscriptions }, { settings, connections, origin }, { headers }) {
    if (clientId !== settings.clientId || clientSecret !== settings.clientSecret) return refused('badSecret')
    const endpoint = `${origin.replace('http', 'ws')}/connect`
    const ticket = connections.issueTicket(new Set(subscriptions.map(({ topic }) => topic)))
    if (headers.accept?.includes('application/json') === true) return { answer: { endpoint, ticket } }
    const body = `<response><endpoint>${endpoint}</endpoint><ticket>${ticket}</ticket></response>`
    // Whoever does not ask for JSON gets XML here.
    return { reply: { kind: 'answer', status: 200, headers: { 'content-type': 'application/xml' }, body } }
  },
})

export const accessMethods: Readonly<Record<string, Method>> = {
  'POST /v1.0/oauth2/accessToken': accessToken,
  'POST /v1.0/gateway/connections/open': openConnection,
}
