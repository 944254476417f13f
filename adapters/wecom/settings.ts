import { z } from 'zod'
import { bareWebAddress, type ReadSettings, readGiven } from '../shared/settings.ts'
import { readWebhooks, type Webhook } from './webhook-keys.ts'

const socket = z.url({ protocol: /^wss?$/, error: 'must be the address of a web socket' })

const given = z.object({
  WECOM_BOT_ID: z.string().min(1, 'is empty (智能机器人, API 模式, Bot ID)').optional(),
  WECOM_BOT_SECRET: z.string().min(8, 'is too short (智能机器人, API 模式, Secret)').optional(),
  WECOM_BOT_NAME: z
    .string()
    .transform(name => name.trim().replace(/^[@＠]/, ''))
    .pipe(z.string().min(1, 'is empty (the name that people write after the @)'))
    .optional(),
  WECOM_WS_URL: socket.default('wss://openws.work.weixin.qq.com'),
  WECOM_WEBHOOK_KEY: z.string().transform(readWebhooks).default([]),
  WECOM_CORP_ID: z.string().min(1, 'is empty (我的企业, 企业 ID)').optional(),
  WECOM_AGENT_ID: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a number (应用管理, AgentId)')
    .transform(Number)
    .optional(),
  WECOM_APP_SECRET: z.string().min(8, 'is too short (应用管理, Secret)').optional(),
  WECOM_CALLBACK_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{1,32}$/, 'must be 1 to 32 letters and digits (接收消息, Token)')
    .optional(),
  WECOM_CALLBACK_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/, 'must be 43 letters and digits (接收消息, EncodingAESKey)')
    .optional(),
  WECOM_API_URL: bareWebAddress.default('https://qyapi.weixin.qq.com'),
})

type Given = z.infer<typeof given>
type Name = keyof Given & string

/** Settings that are good for nothing without each other. */
const belongTogether: readonly (readonly Name[])[] = [
  ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'],
  ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_APP_SECRET'],
  ['WECOM_CALLBACK_TOKEN', 'WECOM_CALLBACK_AES_KEY'],
]

/** Any of these says that WeCom is wanted. */
const asking: readonly Name[] = [...belongTogether.flat(), 'WECOM_WEBHOOK_KEY']

/** The AI bot's long connection: hears, answers, has cards. */
export interface BotSettings {
  readonly botId: string
  readonly secret: string
  /** What people write after the @, where it was told. */
  readonly name: string | null
  readonly wsUrl: string
}

/** The self-built app: direct messages to everybody, names. */
export interface AppSettings {
  readonly corpId: string
  readonly agentId: number
  readonly secret: string
  /** Null where it only speaks. */
  readonly callback: { readonly token: string; readonly aesKey: string } | null
}

/** Three lanes, of which at least one is there. */
export interface WeComSettings {
  readonly bot: BotSettings | null
  readonly webhooks: readonly Webhook[]
  readonly app: AppSettings | null
  /** Without a slash at its end. */
  readonly apiUrl: string
}

/** Reads our part of the environment; absent where no lane is asked for. */
export function readSettings(env: Readonly<Record<string, string>>): ReadSettings<WeComSettings> {
  const read = readGiven(env, { prefix: 'WECOM_', asking, given })
  if (read.kind !== 'given') return read
  const faults = halves(read.given)
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'read', settings: settingsOf(read.given) }
}

function halves(data: Given): readonly string[] {
  const missing = belongTogether.flatMap(names => {
    const [first] = names.filter(name => data[name] !== undefined)
    return first === undefined
      ? []
      : names.filter(name => data[name] === undefined).map(name => `${name} is needed with ${first}`)
  })
  const deaf = data.WECOM_CALLBACK_TOKEN !== undefined && data.WECOM_CORP_ID === undefined
  return deaf ? [...missing, 'WECOM_CORP_ID is needed with WECOM_CALLBACK_TOKEN'] : missing
}

function settingsOf(data: Given): WeComSettings {
  return {
    bot: botOf(data),
    webhooks: data.WECOM_WEBHOOK_KEY,
    app: appOf(data),
    apiUrl: data.WECOM_API_URL,
  }
}

function botOf({ WECOM_BOT_ID: botId, WECOM_BOT_SECRET: secret, WECOM_BOT_NAME, WECOM_WS_URL }: Given) {
  if (botId === undefined || secret === undefined) return null
  return { botId, secret, name: WECOM_BOT_NAME ?? null, wsUrl: WECOM_WS_URL }
}

function appOf(data: Given): AppSettings | null {
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_APP_SECRET: secret } = data
  const { WECOM_CALLBACK_TOKEN: token, WECOM_CALLBACK_AES_KEY: aesKey } = data
  if (corpId === undefined || agentId === undefined || secret === undefined) return null
  const callback = token === undefined || aesKey === undefined ? null : { token, aesKey }
  return { corpId, agentId, secret, callback }
}

/** To where we speak. */
export function addressesOf({ bot, webhooks, app, apiUrl }: WeComSettings): readonly string[] {
  const usesApi = webhooks.length > 0 || app !== null
  return [...(bot === null ? [] : [bot.wsUrl]), ...(usesApi ? [apiUrl] : [])]
}
