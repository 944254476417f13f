import { setTimeout as sleep } from 'node:timers/promises'
import { formOf } from '../../shared/form.ts'
import { isJson, type Json, parsedJson } from '../../shared/json.ts'
import { jsonReply, type Reply } from '../../shared/reply.ts'
import type { Call } from '../../shared/server.ts'
import { failed } from '../reply.ts'
import type { Side } from '../side.ts'
import { accessMethods } from './access.ts'
import { cardMethods } from './cards.ts'
import { contactMethods } from './contacts.ts'
import { fileMethods, storagePath } from './files.ts'
import { type Answer, type Method, mistaken, type Refusal, refusals, refused } from './method.ts'
import { reportMethods } from './reports.ts'
import { robotMethods } from './robot.ts'
import { sessionMethods } from './session.ts'

const methods = new Map<string, Method>(
  [accessMethods, cardMethods, contactMethods, fileMethods, reportMethods, robotMethods, sessionMethods].flatMap(area =>
    Object.entries(area),
  ),
)
const secrets = new Set(['appSecret', 'clientSecret', 'access_token', 'signature'])

/** Answers one call of either API. */
export async function answerCall(side: Side, call: Call): Promise<Reply> {
  const fields = await fieldsOf(call)
  const shown = Object.fromEntries(Object.entries(fields).filter(([name]) => !secrets.has(name)))
  side.recording.calls.push({ path: call.path, arguments: shown, at: side.settings.realNow() })
  const { access_token: _, ...given } = fields
  const failure = side.tempers.take(call.path)
  if (failure !== undefined && 'slowMs' in failure) await sleep(failure.slowMs)
  const failing = failure === undefined || 'slowMs' in failure ? undefined : failure
  if (failing !== undefined && failing.afterEffect === undefined) return failed(failing)
  const reply = drawn(side, call, carriedOut(side, call, given))
  return failing === undefined ? reply : failed(failing)
}

function carriedOut(side: Side, call: Call, fields: Json): Answer {
  const method = methods.get(`${call.method} ${call.path}`)
  if (method === undefined) return mistaken(`${call.method} ${call.path} is no address of DingTalk`)
  return barred(side, call, method) ?? method.run(fields, side, call)
}

/** Who may not call it, or not now. */
function barred({ settings, tokens, quota }: Side, call: Call, { token, needs, perSecond, metered }: Method) {
  if (token === 'needed') {
    const state = tokens.stateOf(tokenOf(call))
    if (state !== 'good') return refused(state === 'expired' ? 'expiredToken' : 'badToken')
  }
  if (needs !== null && !settings.permissions.includes(needs)) {
    return { ...refused('notPermitted'), requiredScopes: [needs] }
  }
  if (settings.pace === 'strict' && !quota.pace(call.path, perSecond)) return refused('tooFast')
  return metered && !quota.spend() ? refused('usedUp') : null
}

function isOld(path: string): boolean {
  return !path.startsWith('/v1.0/') && path !== storagePath
}

function tokenOf({ path, query, headers }: Call): string | undefined {
  if (isOld(path)) return query['access_token']
  const header = headers['x-acs-dingtalk-access-token']
  return Array.isArray(header) ? header[0] : header
}

/** The body's fields and those of the address. */
async function fieldsOf({ query, headers, body }: Call): Promise<Json> {
  const contentType = headers['content-type'] ?? ''
  if (contentType.startsWith('multipart/form-data')) return { ...query, ...(await formOf(body, contentType)) }
  if (body.length === 0) return query
  const parsed = contentType.startsWith('application/json') ? parsedJson(body.toString()) : undefined
  return isJson(parsed) ? { ...query, ...parsed } : { ...query, '(the body)': 'is not a JSON object' }
}

function drawn({ recording, newId }: Side, call: Call, answer: Answer): Reply {
  if ('reply' in answer) return answer.reply
  if ('answer' in answer) {
    return jsonReply(200, isOld(call.path) ? { errcode: 0, errmsg: 'ok', ...answer.answer } : answer.answer)
  }
  if (answer.mistake) recording.unexpected.push(`${call.path}: ${answer.words}`)
  return isOld(call.path) ? oldRefusal(answer) : newRefusal(answer, newId('R'))
}

function newRefusal({ refused: kind, words, requiredScopes }: Refusal, requestid: string): Reply {
  const { status, code } = refusals[kind]
  const detail = requiredScopes.length === 0 ? {} : { accessdenieddetail: { requiredScopes } }
  return jsonReply(status, { requestid, code, message: words, ...detail })
}

function oldRefusal({ refused: kind, words }: Refusal): Reply {
  const refusal = refusals[kind]
  if (!('subCode' in refusal)) return jsonReply(200, { errcode: refusal.errcode, errmsg: words })
  const { errcode, subCode } = refusal
  const errmsg = `ding talk error[subcode=${subCode},submsg=${words}]`
  return jsonReply(200, { errcode, errmsg, sub_code: subCode, sub_msg: words })
}
