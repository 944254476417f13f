import { type Answer, isRefusal, mistaken } from '../answers.ts'
import { withoutSecrets } from '../record.ts'
import type { Side } from '../side.ts'
import type { Failure } from '../tempers.ts'
import { update, welcome } from './at-once.ts'
import type { Command } from './command.ts'
import type { Connection } from './connections.ts'
import { ackFrame, eventFrame, type Frame } from './frames.ts'
import { push } from './push.ts'
import { respond } from './respond.ts'
import { chunk, finish, init } from './uploads.ts'

const commands = new Map<string, Command>(
  Object.entries({
    aibot_respond_msg: respond,
    aibot_respond_welcome_msg: welcome,
    aibot_respond_update_msg: update,
    aibot_send_msg: push,
    aibot_upload_media_init: init,
    aibot_upload_media_chunk: chunk,
    aibot_upload_media_finish: finish,
  }),
)

/** Answers one frame of the app, or fails as it was planned. */
export function answerFrame(side: Side, frame: Frame, connection: Connection): void {
  // What was on its way when another connection took over is lost.
  if (connection.state === 'over') return
  if (frame.cmd !== 'ping') {
    const { cmd: name, body } = frame
    side.recording.calls.push({ name, arguments: withoutSecrets(body), at: side.settings.realNow() })
  }
  const failure = side.tempers.take(frame.cmd)
  const answer = failure !== undefined && failure.afterEffect === undefined ? null : carriedOut(side, frame, connection)
  if (failure !== undefined) fail(side, frame, connection, failure)
  else if (answer !== null) acknowledge(side, frame, connection, answer)
}

function carriedOut(side: Side, { cmd, reqId, body }: Frame, connection: Connection): Answer {
  if (cmd === 'aibot_subscribe') return subscribe(side, body, connection)
  if (connection.state === 'new') return mistaken(40058, `${cmd} before the subscription`)
  if (cmd === 'ping') return { answer: {} }
  return commands.get(cmd)?.run(body, side, reqId) ?? mistaken(40058, `${cmd} is no command`)
}

/** The newest connection is the bot's: the one before it is told so and closed. */
function subscribe({ settings, connections, newId, now }: Side, body: Frame['body'], connection: Connection): Answer {
  const { bot_id, secret } = body
  // Not a mistake of the program, but of who set it up.
  if (bot_id !== settings.botId || secret !== settings.botSecret) {
    return { errcode: 40058, errmsg: 'invalid secret', mistake: false }
  }
  const before = connections.take(connection)
  if (before !== null) {
    const told = { msgid: newId('E'), create_time: Math.floor(now().getTime() / 1_000), aibotid: settings.botId }
    const event = { ...told, msgtype: 'event', event: { eventtype: 'disconnected_event' } }
    connections.tell(before, eventFrame(newId('req'), event))
    before.state = 'over'
    before.socket.close()
  }
  return { answer: {} }
}

function acknowledge(side: Side, { cmd, reqId }: Frame, connection: Connection, answer: Answer): void {
  const { recording, connections } = side
  if (!isRefusal(answer)) {
    connections.tell(connection, ackFrame(reqId, 0, 'ok', answer.answer))
    return
  }
  if (answer.mistake) recording.unexpected.push(`${cmd}: ${answer.errmsg}`)
  connections.tell(connection, ackFrame(reqId, answer.errcode, answer.errmsg))
  if (cmd === 'aibot_subscribe') connection.socket.close()
}

function fail({ connections }: Side, { reqId }: Frame, connection: Connection, failure: Failure): void {
  if ('hang' in failure) return
  if ('drop' in failure) {
    connection.socket.terminate()
    return
  }
  const errcode = 'errcode' in failure ? failure.errcode : -1
  const errmsg = 'errcode' in failure ? (failure.errmsg ?? 'simulated') : 'system error'
  connections.tell(connection, ackFrame(reqId, errcode, errmsg))
}
