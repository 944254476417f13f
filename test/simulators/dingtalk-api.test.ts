import { describe, expect, it } from 'vitest'
import { type DingTalkSimulator, openDingTalkSimulator } from './dingtalk/index.ts'
import type { DingTalkOptions } from './dingtalk/settings.ts'
import { acks, ask, callsOf, connect, lead, openSales, rep, sales } from './dingtalk-bot.ts'

async function openDingTalk(options?: DingTalkOptions) {
  const dingtalk = await openSales(options)
  return { dingtalk, ...(await callsOf(dingtalk)) }
}

const toGroup = '/v1.0/robot/groupMessages/send'
const toPeople = '/v1.0/robot/oToMessages/batchSend'
const userGet = '/topapi/v2/user/get'

function markdown({ robotCode }: DingTalkSimulator, text: string) {
  return { robotCode, msgKey: 'sampleMarkdown', msgParam: JSON.stringify({ title: '日报', text }) }
}

describe('tokens', () => {
  it('are given for the right secret, and are over after their time or when DingTalk says so', async () => {
    let now = 0
    const { dingtalk, oapi, api } = await openDingTalk({ realNow: () => now, tokenLifeMs: 1_000 })
    const wrong = { appKey: dingtalk.clientId, appSecret: 'wrong' }
    expect(await ask(`${dingtalk.apiUrl}/v1.0/oauth2/accessToken`, wrong)).toMatchObject({ status: 400 })
    expect(await oapi(userGet, { userid: rep })).toMatchObject({ body: { errcode: 0, result: { name: '李雷' } } })
    now = 1_000
    expect(await oapi(userGet, { userid: rep })).toMatchObject({ status: 200, body: { errcode: 42001 } })
    expect(await api(toGroup, {})).toMatchObject({ status: 401, body: { code: 'InvalidAuthentication' } })
    const again = await callsOf(dingtalk)
    dingtalk.expireTokens()
    expect(await again.oapi(userGet, { userid: rep })).toMatchObject({ body: { errcode: 42001 } })
  })

  it('do not open what the app was not granted', async () => {
    const { api } = await openDingTalk({ permissions: [] })
    expect(await api(toGroup, {})).toMatchObject({
      status: 403,
      body: { accessdenieddetail: { requiredScopes: ['qyapi_robot_sendmsg'] } },
    })
  })
})

