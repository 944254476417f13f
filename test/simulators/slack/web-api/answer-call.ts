import type { Json } from '../../shared/json.ts'
import { jsonReply, type Reply } from '../../shared/reply.ts'
import { type Limit, messagePace, tierLimit } from '../pace.ts'
import { failed, tooMany } from '../reply.ts'
import type { Side } from '../side.ts'
import { appMethods } from './apps.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import { historyMethods } from './history.ts'
import { type Answer, type Method, mistaken, type Rate, type Refusal, refused } from './method.ts'
import { userMethods } from './users.ts'
import { viewMethods } from './views.ts'

const methods = new Map<string, Method>(
  [appMethods, chatMethods, conversationMethods, fileMethods, historyMethods, userMethods, viewMethods].flatMap(area =>
    Object.entries(area),
  ),
)

/** Answers one call of the Web API; `given` is what its body carried, with `token` and `team_id` among it. */
export function answerCall(side: Side, name: string, given: Json, bearer: string | undefined): Reply {
  const { token = bearer, team_id: _, ...fields } = given
  side.recording.calls.push({ method: name, arguments: fields, at: side.settings.realNow() })
  const method = methods.get(name)
  if (method === undefined) return drawn(side, name, mistaken('unknown_method'))
  const barred = tokenRefusal(side, method, token)
  if (barred !== null) return drawn(side, name, barred)
  const failure = side.tempers.take(name)
  if (failure !== undefined && failure.afterEffect === undefined) return failed(side, failure)
  const wait = paceOf(side, name, method.rate, fields)
  if (wait > 0) return tooMany(side, wait)
  const reply = drawn(side, name, method.call(fields, side))
  return failure === undefined ? reply : failed(side, failure)
}

function tokenRefusal({ settings, tempers }: Side, { token: kind }: Method, token: unknown): Refusal | null {
  if (token === undefined || token === '') return refused('not_authed')
  const { botToken, appToken } = settings
  if (token !== botToken && token !== appToken) return refused('invalid_auth')
  if (tempers.tokensRevoked) return refused('token_revoked')
  return token === (kind === 'app' ? appToken : botToken) ? null : refused('not_allowed_token_type')
}

function paceOf({ settings, pace }: Side, name: string, rate: Rate, fields: Json): number {
  if (settings.pace === 'off' || rate === 'free') return 0
  const [bucket, limit]: [string, Limit] =
    rate === 'message' ? [`message ${String(fields['channel'])}`, messagePace] : [name, tierLimit(rate)]
  return pace.take(bucket, limit)
}

function drawn({ settings, recording }: Side, name: string, answer: Answer): Reply {
  const granted = settings.scopes.join(',')
  const headers = { 'x-oauth-scopes': granted }
  if (!isRefusal(answer)) return jsonReply(200, answer, headers)
  const { error, needed, messages = [], mistake } = answer
  if (mistake === true) recording.unexpected.push([`${name}: ${error}`, ...messages].join(' '))
  const scopes = needed === undefined ? {} : { needed, provided: granted }
  const explained = messages.length === 0 ? {} : { response_metadata: { messages } }
  return jsonReply(200, { ok: false, error, ...scopes, ...explained }, headers)
}

function isRefusal(answer: Answer): answer is Refusal {
  return !answer.ok
}
