import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it, onTestFinished } from 'vitest'
import { textIn } from './wecom/app/xml.ts'
import type { WeComSimulator } from './wecom/index.ts'
import { callsOf, confirmCard, openSales, rep } from './wecom-bot.ts'

/** What stands in a call, read as the app reads it. */
function read({ app: { callback } }: WeComSimulator, url: string, body: string) {
  const query = new URL(url, 'http://localhost').searchParams
  const field = (name: string) => query.get(name) ?? ''
  const encrypted = textIn(body, 'Encrypt') ?? field('echostr')
  const signature = getSignature(callback.token, field('timestamp'), field('nonce'), encrypted)
  const signed = signature === field('msg_signature')
  return { signed, at: Number(field('timestamp')), ...decrypt(callback.aesKey, encrypted) }
}

type Answer = { readonly status: number; readonly body?: string } | null

/** An app at an address of its own, which answers as it is told; null is no answer at all. */
async function listening(wecom: WeComSimulator, answer: (times: number) => Answer) {
  const heard: { message: string; url: string }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const url = request.url ?? ''
      const { signed, message } = read(wecom, url, Buffer.concat(chunks).toString())
      heard.push({ message, url })
      const given = signed ? answer(heard.length) : { status: 403 }
      if (given !== null) response.writeHead(given.status).end(given.body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  wecom.useCallback(`http://127.0.0.1:${(server.address() as AddressInfo).port}/wecom/callback`)
  return heard
}

describe('a callback', () => {
  it('tells the app word for word what a person said', async () => {
    const wecom = await openSales()
    const heard = await listening(wecom, () => ({ status: 200 }))
    const words = '日报 拜访2 <b>&amp; ]]> 🎉'
    expect(await wecom.tellsApp(rep, words)).toEqual({ acked: true, attempts: 1, status: 200, reply: null })
    const xml = heard[0]?.message ?? ''
    expect([textIn(xml, 'ToUserName'), textIn(xml, 'FromUserName')]).toEqual([wecom.corpId, rep])
    expect(new XMLParser().parse(xml).xml.Content).toBe(words)
    expect(textIn(xml, 'AgentID')).toBe(String(wecom.app.agentId))
    expect(wecom.directMessages(rep)).toMatchObject([{ via: 'person', text: words }])
  })

  it('comes three times when it is not acknowledged in time, the same and freshly signed', async () => {
    const wecom = await openSales({ callbackWithinMs: 50 })
    const heard = await listening(wecom, times =>
      times === 1 ? null : times === 2 ? { status: 503 } : { status: 200 },
    )
    expect(await wecom.tellsApp(rep, '你好')).toMatchObject({ acked: true, attempts: 3 })
    expect(new Set(heard.map(({ message }) => textIn(message, 'MsgId'))).size).toBe(1)
    expect(new Set(heard.map(({ url }) => url)).size).toBe(3)
    const deaf = await openSales({ callbackWithinMs: 50 })
    await listening(deaf, () => ({ status: 500 }))
    expect(await deaf.tellsApp(rep, '你好')).toEqual({ acked: false, attempts: 3, status: 500, reply: null })
    expect(await (await openSales()).tellsApp(rep, '你好')).toMatchObject({ acked: false, attempts: 0 })
  })

  it('may be answered at once in an envelope, which is then seen', async () => {
    const wecom = await openSales()
    const { token, aesKey } = wecom.app.callback
    const envelope = (corpId: string) => {
      const encrypted = encrypt(aesKey, '<xml><Content><![CDATA[收到]]></Content></xml>', corpId)
      const signature = getSignature(token, '1', 'n', encrypted)
      return `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt><MsgSignature>${signature}</MsgSignature><TimeStamp>1</TimeStamp><Nonce>n</Nonce></xml>`
    }
    const answers = [envelope(wecom.corpId), envelope('another'), 'success']
    await listening(wecom, times => ({ status: 200, body: answers[times - 1] ?? '' }))
    expect(await wecom.tellsApp(rep, '一')).toMatchObject({ acked: true, reply: '收到' })
    expect(wecom.directMessages(rep)[1]).toMatchObject({ via: 'app', text: '收到' })
    await wecom.tellsApp(rep, '二')
    await wecom.tellsApp(rep, '三')
    expect(wecom.takeUnexpected()).toEqual([
      'The answer to a callback is for another company',
      'The answer to a callback is no envelope',
    ])
  })

  it('tells of pictures, comings and presses, with a code to change the card by', async () => {
    const wecom = await openSales()
    const heard = await listening(wecom, () => ({ status: 200 }))
    const { post, get, token } = await callsOf(wecom)
    const { agentId: agentid } = wecom.app
    await wecom.sendsApp(rep, { kind: 'image', bytes: Buffer.from('a picture') })
    await wecom.entersApp(rep)
    const option_list = [1, 2].map(n => ({ id: `o${n}`, text: `选项 ${n}` }))
    const checkbox = { question_key: 'q1', mode: 1, option_list }
    const { button_list: _, ...rest } = confirmCard
    const vote = { ...rest, card_type: 'vote_interaction', checkbox, submit_button: { text: '好', key: 'ok' } }
    await post('message/send', { touser: rep, agentid, msgtype: 'template_card', template_card: vote })
    const card = wecom.directMessages(rep).at(-1)?.id ?? ''
    await wecom.pressesInApp(rep, card, '好', { q1: ['o1', 'o2'] })
    const [picture, coming, press] = heard.map(({ message }) => message)
    const media_id = textIn(picture ?? '', 'MediaId') ?? ''
    const bytes = await fetch(`${wecom.apiUrl}/cgi-bin/media/get?access_token=${token}&media_id=${media_id}`)
    expect(await bytes.text()).toBe('a picture')
    expect(await get('media/get', { media_id: 'none' })).toMatchObject({ errcode: 40007 })
    expect(textIn(coming ?? '', 'Event')).toBe('enter_agent')
    expect([textIn(press ?? '', 'EventKey'), textIn(press ?? '', 'TaskId')]).toEqual(['ok', 'report-1'])
    expect(press).toContain('<OptionId><![CDATA[o1]]></OptionId><OptionId><![CDATA[o2]]></OptionId>')
    const response_code = textIn(press ?? '', 'ResponseCode')
    const button = { replace_name: '已提交' }
    const changed = await post('message/update_template_card', { userids: [rep], agentid, response_code, button })
    expect(changed).toMatchObject({ errcode: 0 })
    expect(wecom.directMessages(rep).at(-1)).toMatchObject({ revised: true, buttons: [{ label: '已提交', key: null }] })
  })
})

describe('a call as WeCom makes it', () => {
  it('is signed and sealed for the company, and proves an address with words', async () => {
    const wecom = await openSales()
    const xml = wecom.appXml(rep, { MsgType: 'text', Content: '你好', MsgId: '1' })
    const call = wecom.callbackRequest(xml)
    const opened = read(wecom, call.url, await call.text())
    expect(opened).toMatchObject({ signed: true, id: wecom.corpId, message: xml })
    expect(Math.abs(opened.at - Date.now() / 1_000)).toBeLessThan(5)
    const proof = wecom.proofRequest('1616140317555161061', { url: 'http://bellwether/wecom/callback' })
    expect(proof.method).toBe('GET')
    expect(read(wecom, proof.url, '')).toMatchObject({ signed: true, message: '1616140317555161061' })
  })

  it('may be forged, stale, foreign or cut', async () => {
    const wecom = await openSales()
    const opened = async (options: Parameters<WeComSimulator['callbackRequest']>[1]) => {
      const call = wecom.callbackRequest('<xml></xml>', options)
      return read(wecom, call.url, await call.text())
    }
    expect(await opened({ token: 'another' })).toMatchObject({ signed: false })
    expect(await opened({ signature: '0' })).toMatchObject({ signed: false })
    expect(await opened({ at: 1 })).toMatchObject({ signed: true, at: 1 })
    expect(await opened({ corpId: 'another' })).toMatchObject({ signed: true, id: 'another' })
    await expect(opened({ truncatedTo: 30 })).rejects.toThrow()
    const call = wecom.callbackRequest('<xml></xml>', { truncatedTo: 30 })
    expect(textIn(await call.text(), 'Encrypt')?.length).toBe(30)
    const other = 'b3RoZXItYWVzLWtleS1vZi1zb21lLW90aGVyLWNvbXA'
    // Another key opens it too, to nonsense.
    expect((await opened({ aesKey: other })).id).not.toBe(wecom.corpId)
  })
})
