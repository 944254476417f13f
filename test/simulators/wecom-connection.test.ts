import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { WeComSimulator } from './wecom/index.ts'
import type { WeComOptions } from './wecom/settings.ts'
import { clientOf, codeOf, confirmCard, connected, lead, md5, openSales, png, rep, sales } from './wecom-bot.ts'

/** WeCom with the bot connected, which somebody in the group and one person have spoken to. */
async function openBot(options?: WeComOptions) {
  const wecom = await openSales(options)
  const client = await connected(wecom)
  const frames: { headers: { req_id: string } }[] = []
  client.on('message', frame => frames.push(frame))
  await wecom.says(rep, sales, '@领头羊 你好')
  await wecom.tellsBot(rep, '你好')
  await expect.poll(() => frames.length).toBe(2)
  const [asked, asked2] = frames
  if (asked === undefined || asked2 === undefined) throw new Error('nothing was heard')
  return { wecom, client, asked, asked2 }
}

const markdown = (content: string) => ({ msgtype: 'markdown' as const, markdown: { content } })
const card = (task_id: string) => ({ msgtype: 'template_card' as const, template_card: { ...confirmCard, task_id } })

/** A bare connection, and what it hears. */
async function bareSocket({ wsUrl }: WeComSimulator) {
  const socket = new WebSocket(wsUrl)
  const heard: unknown[] = []
  socket.on('message', data => heard.push(JSON.parse(String(data))))
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  const send = (cmd: string, body?: object) => socket.send(JSON.stringify({ cmd, headers: { req_id: cmd }, body }))
  return { socket, heard, send }
}

describe('a connection', () => {
  it('needs the right secret, and is closed without it', async () => {
    const wecom = await openSales()
    const client = clientOf(wecom, { secret: 'wrong', maxAuthFailureAttempts: 0 })
    const refused = new Promise<Error>(resolve => client.once('error', resolve))
    client.connect()
    expect((await refused).message).toContain('40058')
    await expect.poll(() => wecom.connectionCount).toBe(0)
    const { socket, heard, send } = await bareSocket(wecom)
    send('aibot_subscribe', { bot_id: wecom.bot.botId, secret: 'wrong' })
    await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED)
    expect(heard).toMatchObject([{ errcode: 40058, errmsg: 'invalid secret' }])
  })

  it('hears nothing before it has subscribed, and can ask for nothing', async () => {
    const wecom = await openSales()
    const { heard, send } = await bareSocket(wecom)
    expect(await wecom.tellsBot(rep, '你好')).toMatchObject({ told: false, reason: 'no_connection' })
    send('aibot_send_msg', { chatid: rep, ...markdown('你好') })
    await expect.poll(() => heard).toMatchObject([{ errcode: 40058 }])
    expect(wecom.takeUnexpected()).toEqual(['aibot_send_msg: aibot_send_msg before the subscription'])
  })

  it('is answered when it pings, unless WeCom has gone silent', async () => {
    const wecom = await openSales()
    const { socket, heard, send } = await bareSocket(wecom)
    const { botId: bot_id, secret } = wecom.bot
    send('aibot_subscribe', { bot_id, secret })
    send('ping')
    await expect
      .poll(() => heard)
      .toMatchObject([
        { headers: { req_id: 'aibot_subscribe' }, errcode: 0 },
        { headers: { req_id: 'ping' }, errcode: 0 },
      ])
    wecom.goSilent(true)
    send('aibot_subscribe', { bot_id, secret })
    await expect.poll(() => wecom.calls.length).toBe(2)
    expect(await wecom.tellsBot(rep, '你好')).toMatchObject({ told: false })
    wecom.goSilent(false)
    send('ping')
    await expect.poll(() => heard.length).toBe(3)
    expect(socket.readyState).toBe(WebSocket.OPEN)
  })

  it('may wait for ever for the answer to its subscription', async () => {
    const wecom = await openSales()
    wecom.goSilent(true)
    const client = clientOf(wecom)
    let authenticated = false
    client.on('authenticated', () => {
      authenticated = true
    })
    client.connect()
    await expect.poll(() => wecom.calls.length).toBe(1)
    expect([client.isConnected, authenticated]).toEqual([true, false])
  })

  it('is told when another one takes over, closed, and not heard any more', async () => {
    const wecom = await openSales()
    const first = await bareSocket(wecom)
    const { botId: bot_id, secret } = wecom.bot
    first.send('aibot_subscribe', { bot_id, secret })
    await expect.poll(() => first.heard.length).toBe(1)
    await wecom.tellsBot(rep, '你好')
    await expect.poll(() => first.heard.length).toBe(2)
    first.socket.on('message', () => first.send('aibot_send_msg', { chatid: rep, ...markdown('还在') }))
    await connected(wecom)
    await expect.poll(() => first.heard[2]).toMatchObject({ body: { event: { eventtype: 'disconnected_event' } } })
    await expect.poll(() => first.socket.readyState).toBe(WebSocket.CLOSED)
    expect(await wecom.tellsBot(rep, '在吗')).toMatchObject({ told: true })
    expect(wecom.directMessages(rep).map(({ text }) => text)).toEqual(['你好', '在吗'])
    expect(wecom.connectionCount).toBe(1)
  })

  it('may be cut or refused, and what is said then is lost', async () => {
    const { wecom, client } = await openBot()
    const lost = new Promise(resolve => client.once('disconnected', resolve))
    wecom.refuseConnections(true)
    wecom.dropsConnections()
    await lost
    expect(await wecom.tellsBot(rep, '在吗')).toMatchObject({ told: false, reason: 'no_connection' })
    expect(wecom.subscribed).toBe(false)
  })

  it('carries anything at all that a test makes up, and tells on what is no frame', async () => {
    const wecom = await openSales()
    const { socket, heard } = await bareSocket(wecom)
    wecom.sendsFrame('{"cmd":"unknown_cmd"}')
    await expect.poll(() => heard).toEqual([{ cmd: 'unknown_cmd' }])
    socket.send('not json')
    await expect.poll(() => wecom.takeUnexpected()).toEqual(['A frame of the app is none'])
  })
})

