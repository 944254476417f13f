import { setTimeout as sleep } from 'node:timers/promises'
import { formOf } from '../../shared/form.ts'
import { isJson, type Json, parsedJson } from '../../shared/json.ts'
import { jsonReply, type Reply } from '../../shared/reply.ts'
import type { Call } from '../../shared/server.ts'
import { type Answer, isRefusal, mistaken } from '../answers.ts'
import { withoutSecrets } from '../record.ts'
import type { Side } from '../side.ts'
import type { Failure } from '../tempers.ts'
import { accessMethods } from './access.ts'
import { cardMethods } from './card-updates.ts'
import { contactMethods } from './contacts.ts'
import { download, lent } from './downloads.ts'
import { fileMethods } from './files.ts'
import { messageMethods } from './messages.ts'
import type { Method } from './method.ts'
import { unpermitted } from './permits.ts'
import { webhookMethods } from './webhooks.ts'

const methods = new Map<string, Method>(
  [accessMethods, cardMethods, contactMethods, fileMethods, messageMethods, webhookMethods].flatMap(area =>
    Object.entries(area),
  ),
)

/** Answers one call of the app, or fails as it was planned. */
export async function answerCall(side: Side, call: Call): Promise<Reply> {
  const fields = await fieldsOf(call)
  side.recording.calls.push({ name: call.path, arguments: withoutSecrets(fields), at: side.settings.realNow() })
  const failure = side.tempers.take(call.path.startsWith(lent) ? lent : call.path)
  if (failure !== undefined && failure.afterEffect === undefined) return failed(failure)
  const reply = carriedOut(side, call, fields)
  if (call.path.startsWith(lent)) await sleep(side.tempers.lendsAfterMs)
  return failure === undefined ? reply : failed(failure)
}

function carriedOut(side: Side, call: Call, { access_token, ...fields }: Json): Reply {
  const file = download(side, call, access_token)
  if (file !== null) return 'kind' in file ? file : drawn(side, call, file)
  const method = methods.get(`${call.method} ${call.path}`)
  if (method === undefined) return drawn(side, call, mistaken(40058, `${call.method} is no address of WeCom`))
  const barred = method.token === 'none' ? null : unpermitted(side, access_token)
  return drawn(side, call, barred ?? method.run(fields, side))
}

/** The body's fields and those of the address. */
async function fieldsOf({ query, headers, body }: Call): Promise<Json> {
  const contentType = headers['content-type'] ?? ''
  if (contentType.startsWith('multipart/form-data')) return { ...query, ...(await formOf(body, contentType)) }
  if (body.length === 0) return query
  const parsed = parsedJson(body.toString())
  return isJson(parsed) ? { ...query, ...parsed } : { ...query, '(the body)': 'is not a JSON object' }
}

function drawn({ recording }: Side, { path }: Call, answer: Answer): Reply {
  if (!isRefusal(answer)) return jsonReply(200, { errcode: 0, errmsg: 'ok', ...answer.answer })
  const { errcode, errmsg, mistake } = answer
  if (mistake) recording.unexpected.push(`${path}: ${errmsg}`)
  return jsonReply(200, { errcode, errmsg })
}

/** The answer of a call that a test lets fail. */
function failed(failure: Failure): Reply {
  if ('hang' in failure) return { kind: 'hang' }
  if ('drop' in failure) return { kind: 'drop' }
  if ('errcode' in failure) {
    return jsonReply(200, { errcode: failure.errcode, errmsg: failure.errmsg ?? 'simulated' })
  }
  const headers = { 'content-type': 'text/html' }
  return { kind: 'answer', status: failure.status, headers, body: '<html>simulated</html>' }
}
