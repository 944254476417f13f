import { generateReqId } from '@wecom/aibot-node-sdk'
import type { Lang, Words } from '../../../src/base/words.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Errands } from '../../shared/errands.ts'
import type { BotLink, Saying } from '../connection/link.ts'
import type { BotLane, Chat } from '../lanes/lane.ts'
import type { Meter } from '../lanes/meter.ts'
import type { Call, Calls } from './calls.ts'
import type { Chats } from './chats.ts'
import { notConnected } from './errors.ts'
import { upload } from './upload.ts'

export interface LaneParts {
  readonly calls: Calls
  readonly chats: Chats
  readonly meter: Meter
  readonly errands: Errands
  /** The connection; `none` while there is none, `refused` where there will be none until the next start. */
  link(): BotLink | 'none' | 'refused'
}

/** Said under a question in a group that was answered to its author alone: WeCom lets only a few questions stay open. */
const elsewhere: Words = { zh: '已私聊回复', en: 'Answered in our direct chat' }

/** The lane of the AI bot: what it can say over its connection. */
export function createBotLane({ calls, chats, meter, errands, link }: LaneParts): BotLane {
  async function say(saying: Saying): Promise<unknown> {
    const there = link()
    if (there === 'none') throw notConnected(saying.cmd)
    if (there === 'refused') throw new PlatformError('unauthorized', `${saying.cmd}: the bot's secret is refused`)
    return await there.say(saying)
  }

  async function respond(call: string, body: object): Promise<void> {
    await say({ cmd: 'aibot_respond_msg', call, body, twice: 'says' })
  }

  /**
   * By the way, whether it works or not: the answer itself went to the direct chat. Where the group has heard as much as
   * it may, the line waits: left out, the question would stay open, and WeCom tells us no more of who has too many.
   */
  function pointElsewhere(asked: Call, lang: Lang): void {
    const { call, chat } = asked
    const wait = meter.waitFor('bot', chat.id)
    if (wait > 0) {
      setTimeout(pointElsewhere, wait, asked, lang).unref()
      return
    }
    meter.spend('bot', chat.id)
    const stream = { id: generateReqId('stream'), finish: true, content: elsewhere[lang] }
    errands.run(`pointer ${call}`, () => respond(call, { msgtype: 'stream', stream }))
  }

  async function push(chat: Chat, message: object): Promise<void> {
    const cmd = 'aibot_send_msg'
    if (!(await chats.knows(chat)))
      throw new PlatformError('unreachable', `${cmd}: nobody has spoken to the bot in this chat`)
    const body = { chatid: chat.id, chat_type: chat.kind === 'direct' ? 1 : 2, ...message }
    try {
      await say({ cmd, body, twice: 'says' })
    } catch (error) {
      if (error instanceof PlatformError && error.kind === 'unreachable')
        errands.run(`chat ${chat.id}`, () => chats.forget(chat))
      throw error
    }
  }

  return {
    knows: chats.knows,
    takeCall(chat, lang) {
      const call = calls.take(chat)
      if (call !== null || chat.kind === 'group') return call
      const asked = calls.takeAskedInGroup(chat.id)
      if (asked !== null) pointElsewhere(asked, lang)
      return null
    },
    respond,
    push,
    upload: (medium, kind) => upload(say, medium, kind),
  }
}