describe('a reply', () => {
  it('needs the id of something that was said, for a day', async () => {
    const { wecom, client, asked } = await openBot()
    const unknown = { headers: { req_id: 'made-up' } }
    expect(await codeOf(client.replyStream(unknown, 's', '好', true))).toBe(846605)
    const late = Date.now() + 86_400_000
    wecom.now = () => new Date(late)
    expect(await codeOf(client.reply(asked, markdown('好')))).toBe(846605)
    wecom.now = () => new Date(late - 5_000)
    expect(await codeOf(client.reply(asked, markdown('好')))).toBe(0)
  })

  it('may be written on for six minutes, until it is finished', async () => {
    let now = 0
    const { wecom, client, asked, asked2 } = await openBot({ realNow: () => now })
    expect(await codeOf(client.replyStream(asked, 's', '一', false))).toBe(0)
    expect(await codeOf(client.replyStream(asked, 's', '一二', true))).toBe(0)
    expect(await codeOf(client.replyStream(asked, 's', '一二三', true))).toBe(846608)
    expect(await codeOf(client.replyStream(asked2, 's', '一', false))).toBe(0)
    now = 359_999
    expect(await codeOf(client.replyStream(asked2, 's', '二', false))).toBe(0)
    now = 360_000
    expect(await codeOf(client.replyStream(asked2, 's', '三', true))).toBe(846608)
    expect(wecom.messages(sales).at(-1)).toMatchObject({ text: '一二', streaming: false })
    expect(wecom.directMessages(rep).at(-1)).toMatchObject({ text: '二', streaming: true })
  })

  it('ends with pictures, if it has any', async () => {
    const { wecom, client, asked } = await openBot()
    const image = { base64: png().toString('base64'), md5: md5(png()) }
    const wrong = { ...image, md5: md5(png(101)) }
    expect(await codeOf(client.replyStream(asked, 's', '图', true, [{ msgtype: 'image', image: wrong }]))).toBe(40058)
    expect(wecom.takeUnexpected().length).toBe(1)
    await client.replyStream(asked, 's', '图', true, [{ msgtype: 'image', image }])
    const shown = wecom.messages(sales).at(-1)
    expect(Buffer.from(wecom.media(shown?.media ?? ''))).toEqual(png())
  })

  it('is of a known type and at most 20,480 bytes long', async () => {
    const { wecom, client, asked } = await openBot()
    const most = '长'.repeat(6_826)
    expect(Buffer.byteLength(most)).toBe(20_478)
    expect(await codeOf(client.replyStream(asked, 's', `${most}ab`, true))).toBe(0)
    expect(await codeOf(client.replyStream(asked, 't', `${most}长`, true))).toBe(40058)
    expect(await codeOf(client.reply(asked, { msgtype: 'text' as never, text: { content: '好' } } as never))).toBe(
      40008,
    )
    expect(wecom.takeUnexpected().length).toBe(2)
  })
})

