import type { TextMessage, WsFrame } from '@wecom/aibot-node-sdk'
import { describe, expect, it } from 'vitest'
import type { WeComSimulator } from './wecom/index.ts'
import type { WeComOptions } from './wecom/settings.ts'
import { codeOf, confirmCard, connected, lead, openSales, rep, sales } from './wecom-bot.ts'

async function openBot(options?: WeComOptions) {
  const wecom = await openSales(options)
  const client = await connected(wecom)
  const heard: WsFrame[] = []
  client.on('message', frame => heard.push(frame))
  client.on('event', frame => heard.push(frame))
  return { wecom, client, heard }
}

const seen = (wecom: WeComSimulator) => wecom.messages(sales).map(({ via, visible }) => [via, visible.text])

describe('what people say', () => {
  it("reaches WeCom's own client, whose answer is seen in the group", async () => {
    const { wecom, client } = await openBot()
    client.on('message.text', async (frame: WsFrame<TextMessage>) => {
      await client.replyStream(frame, 's1', '请稍候', false)
      await client.replyStream(frame, 's1', '**收到**', true)
    })
    const said = await wecom.says(rep, sales, '@领头羊 日报 拜访3', { waitMs: 5_000 })
    expect(said).toMatchObject({ told: true, answered: true })
    await expect.poll(() => wecom.messages(sales)[1]?.streaming).toBe(false)
    expect(seen(wecom)).toEqual([
      ['person', '@领头羊 日报 拜访3'],
      ['bot', '收到'],
    ])
  })

  it('is heard in a group only with the name of the bot, which stays in the text', async () => {
    const { wecom, heard } = await openBot()
    expect(await wecom.says(rep, sales, '@韩梅梅 你好')).toMatchObject({ told: false, reason: 'not_addressed' })
    const first = await wecom.says(lead, sales, '@领头羊 日报')
    await wecom.says(rep, sales, '@领头羊 表扬', { quote: first.msgId })
    await expect.poll(() => heard.length).toBe(2)
    expect(heard[1]).toMatchObject({
      cmd: 'aibot_msg_callback',
      body: {
        aibotid: wecom.bot.botId,
        chatid: sales,
        chattype: 'group',
        from: { userid: rep },
        msgtype: 'text',
        text: { content: '@领头羊 表扬' },
        quote: { msgtype: 'text', text: { content: '@领头羊 日报' } },
      },
    })
  })

  it('is heard directly without any name, and has no chat id', async () => {
    const { wecom, heard } = await openBot()
    await wecom.tellsBot(rep, '拜访3')
    await expect.poll(() => heard.length).toBe(1)
    expect(heard[0]?.body).toMatchObject({ chattype: 'single', from: { userid: rep }, text: { content: '拜访3' } })
    expect(heard[0]?.body).not.toHaveProperty('chatid')
  })

  it('may be no text: speech comes as words, bytes lie encrypted', async () => {
    const { wecom, client, heard } = await openBot()
    await wecom.sends(rep, { kind: 'voice', recognition: '拜访三' })
    await wecom.sends(rep, { kind: 'file', name: '报价 1.xlsx', bytes: Buffer.from('hello') })
    await wecom.saysMixed(lead, sales, ['@领头羊 看', { picture: new Uint8Array([1, 2]) }])
    await expect.poll(() => heard.length).toBe(3)
    expect(heard[0]?.body).toMatchObject({ msgtype: 'voice', voice: { content: '拜访三' } })
    const { url, aeskey } = heard[1]?.body.file ?? {}
    const { buffer, filename } = await client.downloadFile(url, aeskey)
    expect([filename, buffer.toString()]).toEqual(['报价 1.xlsx', 'hello'])
    const { image } = heard[2]?.body.mixed.msg_item[1] ?? {}
    expect([...(await client.downloadFile(image.url, image.aeskey)).buffer]).toEqual([1, 2])
  })

  it('may be a file that cannot be had: lent out, under another key, or elsewhere', async () => {
    const { wecom, client, heard } = await openBot()
    const file = { kind: 'file', name: 'a.txt', bytes: Buffer.from('hello') } as const
    for (const odd of ['expired', 'another key', 'nameless'] as const) await wecom.sends(rep, { ...file, odd })
    await wecom.sends(lead, { ...file, odd: 'elsewhere' })
    await expect.poll(() => heard.length).toBe(4)
    const [expired, another, nameless, elsewhere] = heard.map(({ body }) => body.file ?? {})
    expect((await fetch(expired.url)).status).toBe(404)
    await expect(client.downloadFile(another.url, another.aeskey)).rejects.toThrow('Decryption failed')
    const { buffer, filename } = await client.downloadFile(nameless.url, nameless.aeskey)
    expect([filename, buffer.toString()]).toEqual([undefined, 'hello'])
    expect(new URL(elsewhere.url).hostname).toBe('files.example.invalid')
  })

  it('comes again as the same message in another frame', async () => {
    const { wecom, heard } = await openBot()
    const { msgId } = await wecom.tellsBot(rep, '拜访3')
    await wecom.tellsAgain(msgId)
    await expect.poll(() => heard.length).toBe(2)
    expect(new Set(heard.map(({ body }) => body.msgid))).toEqual(new Set([msgId]))
    expect(new Set(heard.map(({ headers }) => headers.req_id)).size).toBe(2)
  })

  it('does not reach the bot while three messages of the same person wait for an answer', async () => {
    const { wecom, client, heard } = await openBot()
    for (const n of [1, 2, 3]) await wecom.tellsBot(rep, `${n}`)
    expect(await wecom.tellsBot(rep, '4')).toMatchObject({ told: false, reason: 'too_many_open' })
    expect(await wecom.tellsBot(lead, '1')).toMatchObject({ told: true })
    await expect.poll(() => heard.length).toBe(4)
    const [first] = heard
    if (first !== undefined) await client.replyStream(first, 's', '好', true)
    expect(await wecom.tellsBot(rep, '5')).toMatchObject({ told: true })
  })
})

