import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { malformedFrames } from './bot-messages.ts'
import { createHeardBot, openBot, openCompany, openListening, until } from './open-bot.ts'

const opened = (lines: readonly string[]) => lines.filter(line => line.includes('connected to wecom as the bot')).length

describe('what is said to the bot', () => {
  it('is heard over one connection, word for word', async () => {
    const { wecom, heard, texts } = await openListening()
    await wecom.says('li', 'wrSALEs', '@领头羊 日报 拜访3')
    await wecom.tellsBot('wang', '你好')
    await until(() => heard.length === 2)
    expect(wecom.connectionCount).toBe(1)
    expect(texts()).toEqual(['日报 拜访3', '你好'])
    expect(heard.map(({ author, place }) => [author.accountId, place])).toEqual([
      ['li', { kind: 'group', channelId: 'wrSALEs' }],
      ['wang', { kind: 'direct' }],
    ])
  })

  it('is handed over again until it could be written down, and in no line of the log', async () => {
    const { wecom, heard, house, linesFrom, lines } = await openListening()
    let failures = 2
    house.intake = async () => {
      if (failures-- > 0) throw new Error('成交 with Acme')
    }
    await wecom.tellsBot('li', '成交 with Acme')
    await until(() => heard.length === 3)
    expect(linesFrom(50)).toHaveLength(2)
    expect(lines.join('')).not.toContain('Acme')
  })

  it('is written down though the connection is lost meanwhile', async () => {
    const { wecom, heard, house } = await openListening()
    let works = false
    house.intake = async () => {
      if (!works) throw new Error('no database')
    }
    await wecom.tellsBot('li', '日报')
    await until(() => heard.length === 1)
    wecom.dropsConnections()
    await until(() => heard.length >= 2)
    works = true
    const tries = heard.length
    await until(() => heard.length > tries)
    await until(() => wecom.subscribed)
  })

  it.each([...malformedFrames(), 'x'.repeat(1_000_000)])(
    'is heard after a frame that nobody should send: %.60s',
    async frame => {
      const { wecom, texts, lines } = await openListening()
      wecom.sendsFrame(frame)
      await wecom.tellsBot('li', '日报')
      await until(() => texts().length === 1)
      expect(opened(lines)).toBe(1)
    },
  )
})

describe('a frame that cannot be read', () => {
  it('is logged as no more than that', async () => {
    const { wecom, texts, linesFrom, lines } = await openListening()
    wecom.sendsFrame('{"headers":{"req_id":"x"},"body":"words of a member"}')
    wecom.sendsFrame('{"words of a member')
    await wecom.tellsBot('li', '日报')
    await until(() => texts().length === 1)
    expect(linesFrom(40)).toHaveLength(2)
    expect(lines.join('')).not.toContain('of a member')
  })
})

