import { z } from 'zod'
import type { Json } from '../../shared/json.ts'
import type { Reply } from '../../shared/reply.ts'
import type { Call } from '../../shared/server.ts'
import type { Side } from '../side.ts'

/** Both APIs refuse the same things, each in its own form: the new one by status and code, the old one by errcode. */
export const refusals = {
  badToken: { status: 401, code: 'InvalidAuthentication', errcode: 40014, words: '不合法的access_token' },
  expiredToken: { status: 401, code: 'InvalidAuthentication', errcode: 42001, words: 'access_token已过期' },
  badSecret: { status: 400, code: 'invalidClientIdOrSecret', errcode: 40089, words: '无效的clientId或者clientSecret' },
  notPermitted: {
    status: 403,
    code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
    errcode: 88,
    subCode: '60011',
    words: '没有调用该接口的权限',
  },
  tooFast: {
    status: 403,
    code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi',
    errcode: 88,
    subCode: '90018',
    words: '应用调用该接口的QPS超过限制',
  },
  usedUp: {
    status: 403,
    code: 'Forbidden.AccessDenied.ApiCountLimitForOrg',
    errcode: 88,
    subCode: '90020',
    words: '企业调用API次数超过限制',
  },
  invalid: { status: 400, code: 'invalidParameter', errcode: 40035, words: '不合法的参数' },
  unknown: { status: 400, code: 'resource.not.found', errcode: 33012, words: '找不到' },
  noSession: { status: 400, code: 'invalidSession', errcode: 400001, words: 'invalid session' },
} as const

export interface Refusal {
  readonly refused: keyof typeof refusals
  readonly words: string
  /** Whether only a fault in the program can lead to this. */
  readonly mistake: boolean
  readonly requiredScopes: readonly string[]
}

/** What a good call answers: fields beside `errcode` in the old API, or a reply of another form. */
export type Answer = { readonly answer: object } | { readonly reply: Reply } | Refusal

interface Definition<Arguments> {
  readonly takes: z.ZodType<Arguments>
  /** `none`: a secret in the body or in the address is the permit. */
  readonly token?: 'needed' | 'none'
  /** Whether it counts against the company's month. */
  readonly metered?: boolean
  readonly needs?: string
  readonly perSecond?: number
  run(given: Arguments, side: Side, call: Call): Answer
}

export interface Method {
  readonly token: 'needed' | 'none'
  readonly metered: boolean
  readonly needs: string | null
  readonly perSecond: number
  run(fields: Json, side: Side, call: Call): Answer
}

/** A method of either API: its arguments are checked, then it is carried out. */
export function method<Arguments>(definition: Definition<Arguments>): Method {
  const { takes, token = 'needed', metered = false, needs = null, perSecond = 20, run } = definition
  return {
    token,
    metered,
    needs,
    perSecond,
    run(fields, side, call) {
      const parsed = takes.safeParse(fields)
      return parsed.success ? run(parsed.data, side, call) : mistaken(oneLine(parsed.error))
    },
  }
}

export function refused(kind: keyof typeof refusals, words: string = refusals[kind].words): Refusal {
  return { refused: kind, words, mistake: false, requiredScopes: [] }
}

/** What DingTalk would refuse, and what only a fault in the program can ask for. */
export function mistaken(words: string): Refusal {
  return { refused: 'invalid', words, mistake: true, requiredScopes: [] }
}

function oneLine(error: z.ZodError): string {
  return z.prettifyError(error).replaceAll('\n', ' ')
}
