import { describe, expect, it } from 'vitest'
import { keyOf } from '../../../adapters/wecom/cards/key.ts'
import type { BotMessage, Chat } from '../../../adapters/wecom/lanes/lane.ts'
import { createHeardBot, openBot, openListening, until } from './open-bot.ts'

const sales: Chat = { kind: 'group', id: 'wrSALEs' }
const li: Chat = { kind: 'direct', id: 'li' }

const words = (content: string): BotMessage => ({ msgtype: 'markdown', markdown: { content } })

function card(taskId: string) {
  return {
    card_type: 'button_interaction' as const,
    main_title: { title: '日报' },
    button_list: [{ text: '确认', style: 1 as const, key: keyOf({ actionId: 'reports.confirm', value: 'r7' }, 0) }],
    task_id: taskId,
  }
}

/** Li has spoken in the group and to the bot. */
async function openSpoken() {
  const opened = await openListening()
  const { wecom, heard, lane } = opened
  await wecom.says('li', 'wrSALEs', '@领头羊 日报')
  await wecom.tellsBot('li', '你好')
  await until(() => heard.length === 2)
  const group = () => wecom.messages('wrSALEs').filter(({ via }) => via === 'bot')
  const direct = () => wecom.directMessages('li').filter(({ via }) => via === 'bot')
  return { ...opened, group, direct, asked: (name: string) => wecom.calls.filter(call => call.name === name), lane }
}

function taken(call: string | null): string {
  if (call === null) throw new Error('Nothing waits for an answer')
  return call
}

describe('an answer', () => {
  it('stands under its question, once', async () => {
    const { lane, group, direct, asked } = await openSpoken()
    const call = taken(lane.takeCall(sales, 'zh'))
    await lane.respond(call, { msgtype: 'stream', stream: { id: 's1', finish: true, content: '记下了' } })
    expect(lane.takeCall(sales, 'zh')).toBeNull()
    expect(group().map(({ visible, kind, streaming }) => [visible.text, kind, streaming])).toEqual([
      ['记下了', 'stream', false],
    ])
    expect(direct()).toEqual([])
    expect(asked('aibot_respond_msg')).toHaveLength(1)
  })

  it('can be given while its question is still being written down', async () => {
    const { wecom, lane, house, heard } = await openSpoken()
    taken(lane.takeCall(sales, 'zh'))
    house.intake = async () => {
      await lane.respond(taken(lane.takeCall(sales, 'zh')), words('至'))
    }
    await wecom.says('wang', 'wrSALEs', '@领头羊 排行')
    await until(() => heard.length === 3 && wecom.messages('wrSALEs').some(({ via }) => via === 'bot'))
  })

  it('is late once the connection that brought the question is gone', async () => {
    const { wecom, lane, lines } = await openSpoken()
    wecom.dropsConnections()
    await until(() => lines.filter(line => line.includes('connected to wecom as the bot')).length === 2)
    expect(lane.takeCall(sales, 'zh')).toBeNull()
    await expect(lane.respond('req-unknown', words('晚了'))).rejects.toMatchObject({ kind: 'reply-expired' })
  })

  it('that is on its way when we stop is known to have arrived', async () => {
    const { lane, stop, isOver, group } = await openSpoken()
    const answering = lane.respond(taken(lane.takeCall(sales, 'zh')), words('记下了'))
    stop.abort()
    await answering
    await until(isOver)
    expect(group()).toHaveLength(1)
    await expect(lane.push(sales, words('早'))).rejects.toMatchObject({ kind: 'unavailable' })
  })

  it('in private leaves a pointer in the group, so that WeCom goes on telling us what this person says', async () => {
    const { wecom, lane, heard, group } = await openSpoken()
    taken(lane.takeCall(sales, 'zh'))
    for (let count = 3; count <= 8; count++) {
      const { reason } = await wecom.says('wang', 'wrSALEs', '@领头羊 我的提成')
      expect(reason).toBe('told')
      await until(() => heard.length === count)
      expect(lane.takeCall({ kind: 'direct', id: 'wang' }, count % 2 === 0 ? 'zh' : 'en')).toBeNull()
      await until(() => group().length === count - 2)
    }
    expect(
      group()
        .map(({ visible }) => visible.text)
        .slice(0, 2),
    ).toEqual(['Answered in our direct chat', '已私聊回复'])
  })

  it('in private counts in the group by its pointer, which waits where the group has heard enough', async () => {
    const { wecom, lane, heard, meter, clock, group } = await openSpoken()
    taken(lane.takeCall(sales, 'zh'))
    for (let count = 0; count < 27; count++) meter.spend('bot', sales.id)
    clock.moveTo(new Date(clock.now().getTime() + 60_500))
    await wecom.says('wang', 'wrSALEs', '@领头羊 我的提成')
    await wecom.says('wang', 'wrSALEs', '@领头羊 我的目标')
    await until(() => heard.length === 4)
    const wang: Chat = { kind: 'direct', id: 'wang' }
    expect([lane.takeCall(wang, 'zh'), lane.takeCall(wang, 'zh')]).toEqual([null, null])
    await until(() => group().length === 1)
    expect(() => meter.spend('bot', sales.id)).toThrow(expect.objectContaining({ kind: 'rate-limited' }))
    await until(() => group().length === 2)
  })
})

