import { describe, expect, it } from 'vitest'
import { openWeComSimulator, type WeComSimulator } from './wecom/index.ts'
import type { WeComOptions } from './wecom/settings.ts'
import { ask, callsOf, confirmCard, lead, md5, openSales, png, rep, sales } from './wecom-bot.ts'

async function openWeCom(options?: WeComOptions) {
  const wecom = await openSales(options)
  const calls = await callsOf(wecom)
  const { agentId: agentid } = wecom.app
  /** Writes to people; returns what WeCom answers. */
  const write = (touser: string, body: object) => calls.post('message/send', { touser, agentid, ...body })
  return { wecom, ...calls, write }
}

const text = (content: string) => ({ msgtype: 'text', text: { content } })
const markdown = (content: string) => ({ msgtype: 'markdown', markdown: { content } })
const appCard = { msgtype: 'template_card', template_card: confirmCard }
const seenBy = (wecom: WeComSimulator, id: string) => wecom.directMessages(id, { of: 'app' }).map(each => each.text)

describe('tokens', () => {
  it('are given for the right secret, stay the same, and are over after their time or when WeCom says so', async () => {
    let now = 0
    const { wecom, get, token } = await openWeCom({ realNow: () => now, tokenLifeMs: 10_000 })
    const { apiUrl, corpId } = wecom
    const gettoken = (corpid: string, corpsecret: string) =>
      ask(`${apiUrl}/cgi-bin/gettoken?${new URLSearchParams({ corpid, corpsecret })}`)
    expect(await gettoken('other', wecom.app.secret)).toMatchObject({ errcode: 40013 })
    expect(await gettoken(corpId, 'wrong')).toMatchObject({ errcode: 40001 })
    now = 4_000
    expect(await gettoken(corpId, wecom.app.secret)).toMatchObject({ access_token: token, expires_in: 6 })
    expect(await get('user/get', { userid: rep })).toMatchObject({ errcode: 0, errmsg: 'ok', name: '李雷' })
    now = 10_000
    expect(await get('user/get', { userid: rep })).toMatchObject({ errcode: 42001 })
    const again = await callsOf(wecom)
    expect(again.token).not.toBe(token)
    wecom.expireTokens()
    expect(await again.get('user/get', { userid: rep })).toMatchObject({ errcode: 42001 })
    expect(await ask(`${apiUrl}/cgi-bin/user/get?access_token=made-up&userid=${rep}`)).toMatchObject({ errcode: 40014 })
    expect(JSON.stringify(wecom.calls)).not.toContain(wecom.app.secret)
    expect(JSON.stringify(wecom.calls)).not.toContain(token)
  })

  it('open nothing to an address that is not trusted', async () => {
    const { wecom, write } = await openWeCom()
    wecom.trustsAddress(false)
    expect(await write(rep, text('早'))).toMatchObject({ errcode: 60020 })
    wecom.trustsAddress(true)
    expect(await write(rep, text('早'))).toMatchObject({ errcode: 0 })
  })
})

