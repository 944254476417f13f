import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { StreamClient } from '../../../adapters/dingtalk/connection/stream-client.ts'
import { openListening, openStream, until } from './open-stream.ts'
import { malformedFrames } from './sample-files.ts'
import { cardTopic, frame, robotFrame, robotTopic } from './stream-side.ts'

const answerIn = (reply: { data: string } | undefined) => reply && JSON.parse(reply.data)

describe('the opening of a connection', () => {
  it('asks for what people say and press, twice over, and gives the ticket back as it was', async () => {
    const { side } = await openListening()
    expect(side.opened).toHaveLength(2)
    expect(side.opened[0]).toMatchObject({
      clientId: 'ding123',
      subscriptions: [
        { type: 'CALLBACK', topic: robotTopic },
        { type: 'CALLBACK', topic: cardTopic },
      ],
    })
    expect(side.tickets).toEqual(['a+b/c&d=', 'a+b/c&d='])
  })
})

describe('what arrives', () => {
  it('is acknowledged only after it is durable', async () => {
    const { peer, side, ears } = await openListening()
    const durable = Promise.withResolvers<void>()
    ears.answers.robot = () => durable.promise
    peer.send(robotFrame('m1', { msgId: 'x' }))
    await until(() => ears.heard.length === 1)
    await sleep(50)
    expect(side.replies).toEqual([])
    durable.resolve()
    await until(() => side.replyTo('m1') !== undefined)
    expect(side.replyTo('m1')).toMatchObject({ code: 200, data: '{"response":{}}' })
    expect(ears.heard).toEqual([{ door: 'robot', data: { msgId: 'x' }, messageId: 'm1' }])
  })

  it('is handed over again until it could be written down', async () => {
    const { peer, side, ears } = await openListening()
    let failures = 2
    ears.answers.robot = async () => {
      if (failures-- > 0) throw new Error('a secret word')
    }
    peer.send(robotFrame('m1'))
    await until(() => side.replyTo('m1') !== undefined)
    expect(ears.heard).toHaveLength(3)
    expect(ears.linesFrom(50)).toHaveLength(2)
    expect(ears.lines.join('')).not.toContain('a secret word')
  })

  it('is answered with what the card shall show, or else with nothing', async () => {
    const { peer, side, ears } = await openListening()
    ears.answers.card = async () => ({ cardData: { cardParamMap: { status: 'done' } } })
    peer.send(frame('CALLBACK', { topic: cardTopic, messageId: 'c1' }, { outTrackId: 'card1' }))
    await until(() => side.replyTo('c1') !== undefined)
    expect(answerIn(side.replyTo('c1'))).toEqual({ response: { cardData: { cardParamMap: { status: 'done' } } } })
    ears.answers.card = async () => undefined
    peer.send(frame('CALLBACK', { topic: cardTopic, messageId: 'c2' }, {}))
    await until(() => side.replyTo('c2') !== undefined)
    expect(answerIn(side.replyTo('c2'))).toEqual({ response: {} })
  })

  it('is not answered when a press could not be written down: the person presses again', async () => {
    const { peer, side, ears } = await openListening()
    ears.answers.card = () => {
      throw new Error('at once')
    }
    peer.send(frame('CALLBACK', { topic: cardTopic, messageId: 'c1' }))
    peer.send(robotFrame('m1'))
    await until(() => side.replyTo('m1') !== undefined)
    await sleep(50)
    expect(side.replyTo('c1')).toBeUndefined()
    expect(ears.heard.filter(({ door }) => door === 'card')).toHaveLength(1)
  })

  it('may be a ping, which is echoed, or an event, which is taken off the list', async () => {
    const { peer, side } = await openListening()
    peer.send(frame('SYSTEM', { topic: 'ping', messageId: 'p1' }, { opaque: 'abc' }))
    peer.send(frame('EVENT', { topic: '*', messageId: 'e1', eventType: 'user_add_org' }))
    await until(() => side.replies.length === 2)
    expect(side.replyTo('p1')).toMatchObject({ code: 200, data: '{"opaque":"abc"}', headers: { topic: 'ping' } })
    expect(answerIn(side.replyTo('e1'))).toMatchObject({ status: 'SUCCESS' })
  })
})

describe('a frame that nobody should send', () => {
  const small = [...malformedFrames(), '{"type":', '7'].map(text => [text, text] as const)
  const bad = [...small, ['a megabyte', 'x'.repeat(1024 * 1024)], ['no text', Buffer.from([0xff, 0x00])]] as const

  it.each(bad)('is passed over, and the next is heard: %s', async (_, frame) => {
    const { peer, side, hearing } = await openListening()
    peer.send(frame)
    peer.send(robotFrame('good'))
    await until(() => side.replyTo('good') !== undefined)
    expect(hearing.closed).toBe(0)
  })

  it('is logged as no more than that', async () => {
    const { peer, side, ears } = await openListening()
    peer.send('{"words":"of a member"')
    peer.send(robotFrame('good'))
    await until(() => side.replyTo('good') !== undefined)
    expect(ears.linesFrom(40)).toHaveLength(1)
    expect(ears.lines.join('')).not.toContain('of a member')
  })

  it('is taken off the list where only what it carries is no JSON', async () => {
    const { peer, side, ears } = await openListening()
    peer.send('{"type":"CALLBACK","headers":{"topic":"/v1.0/im/bot/messages/get","messageId":"x"},"data":"not json"}')
    await until(() => side.replyTo('x') !== undefined)
    expect(ears.heard).toEqual([])
  })
})

