import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TemporaryDatabase, temporaryPostgres } from '../store/fixture.ts'
import type { SeenMessage } from '../talk.ts'
import { fromMonday, furnish } from './furnish.ts'
import { type RoomClient, roomClient } from './room-client.ts'
import { type Server, startServer } from './server.ts'

const reps = Array.from({ length: 6 }, (_, at) => `rep${at + 1}`)
const people = { boss: '张敏', ...Object.fromEntries(reps.map(id => [id, `销售${id}`])) }
const reportsEach = 8

const opened = await temporaryPostgres()
const reason = 'reason' in opened ? opened.reason : undefined

describe('two processes on one PostgreSQL', () => {
  let database: TemporaryDatabase
  let servers: readonly Server[] = []
  let rooms: readonly RoomClient[] = []
  let start: Date

  const inRoom = (at: number): RoomClient => {
    const room = rooms[at % rooms.length]
    if (room === undefined) throw new Error('no process is running')
    return room
  }
  async function say(at: number, as: string, channel: string, text: string): Promise<void> {
    const response = await inRoom(at).post('messages', { as, channel, text })
    expect(response.status, await response.text()).toBe(202)
  }
  const goTo = (days: number, time: `${number}:${number}`) => fromMonday(start, days, time)

  beforeAll(async () => {
    if ('reason' in opened) return
    database = opened
    await furnish(database.store, people)
    const settings = { DATABASE_URL: database.settings.url ?? '' }
    servers = [await startServer(settings), await startServer(settings)]
    rooms = servers.map(server => roomClient(server.base))
    start = await inRoom(0).now()
    await Promise.all(rooms.map(room => room.goTo(goTo(-1, '23:30'))))
    await say(0, 'boss', 'sales', '/setup 销售一部')
    await inRoom(0).post('clock', { advance: 'PT1M' })
    await say(1, 'boss', 'sales', '/settings calendar mon-fri holidays=off')
    for (const [at, rep] of reps.entries()) await say(at, rep, 'sales', '/join')
    await inRoom(0).goTo(goTo(0, '17:10'))
  }, 120_000)
  beforeEach(context => {
    if (reason !== undefined) context.skip(reason)
  })
  afterAll(async () => {
    await Promise.all(servers.map(server => server.end('SIGKILL')))
    await database?.close()
  })

  test('have one time: where one is moved, both are', async () => {
    for (const room of rooms) {
      expect(Math.abs((await room.now()).getTime() - goTo(0, '17:10').getTime())).toBeLessThan(30_000)
    }
  })

  test('answer what one person says in its order, whichever of them hears it', async () => {
    const talking = reps.map(async rep => {
      for (let n = 1; n <= reportsEach; n++) await say(n, rep, 'dm', `日报 电话${n}`)
    })
    await Promise.all(talking)
    await inRoom(0).post('clock', { advance: 'PT1M' })
    const expected = Array.from({ length: reportsEach }, (_, at) => `电话：${at + 1}`)
    for (const rep of reps) {
      const said = await inRoom(1).messages(`dm:${rep}`)
      const answers = said.filter(it => it.from === 'bot' && /^日报已/.test(it.text))
      expect(answers.map(it => /电话：\d+/.exec(it.text)?.[0])).toEqual(expected)
    }
  })

  test('run each slot once and send each message once, even when both are moved at the same moment', async () => {
    await Promise.all(rooms.map(room => room.goTo(goTo(1, '09:20'))))
    await inRoom(1).goTo(goTo(4, '19:05'))
    const due = await database.store.prisma.round.findMany({ where: { dueAt: { gt: start, lte: goTo(4, '19:05') } } })
    expect(due).toHaveLength(10)
    const titles = (said: readonly SeenMessage[]) =>
      said.flatMap(({ text }) => /^(计划|日报)汇总 · .+/.exec(text)?.[0] ?? [])
    const seen = await Promise.all(rooms.map(async room => titles(await room.messages('sales'))))
    expect(seen[0]).toHaveLength(due.length)
    expect(new Set(seen[0]).size).toBe(due.length)
    expect(seen[1]).toEqual(seen[0])
    const slots = await database.store.prisma.slot.findMany({ where: { outcome: 'skipped' } })
    expect(slots).toEqual([])
  })

  test('leave nothing unsent and let each other end in peace', async () => {
    const waiting = { state: { notIn: ['sent', 'merged', 'expired'] }, notBefore: { lte: goTo(4, '19:05') } }
    expect(await database.store.prisma.delivery.findMany({ where: waiting })).toEqual([])
    for (const server of servers) expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
  })
})