describe('messages of the app', () => {
  it('reach whom they can, and name the others', async () => {
    const { wecom, write } = await openWeCom()
    wecom.addPerson({ userId: 'Hidden', visible: false })
    expect(await write(`${rep}|Nobody|Hidden|${lead}`, text('早'))).toMatchObject({
      errcode: 0,
      invaliduser: 'Nobody|Hidden',
      msgid: expect.any(String),
    })
    expect([seenBy(wecom, rep), seenBy(wecom, lead)]).toEqual([['早'], ['早']])
    expect(await write('Nobody', text('早'))).toMatchObject({ errcode: 81013 })
    wecom.leaves(rep)
    expect(await write(rep, text('再见'))).toMatchObject({ errcode: 81013 })
  })

  it('have at most 2,048 bytes, whatever the number of characters', async () => {
    const { wecom, write } = await openWeCom()
    const most = '长'.repeat(682)
    expect(Buffer.byteLength(most)).toBe(2_046)
    for (const kind of [text, markdown]) {
      expect(await write(rep, kind(`${most}ab`))).toMatchObject({ errcode: 0 })
      expect(await write(rep, kind(`${most}长`))).toMatchObject({ errcode: 40058 })
    }
    expect(await write(rep, { msgtype: 'markdown_v2', markdown_v2: { content: 'a' } })).toMatchObject({
      errcode: 40008,
    })
    expect(wecom.takeUnexpected().length).toBe(3)
  })

  it('are not sent twice when a check was asked for, even if they were meant so', async () => {
    const { wecom, write } = await openWeCom()
    let at = Date.UTC(2026, 2, 2)
    wecom.now = () => new Date(at)
    const checked = { ...text('收到'), enable_duplicate_check: 1, duplicate_check_interval: 600 }
    const first = await write(rep, checked)
    expect(await write(rep, checked)).toEqual(first)
    expect(seenBy(wecom, rep)).toEqual(['收到'])
    await write(lead, checked)
    expect(seenBy(wecom, lead)).toEqual(['收到'])
    at += 600_000
    await write(rep, checked)
    await write(rep, text('收到'))
    await write(rep, text('收到'))
    expect(seenBy(wecom, rep).length).toBe(4)
  })

  it('are dropped without a word when there are too many for one person', async () => {
    const { wecom, write } = await openWeCom({ realNow: () => 0 })
    for (let n = 0; n < 31; n++) expect(await write(rep, text(`${n}`))).toMatchObject({ errcode: 0, invaliduser: '' })
    expect(seenBy(wecom, rep).length).toBe(30)
  })

  it('are recalled from everybody, for a day', async () => {
    const { wecom, write, post } = await openWeCom()
    let at = new Date('2026-03-02T01:00:00Z')
    wecom.now = () => at
    const { msgid } = await write(`${rep}|${lead}`, text('早'))
    const { msgid: kept } = await write(rep, text('晚'))
    expect(await post('message/recall', { msgid })).toMatchObject({ errcode: 0 })
    at = new Date('2026-03-03T01:00:00Z')
    expect(await post('message/recall', { msgid: kept })).toMatchObject({ errcode: 40058 })
    expect([seenBy(wecom, rep), seenBy(wecom, lead)]).toEqual([['晚'], []])
  })

  it('may be files that were uploaded', async () => {
    const { wecom, write, upload } = await openWeCom()
    const { media_id } = await upload('media/upload', { type: 'image' }, 'board.png', png())
    expect(await write(rep, { msgtype: 'image', image: { media_id } })).toMatchObject({ errcode: 0 })
    const [shown] = wecom.directMessages(rep)
    expect(Buffer.from(wecom.media(shown?.media ?? ''))).toEqual(png())
    expect(await write(rep, { msgtype: 'file', file: { media_id } })).toMatchObject({ errcode: 40007 })
    expect(await upload('media/upload', { type: 'image' }, 'a.png', Buffer.from('no picture'))).toMatchObject({
      errcode: 40058,
    })
    expect(wecom.takeUnexpected().length).toBe(1)
  })

  it('may fail as it was planned', async () => {
    const { wecom, write } = await openWeCom()
    wecom.failNext('/cgi-bin/message/send', { status: 502 })
    wecom.failNext('/cgi-bin/message/send', { errcode: 45009 })
    wecom.failNext('/cgi-bin/message/send', { drop: true, afterEffect: true })
    await expect(write(rep, text('一'))).rejects.toThrow(SyntaxError)
    expect(await write(rep, text('二'))).toMatchObject({ errcode: 45009 })
    await expect(write(rep, text('三'))).rejects.toThrow()
    expect(seenBy(wecom, rep)).toEqual(['三'])
  })

  it('must meet every failure that was planned', async () => {
    const wecom = await openWeComSimulator()
    wecom.failNext('/cgi-bin/message/recall', { hang: true })
    await expect(wecom.close()).rejects.toThrow('1 failure(s) of /cgi-bin/message/recall were never met')
  })
})

