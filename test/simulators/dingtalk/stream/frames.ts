import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isJson, type Json, parsedJson } from '../../shared/json.ts'

export const robotTopic = '/v1.0/im/bot/messages/get'
export const cardTopic = '/v1.0/card/instances/callback'
/** What a subscription to events of every kind names. */
export const eventTopic = '*'

/** What goes down to the app. */
export interface Frame {
  readonly specVersion: '1.0'
  readonly type: 'SYSTEM' | 'EVENT' | 'CALLBACK'
  readonly headers: Readonly<Record<string, string>>
  readonly data: string
}

/** What comes up from the app, its data read. */
export interface Reply {
  readonly code: number
  readonly messageId: string
  readonly data: Json
}

const replyShape = z.object({
  code: z.int(),
  message: z.string().optional(),
  headers: z.object({ messageId: z.string(), contentType: z.literal('application/json') }),
  data: z.string(),
})

/** The app's frame, or in words what is wrong with it. */
export function parsedReply(text: string): Reply | string {
  const parsed = replyShape.safeParse(parsedJson(text))
  if (!parsed.success) return 'A frame of the app is no reply'
  const { code, headers, data } = parsed.data
  const read = parsedJson(data)
  return isJson(read) ? { code, messageId: headers.messageId, data: read } : 'The data of a reply is no JSON object'
}

export function systemFrame(topic: string, connectionId: string, data: Json): Frame {
  return frame('SYSTEM', { topic, connectionId }, data)
}

export function callbackFrame(topic: string, data: Json): Frame {
  return frame('CALLBACK', { topic }, data)
}

/** About something that happened in the company; `eventId` stays when it is pushed again. */
export interface CompanyEvent {
  readonly eventType: string
  readonly eventId: string
  readonly corpId: string
  readonly bornAt: Date
  readonly data: Json
}

export function eventFrame({ eventType, eventId, corpId, bornAt, data }: CompanyEvent): Frame {
  const about = { eventType, eventId, eventCorpId: corpId, eventBornTime: String(bornAt.getTime()) }
  return frame('EVENT', { topic: eventTopic, eventUnifiedAppId: 'app-simulated', ...about }, data)
}

function frame(type: Frame['type'], headers: Readonly<Record<string, string>>, data: Json): Frame {
  const usual = { appId: 'app-simulated', contentType: 'application/json', messageId: randomUUID() }
  return {
    specVersion: '1.0',
    type,
    headers: { ...usual, time: String(Date.now()), ...headers },
    data: JSON.stringify(data),
  }
}
