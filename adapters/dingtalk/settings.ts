import { z } from 'zod'
import { bareWebAddress, type ReadSettings, readGiven } from '../shared/settings.ts'

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
  DINGTALK_API_URL: bareWebAddress.default('https://api.dingtalk.com'),
  DINGTALK_OAPI_URL: bareWebAddress.default('https://oapi.dingtalk.com'),
})

const wanted = {
  prefix: 'DINGTALK_',
  asking: ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET'],
  given,
}

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

/** Reads our part of the environment; absent when neither id nor secret is there. */
export function readSettings(env: Readonly<Record<string, string>>): ReadSettings<DingTalkSettings> {
  const read = readGiven(env, wanted)
  if (read.kind !== 'given') return read
  const data = read.given
  return {
    kind: 'read',
    settings: {
      clientId: data.DINGTALK_CLIENT_ID,
      clientSecret: data.DINGTALK_CLIENT_SECRET,
      robotCode: data.DINGTALK_ROBOT_CODE ?? data.DINGTALK_CLIENT_ID,
      cardTemplateId: data.DINGTALK_CARD_TEMPLATE_ID ?? null,
      reportTemplate: data.DINGTALK_REPORT_TEMPLATE ?? null,
      monthlyCalls: data.DINGTALK_MONTHLY_CALLS,
      apiUrl: data.DINGTALK_API_URL,
      oapiUrl: data.DINGTALK_OAPI_URL,
    },
  }
}
