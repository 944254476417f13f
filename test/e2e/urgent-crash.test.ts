import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '../../src/base/random.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { quiet } from '../store/fixture.ts'
import { fromMonday, furnishedFolder } from './furnish.ts'
import { ifGone } from './gone.ts'
import { roomClient } from './room-client.ts'
import { type Server, startServer } from './server.ts'

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 100_000)
const kills = 8
const people = { boss: '张敏', wang: '王芳', qian: '钱组长', zhang: '张三', li: '李四', sun: '孙七' }
const matters = ['客户停线', '仓库漏水', '系统断电']
const order = ['张三', '李四', '钱组长', '王芳', '张敏']
/** How long each has to answer what is critical. */
const minutes = 10

describe(`urgent matters in a process that is killed ${kills} times (CRASH_SEED=${seed})`, () => {
  let store: Store

  beforeAll(async () => {
    const dataDir = await furnishedFolder(people)
    const settings = { DATA_DIR: dataDir }
    let server: Server = await startServer(settings)
    const start = await setUp(server)
    const random = createRandom(seed)
    for (let life = 1; life <= kills; life++) {
      const moving = roomClient(server.base)
        .goTo(new Date(start.getTime() + life * 8 * 60_000))
        .catch(ifGone(undefined))
      await sleep(random.int(20, 900))
      await server.end('SIGKILL')
      await moving
      server = await startServer(settings)
    }
    await roomClient(server.base).goTo(new Date(start.getTime() + 24 * 60 * 60_000))
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    store = await openStore({ dataDir, log: quiet })
  }, 300_000)
  afterAll(() => store?.close())

  test('asked everybody once and in order, and gave each the time to answer', async () => {
    const names = new Map((await store.prisma.member.findMany()).map(({ id, name }) => [id, name]))
    const all = await store.prisma.urgentMatter.findMany()
    expect(all.map(({ text }) => text).toSorted()).toEqual(matters.toSorted())
    for (const { id, raisedAt } of all) {
      const steps = await store.prisma.urgentStep.findMany({ where: { matterId: id }, orderBy: { id: 'asc' } })
      const said = steps.map(({ kind, memberId }) => `${kind} ${names.get(memberId ?? '') ?? ''}`.trim())
      expect(said).toEqual(['raised', ...order.map(name => `asked ${name}`), 'unanswered'])
      for (const [place, { at }] of steps.slice(1).entries())
        expect(at.getTime() - raisedAt.getTime()).toBeGreaterThanOrEqual(place * minutes * 60_000)
    }
  })

  test('said each of it once', async () => {
    const said = await store.prisma.roomMessage.findMany({ where: { from: 'bot' } })
    for (const text of matters) {
      for (const [id, name] of Object.entries(people)) {
        const asks = said.filter(
          it => it.channel === `dm:${id}` && it.text.includes(text) && it.text.includes('前确认，之后会找下一位'),
        )
        expect([name, asks.length]).toEqual([name, order.includes(name) ? 1 : 0])
      }
      const ends = said.filter(it => it.channel === 'sales' && it.text.includes(text) && /还没有人接手/.test(it.text))
      expect(ends).toHaveLength(1)
    }
  })
})

/** On a Monday at 09:00 three things happen, of which nobody takes any. */
async function setUp({ base }: Server): Promise<Date> {
  const room = roomClient(base)
  const say = async (as: string, text: string, channel = 'sales') => {
    const response = await room.post('messages', { as, channel, text })
    expect(response.status).toBe(202)
  }
  await room.goTo(fromMonday(await room.now(), -1, '23:30'))
  await say('boss', '/setup 销售一部')
  await say('boss', '/settings calendar mon-fri holidays=off')
  for (const id of Object.keys(people)) if (id !== 'boss') await say(id, '/join')
  const monday = fromMonday(await room.now(), 0, '09:00')
  await room.goTo(monday)
  await say('boss', '/member 王芳 role=manager', 'dm')
  await say('boss', '/member 钱组长 role=lead', 'dm')
  await say('boss', '/紧急 值班 张三 李四', 'dm')
  // Everything said before is handled once the clock has moved.
  await room.post('clock', { advance: 'PT1M' })
  for (const text of matters) await say('sun', `/紧急 特急 ${text}`)
  await room.post('clock', { advance: 'PT1M' })
  return room.now()
}
