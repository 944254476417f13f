import { describe, expect, it } from 'vitest'
import { WebSocket as PingingSocket } from 'ws'
import { robotTopic } from './dingtalk/stream/frames.ts'
import { acks, ask, connect, type Heard, openSales, openTicket, rep } from './dingtalk-bot.ts'

const silent = () => null

describe('tickets', () => {
  it('open one connection each, and not for long', async () => {
    let now = 0
    const dingtalk = await openSales({ realNow: () => now })
    const used = await openTicket(dingtalk)
    await connect(dingtalk, acks, used)
    await expect(connect(dingtalk, acks, used)).rejects.toBeDefined()
    const old = await openTicket(dingtalk)
    now = 90_000
    await expect(connect(dingtalk, acks, old)).rejects.toBeDefined()
    expect(dingtalk.connectionCount).toBe(1)
  })

  it('are not given for a wrong secret, and come as XML to who does not ask for JSON', async () => {
    const dingtalk = await openSales()
    const url = `${dingtalk.apiUrl}/v1.0/gateway/connections/open`
    const subscriptions = [{ type: 'CALLBACK', topic: robotTopic }]
    const { clientId, clientSecret } = dingtalk
    const wrong = await ask(url, { clientId, clientSecret: 'wrong', subscriptions })
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalidClientIdOrSecret' } })
    const body = JSON.stringify({ clientId, clientSecret, subscriptions })
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(response.headers.get('content-type')).toBe('application/xml')
    expect(JSON.stringify(dingtalk.calls)).not.toContain(clientSecret)
  })
})

describe('robot messages', () => {
  it('go to one of several connections', async () => {
    let next = 0
    const dingtalk = await openSales({ random: () => (next++ % 2) / 2 })
    const heard: string[] = []
    const hears = (name: string) => (each: Heard) => {
      heard.push(`${name} ${JSON.parse(each.data).text.content}`)
      return acks(each)
    }
    await connect(dingtalk, hears('first'))
    await connect(dingtalk, hears('second'))
    for (const text of ['a', 'b', 'c']) await dingtalk.tellsBot(rep, text)
    expect(heard).toEqual(['first a', 'second b', 'first c'])
  })

  it('are lost when nobody listens, when the connection is cut, and when nobody acknowledges', async () => {
    const dingtalk = await openSales({ ackWithinMs: 30 })
    const offline = await dingtalk.tellsBot(rep, 'a')
    await connect(dingtalk, silent)
    const unanswered = await dingtalk.tellsBot(rep, 'b')
    const pending = dingtalk.tellsBot(rep, 'c')
    dingtalk.dropsConnections()
    const cut = await pending
    const reasons = [offline, unanswered, cut].map(({ delivery }) => !delivery.acked && delivery.reason)
    expect(reasons).toEqual(['no_connection', 'timeout', 'connection_lost'])
  })

  it('come again when this DingTalk is set to push them again', async () => {
    const dingtalk = await openSales({ ackWithinMs: 30, robotRetries: 1 })
    let times = 0
    await connect(dingtalk, heard => (++times === 2 ? acks(heard) : null))
    expect((await dingtalk.tellsBot(rep, 'a')).delivery).toMatchObject({ acked: true, attempts: 2 })
  })
})

describe('events', () => {
  it('come again, the same each time, until they are answered with SUCCESS', async () => {
    const dingtalk = await openSales({ ackWithinMs: 30, laterMs: 10 })
    const heard: Heard[] = []
    await connect(dingtalk, each => {
      heard.push(each)
      return [null, { status: 'LATER' }, { status: 'SUCCESS' }][heard.length - 1] ?? null
    })
    const delivery = await dingtalk.addPerson({ staffId: 'staff-new', name: '新人' })
    expect(delivery).toMatchObject({ acked: true, attempts: 3 })
    expect(heard.map(({ headers }) => headers['eventType'])).toEqual(['user_add_org', 'user_add_org', 'user_add_org'])
    expect(new Set(heard.map(({ headers }) => headers['eventId'])).size).toBe(1)
    expect(JSON.parse(heard[0]?.data ?? '')).toMatchObject({ userId: ['staff-new'] })
  })

  it('wait for the next connection', async () => {
    const dingtalk = await openSales()
    await connect(dingtalk, acks)
    dingtalk.dropsConnections()
    await expect.poll(() => dingtalk.connectionCount).toBe(0)
    const told = dingtalk.changePerson(rep, { name: '李大雷' })
    await connect(dingtalk, acks)
    expect(await told).toMatchObject({ acked: true, attempts: 1 })
  })
})