describe('a planned disconnect', () => {
  it('makes a new connection before the old one ends, which is heard to its end', async () => {
    const { peer, side, ears, hearing } = await openListening()
    peer.send(frame('SYSTEM', { topic: 'disconnect', messageId: 'd1' }, { reason: 'connection is expired' }))
    await until(() => side.live().length === 3)
    expect(hearing.closed).toBe(0)
    peer.send(robotFrame('late'))
    await until(() => side.replyTo('late') !== undefined)
    peer.close()
    await until(() => side.live().length === 2)
    await sleep(50)
    expect(side.opened).toHaveLength(3)
    expect(ears.heard).toHaveLength(1)
  })
})

describe('a connection that fails', () => {
  it('is made anew after the network dropped both, once for each', async () => {
    const { side, hearing, listening } = await openListening()
    for (const peer of side.live()) peer.terminate()
    await until(() => hearing.closed === 2)
    await listening()
    await sleep(300)
    expect(side.live()).toHaveLength(2)
    expect(side.opened).toHaveLength(4)
    expect(hearing).toEqual({ opened: 4, closed: 2 })
  })

  it('is tried again ever more slowly while no web socket can be opened, and comes back as two', async () => {
    const { side, start, listening, ears } = await openStream()
    side.behaviour.upgrades = false
    void start()
    await sleep(1_500)
    expect(side.handshakes()).toBeGreaterThan(3)
    expect(side.handshakes()).toBeLessThan(12)
    side.behaviour.upgrades = true
    await listening()
    await sleep(200)
    expect(side.live()).toHaveLength(2)
    expect(ears.linesFrom(50)).toEqual([])
  })

  it('is tried again while the gateway answers with faults', async () => {
    const { side, start, listening, isOver } = await openStream()
    side.behaviour.gateway = { status: 502, body: '<html>Bad Gateway</html>' }
    void start()
    await until(() => side.opened.length >= 4)
    side.behaviour.gateway = { body: { endpoint: 'gopher://x/#', ticket: 'a+b' } }
    const asked = side.opened.length
    await until(() => side.opened.length > asked)
    side.behaviour.gateway = null
    await listening()
    expect(isOver()).toBe(false)
  })

  it('is noticed when the other side has died, though nothing was said', async () => {
    const { peer, side, hearing } = await openListening({ patience: { openWithinMs: 5_000, pingEveryMs: 100 } })
    await sleep(500)
    expect(hearing.closed).toBe(0)
    peer.pause()
    await until(() => hearing.closed === 1)
    await until(() => side.live().filter(it => it !== peer).length === 2)
  })
})

describe('a refusal for good', () => {
  it('ends the listening with one line that says what to do', async () => {
    const { side, start, ears } = await openStream()
    side.behaviour.gateway = { status: 401, body: { code: 'authFailed', message: 'the-client-secret is wrong' } }
    await start()
    expect(ears.linesFrom(50)).toHaveLength(1)
    expect(ears.linesFrom(50)[0]).toContain('DINGTALK_CLIENT_SECRET')
    expect(ears.linesFrom(50)[0]).toContain('authFailed')
  })
})

describe('the end of listening', () => {
  it('lets what is running be acknowledged, and leaves nothing open', async () => {
    const { peer, side, ears, stop, isOver, hearing } = await openListening()
    const durable = Promise.withResolvers<void>()
    ears.answers.robot = () => durable.promise
    peer.send(robotFrame('m1'))
    await until(() => ears.heard.length === 1)
    stop.abort()
    durable.resolve()
    await until(isOver)
    expect(side.replyTo('m1')).toBeDefined()
    await until(() => side.live().length === 0)
    expect(hearing).toEqual({ opened: 2, closed: 2 })
  })

  it('comes at once also while the gateway keeps its answer back', async () => {
    const { side, start, stop } = await openStream({ patience: { openWithinMs: 600_000, pingEveryMs: 5_000 } })
    side.behaviour.gateway = 'silent'
    const done = start()
    await until(() => side.opened.length === 2)
    stop.abort()
    await done
    expect(side.live()).toEqual([])
  })
})

describe('the client that DingTalk offers', () => {
  it('does not reconnect, ping or debug by itself: it would go to one fixed host, and write the secret out', () => {
    const nothing = () => undefined
    const hearing = {
      onOpen: nothing,
      onClosed: nothing,
      onDisconnect: nothing,
      onCallback: nothing,
      onUnreadable: nothing,
      onSign: nothing,
    }
    const client = new StreamClient({ clientId: 'ding123', clientSecret: 'the-client-secret' }, hearing)
    expect(client.getConfig()).toMatchObject({ autoReconnect: false, keepAlive: false, debug: false })
  })
})
