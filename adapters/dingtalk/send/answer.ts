import { errorOf, refusalIn } from '../errors.ts'
import { exchange, jsonBody } from '../exchange.ts'
import type { DingTalkPayload } from '../render/payload.ts'

const method = 'robot/sendBySession'

/** Answers by a session: free, not to be taken back, and the one way to ring somebody. Throws only PlatformError. */
export async function answerBySession(url: string, payload: DingTalkPayload, answerWithinMs?: number): Promise<void> {
  const request = { method: 'POST', ...jsonBody(messageOf(payload)) }
  const refusal = refusalIn(method, await exchange(method, url, request, answerWithinMs))
  if (refusal !== null) throw errorOf(method, refusal)
}

function messageOf({ title, ringing, atUserIds, bare }: DingTalkPayload): object {
  if (bare) return { msgtype: 'text', text: { content: ringing } }
  const at = atUserIds.length === 0 ? {} : { at: { atUserIds, isAtAll: false } }
  return { msgtype: 'markdown', markdown: { title, text: ringing }, ...at }
}