describe('a connection that fails', () => {
  it('is made anew after the network dropped it, once', async () => {
    const { wecom, lines, texts } = await openListening()
    wecom.dropsConnections()
    await until(() => opened(lines) === 2)
    await sleep(300)
    expect([wecom.connectionCount, opened(lines)]).toEqual([1, 2])
    await wecom.tellsBot('li', '日报')
    await until(() => texts().length === 1)
  })

  it('is tried again ever more slowly while none can be opened', async () => {
    const { wecom, start, listening, linesFrom } = await openBot()
    wecom.refuseConnections(true)
    void start()
    await sleep(1_200)
    const tries = linesFrom(40).length
    expect(tries).toBeGreaterThan(2)
    expect(tries).toBeLessThan(8)
    wecom.refuseConnections(false)
    await listening()
    expect(linesFrom(50)).toEqual([])
  })

  it('is given up where nobody lets us in, and tried again', async () => {
    const { wecom, start, lines } = await openBot({ patience: { openWithinMs: 100 } })
    wecom.goSilent(true)
    void start()
    await until(() => lines.some(line => line.includes('not let in')))
    wecom.goSilent(false)
    await until(() => opened(lines) === 1 && wecom.connectionCount === 1)
  })

  it('is noticed when the other side has died, though nothing was said', async () => {
    const { wecom, lines } = await openListening({ patience: { pingEveryMs: 50 } })
    await sleep(300)
    expect(opened(lines)).toBe(1)
    wecom.goSilent(true)
    await until(() => lines.some(line => line.includes('connection lost')))
    wecom.goSilent(false)
    await until(() => opened(lines) === 2)
  })

  it('is tried again where WeCom is busy', async () => {
    const { wecom, start, listening, linesFrom } = await openBot()
    wecom.failNext('aibot_subscribe', { errcode: -1 })
    wecom.failNext('aibot_subscribe', { errcode: 45009 })
    void start()
    await listening()
    expect(linesFrom(50)).toEqual([])
  })

  it.each([
    ['ws://127.0.0.1:1', 'ECONNREFUSED'],
    ['ws://127.0.0.1:1/#x', 'WS_RECONNECT_EXHAUSTED'],
  ])('is tried again where the address is none: %s', async (wsUrl, why) => {
    const bot = createHeardBot({ ...(await openCompany()), wsUrl })
    void bot.start()
    await until(() => bot.linesFrom(40).length >= 2)
    expect(JSON.parse(bot.linesFrom(40)[0] ?? '')).toMatchObject({ why })
    expect(bot.isOver()).toBe(false)
  })
})

describe('a secret that WeCom refuses', () => {
  it('ends the listening with one line that says what to do, and a finding', async () => {
    const { wecom, start, linesFrom, bot, lane } = await openBot({ secret: 'a wrong secret' })
    await start()
    expect(linesFrom(40)).toHaveLength(1)
    expect(linesFrom(40)[0]).toContain('WECOM_BOT_SECRET')
    expect(linesFrom(40)[0]).toContain('40058')
    expect(wecom.calls).toHaveLength(1)
    expect((await bot.findings()).map(({ level }) => level)).toEqual(['fault'])
    await expect(lane.respond('x', { msgtype: 'markdown', markdown: { content: 'hi' } })).rejects.toMatchObject({
      kind: 'unauthorized',
    })
  })
})

describe('another program that connects as our bot', () => {
  it('raises an alarm, a finding and no quarrel: we try again slowly', async () => {
    const { wecom, linesFrom, lines, bot, texts } = await openListening({ patience: { retryEvictedMs: 400 } })
    const other = createHeardBot(wecom)
    void other.start()
    await until(() => linesFrom(50).length === 1)
    expect(linesFrom(50)[0]).toContain('another program has connected')
    expect(linesFrom(50)[0]).toContain('"todo"')
    await until(() => other.linesFrom(30).length > 0)
    expect((await bot.findings()).map(({ level }) => level)).toEqual(['fault'])
    await sleep(200)
    expect(opened(lines)).toBe(1)
    await until(() => opened(lines) === 2)
    await wecom.tellsBot('li', '日报')
    await until(() => texts().length === 1)
    expect((await bot.findings()).map(({ level }) => level)).toEqual(['ok'])
  })
})

describe('the end of listening', () => {
  it('waits for what is being written down, and leaves nothing open', async () => {
    const { wecom, heard, house, stop, isOver } = await openListening()
    const durable = Promise.withResolvers<void>()
    house.intake = () => durable.promise
    await wecom.tellsBot('li', '日报')
    await until(() => heard.length === 1)
    stop.abort()
    await sleep(50)
    expect(isOver()).toBe(false)
    durable.resolve()
    await until(isOver)
    await until(() => wecom.connectionCount === 0)
  })

  it('comes at once also while nobody lets us in', async () => {
    const { wecom, start, stop } = await openBot({ patience: { openWithinMs: 600_000 } })
    wecom.goSilent(true)
    const done = start()
    await until(() => wecom.connectionCount === 1)
    stop.abort()
    await done
    await until(() => wecom.connectionCount === 0)
  })
})
