import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createRandom } from '../../src/base/random.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { quiet } from '../store/fixture.ts'
import { fromMonday, furnishedFolder } from './furnish.ts'
import { ifGone } from './gone.ts'
import { roomClient } from './room-client.ts'
import { type Server, startServer } from './server.ts'

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 100_000)
const kills = 20
const reps = Array.from({ length: 12 }, (_, at) => `rep${at + 1}`)
const people = { boss: '张敏', ...Object.fromEntries(reps.map(id => [id, `销售${id}`])) }

/** Where the clock is to go during each life of the process, in the week after this one. */
const stops = ['17:10', '18:50', '19:05', '21:00'] as const
const targetOf = (now: Date, life: number): Date => fromMonday(now, Math.floor(life / 4), stops[life % 4] ?? '17:10')

/** What was acknowledged: of each rep, the numbers of their reports in the order in which they were said. */
type Acknowledged = ReadonlyMap<string, number[]>

/** Says numbered reports, each over and over until it is acknowledged, whatever happens to the process meanwhile. */
function startDriver(base: () => string | null): { stop(): Promise<Acknowledged> } {
  const acknowledged = new Map(reps.map(id => [id, [] as number[]]))
  let next = 1
  let stopped = false

  async function sayUntilHeard(as: string, n: number): Promise<void> {
    const body = JSON.stringify({ as, channel: 'dm', text: `日报 电话${n}`, eventId: `report-${n}` })
    for (;;) {
      const address = base()
      const response =
        address && (await fetch(`${address}/room/api/messages`, { method: 'POST', body }).catch(ifGone(null)))
      if (response && response.status === 202) return
      await sleep(25)
    }
  }

  async function drive(as: string): Promise<void> {
    while (!stopped) {
      const n = next++
      await sayUntilHeard(as, n)
      acknowledged.get(as)?.push(n)
      // Writing down has the right of way: said without a pause, more would be waiting in the end than is handled in minutes.
      await sleep(250)
    }
  }

  const drivers = reps.map(drive)
  return {
    async stop() {
      stopped = true
      await Promise.all(drivers)
      return acknowledged
    },
  }
}

const reading = z.object({ values: z.object({ calls: z.number() }) })

describe(`a process that is killed ${kills} times (CRASH_SEED=${seed})`, () => {
  let store: Store
  let acknowledged: Acknowledged
  let start: Date

  beforeAll(async () => {
    const dataDir = await furnishedFolder(people)
    const settings = { DATA_DIR: dataDir }
    let server: Server = await startServer(settings)
    await setUp(server)
    start = await roomClient(server.base).now()

    const random = createRandom(seed)
    let base: string | null = server.base
    const driver = startDriver(() => base)
    for (let life = 0; life < kills; life++) {
      const moving = roomClient(server.base).goTo(targetOf(start, life)).catch(ifGone(undefined))
      await sleep(random.int(50, 2_000))
      base = null
      await server.end('SIGKILL')
      await moving
      server = await startServer(settings)
      base = server.base
    }
    await sleep(300)
    acknowledged = await driver.stop()
    await roomClient(server.base).goTo(targetOf(start, kills))
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    store = await openStore({ dataDir, log: quiet })
  }, 400_000)
  afterAll(() => store?.close())

  test('has every acknowledged report once, in the order in which it was said', async () => {
    for (const [rep, numbers] of acknowledged) expect(await callsSaid(store, rep)).toEqual(numbers)
    expect([...acknowledged.values()].flat().length).toBeGreaterThan(kills)
  })

  test('counts of each report its last value and nothing else', async () => {
    const reports = await store.prisma.report.findMany({ include: { revisions: true } })
    for (const { id, memberId, date, values, revisions } of reports) {
      const { calls } = reading.shape.values.parse(values)
      const entries = await store.prisma.entry.findMany({ where: { reportId: id } })
      const replaced = new Set(entries.map(entry => entry.replaces))
      expect(entries.filter(entry => !replaced.has(entry.id)).map(entry => Number(entry.value))).toEqual([calls])
      expect(entries).toHaveLength(revisions.length + 1)
      const [kept] = await store.prisma.metricDay.findMany({ where: { memberId, date } })
      expect(Number(kept?.value)).toBe(calls)
    }
  })

  test('answered each report once', async () => {
    for (const [rep, numbers] of acknowledged) {
      const said = await store.prisma.roomMessage.findMany({ where: { channel: `dm:${rep}`, from: 'bot' } })
      expect(said.filter(({ text }) => /^日报已(记下|更新)/.test(text))).toHaveLength(numbers.length)
      expect(said.filter(({ text }) => /没能处理好/.test(text))).toEqual([])
    }
  })

  test('posted the digest of each round that came due once', async () => {
    const now = targetOf(start, kills)
    const rounds = await store.prisma.round.findMany({ where: { dueAt: { lte: now }, opensAt: { gt: start } } })
    expect(rounds.length).toBeGreaterThanOrEqual(9)
    expect(rounds.filter(({ digestAt }) => digestAt === null)).toEqual([])
    const said = await store.prisma.roomMessage.findMany({ where: { channel: 'sales', from: 'bot', to: null } })
    const titles = said.flatMap(({ text }) => /^(计划|日报)汇总 · .+/.exec(text)?.[0] ?? [])
    expect(titles.length).toBeGreaterThanOrEqual(rounds.length)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('left nothing behind: no event unhandled, nothing unsent, no job given up', async () => {
    expect(await store.prisma.inboundEvent.count({ where: { state: { not: 'handled' } } })).toBe(0)
    const states = await store.prisma.delivery.groupBy({ by: ['state'], _count: true })
    expect(states.map(({ state }) => state).filter(state => !settled.has(state))).toEqual([])
    const dead = await store.query(`SELECT id FROM pgboss.job WHERE name = 'dead-letters'`)
    expect(dead).toEqual([])
  })
})

const settled: ReadonlySet<string> = new Set(['sent', 'merged', 'expired'])

/** A team whose workdays are Monday to Friday, whatever year this test runs in. */
async function setUp({ base }: Server): Promise<void> {
  const room = roomClient(base)
  const say = async (as: string, text: string) => {
    const response = await room.post('messages', { as, channel: 'sales', text })
    expect(response.status).toBe(202)
  }
  await room.goTo(fromMonday(await room.now(), -1, '23:30'))
  await say('boss', '/setup 销售一部')
  await say('boss', '/settings calendar mon-fri holidays=off')
  for (const rep of reps) await say(rep, '/join')
  await room.goTo(targetOf(await room.now(), 0))
}

/** All numbers of calls that a rep's reports ever said, oldest first. */
async function callsSaid(store: Store, rep: string): Promise<number[]> {
  const reports = await store.prisma.report.findMany({
    where: { kind: 'report', member: { name: `销售${rep}` } },
    include: { revisions: { orderBy: { number: 'asc' } } },
    orderBy: { date: 'asc' },
  })
  return reports.flatMap(report => [
    ...report.revisions.map(({ snapshot }) => reading.parse(snapshot).values.calls),
    reading.parse({ values: report.values }).values.calls,
  ])
}
