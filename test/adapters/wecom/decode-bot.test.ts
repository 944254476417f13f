import { describe, expect, it } from 'vitest'
import { decodeBotMessage } from '../../../adapters/wecom/decode/bot.ts'
import { withoutMention } from '../../../adapters/wecom/decode/bot-mention.ts'
import { inboundEventSchema } from '../../../src/platform/events.ts'
import { bodies, botSamples, directMessage, groupMessage, malformedBodies } from './bot-messages.ts'

const name = '领头羊'

function decoded(body: unknown, called: string | null = name) {
  const read = decodeBotMessage(body, called)
  if (read.kind !== 'inbound') throw new Error(`${read.kind}, no event`)
  return read
}

const said = (body: unknown, called?: string | null) => decoded(body, called).event.body

describe('what somebody says to the bot in a group', () => {
  it('is an event of that person in that chat, whose capitals count', () => {
    const { event, chat } = decoded(groupMessage())
    expect(chat).toEqual({ kind: 'group', id: 'wrSALEs' })
    expect(event).toEqual({
      platform: 'wecom',
      eventId: 'msg1',
      place: { kind: 'group', channelId: 'wrSALEs' },
      author: { accountId: 'LiNa' },
      at: '2023-11-14T22:13:20.000Z',
      body: { kind: 'message', text: '日报 拜访3 电话20', addressed: true },
    })
  })

  it('may be no more than the mention', () => {
    expect(said(groupMessage({ text: { content: '@领头羊' } }))).toMatchObject({ text: '', addressed: true })
  })

  it('brings the words of what is quoted, but of no picture', () => {
    const quote = { msgtype: 'text', text: { content: ' 今天谁去客户那里?\n' } }
    expect(said(groupMessage({ quote }))).toMatchObject({ quote: { text: '今天谁去客户那里?' } })
    expect(said(groupMessage({ quote: { msgtype: 'image', image: { url: 'https://x.invalid' } } }))).not.toHaveProperty(
      'quote',
    )
    expect(said(groupMessage({ quote: 'nonsense' }))).not.toHaveProperty('quote')
  })

  it('may have pictures between its lines', () => {
    const items = [
      { msgtype: 'text', text: { content: '@领头羊 日报' } },
      { msgtype: 'image', image: { url: 'https://x.invalid' } },
      { msgtype: 'text', text: { content: '拜访3' } },
    ]
    const mixed = { msgtype: 'mixed', mixed: { msg_item: items } }
    expect(said(groupMessage(mixed))).toMatchObject({ text: '日报\n拜访3' })
    const alone = { msgtype: 'mixed', mixed: { msg_item: items.slice(1, 2) } }
    expect(said(groupMessage(alone))).toEqual({ kind: 'unreadable', what: 'picture' })
  })
})

describe('what somebody says to the bot alone', () => {
  it('has no chat but the person', () => {
    const { event, chat } = decoded(directMessage())
    expect(chat).toEqual({ kind: 'direct', id: 'LiNa' })
    expect(event.place).toEqual({ kind: 'direct' })
  })

  it('is a direct message also where WeCom names a chat', () => {
    expect(decoded(directMessage({ chatid: 'wrPRIVATE' })).chat).toEqual({ kind: 'direct', id: 'LiNa' })
  })

  it('may be spoken, and is what WeCom understood of it', () => {
    const voice = (content: string) => said(directMessage({ msgtype: 'voice', voice: { content } }))
    expect(voice('日报 拜访三')).toEqual({ kind: 'message', text: '日报 拜访三', addressed: true })
    expect(voice(' ')).toEqual({ kind: 'unreadable', what: 'voice' })
  })

  it.each([
    ['image', 'picture'],
    ['voice', 'voice'],
    ['video', 'video'],
    ['file', 'file'],
    ['hologram', 'other'],
  ])('is answered politely where it is %s', (msgtype, what) => {
    expect(said(directMessage({ msgtype }))).toEqual({ kind: 'unreadable', what })
  })

  it('may be a file, whose bytes lie elsewhere with a key of their own', () => {
    const file = { url: 'https://ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com/x?sign=y', aeskey: 'a2V5' }
    const handed = directMessage({ msgtype: 'file', file: { ...file, more: 1 } })
    expect(decodeBotMessage(handed, name)).toEqual({
      kind: 'file',
      event: {
        platform: 'wecom',
        eventId: 'msg1',
        place: { kind: 'direct' },
        author: { accountId: 'LiNa' },
        at: '2023-11-14T22:13:20.000Z',
      },
      chat: { kind: 'direct', id: 'LiNa' },
      file,
    })
    expect(said(groupMessage({ msgtype: 'file', file }))).toEqual({ kind: 'unreadable', what: 'file' })
    for (const half of [{ url: file.url }, { ...file, url: '' }, { ...file, aeskey: 7 }, 'nonsense'])
      expect(said(directMessage({ msgtype: 'file', file: half }))).toEqual({ kind: 'unreadable', what: 'file' })
  })

  it('leads to nothing without words, without a sender, or where it is an event', () => {
    const why = (body: unknown) => decodeBotMessage(body, name)
    expect(why(directMessage({ text: { content: ' \n' } }))).toEqual({ kind: 'ignored', why: 'without words' })
    expect(why(directMessage({ from: { userid: '' } })).kind).toBe('ignored')
    expect(why(directMessage({ msgtype: 'stream' })).kind).toBe('ignored')
    expect(why(directMessage({ chattype: 'circle' })).kind).toBe('ignored')
    expect(why(groupMessage({ chatid: undefined })).kind).toBe('ignored')
  })
})