describe('cards of the app', () => {
  it('are changed by their code, once and for three days', async () => {
    const { wecom, write, post } = await openWeCom()
    let at = Date.UTC(2026, 2, 2)
    wecom.now = () => new Date(at)
    const { agentId: agentid } = wecom.app
    const { response_code } = await write(`${rep}|${lead}`, appCard)
    const update = (code: unknown, changed: object) =>
      post('message/update_template_card', { userids: [rep], agentid, response_code: code, ...changed })
    expect(await update(response_code, { button: { replace_name: '已提交' } })).toMatchObject({ errcode: 0 })
    const read = (id: string) => wecom.directMessages(id)[0]?.visible.text
    expect([read(rep), read(lead)]).toEqual(['日报\n拜访 3\n已提交', '日报\n拜访 3\n提交\n修改'])
    expect(() => wecom.pressesInApp(rep, wecom.directMessages(rep)[0]?.id ?? '', '提交')).toThrow('nothing to press')
    expect(await update(response_code, { button: { replace_name: '又一次' } })).toMatchObject({ errcode: 40058 })
    const other = { ...confirmCard, task_id: 'report-2' }
    const { response_code: late } = await write(rep, { ...appCard, template_card: other })
    at += 72 * 3_600_000
    expect(await update(late, { template_card: other })).toMatchObject({ errcode: 40058 })
    expect(await update('x', { button: { replace_name: 'a' }, template_card: other })).toMatchObject({ errcode: 40058 })
    expect(wecom.takeUnexpected()).toEqual([expect.stringContaining('button or template_card')])
  })

  it('that only tell something must lead somewhere', async () => {
    const { wecom, write } = await openWeCom()
    const notice = { card_type: 'text_notice', main_title: { title: '榜单' } }
    const leading = { ...notice, card_action: { type: 1, url: 'https://example.com/board' } }
    const sent = (template_card: object) => write(rep, { msgtype: 'template_card', template_card })
    expect(await sent(notice)).toMatchObject({ errcode: 40058 })
    expect(wecom.takeUnexpected().length).toBe(1)
    const answer = await sent(leading)
    expect(answer).toMatchObject({ errcode: 0 })
    expect(answer).not.toHaveProperty('response_code')
    expect(wecom.directMessages(rep)[0]?.visible).toMatchObject({ text: '榜单', links: ['https://example.com/board'] })
  })
})

describe('the address book', () => {
  it('names people and departments, and keeps mobiles to itself', async () => {
    const { wecom, get } = await openWeCom()
    wecom.addDepartment({ id: 2, name: '销售部', parent: 1 })
    wecom.addDepartment({ id: 3, name: '一组', parent: 2 })
    wecom.addPerson({ userId: 'Hidden', departments: [2], visible: false })
    wecom.changePerson(rep, { departments: [2], position: '代表' })
    const userlist = [{ userid: rep, name: '李雷', department: [2] }]
    expect(await get('user/simplelist', { department_id: '2' })).toMatchObject({ userlist })
    const department = [{ id: 2, name: '销售部', parentid: 1 }, { id: 3 }]
    expect(await get('department/list', { id: '2' })).toMatchObject({ department })
    expect(await get('department/simplelist')).toMatchObject({ department_id: [{ id: 1 }, { id: 2 }, { id: 3 }] })
    expect(await get('department/list', { id: '9' })).toMatchObject({ errcode: 60123 })
    expect(await get('user/get', { userid: lead })).not.toHaveProperty('mobile')
    expect(await get('user/get', { userid: 'Nobody' })).toMatchObject({ errcode: 60111 })
    expect(await get('user/get', { userid: 'Hidden' })).toMatchObject({ errcode: 60011 })
    const shown = await openWeCom({ showsMobiles: true })
    expect(await shown.get('user/get', { userid: lead })).toMatchObject({ mobile: '13800000001' })
  })
})