describe('messages of the bot', () => {
  it('are posted and taken back without a trace, for a day', async () => {
    const { dingtalk, api } = await openDingTalk()
    let at = new Date('2026-03-02T01:00:00Z')
    dingtalk.now = () => at
    const post = async () => {
      const { body } = await api(toGroup, { ...markdown(dingtalk, '早上好'), openConversationId: sales })
      return String(body['processQueryKey'])
    }
    const [early, late] = [await post(), await post()]
    expect(dingtalk.messages(sales)).toMatchObject([{ text: '早上好', fromBot: true }, { text: '早上好' }])
    const recall = (key: string) => {
      const { robotCode } = dingtalk
      const given = { robotCode, openConversationId: sales, processQueryKeys: [key] }
      return api('/v1.0/robot/groupMessages/recall', given)
    }
    expect(await recall(early)).toMatchObject({ body: { successResult: [early], failedResult: {} } })
    at = new Date('2026-03-03T01:00:00Z')
    const tooOld = { [late]: expect.stringContaining('too old') }
    expect(await recall(late)).toMatchObject({ body: { successResult: [], failedResult: tooOld } })
    expect(dingtalk.messages(sales).map(({ id }) => id)).toEqual([late])
  })

  it('reach people directly, and tell who was not reached', async () => {
    const { dingtalk, api } = await openDingTalk()
    dingtalk.flowControls(lead)
    const { body } = await api(toPeople, { ...markdown(dingtalk, '还没写'), userIds: [rep, lead, 'nobody'] })
    expect(body).toMatchObject({ invalidStaffIdList: ['nobody'], flowControlledStaffIdList: [lead] })
    expect(dingtalk.directMessages(rep).map(({ text }) => text)).toEqual(['还没写'])
    expect(dingtalk.directMessages(lead)).toEqual([])
  })

  it('are refused as mistakes when they are too long, too many or of another shape', async () => {
    const { dingtalk, api } = await openDingTalk()
    const fine = markdown(dingtalk, '好')
    const wrong = [
      api(toGroup, { ...markdown(dingtalk, '长'.repeat(5_000)), openConversationId: sales }),
      api(toGroup, { ...fine, openConversationId: sales, atUserIds: [rep] }),
      api(toGroup, { ...fine, robotCode: 'other', openConversationId: sales }),
      api(toPeople, { ...fine, userIds: Array.from({ length: 21 }, (_, n) => `staff-${n}`) }),
      api('/v1.0/robot/nothing', {}),
    ]
    for (const each of wrong) expect((await each).status).toBe(400)
    expect(dingtalk.takeUnexpected().length).toBe(wrong.length)
  })

  it('cannot go where the bot is not, and that is no mistake', async () => {
    const { dingtalk, api } = await openDingTalk()
    dingtalk.removeFromGroup(sales, dingtalk.bot.dingtalkId)
    const given = { ...markdown(dingtalk, '好'), openConversationId: sales }
    expect(await api(toGroup, given)).toMatchObject({ status: 400, body: { code: 'resource.not.found' } })
  })

  it('go to a session while it lasts, for free', async () => {
    const { dingtalk } = await openDingTalk()
    let at = new Date('2026-03-02T01:00:00Z')
    dingtalk.now = () => at
    const urls: string[] = []
    await connect(dingtalk, heard => {
      urls.push(JSON.parse(heard.data).sessionWebhook)
      return acks(heard)
    })
    await dingtalk.tellsBot(rep, '你好')
    const reply = () => ask(urls[0] ?? '', { msgtype: 'text', text: { content: '你好' } })
    expect(await reply()).toEqual({ status: 200, body: { errcode: 0, errmsg: 'ok' } })
    at = new Date('2026-03-02T02:30:00Z')
    expect(await reply()).toMatchObject({ status: 200, body: { errcode: 400001 } })
    expect(dingtalk.directMessages(rep).map(({ fromBot }) => fromBot)).toEqual([false, true])
    expect(dingtalk.usedCalls).toBe(0)
  })

  it('show pictures that were uploaded', async () => {
    const { dingtalk, api, token } = await openDingTalk()
    const form = new FormData()
    form.set('media', new Blob([new Uint8Array([1, 2, 3])], { type: 'image/png' }), 'board.png')
    const address = `${dingtalk.oapiUrl}/media/upload?access_token=${token}&type=image`
    const response = await fetch(address, { method: 'POST', body: form })
    const { media_id: photoURL } = JSON.parse(await response.text())
    const picture = { robotCode: dingtalk.robotCode, msgKey: 'sampleImageMsg', msgParam: JSON.stringify({ photoURL }) }
    await api(toGroup, { ...picture, openConversationId: sales })
    expect(dingtalk.messages(sales)).toMatchObject([{ kind: 'sampleImageMsg', media: photoURL }])
    expect([...dingtalk.media(photoURL)]).toEqual([1, 2, 3])
  })
})

describe('limits', () => {
  it('end with the month, and only for what is metered', async () => {
    const { dingtalk, api, oapi } = await openDingTalk({ monthlyCalls: 10 })
    let at = new Date('2026-03-31T15:00:00Z')
    dingtalk.now = () => at
    dingtalk.useCalls(9)
    const post = () => api(toGroup, { ...markdown(dingtalk, '好'), openConversationId: sales })
    expect((await post()).status).toBe(200)
    const code = 'Forbidden.AccessDenied.ApiCountLimitForOrg'
    expect(await post()).toMatchObject({ status: 403, body: { code } })
    expect(await oapi(userGet, { userid: rep })).toMatchObject({ body: { errcode: 0 } })
    at = new Date('2026-03-31T16:00:00Z')
    expect((await post()).status).toBe(200)
    expect(dingtalk.usedCalls).toBe(1)
  })

  it('are twenty calls a second of each API', async () => {
    let now = 0
    const { oapi } = await openDingTalk({ realNow: () => now })
    for (let n = 0; n < 20; n++) await oapi(userGet, { userid: rep })
    expect(await oapi(userGet, { userid: rep })).toMatchObject({ body: { errcode: 88, sub_code: '90018' } })
    now = 1_000
    expect(await oapi(userGet, { userid: rep })).toMatchObject({ body: { errcode: 0 } })
  })
})