describe('a push', () => {
  it('goes only where somebody has spoken to the bot, and ids are read as they are written', async () => {
    const { wecom, client } = await openBot()
    wecom.addGroup({ chatId: 'wrNew', name: '新群', members: [rep] })
    expect(await codeOf(client.sendMessage(sales, markdown('早')))).toBe(0)
    expect(await codeOf(client.sendMessage(rep, markdown('早')))).toBe(0)
    for (const chatId of ['wrNew', lead, sales.toLowerCase()]) {
      expect(await codeOf(client.sendMessage(chatId, markdown('早')))).toBe(93006)
    }
    wecom.removesBot(sales)
    expect(await codeOf(client.sendMessage(sales, markdown('早')))).toBe(93006)
    expect(wecom.directMessages(rep).at(-1)).toMatchObject({ via: 'bot', text: '早' })
  })

  it('counts with the replies: thirty a minute and a thousand an hour in one conversation', async () => {
    let now = 0
    const { client, asked } = await openBot({ realNow: () => now })
    await client.reply(asked, markdown('0'))
    for (let n = 1; n < 30; n++) await client.sendMessage(sales, markdown(`${n}`))
    expect(await codeOf(client.sendMessage(sales, markdown('30')))).toBe(45009)
    expect(await codeOf(client.sendMessage(rep, markdown('0')))).toBe(0)
    for (let left = 970; left > 0; left -= 30) {
      now += 60_000
      const many = Array.from({ length: Math.min(30, left) }, () => client.sendMessage(sales, markdown('早')))
      await Promise.all(many)
    }
    now += 60_000
    expect(await codeOf(client.sendMessage(sales, markdown('1000')))).toBe(45009)
  })

  it('has cards with an id that was never used, and within all measures', async () => {
    const { wecom, client } = await openBot()
    expect(await codeOf(client.sendMessage(sales, card('one')))).toBe(0)
    expect(await codeOf(client.sendMessage(sales, card('one')))).toBe(40058)
    expect(wecom.takeUnexpected()).toEqual([])
    const button = (n: number) => ({ text: `${n}`, key: `${n}` })
    const wrong = [
      { task_id: 'not allowed' },
      { task_id: 'x'.repeat(129) },
      { button_list: [1, 2, 3, 4, 5, 6, 7].map(button) },
      { button_list: [button(1), button(1)] },
      { button_list: [{ text: '长', key: '长'.repeat(342) }] },
      { button_list: [] },
      { main_title: { desc: '没有标题' } },
      { select_list: [] },
      { card_type: 'multiple_interaction' },
      { horizontal_content_list: Array.from({ length: 7 }, () => ({ keyname: '电话', value: '1' })) },
    ]
    for (const fields of wrong) {
      const template_card = { ...confirmCard, task_id: 'two', ...fields }
      expect(await codeOf(client.sendMessage(sales, { msgtype: 'template_card', template_card }))).toBe(40058)
    }
    expect(wecom.takeUnexpected().length).toBe(wrong.length)
  })

  it('may fail as it was planned: refused, never answered or cut, before or after it has happened', async () => {
    const { wecom, client } = await openBot()
    wecom.failNext('aibot_send_msg', { errcode: -1 })
    expect(await codeOf(client.sendMessage(sales, markdown('一')))).toBe(-1)
    wecom.failNext('aibot_send_msg', { drop: true, afterEffect: true })
    expect(await codeOf(client.sendMessage(sales, markdown('二')))).toBeInstanceOf(Error)
    expect(wecom.messages(sales).map(({ text }) => text)).toEqual(['@领头羊 你好', '二'])
  })
})

