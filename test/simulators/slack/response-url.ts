import { z } from 'zod'
import { isJson, parsedJson } from '../shared/json.ts'
import { jsonReply, type Reply } from '../shared/reply.ts'
import { complaints } from './block-kit/complaints.ts'
import type { ResponseScope } from './permits.ts'
import { change, putByBot, remove } from './posting.ts'
import { failed } from './reply.ts'
import type { Side } from './side.ts'
import { body } from './web-api/message-body.ts'
import { type Channel, channelOf, type Message, messageOf } from './workspace.ts'

const answerShape = z.strictObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
  mrkdwn: z.boolean().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
  metadata: z.unknown().optional(),
})

type Answer = z.infer<typeof answerShape>

/** What comes in on a response url: a new message, or the original changed or taken away. */
export function answerResponse(side: Side, path: string, raw: string): Reply {
  const given = parsedJson(raw)
  side.recording.calls.push({
    method: 'response_url',
    arguments: isJson(given) ? given : {},
    at: side.settings.realNow(),
  })
  const failure = side.tempers.take('response_url')
  if (failure !== undefined && failure.afterEffect === undefined) return failed(side, failure)
  const use = side.permits.useResponsePath(path)
  if (!use.ok) return jsonReply(404, { ok: false, error: use.error })
  const wrong = takeAnswer(side, use.scope, given)
  if (wrong !== null) return jsonReply(400, { ok: false, error: wrong })
  return failure === undefined ? jsonReply(200, { ok: true }) : failed(side, failure)
}

/** An answer to a command or click, however it came; returns Slack's word for what is wrong with it, if anything. */
export function takeAnswer(side: Side, scope: ResponseScope, given: unknown): string | null {
  const parsed = answerShape.safeParse(given, { reportInput: true })
  const wrong = parsed.success
    ? carryOut(side, scope, parsed.data)
    : ['invalid_payload', ...complaints(parsed.error.issues, '')].join(' ')
  if (wrong !== null) side.recording.unexpected.push(`An answer to ${scope.user} was refused: ${wrong}`)
  return wrong
}

function carryOut(side: Side, scope: ResponseScope, answer: Answer): string | null {
  const channel = channelOf(side.workspace, scope.channel)
  const original = scope.ts === undefined ? undefined : messageOf(channel, scope.ts)
  if (answer.delete_original === true) return deleteOriginal(side, channel, original)
  const said = body(side, answer)
  if ('error' in said) return [said.error, ...(said.messages ?? [])].join(' ')
  const bot = side.workspace.bot.userId
  if (original !== undefined && (answer.replace_original ?? false)) {
    void change(side, channel, original, bot, { text: said.text, blocks: said.blocks })
    return null
  }
  const onlyFor = answer.response_type === 'in_channel' ? {} : { onlyFor: scope.user }
  const place = answer.thread_ts === undefined ? {} : { threadTs: answer.thread_ts }
  putByBot(side, channel, { ...said, ...place, ...onlyFor })
  return null
}

function deleteOriginal(side: Side, channel: Channel, original: Message | undefined): string | null {
  if (original === undefined) return 'message_not_found'
  void remove(side, channel, original, side.workspace.bot.userId)
  return null
}
