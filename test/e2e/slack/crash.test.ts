import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createRandom } from '../../../src/base/random.ts'
import { openStore } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'
import type { SlackSimulator } from '../../simulators/slack/index.ts'
import { quiet, temporaryStore } from '../../store/fixture.ts'
import { fromMonday } from '../furnish.ts'
import { ifGone } from '../gone.ts'
import { roomClient } from '../room-client.ts'
import type { Server } from '../server.ts'
import { follow } from '../team-time.ts'
import { CHANNEL, openWorkspace, startOn, viewer } from './workspace.ts'

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 100_000)
const kills = 20
const reps = Array.from({ length: 8 }, (_, at) => `U0REP${at + 1}`)
const people = { U0BOSS: { name: '张敏' }, ...Object.fromEntries(reps.map(id => [id, { name: `销售${id}` }])) }

const stops = ['17:10', '18:50', '19:05', '21:00'] as const
const targetOf = (now: Date, life: number): Date => fromMonday(now, Math.floor(life / 4), stops[life % 4] ?? '17:10')

const reading = z.object({ values: z.object({ calls: z.number() }) })

/** What Slack was told has arrived: of each rep, the numbers of their reports. */
type Acknowledged = ReadonlyMap<string, number[]>

/** Says numbered reports in direct chats, one after the other, and keeps which of them Slack heard an "ok" for. */
function startDriver(slack: SlackSimulator): { stop(): Promise<Acknowledged> } {
  const acknowledged = new Map(reps.map(id => [id, [] as number[]]))
  let next = 1
  let stopped = false
  async function drive(rep: string): Promise<void> {
    while (!stopped) {
      const n = next++
      const { deliveries } = await slack.tellsBot(rep, `日报 电话${n}`)
      if (deliveries.every(({ acked }) => acked)) acknowledged.get(rep)?.push(n)
      await sleep(700)
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

describe(`a process on Slack that is killed ${kills} times (CRASH_SEED=${seed})`, () => {
  let slack: SlackSimulator
  let store: Store
  let acknowledged: Acknowledged
  let start: Date
  const seen = (user: string) => slack.directMessages(user).filter(({ fromBot }) => fromBot)

  beforeAll(async () => {
    slack = await openWorkspace(people)
    const { store: empty, settings } = await temporaryStore()
    await empty.close()
    const random = createRandom(seed)
    const own = { DATA_DIR: settings.dataDir }
    let server: Server = await startOn(slack, own)
    await roomClient(server.base).goTo(fromMonday(new Date(), -1, '23:30'))
    await follow(slack, server)
    await slack.slash('U0BOSS', CHANNEL, '/setup', '销售一部')
    await viewer(slack, 'U0BOSS').sees(/“销售一部”/)
    await slack.slash('U0BOSS', CHANNEL, '/settings', 'calendar mon-fri holidays=off')
    await viewer(slack, 'U0BOSS').sees(/日历|周一/)
    start = await roomClient(server.base).now()
    // The first life has somewhere to go.
    await roomClient(server.base).goTo(fromMonday(start, 0, '17:00'))
    await follow(slack, server)

    const driver = startDriver(slack)
    for (let life = 0; life < kills; life++) {
      const moving = roomClient(server.base).goTo(targetOf(start, life)).catch(ifGone(undefined))
      await sleep(random.int(50, 1_500))
      if (life % 3 === 0) slack.dropsConnections()
      if (life % 3 === 1) slack.disconnects('refresh_requested')
      await sleep(random.int(50, 500))
      await server.end('SIGKILL')
      await moving
      server = await startOn(slack, own)
      await follow(slack, server)
    }
    acknowledged = await driver.stop()
    await roomClient(server.base).goTo(targetOf(start, kills))
    await quietDown(slack)
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    store = await openStore({ dataDir: settings.dataDir, log: quiet })
  }, 400_000)
  afterAll(async () => {
    await store.close()
    await slack.close()
  })

  test('has every acknowledged report once', async () => {
    for (const [rep, numbers] of acknowledged) {
      const said = await callsSaid(store, rep)
      expect(numbers.filter(n => !said.includes(n))).toEqual([])
      expect(new Set(said).size).toBe(said.length)
    }
    expect([...acknowledged.values()].flat().length).toBeGreaterThan(kills)
  })

  test('posted no delivery twice', () => {
    const posted = [...slack.messages(CHANNEL), ...[...reps, 'U0BOSS'].flatMap(seen)].filter(({ fromBot }) => fromBot)
    const keys = posted.map(({ metadata }) => JSON.stringify(metadata))
    expect(keys.length).toBeGreaterThan(kills)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  test('answered every acknowledged report', async () => {
    for (const rep of reps) {
      const answers = seen(rep).map(one => slack.visibleText(one).text)
      const said = await callsSaid(store, rep)
      expect(answers.filter(text => /日报已(记下|更新)/.test(text))).toHaveLength(said.length)
      expect(answers.filter(text => /没能处理好/.test(text))).toEqual([])
    }
  })

  test('posted the digest of each round that came due at most once, and each that it could still post in time', async () => {
    const now = targetOf(start, kills)
    const rounds = await store.prisma.round.findMany({ where: { dueAt: { lte: now }, opensAt: { gt: start } } })
    expect(rounds.length).toBeGreaterThanOrEqual(9)
    expect(rounds.filter(({ digestAt }) => digestAt === null)).toEqual([])
    const sent = await store.prisma.delivery.findMany({ where: { purpose: 'digests.due', state: 'sent' } })
    const titles = slack
      .messages(CHANNEL)
      .filter(({ fromBot, threadTs }) => fromBot && threadTs === null)
      .flatMap(one => /^(计划|日报)汇总 · .+/m.exec(slack.visibleText(one).text)?.[0] ?? [])
    expect(titles.length).toBeGreaterThan(0)
    expect(titles).toHaveLength(new Set(sent.map(({ reviseKey }) => reviseKey)).size)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('left nothing behind: no event unhandled, nothing unsent, no job given up', async () => {
    expect(await store.prisma.inboundEvent.count({ where: { state: { not: 'handled' } } })).toBe(0)
    const states = await store.prisma.delivery.groupBy({ by: ['state'], _count: true })
    expect(states.map(({ state }) => state).filter(state => !settled.has(state))).toEqual([])
    expect(await store.query(`SELECT id FROM pgboss.job WHERE name = 'dead-letters'`)).toEqual([])
  })
})

const settled: ReadonlySet<string> = new Set(['sent', 'merged', 'expired'])

/** Waits until the bot has posted nothing for a while: what is paced at one a second takes its time. */
async function quietDown(slack: SlackSimulator): Promise<void> {
  for (let before = -1; before !== slack.calls.length; await sleep(4_000)) before = slack.calls.length
}

/** All numbers of calls that a rep's reports ever said. */
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