describe('an upload', () => {
  it('comes in chunks and can be sent for three days', async () => {
    const { wecom, client } = await openBot()
    const content = png(600_000)
    const { media_id } = await client.uploadMedia(content, { type: 'image', filename: 'board.png' })
    expect(await codeOf(client.sendMediaMessage(sales, 'image', media_id))).toBe(0)
    expect(Buffer.from(wecom.media(media_id)).equals(content)).toBe(true)
    expect(wecom.calls.filter(({ name }) => name === 'aibot_upload_media_chunk').length).toBe(2)
    expect(await codeOf(client.sendMediaMessage(sales, 'file', media_id))).toBe(40007)
    const late = Date.now() + 3 * 86_400_000
    wecom.now = () => new Date(late)
    expect(await codeOf(client.sendMediaMessage(sales, 'image', media_id))).toBe(40007)
  })

  it('must be whole, as long and as it was said, and no larger than its kind may be', async () => {
    const { wecom, client } = await openBot()
    const send = async (cmd: string, body: object) => {
      const frame = await client.reply({ headers: { req_id: `upload-${Math.random()}` } }, body as never, cmd)
      return (frame.body ?? {}) as { upload_id?: string }
    }
    const begin = (changed: object = {}) =>
      send('aibot_upload_media_init', {
        ...{ type: 'file', filename: 'a.bin', total_size: 10, total_chunks: 2, md5: md5(Buffer.alloc(10, 65)) },
        ...changed,
      })
    const chunk = (upload_id: unknown, chunk_index: number, size = 5) =>
      send('aibot_upload_media_chunk', {
        ...{ upload_id, chunk_index, base64_data: Buffer.alloc(size, 65).toString('base64') },
      })
    const finish = (upload_id: unknown) => codeOf(send('aibot_upload_media_finish', { upload_id }))
    const fill = async (changed?: object) => {
      const { upload_id } = await begin(changed)
      await chunk(upload_id, 0)
      await chunk(upload_id, 1)
      return upload_id
    }
    expect(await finish(await fill())).toBe(0)
    expect(await finish(await fill({ md5: 'other' }))).toBe(301019)
    expect(await finish(await fill({ total_size: 11 }))).toBe(40058)
    expect(await finish(await fill({ type: 'image' }))).toBe(40058)
    const { upload_id } = await begin()
    expect(await codeOf(chunk(upload_id, 2))).toBe(40058)
    expect(await codeOf(chunk(upload_id, 0, 524_289))).toBe(40058)
    await chunk(upload_id, 0)
    expect(await finish(upload_id)).toBe(40058)
    const half = await begin({ total_size: 6, md5: md5(Buffer.alloc(6, 65)) })
    await chunk(half.upload_id, 0, 6)
    expect(await finish(half.upload_id)).toBe(40058)
    expect(wecom.takeUnexpected().length).toBe(7)
    expect(await finish('unknown')).toBe(40058)
  })
})
