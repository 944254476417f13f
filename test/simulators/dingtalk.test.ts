import { TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream'
import { describe, expect, it } from 'vitest'
import type { DingTalkSimulator } from './dingtalk/index.ts'
import type { DingTalkOptions } from './dingtalk/settings.ts'
import { acks, ask, callsOf, connect, type Heard, lead, openSales, rep, StreamClient, sales } from './dingtalk-bot.ts'

interface RobotData {
  readonly msgtype: string
  readonly conversationType: string
  readonly content?: { readonly downloadCode?: string }
}

/** An app that acknowledges everything; returns the data of what it heard. */
async function listening(dingtalk: DingTalkSimulator) {
  const heard: RobotData[] = []
  await connect(dingtalk, each => {
    heard.push(JSON.parse(each.data))
    return acks(each)
  })
  return heard
}

describe('what people say', () => {
  it("reaches DingTalk's own client, and its reply is seen", async () => {
    const dingtalk = await openSales()
    const client = new StreamClient(dingtalk)
    client.registerCallbackListener(TOPIC_ROBOT, async ({ headers, data }) => {
      client.socketCallBackResponse(headers.messageId, {})
      const { sessionWebhook, senderStaffId } = JSON.parse(data)
      const markdown = { title: '日报', text: `@${senderStaffId} 收到` }
      await ask(sessionWebhook, { msgtype: 'markdown', markdown, at: { atUserIds: [senderStaffId] } })
    })
    await client.connect()
    const { delivery } = await dingtalk.says(rep, sales, '@领头羊 日报 拜访3')
    expect(delivery).toMatchObject({ acked: true, attempts: 1 })
    await expect.poll(() => dingtalk.messages(sales).length).toBe(2)
    expect(dingtalk.messages(sales)[1]).toMatchObject({ fromBot: true, text: `@${rep} 收到`, mentions: [rep] })
  })

  it('is heard in a group only when the bot is rung, and without its name', async () => {
    const dingtalk = await openSales()
    const heard = await listening(dingtalk)
    const unheard = await dingtalk.says(rep, sales, '@韩梅梅 你好')
    expect(unheard.delivery).toEqual({ acked: false, reason: 'not_told', attempts: 0 })
    await dingtalk.says(rep, sales, '@领头羊 表扬 @韩梅梅')
    expect(heard).toMatchObject([
      {
        conversationType: '2',
        conversationTitle: '销售一部',
        senderStaffId: rep,
        isInAtList: true,
        atUsers: expect.arrayContaining([
          { dingtalkId: dingtalk.bot.dingtalkId },
          expect.objectContaining({ staffId: lead }),
        ]),
        msgtype: 'text',
        text: { content: ' 表扬 @韩梅梅' },
      },
    ])
    expect(dingtalk.messages(sales).map(({ text }) => text)).toEqual(['@韩梅梅 你好', '@领头羊 表扬 @韩梅梅'])
  })

  it('is heard directly without any ring, quotes included', async () => {
    const dingtalk = await openSales()
    const heard = await listening(dingtalk)
    const { msgId } = await dingtalk.tellsBot(rep, '拜访3')
    await dingtalk.tellsBot(rep, '改成4', { quote: msgId })
    expect(heard.map(({ conversationType }) => conversationType)).toEqual(['1', '1'])
    expect(heard[1]).toMatchObject({
      originalMsgId: msgId,
      text: { content: '改成4', isReplyMsg: true, repliedMsg: { msgId, msgType: 'text', content: { text: '拜访3' } } },
    })
  })

  it('comes from outsiders without a staff id', async () => {
    const dingtalk = await openSales()
    const heard = await listening(dingtalk)
    dingtalk.addOutsider({ dingtalkId: '$:LWCP_v1:$guest', name: '客户' })
    dingtalk.addToGroup(sales, '$:LWCP_v1:$guest')
    await dingtalk.says('$:LWCP_v1:$guest', sales, '@领头羊 在吗')
    expect(heard).toMatchObject([{ senderId: '$:LWCP_v1:$guest', senderNick: '客户' }])
    expect(heard[0]).not.toHaveProperty('senderStaffId')
  })

  it('may be no text, and its bytes can be downloaded', async () => {
    const dingtalk = await openSales()
    const heard = await listening(dingtalk)
    const { api } = await callsOf(dingtalk)
    await dingtalk.sends(rep, { kind: 'audio', recognition: '拜访三' })
    await dingtalk.sends(rep, { kind: 'picture', bytes: new Uint8Array([1, 2]) })
    await dingtalk.sends(rep, { kind: 'richText', parts: ['看', { picture: new Uint8Array([3]) }] })
    await dingtalk.sends(rep, { kind: 'unknownMsgType' })
    expect(heard.map(({ msgtype }) => msgtype)).toEqual(['audio', 'picture', 'richText', 'unknownMsgType'])
    expect(heard[0]).toMatchObject({ content: { recognition: '拜访三' } })
    const downloadCode = heard[1]?.content?.downloadCode
    const { robotCode } = dingtalk
    const { body } = await api('/v1.0/robot/messageFiles/download', { downloadCode, robotCode })
    const bytes = await (await fetch(String(body['downloadUrl']))).bytes()
    expect([...bytes]).toEqual([1, 2])
    // An address is lent for once, and the code may be over.
    expect((await fetch(String(body['downloadUrl']))).status).toBe(400)
    expect(dingtalk.takeUnexpected()).toMatchObject([expect.stringContaining('was used before')])
    dingtalk.expireDownloads()
    expect(await api('/v1.0/robot/messageFiles/download', { downloadCode, robotCode })).toMatchObject({ status: 400 })
  })

  it('may be said by pressing a link of the bot', async () => {
    const dingtalk = await openSales()
    const heard = await listening(dingtalk)
    const { api } = await callsOf(dingtalk)
    const text = `[确认](dtmd://dingtalkclient/sendMessage?content=${encodeURIComponent('确认 日报')})`
    const sent = { robotCode: dingtalk.robotCode, userIds: [rep], msgKey: 'sampleMarkdown' }
    await api('/v1.0/robot/oToMessages/batchSend', { ...sent, msgParam: JSON.stringify({ title: '日报', text }) })
    await dingtalk.pressesLink(rep, dingtalk.directMessages(rep)[0]?.id ?? '', '确认')
    expect(heard).toMatchObject([{ text: { content: '确认 日报' } }])
  })

  it('is pushed again as the same message in another frame', async () => {
    const dingtalk = await openSales()
    const frames: Heard[] = []
    await connect(dingtalk, each => {
      frames.push(each)
      return acks(each)
    })
    const { msgId } = await dingtalk.tellsBot(rep, '拜访3')
    await dingtalk.pushesAgain(msgId)
    expect(frames.map(({ data }) => JSON.parse(data).msgId)).toEqual([msgId, msgId])
    expect(new Set(frames.map(({ headers }) => headers['messageId'])).size).toBe(2)
  })
})

describe('cards', () => {
  const shown = { title: '日报', status: 'open' }

  async function withCard(options?: DingTalkOptions) {
    const dingtalk = await openSales(options)
    const { api } = await callsOf(dingtalk)
    const created = {
      ...{ cardTemplateId: 'bellwether.schema', outTrackId: 'card-1', callbackType: 'STREAM', userIdType: 1 },
      ...{ cardData: { cardParamMap: shown }, openSpaceId: `dtv1.card//IM_GROUP.${sales}` },
      ...{ imGroupOpenDeliverModel: { robotCode: dingtalk.robotCode } },
    }
    const create = (changed: object = {}) => api('/v1.0/card/instances/createAndDeliver', { ...created, ...changed })
    return { dingtalk, api, create }
  }

  it('are delivered once for one outTrackId, and change by key', async () => {
    const { dingtalk, api, create } = await withCard()
    expect(await create()).toMatchObject({ status: 200, body: { success: true, result: { outTrackId: 'card-1' } } })
    await create()
    expect(dingtalk.messages(sales)).toMatchObject([{ kind: 'card', outTrackId: 'card-1', fromBot: true }])
    const change = { outTrackId: 'card-1', cardData: { cardParamMap: { status: 'done' } } }
    const cardUpdateOptions = { updateCardDataByKey: true }
    await api('/v1.0/card/instances', { ...change, cardUpdateOptions }, 'PUT')
    expect(dingtalk.card('card-1')?.params).toEqual({ ...shown, status: 'done' })
    await api('/v1.0/card/instances', change, 'PUT')
    expect(dingtalk.card('card-1')?.params).toEqual({ status: 'done' })
  })

  it('take what the app answers to a press, also for one person alone', async () => {
    const { dingtalk, create } = await withCard()
    await create()
    const client = new StreamClient(dingtalk)
    client.registerCallbackListener(TOPIC_CARD, ({ headers, data }) => {
      const { params } = JSON.parse(JSON.parse(data).content).cardPrivateData
      const response = { cardData: { cardParamMap: params }, userPrivateData: { cardParamMap: { mine: 'yes' } } }
      const cardUpdateOptions = { updateCardDataByKey: true }
      client.socketCallBackResponse(headers.messageId, { ...response, cardUpdateOptions })
    })
    await client.connect()
    expect(await dingtalk.presses(rep, 'card-1', 'approve', { status: 'done' })).toMatchObject({ acked: true })
    expect(dingtalk.card('card-1')?.params).toEqual({ ...shown, status: 'done' })
    expect(dingtalk.card('card-1', { as: rep })?.params).toMatchObject({ mine: 'yes' })
  })

  it('give up on an app that does not answer a press in time', async () => {
    const { dingtalk, create } = await withCard({ cardAnswerWithinMs: 30 })
    await create()
    await connect(dingtalk, () => null)
    const delivery = await dingtalk.presses(rep, 'card-1', 'approve')
    expect(delivery).toEqual({ acked: false, reason: 'timeout', attempts: 1 })
  })

  it('are refused with an unknown template or outTrackId, and with values that are no short strings', async () => {
    const { dingtalk, api, create } = await withCard()
    expect(await create({ cardTemplateId: 'other' })).toMatchObject({ status: 400 })
    const nowhere = { outTrackId: 'card-2', cardData: { cardParamMap: {} } }
    expect(await api('/v1.0/card/instances', nowhere, 'PUT')).toMatchObject({ status: 400 })
    expect(dingtalk.takeUnexpected()).toEqual([])
    await create({ cardData: { cardParamMap: { amount: 1 } } })
    await create({ cardData: { cardParamMap: { long: '长'.repeat(400) } } })
    expect(dingtalk.takeUnexpected().length).toBe(2)
  })
})

describe('what is read', () => {
  it('are words without marks, and what was made harmless as it was meant', async () => {
    const dingtalk = await openSales()
    const harmless = '*\u200b*\u200b不加粗*\u200b*\u200b `\u200bx`\u200b [\u200b没有](a_b_c)'
    const text = `### **日报**\n> [查看](https://example.com/a)\n\n${harmless}`
    expect(dingtalk.visibleText({ text })).toEqual({
      text: '日报\n查看\n\n**不加粗** `x` [没有](a_b_c)',
      mentions: [],
      links: ['https://example.com/a'],
    })
  })
})