describe('connections', () => {
  it('hear nothing more once told that they are over', async () => {
    const dingtalk = await openSales()
    const old: Heard[] = []
    const socket = await connect(dingtalk, each => {
      old.push(each)
      return acks(each)
    })
    dingtalk.disconnects({ noticeMs: 50 })
    expect((await dingtalk.tellsBot(rep, 'a')).delivery).toMatchObject({ acked: false, reason: 'no_connection' })
    await connect(dingtalk, acks)
    expect((await dingtalk.tellsBot(rep, 'b')).delivery).toMatchObject({ acked: true })
    expect(old).toEqual([])
    await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED)
  })

  it('are pinged, welcomed and refused', async () => {
    const dingtalk = await openSales({ pingEveryMs: 20 })
    const topics: string[] = []
    const socket = new WebSocket(await openTicket(dingtalk))
    socket.addEventListener('message', ({ data }) => topics.push(JSON.parse(String(data)).headers.topic))
    await expect.poll(() => topics.slice(0, 3)).toEqual(['CONNECTED', 'REGISTERED', 'ping'])
    dingtalk.refuseConnections(true)
    await expect(connect(dingtalk, acks)).rejects.toBeDefined()
  })

  it('may fall silent without closing', async () => {
    const dingtalk = await openSales({ ackWithinMs: 30 })
    const socket = new PingingSocket(await openTicket(dingtalk))
    let pongs = 0
    socket.on('pong', () => void pongs++)
    socket.on('open', () => socket.ping())
    await expect.poll(() => pongs).toBe(1)
    dingtalk.goSilent(true)
    socket.ping()
    expect((await dingtalk.tellsBot(rep, 'a')).delivery).toMatchObject({ acked: false, reason: 'timeout' })
    expect([pongs, dingtalk.connectionCount]).toEqual([1, 1])
    dingtalk.goSilent(false)
    socket.ping()
    await expect.poll(() => pongs).toBe(2)
  })

  it('carry anything at all that a test makes up', async () => {
    const dingtalk = await openSales()
    const heard: unknown[] = []
    const socket = await connect(dingtalk, each => {
      heard.push(JSON.parse(each.data))
      return acks(each)
    })
    const raw: unknown[] = []
    socket.addEventListener('message', ({ data }) => raw.push(data))
    await dingtalk.sendsRobotData({ msgtype: 'chatRecord' })
    await dingtalk.sendsEvent('chat_update_title', { title: '销售二部' })
    expect(heard).toEqual([{ msgtype: 'chatRecord' }, { title: '销售二部' }])
    dingtalk.sendsFrame('{"type":"SYSTEM"')
    await expect.poll(() => raw).toContain('{"type":"SYSTEM"')
  })

  it('carry nothing of what DingTalk has forgotten', async () => {
    const dingtalk = await openSales()
    await connect(dingtalk, silent)
    const told = dingtalk.changePerson(rep, { title: '经理' })
    dingtalk.forgetsUndelivered()
    expect(await told).toEqual({ acked: false, reason: 'forgotten', attempts: 1 })
  })

  it('are told on when the app says something that is no reply', async () => {
    const dingtalk = await openSales()
    const socket = await connect(dingtalk, acks)
    socket.send('not json')
    await expect.poll(() => dingtalk.takeUnexpected()).toEqual(['A frame of the app is no reply'])
    await connect(dingtalk, () => ({ nothing: true }))
    socket.close()
    await expect.poll(() => dingtalk.connectionCount).toBe(1)
    await dingtalk.tellsBot(rep, 'a')
    expect(dingtalk.takeUnexpected()).toEqual(['A callback was answered without a response'])
  })
})