describe('people and departments', () => {
  it('can be read, page by page', async () => {
    const { dingtalk, oapi, api } = await openDingTalk({ largestPage: 1 })
    dingtalk.addDepartment({ id: 2, name: '销售', parent: 1 })
    const list = async (cursor: number) => (await oapi('/topapi/v2/user/list', { dept_id: 1, cursor, size: 100 })).body
    expect(await list(0)).toMatchObject({ result: { has_more: true, next_cursor: 1, list: [{ userid: lead }] } })
    expect(await list(1)).toMatchObject({ result: { has_more: false, list: [{ userid: rep }] } })
    const below = await oapi('/topapi/v2/department/listsub', { dept_id: 1 })
    expect(below.body).toMatchObject({ result: [{ dept_id: 2, name: '销售' }] })
    const byMobile = await oapi('/topapi/v2/user/getbymobile', { mobile: '13800000001' })
    expect(byMobile.body).toMatchObject({ result: { userid: lead } })
    const given = { openConversationId: sales, maxResults: 100 }
    const members = await api('/v1.0/im/sceneGroups/members/batchQuery', given)
    expect(members.body).toEqual({ memberUserIds: [lead], hasMore: true, nextToken: '1' })
  })

  it('show their mobile numbers only to an app that may see them', async () => {
    const permissions = ['qyapi_get_member']
    const [open, closed] = [
      await openDingTalk({ permissions: [...permissions, 'fieldMobile'] }),
      await openDingTalk({ permissions }),
    ]
    const [seen, unseen] = [await open.oapi(userGet, { userid: lead }), await closed.oapi(userGet, { userid: lead })]
    expect(seen.body).toMatchObject({ result: { mobile: '13800000001' } })
    expect(unseen.body).toMatchObject({ errcode: 0, result: { userid: lead } })
    expect(JSON.stringify(unseen.body)).not.toContain('138')
  })

  it('are gone when they leave', async () => {
    const { dingtalk, oapi } = await openDingTalk()
    await dingtalk.leaves(rep)
    expect(await oapi(userGet, { userid: rep })).toMatchObject({ status: 200, body: { errcode: 33012 } })
    await expect(dingtalk.says(rep, sales, 'hello')).rejects.toThrow('is not in')
  })
})

describe("DingTalk's own reports", () => {
  const contents = (content: string) => [{ key: '今日', sort: '0', type: '1', content_type: 'markdown', content }]

  it('are made from a template of that name, with short fields', async () => {
    const { dingtalk, oapi } = await openDingTalk()
    dingtalk.addReportTemplate({ id: 'template-1', name: '日报', fields: ['今日'] })
    const found = await oapi('/topapi/report/template/getbyname', { userid: rep, template_name: '日报' })
    expect(found.body).toMatchObject({ result: { id: 'template-1', fields: [{ field_name: '今日' }] } })
    const common = { userid: rep, template_id: 'template-1', dd_from: 'bellwether', to_chat: false }
    const create = (content: string) =>
      oapi('/topapi/report/create', { create_report_param: { ...common, contents: contents(content) } })
    expect((await create('拜访3')).body).toMatchObject({ errcode: 0 })
    expect((await create('长'.repeat(1_001))).body).toMatchObject({ errcode: 40035 })
    expect(dingtalk.takeUnexpected().length).toBe(1)
    const kept = { staffId: rep, template: '日报', contents: [{ key: '今日', content: '拜访3' }] }
    expect(dingtalk.reports()).toMatchObject([kept])
  })
})

describe('tempers', () => {
  it('let calls fail before or after they are carried out', async () => {
    const { dingtalk, api } = await openDingTalk()
    const post = () => api(toGroup, { ...markdown(dingtalk, '好'), openConversationId: sales })
    dingtalk.failNext(toGroup, { code: 'ServiceUnavailable', httpStatus: 500 })
    dingtalk.failNext(toGroup, { banned: 5 })
    dingtalk.failNext(toGroup, { drop: true, afterEffect: true })
    expect(await post()).toMatchObject({ status: 500, body: { code: 'ServiceUnavailable' } })
    expect(await post()).toMatchObject({ status: 403, body: { status: 1111, wait: 5 } })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(dingtalk.messages(sales).length).toBe(1)
  })

  it('are told of at the end when nothing met them, as are mistakes', async () => {
    const dingtalk = await openDingTalkSimulator()
    dingtalk.failNext(toGroup, { status: 504 }, 2)
    await ask(`${dingtalk.apiUrl}/nowhere`, {})
    const end = dingtalk.close()
    await expect(end).rejects.toThrow('POST /nowhere is no address of DingTalk')
    await expect(end).rejects.toThrow(`2 failure(s) of ${toGroup} were never met`)
  })
})
