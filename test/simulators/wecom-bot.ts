import { createHash } from 'node:crypto'
import { WSClient, type WSClientOptions } from '@wecom/aibot-node-sdk'
import { onTestFinished } from 'vitest'
import { isJson, type Json } from './shared/json.ts'
import { openWeComSimulator, type WeComSimulator } from './wecom/index.ts'
import type { WeComOptions } from './wecom/settings.ts'

export const sales = 'wrSales_GROUP'
export const lead = 'HanMeimei'
export const rep = 'LiLei'

/** A simulator with two people and the bot in one group; its end, after the test, fails what WeCom would have refused. */
export async function openSales(options: WeComOptions = {}): Promise<WeComSimulator> {
  const wecom = await openWeComSimulator(options)
  onTestFinished(wecom.close)
  wecom.addPerson({ userId: lead, name: '韩梅梅', mobile: '13800000001' })
  wecom.addPerson({ userId: rep, name: '李雷' })
  wecom.addGroup({ chatId: sales, name: '销售一部', members: [lead, rep] })
  return wecom
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} }

/** WeCom's own client, until the test is over. It emits errors that nobody has to hear. */
export function clientOf({ bot, wsUrl }: WeComSimulator, options: Partial<WSClientOptions> = {}): WSClient {
  const client = new WSClient({ botId: bot.botId, secret: bot.secret, wsUrl, logger: quiet, ...options })
  client.on('error', () => {})
  onTestFinished(() => client.disconnect())
  return client
}

export async function connected(wecom: WeComSimulator, options?: Partial<WSClientOptions>): Promise<WSClient> {
  const client = clientOf(wecom, options)
  const authenticated = new Promise(resolve => client.once('authenticated', () => resolve(null)))
  client.connect()
  await authenticated
  return client
}

/** The code that a call of the client was refused with, which it rejects as the bare frame; 0 when it was not. */
export async function codeOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call
    return 0
  } catch (error) {
    return isJson(error) && 'errcode' in error ? error['errcode'] : error
  }
}

export async function ask(url: string, body?: object): Promise<Json> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(url, sent)
  return JSON.parse(await response.text())
}

/** Calls of the app with one token, fetched at the start. */
export async function callsOf({ apiUrl, corpId, app }: WeComSimulator) {
  const answer = await ask(`${apiUrl}/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${encodeURIComponent(app.secret)}`)
  const token = String(answer['access_token'])
  const addressOf = (path: string, query: Readonly<Record<string, string>>) =>
    `${apiUrl}/cgi-bin/${path}?${new URLSearchParams({ access_token: token, ...query })}`
  return {
    token,
    get: (path: string, query: Readonly<Record<string, string>> = {}) => ask(addressOf(path, query)),
    post: (path: string, body: object) => ask(addressOf(path, {}), body),
    async upload(path: string, query: Readonly<Record<string, string>>, name: string, content: Uint8Array) {
      const body = new FormData()
      body.set('media', new File([new Uint8Array(content)], name))
      const response = await fetch(addressOf(path, query), { method: 'POST', body })
      const answered: Json = JSON.parse(await response.text())
      return answered
    },
  }
}

/** A picture of so many bytes, by its first ones. */
export function png(size = 100): Buffer {
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([start, Buffer.alloc(size - start.length, 7)])
}

export function md5(content: Uint8Array): string {
  return createHash('md5').update(content).digest('hex')
}

export const confirmCard = {
  card_type: 'button_interaction',
  main_title: { title: '日报', desc: '拜访 3' },
  button_list: [
    { text: '提交', style: 1, key: 'report.submit' },
    { text: '修改', style: 2, key: 'report.change' },
  ],
  task_id: 'report-1',
}