describe('a welcome', () => {
  it('is given to who comes in, within seconds and once', async () => {
    let now = 0
    const { wecom, client, heard } = await openBot({ realNow: () => now })
    await wecom.entersChat(rep)
    await wecom.entersChat(lead)
    await expect.poll(() => heard.length).toBe(2)
    const [first, second] = heard
    if (first === undefined || second === undefined) throw new Error('nothing was heard')
    const text = { msgtype: 'text' as const, text: { content: '你好' } }
    expect(await codeOf(client.replyWelcome(first, text))).toBe(0)
    expect(await codeOf(client.replyWelcome(first, text))).toBe(846605)
    now = 5_000
    expect(await codeOf(client.replyWelcome(second, text))).toBe(846605)
    expect(wecom.directMessages(rep)).toMatchObject([{ via: 'bot', kind: 'text', text: '你好' }])
    expect(wecom.directMessages(lead)).toEqual([])
    expect(await codeOf(client.replyStream(first, 's', '好', true))).toBe(846605)
    expect(wecom.takeUnexpected()).toEqual(['aibot_respond_msg: invalid req_id'])
  })
})

describe('cards', () => {
  async function withCard(options?: WeComOptions) {
    const bot = await openBot(options)
    await bot.wecom.says(rep, sales, '@领头羊 日报')
    await expect.poll(() => bot.heard.length).toBe(1)
    const [asked] = bot.heard
    if (asked === undefined) throw new Error('nothing was heard')
    await bot.client.replyTemplateCard(asked, confirmCard)
    const [, card] = bot.wecom.messages(sales)
    return { ...bot, asked, card: card?.id ?? '' }
  }

  /** Presses; returns what the bot hears of it. */
  async function press({ wecom, heard, card }: Awaited<ReturnType<typeof withCard>>, userId: string, button: string) {
    const before = heard.length
    expect(await wecom.presses(userId, card, button)).toMatchObject({ told: true })
    await expect.poll(() => heard.length).toBe(before + 1)
    const frame = heard[before]
    if (frame === undefined) throw new Error('nothing was heard')
    return frame
  }

  it('are pressed, and look different after the answer', async () => {
    const bot = await withCard()
    expect(bot.wecom.messages(sales)[1]).toMatchObject({
      visible: { text: '日报\n拜访 3\n提交\n修改' },
      buttons: [
        { label: '提交', key: 'report.submit' },
        { label: '修改', key: 'report.change' },
      ],
    })
    const frame = await press(bot, lead, '提交')
    const pressed = { card_type: 'button_interaction', event_key: 'report.submit', task_id: 'report-1' }
    expect(frame).toMatchObject({
      cmd: 'aibot_event_callback',
      body: { chatid: sales, from: { userid: lead }, event: { template_card_event: pressed } },
    })
    const shown = { card_type: 'text_notice', main_title: { title: '已提交' }, task_id: 'report-1' }
    await bot.client.updateTemplateCard(frame, shown)
    expect(bot.wecom.messages(sales)[1]).toMatchObject({ revised: true, visible: { text: '已提交' }, buttons: [] })
  })

  it('may look different for those alone who are named', async () => {
    const bot = await withCard()
    const frame = await press(bot, rep, 'report.submit')
    await bot.client.updateTemplateCard(frame, { ...confirmCard, main_title: { title: '已提交' } }, [rep])
    const shown = (as: string) => bot.wecom.messages(sales, { as })[1]?.visible.text.split('\n')[0]
    expect([shown(rep), shown(lead)]).toEqual(['已提交', '日报'])
    bot.wecom.removeFromGroup(sales, lead)
    expect(bot.wecom.messages(sales, { as: lead })).toEqual([])
  })

  it('cannot be changed without a press, later, twice or under another id', async () => {
    let now = 0
    const bot = await withCard({ realNow: () => now })
    const { wecom, client, asked } = bot
    const first = await press(bot, rep, '提交')
    const second = await press(bot, rep, '修改')
    const other = { ...confirmCard, task_id: 'another' }
    expect(await codeOf(client.updateTemplateCard(asked, confirmCard))).toBe(846605)
    expect(await codeOf(client.updateTemplateCard(first, other))).toBe(40058)
    expect(wecom.takeUnexpected().length).toBe(2)
    expect(await codeOf(client.updateTemplateCard(first, confirmCard))).toBe(0)
    expect(await codeOf(client.updateTemplateCard(first, confirmCard))).toBe(846605)
    now = 5_000
    expect(await codeOf(client.updateTemplateCard(second, confirmCard))).toBe(846605)
  })

  it('carry what was chosen in them, and what stood there when nobody chose', async () => {
    const { wecom, client, heard, asked } = await withCard()
    const option_list = ['a', 'b'].map(id => ({ id, text: `选项 ${id}` }))
    const select_list = [
      { question_key: 'where', title: '地点', option_list },
      { question_key: 'when', title: '时间', selected_id: 'b', option_list },
    ]
    const card = { card_type: 'multiple_interaction', main_title: { title: '请选' }, select_list, task_id: 'pick-1' }
    const again = await codeOf(client.replyTemplateCard(asked, { ...card, submit_button: { text: '好', key: 'ok' } }))
    expect(again).toBe(40058)
    expect(wecom.takeUnexpected().length).toBe(1)
    await client.sendMessage(sales, {
      msgtype: 'template_card',
      template_card: { ...card, submit_button: { text: '好', key: 'ok' } },
    })
    const sent = wecom.messages(sales).at(-1)
    expect(sent?.visible.text).toBe('请选\n地点\n选项 a\n选项 b\n时间\n选项 a\n选项 b\n好')
    await wecom.presses(rep, sent?.id ?? '', '好', { choices: { where: 'b' } })
    await expect.poll(() => heard.length).toBe(2)
    expect(heard[1]?.body.event.template_card_event).toMatchObject({
      event_key: 'ok',
      task_id: 'pick-1',
      selected_items: {
        selected_item: [
          { question_key: 'where', option_ids: { option_id: ['b'] } },
          { question_key: 'when', option_ids: { option_id: ['b'] } },
        ],
      },
    })
  })

  it('are told of flatly too', async () => {
    const frame = await press(await withCard({ cardEvents: 'flat' }), rep, '提交')
    const pressed = { eventtype: 'template_card_event', event_key: 'report.submit' }
    expect(frame.body.event).toMatchObject(pressed)
  })
})