describe('what the bot says first', () => {
  it('goes where somebody has spoken to it', async () => {
    const { lane, group, direct, asked } = await openSpoken()
    await lane.push(sales, words('**早**'))
    await lane.push(li, words('记得日报'))
    expect(group().map(({ visible }) => visible.text)).toEqual(['早'])
    expect(direct().map(({ visible }) => visible.text)).toEqual(['记得日报'])
    expect(asked('aibot_send_msg').map(({ arguments: body }) => [body['chatid'], body['chat_type']])).toEqual([
      ['wrSALEs', 2],
      ['li', 1],
    ])
  })

  it('goes there also after a restart', async () => {
    const { wecom, facts, stop, isOver, group } = await openSpoken()
    stop.abort()
    await until(isOver)
    const next = createHeardBot(wecom, { facts })
    void next.start()
    await until(() => wecom.subscribed)
    expect(await next.lane.knows(sales)).toBe(true)
    await until(() => next.lines.some(line => line.includes('connected to wecom as the bot')))
    await next.lane.push(sales, words('早'))
    expect(group()).toHaveLength(1)
  })

  it('goes nowhere else: WeCom is not even asked', async () => {
    const { lane, asked } = await openSpoken()
    await expect(lane.push({ kind: 'group', id: 'wrsales' }, words('早'))).rejects.toMatchObject({
      kind: 'unreachable',
    })
    await expect(lane.push({ kind: 'direct', id: 'wang' }, words('早'))).rejects.toMatchObject({ kind: 'unreachable' })
    expect(asked('aibot_send_msg')).toEqual([])
  })

  it('no longer goes to a group out of which the bot was taken', async () => {
    const { wecom, lane, heard } = await openSpoken()
    wecom.removesBot('wrSALEs')
    await expect(lane.push(sales, words('早'))).rejects.toMatchObject({ kind: 'unreachable' })
    expect(await lane.knows(sales)).toBe(false)
    expect(heard).toHaveLength(2)
  })
})

describe('a message that fails', () => {
  it.each([
    [{ errcode: 45009 }, 'rate-limited'],
    [{ errcode: 40008 }, 'rejected'],
    [{ errcode: -1 }, 'unavailable'],
    [{ drop: true, afterEffect: true }, 'uncertain'],
  ] as const)('by %j is %s', async (failure, kind) => {
    const { wecom, lane } = await openSpoken()
    wecom.failNext('aibot_send_msg', failure)
    await expect(lane.push(sales, words('早'))).rejects.toMatchObject({ name: 'PlatformError', kind })
    await until(() => wecom.subscribed)
  })

  it('because nobody has connected yet may go later', async () => {
    const { lane, facts } = await openBot()
    await facts.memory.set('bot.chat.group.wrSALEs', true)
    await expect(lane.push(sales, words('早'))).rejects.toMatchObject({ kind: 'unavailable' })
    await expect(lane.respond('x', words('早'))).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('a picture', () => {
  // A PNG by its beginning; the rest is no matter to anybody here.
  const png = (size: number) => {
    const bytes = Buffer.alloc(size, 7)
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    return { bytes, filename: 'board.png', type: 'image/png' as const }
  }

  it('goes up in pieces and arrives as it was', async () => {
    const { wecom, lane, group, asked } = await openSpoken()
    const picture = png(1_200_000)
    const media_id = await lane.upload(picture, 'image')
    await lane.push(sales, { msgtype: 'image', image: { media_id } })
    expect(asked('aibot_upload_media_chunk').map(({ arguments: body }) => body['chunk_index'])).toEqual([0, 1, 2])
    expect(Buffer.compare(wecom.media(group()[0]?.media ?? ''), picture.bytes)).toBe(0)
  })

  it('that is empty or larger than WeCom takes is rejected before anything is sent', async () => {
    const { lane, wecom } = await openSpoken()
    const asked = wecom.calls.length
    await expect(lane.upload(png(10 * 1024 * 1024 + 1), 'image')).rejects.toMatchObject({ kind: 'rejected' })
    await expect(lane.upload({ ...png(8), bytes: new Uint8Array() }, 'image')).rejects.toMatchObject({
      kind: 'rejected',
    })
    expect(wecom.calls).toHaveLength(asked)
  })

  it('whose upload breaks off may be sent again', async () => {
    const { wecom, lane } = await openSpoken()
    wecom.failNext('aibot_upload_media_chunk', { drop: true })
    await expect(lane.upload(png(100), 'image')).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('a card', () => {
  it('is pressed, which is an action', async () => {
    const { wecom, lane, heard, group } = await openSpoken()
    await lane.push(sales, { msgtype: 'template_card', template_card: card('card-1') })
    await wecom.presses('li', group()[0]?.id ?? '', '确认')
    await until(() => heard.length === 3)
    expect(heard[2]).toMatchObject({
      place: { kind: 'group', channelId: 'wrSALEs' },
      author: { accountId: 'li' },
      body: { kind: 'action', actionId: 'reports.confirm', value: 'r7' },
    })
  })
})
