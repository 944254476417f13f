import { z } from 'zod'

/** What WeCom says with each code; where its words are not known they are ours. */
const wordsOf = {
  [-1]: 'system error',
  40001: 'invalid credential',
  40007: 'invalid media_id',
  40008: 'invalid message type',
  40009: 'invalid image size',
  40013: 'invalid corpid',
  40014: 'invalid access_token',
  40058: 'invalid request parameter',
  42001: 'access_token expired',
  45009: 'api freq out of limit',
  48002: 'api forbidden',
  60011: 'no privilege to access/modify contact/party/agent',
  60020: 'not allow to access from your ip',
  60111: 'userid not found',
  60123: 'invalid party id',
  81013: 'user & party & tag all invalid',
  93000: 'invalid webhook url',
  93006: 'invalid chatid',
  301019: 'media md5 mismatch',
  846605: 'invalid req_id',
  846608: 'stream message update expired',
} as const

export type Code = keyof typeof wordsOf

export interface Refusal {
  readonly errcode: Code
  readonly errmsg: string
  /** Whether only a fault in the program can lead to this. */
  readonly mistake: boolean
}

/** What a good call or frame answers beside `errcode`. */
export type Answer = { readonly answer: object } | Refusal

export function refused(errcode: Code, errmsg: string = wordsOf[errcode]): Refusal {
  return { errcode, errmsg, mistake: false }
}

/** What WeCom would refuse, and what only a fault in the program can ask for. */
export function mistaken(errcode: Code, errmsg: string = wordsOf[errcode]): Refusal {
  return { errcode, errmsg, mistake: true }
}

export function isRefusal(value: object): value is Refusal {
  return 'errcode' in value
}

/** Text of at most so many bytes in UTF-8, as WeCom counts it everywhere. */
export function bytes(atMost: number, atLeast = 1) {
  const within = (text: string) => Buffer.byteLength(text) >= atLeast && Buffer.byteLength(text) <= atMost
  return z.string().refine(within, { error: `must have ${atLeast} to ${atMost} bytes` })
}

export function oneLine(error: z.ZodError): string {
  return z.prettifyError(error).replaceAll('\n', ' ')
}
