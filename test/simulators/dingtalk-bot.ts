import { DWClient } from 'dingtalk-stream'
import { onTestFinished } from 'vitest'
import { type DingTalkSimulator, openDingTalkSimulator } from './dingtalk/index.ts'
import type { DingTalkOptions } from './dingtalk/settings.ts'
import { cardTopic, eventTopic, robotTopic } from './dingtalk/stream/frames.ts'
import { type Json, parsedJson } from './shared/json.ts'

export const sales = 'cidSales=='
export const lead = 'staff-lead'
export const rep = 'staff-rep'

/** A simulator with two people and the bot in one group; its end, after the test, fails what DingTalk would have refused. */
export async function openSales(options: DingTalkOptions = {}): Promise<DingTalkSimulator> {
  const dingtalk = await openDingTalkSimulator(options)
  onTestFinished(dingtalk.close)
  await dingtalk.addPerson({ staffId: lead, name: '韩梅梅', mobile: '13800000001', admin: true })
  await dingtalk.addPerson({ staffId: rep, name: '李雷' })
  dingtalk.addGroup({ conversationId: sales, title: '销售一部', members: [lead, rep] })
  return dingtalk
}

/** What a call answered: its HTTP status and its body. */
export interface Answered {
  readonly status: number
  readonly body: Json
}

export async function ask(url: string, body: object, headers: Record<string, string> = {}, method = 'POST') {
  const usual = { 'content-type': 'application/json', accept: 'application/json' }
  const response = await fetch(url, { method, headers: { ...usual, ...headers }, body: JSON.stringify(body) })
  const answered: Answered = { status: response.status, body: JSON.parse(await response.text()) }
  return answered
}

/** Calls of both APIs with one token, fetched at the start. */
export async function callsOf({ apiUrl, oapiUrl, clientId, clientSecret }: DingTalkSimulator) {
  const { body } = await ask(`${apiUrl}/v1.0/oauth2/accessToken`, { appKey: clientId, appSecret: clientSecret })
  const token = String(body['accessToken'])
  const headers = { 'x-acs-dingtalk-access-token': token }
  return {
    token,
    api: (path: string, given: object, method?: string) => ask(`${apiUrl}${path}`, given, headers, method),
    oapi: (path: string, given: object) => ask(`${oapiUrl}${path}?access_token=${token}`, given),
  }
}

export interface Heard {
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  readonly data: string
}

/** What is heard on the wire, and how to answer it. */
export type Answer = (heard: Heard) => object | null

const everything = [
  { type: 'EVENT', topic: eventTopic },
  { type: 'CALLBACK', topic: robotTopic },
  { type: 'CALLBACK', topic: cardTopic },
]

export async function openTicket({ apiUrl, clientId, clientSecret }: DingTalkSimulator, subscriptions = everything) {
  const { body } = await ask(`${apiUrl}/v1.0/gateway/connections/open`, { clientId, clientSecret, subscriptions })
  return `${body['endpoint']}?ticket=${body['ticket']}`
}

/** A bare connection that answers as it is told; what it answers null to stays unacknowledged. */
export async function connect(dingtalk: DingTalkSimulator, answer: Answer, url?: string): Promise<WebSocket> {
  const socket = new WebSocket(url ?? (await openTicket(dingtalk)))
  socket.addEventListener('message', ({ data }) => {
    const heard = heardIn(String(data))
    const given = heard === null || heard.type === 'SYSTEM' ? null : answer(heard)
    if (heard === null || given === null) return
    const headers = { messageId: heard.headers['messageId'], contentType: 'application/json' }
    socket.send(JSON.stringify({ code: 200, message: 'OK', headers, data: JSON.stringify(given) }))
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  return socket
}

function heardIn(text: string): Heard | null {
  return parsedJson(text) === undefined ? null : JSON.parse(text)
}

/** Acknowledges whatever comes. */
export const acks: Answer = ({ type }) => (type === 'EVENT' ? { status: 'SUCCESS' } : { response: {} })

/** DingTalk's own client, asking this DingTalk for its endpoint. */
export class StreamClient extends DWClient {
  readonly #dingtalk: DingTalkSimulator

  constructor(dingtalk: DingTalkSimulator) {
    super({ clientId: dingtalk.clientId, clientSecret: dingtalk.clientSecret, keepAlive: false })
    this.#dingtalk = dingtalk
  }

  override async getEndpoint(): Promise<this> {
    return Object.assign(this, { dw_url: await openTicket(this.#dingtalk) })
  }
}
