import { z } from 'zod'
import { type Json, parsedJson } from '../../shared/json.ts'

/** What the app sends up. */
export interface Frame {
  readonly cmd: string
  readonly reqId: string
  readonly body: Json
}

const frameShape = z.strictObject({
  cmd: z.string(),
  headers: z.looseObject({ req_id: z.string().min(1) }),
  body: z.record(z.string(), z.unknown()).optional(),
})

/** The app's frame, or in words what is wrong with it. */
export function parsedFrame(text: string): Frame | string {
  const parsed = frameShape.safeParse(parsedJson(text))
  if (!parsed.success) return 'A frame of the app is none'
  const { cmd, headers, body = {} } = parsed.data
  return { cmd, reqId: headers.req_id, body }
}

/** `more` stands beside the code: the body of an answer that has one. */
export function ackFrame(reqId: string, errcode: number, errmsg: string, more: object = {}): object {
  return { headers: { req_id: reqId }, errcode, errmsg, ...more }
}

export function messageFrame(reqId: string, body: Json): object {
  return { cmd: 'aibot_msg_callback', headers: { req_id: reqId }, body }
}

export function eventFrame(reqId: string, body: Json): object {
  return { cmd: 'aibot_event_callback', headers: { req_id: reqId }, body }
}