describe('the mention of the bot', () => {
  it.each([
    ['@领头羊 日报', '日报'],
    [' ＠领头羊\u3000日报 ', '日报'],
    ['@领头羊\u2005日报', '日报'],
    ['@领头羊，日报', '日报'],
    ['@领头羊日报', '日报'],
    ['@领头羊 @领头羊 日报', '日报'],
    ['日报 @领头羊', '日报'],
    ['大家好@领头羊 日报', '大家好 日报'],
    ['@领头羊二号 你好 @领头羊 日报', '@领头羊二号 你好 日报'],
    ['@领头羊 表扬 @领头羊二号', '表扬 @领头羊二号'],
    ['领头羊 日报', '领头羊 日报'],
  ])('is taken out of %j', (text, rest) => {
    expect(withoutMention(text, name, true)).toBe(rest)
  })

  it('is found by a name with spaces and signs in it', () => {
    expect(withoutMention('@Bell (CN) 日报', 'Bell (CN)', true)).toBe('日报')
  })

  it('is the first word in a group where the name is not known, and none in a direct chat', () => {
    expect(withoutMention('＠RobotA hello @li', null, true)).toBe('hello @li')
    expect(withoutMention('hello @RobotA', null, true)).toBe('hello @RobotA')
    expect(withoutMention('@li hello', null, false)).toBe('@li hello')
    expect(withoutMention('@领头羊 日报', name, false)).toBe('日报')
    expect(withoutMention('@领头羊二号 你好', name, false)).toBe('@领头羊二号 你好')
  })
})

describe('every sample', () => {
  it.each(bodies('aibot_msg_callback'))('is a valid event or ignored: %s', (_, body) => {
    const read = decodeBotMessage(body, null)
    if (read.kind === 'inbound') expect(inboundEventSchema.parse(read.event)).toEqual(read.event)
  })

  it('says what it says', () => {
    const textOf = (file: string) => said(botSamples(file).body, null)
    expect(textOf('text-single')).toEqual({ kind: 'message', text: 'hello', addressed: true })
    expect(textOf('text-group-quote')).toMatchObject({ text: 'hello robot', quote: { text: '这是今日的测试情况' } })
    expect(textOf('mixed-group')).toMatchObject({ text: '这是今日的测试情况' })
    expect(textOf('voice-single')).toMatchObject({ text: '这是语音转成文本的内容' })
    expect(textOf('image-single')).toEqual({ kind: 'unreadable', what: 'picture' })
    const { file } = botSamples('file-single').body
    expect(decodeBotMessage(botSamples('file-single').body, null)).toMatchObject({ kind: 'file', file })
    expect(textOf('video-single')).toEqual({ kind: 'unreadable', what: 'video' })
    expect(decodeBotMessage(botSamples('stream-refresh').body, null).kind).toBe('ignored')
    expect(decodeBotMessage(botSamples('body-without-sender'), null).kind).toBe('ignored')
  })

  it.each(malformedBodies())('that is malformed is ignored, and pollutes nothing: %j', body => {
    expect(decodeBotMessage(body, null).kind).toBe('ignored')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('keeps neither half a character nor a NUL', () => {
    expect(said(directMessage({ text: { content: 'a\0b\ud83d' } }))).toMatchObject({ text: 'ab\ufffd' })
    expect(decodeBotMessage(directMessage({ text: { content: 'x'.repeat(50_001) } }), null).kind).toBe('ignored')
  })
})