describe("a group's webhook", () => {
  async function withHook(options?: WeComOptions) {
    const all = await openWeCom(options)
    const key = all.wecom.addWebhook(sales)
    const post = (body: object, used = key) => ask(`${all.wecom.apiUrl}/cgi-bin/webhook/send?key=${used}`, body)
    return { ...all, key, post }
  }

  it('posts where the bot posts too, and rings people', async () => {
    const { wecom, post } = await withHook()
    const words = { content: '看这里 <@LiLei>', mentioned_list: ['@all'], mentioned_mobile_list: ['13800000001'] }
    await post({ msgtype: 'text', text: words })
    await post(markdown('**日报** <font color="info">+3</font>\n> <@LiLei> <@Nobody> 请跟进'))
    await post({ msgtype: 'markdown_v2', markdown_v2: { content: '| 姓名 | 单 |\n| :-- | --: |\n| <@LiLei> | 3 |' } })
    const shown = wecom.messages(sales).map(({ via, visible: { text: read, mentions } }) => ({ via, read, mentions }))
    expect(shown).toEqual([
      { via: 'webhook', read: '看这里 @LiLei', mentions: [rep, '@all', lead] },
      { via: 'webhook', read: '日报 +3\n@LiLei @Nobody 请跟进', mentions: [rep] },
      { via: 'webhook', read: '姓名 | 单\n<@LiLei> | 3', mentions: [] },
    ])
  })

  it('is known by its key alone, and posts twenty times a minute', async () => {
    let now = 0
    const { wecom, post, key } = await withHook({ realNow: () => now })
    expect(await post(text('早'), 'made-up')).toMatchObject({ errcode: 93000 })
    for (let n = 0; n < 20; n++) expect(await post(text(`${n}`))).toMatchObject({ errcode: 0 })
    expect(await post(text('20'))).toMatchObject({ errcode: 45009 })
    expect(wecom.tooFast).toEqual([`webhook/${key}`])
    now = 60_000
    expect(await post(text('21'))).toMatchObject({ errcode: 0 })
    expect(JSON.stringify(wecom.calls)).not.toContain(key)
    wecom.removeWebhook(key)
    expect(await post(text('22'))).toMatchObject({ errcode: 93000 })
  })

  it('takes 2,048 bytes of text and 4,096 of markdown', async () => {
    const { wecom, post } = await withHook()
    const v2 = (content: string) => ({ msgtype: 'markdown_v2', markdown_v2: { content } })
    for (const [kind, most] of [[text, 2_048] as const, [markdown, 4_096] as const, [v2, 4_096] as const]) {
      const words = '长'.repeat(Math.floor(most / 3)).padEnd(Math.floor(most / 3) + (most % 3), 'a')
      expect(Buffer.byteLength(words)).toBe(most)
      expect(await post(kind(words))).toMatchObject({ errcode: 0 })
      expect(await post(kind(`${words}a`))).toMatchObject({ errcode: 40058 })
    }
    expect(wecom.takeUnexpected().length).toBe(3)
  })

  it('takes pictures of two megabytes with the right md5', async () => {
    const { wecom, post } = await withHook()
    const image = (content: Buffer, sum = md5(content)) => ({
      msgtype: 'image',
      image: { base64: content.toString('base64'), md5: sum },
    })
    expect(await post(image(png(2_097_152)))).toMatchObject({ errcode: 0 })
    expect(wecom.media(wecom.messages(sales)[0]?.media ?? '').length).toBe(2_097_152)
    expect(await post(image(png(2_097_153)))).toMatchObject({ errcode: 40009 })
    expect(await post(image(png(), 'other'))).toMatchObject({ errcode: 301019 })
    expect(await post(image(Buffer.from('GIF89a no')))).toMatchObject({ errcode: 40009 })
    expect(wecom.takeUnexpected().length).toBe(3)
  })

  it('takes files that were uploaded with its key, and cards on which nothing is answered', async () => {
    const { wecom, post, upload, key } = await withHook()
    const { media_id } = await upload('webhook/upload_media', { key, type: 'file' }, '周报.xlsx', Buffer.alloc(10))
    expect(await post({ msgtype: 'file', file: { media_id } })).toMatchObject({ errcode: 0 })
    const other = wecom.addWebhook(sales)
    expect(await post({ msgtype: 'file', file: { media_id } }, other)).toMatchObject({ errcode: 40007 })
    expect(wecom.messages(sales)).toMatchObject([{ kind: 'file', visible: { text: '周报.xlsx' } }])
    expect(await post(appCard)).toMatchObject({ errcode: 40058 })
    const article = { title: '榜单', description: '本周', url: 'https://example.com/board' }
    expect(await post({ msgtype: 'news', news: { articles: [article] } })).toMatchObject({ errcode: 0 })
    expect(wecom.messages(sales)[1]?.visible).toMatchObject({
      text: '榜单\n本周',
      links: ['https://example.com/board'],
    })
    expect(await upload('webhook/upload_media', { key, type: 'file' }, 'a', Buffer.alloc(5))).toMatchObject({
      errcode: 40058,
    })
    expect(wecom.takeUnexpected().length).toBe(2)
  })
})

it('tells on a call that WeCom does not know', async () => {
  const { wecom, get, post } = await openWeCom()
  expect(await get('nothing')).not.toMatchObject({ errcode: 0 })
  expect(await post('message/recall', {})).toMatchObject({ errcode: 40058 })
  expect(wecom.takeUnexpected().length).toBe(2)
})
