import { z } from 'zod'

const address = z.url({ protocol: /^https?$/, error: 'must be an address' })

const given = z.object({
  DINGTALK_CLIENT_ID: z.string().min(1, 'is empty (凭证与基础信息, Client ID)'),
  DINGTALK_CLIENT_SECRET: z.string().min(8, 'is too short (凭证与基础信息, Client Secret)'),
  DINGTALK_ROBOT_CODE: z.string().min(1, 'is empty (机器人, RobotCode)').optional(),
  DINGTALK_CARD_TEMPLATE_ID: z
    .string()
    .regex(/\.schema$/, 'must end in .schema (卡片平台, 模板 ID)')
    .optional(),
  DINGTALK_REPORT_TEMPLATE: z.string().optional(),
  DINGTALK_MONTHLY_CALLS: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(1, 'must be at least 1')
    .default(5_000),
  DINGTALK_API_URL: address.default('https://api.dingtalk.com'),
  DINGTALK_OAPI_URL: address.default('https://oapi.dingtalk.com'),
})

/** Everything of ours in the environment begins with this. */
const ours = 'DINGTALK_'

export interface DingTalkSettings {
  readonly clientId: string
  readonly clientSecret: string
  /** The client id, unless the robot was made apart from the app. */
  readonly robotCode: string
  /** Null where messages are drawn without cards. */
  readonly cardTemplateId: string | null
  /** The name of the template by which reports are filed in DingTalk's own (钉钉日志) too; null where they are not. */
  readonly reportTemplate: string | null
  /** The metered calls that the company's edition grants it in a month. */
  readonly monthlyCalls: number
  /** Both without a slash at their end; the international edition has other hosts. */
  readonly apiUrl: string
  readonly oapiUrl: string
}

export type ReadSettings =
  | { readonly kind: 'absent' }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] }
  | { readonly kind: 'read'; readonly settings: DingTalkSettings }

/** Reads our part of the environment; absent when neither id nor secret is there. Faults name settings, never values. */
export function readSettings(env: Readonly<Record<string, string>>): ReadSettings {
  const wanted = ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET'].some(name => name in env)
  if (!wanted) return { kind: 'absent' }
  const read = given.safeParse(Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith(ours))))
  if (!read.success) return { kind: 'faulty', faults: read.error.issues.map(faultOf) }
  const { data } = read
  return {
    kind: 'read',
    settings: {
      clientId: data.DINGTALK_CLIENT_ID,
      clientSecret: data.DINGTALK_CLIENT_SECRET,
      robotCode: data.DINGTALK_ROBOT_CODE ?? data.DINGTALK_CLIENT_ID,
      cardTemplateId: data.DINGTALK_CARD_TEMPLATE_ID ?? null,
      reportTemplate: data.DINGTALK_REPORT_TEMPLATE ?? null,
      monthlyCalls: data.DINGTALK_MONTHLY_CALLS,
      apiUrl: withoutSlash(data.DINGTALK_API_URL),
      oapiUrl: withoutSlash(data.DINGTALK_OAPI_URL),
    },
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}

function faultOf({ path, message, code }: z.core.$ZodIssue): string {
  const name = path.join('.')
  return code === 'invalid_type' ? `${name} is missing` : `${name} ${message}`
}
