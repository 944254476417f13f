import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openStore } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'
import { quiet } from '../../store/fixture.ts'
import { figuresOf } from './figures.ts'
import { everybody, type HardWeek, liveHardWeek, names, reps } from './hard-week.ts'
import { platforms } from './places.ts'
import { everythingPosted, inGroup, type Posted } from './posted.ts'
import { accountsOf } from './team.ts'

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 100_000)
const kills = 20

/** A board shows the ranks up to this one. */
const shown = 5

describe(`a process on four platforms that is killed ${kills} times (CRASH_SEED=${seed})`, () => {
  let week: HardWeek
  let store: Store
  let posted: readonly Posted[]
  /** What was being sent as the process died or a connection broke, where the platform cannot tell whether it arrived. */
  let uncertain: readonly { readonly id: string; readonly purpose: string; readonly channelId: string | null }[]

  beforeAll(async () => {
    week = await liveHardWeek(kills, seed)
    store = await openStore({ dataDir: week.world.dataDir, log: quiet })
    posted = await everythingPosted(week.world, everybody, store)
    uncertain = await store.prisma.delivery.findMany({
      where: { state: 'failed', lastError: { startsWith: 'uncertain' } },
    })
  }, 400_000)
  afterAll(async () => {
    await store?.close()
    await week?.world[Symbol.asyncDispose]()
  })

  test('has every acknowledged report once', async () => {
    for (const [rep, numbers] of week.acknowledged) {
      const said = await numbersSaid(store, rep)
      const lost = numbers.filter(n => !said.includes(n))
      expect(lost, rep).toEqual([])
      expect(repeated(said), rep).toEqual([])
      // Who is heard how often is chance, but whoever never was tells nothing.
      expect(numbers, rep).not.toEqual([])
    }
    expect([...week.acknowledged.values()].flat().length).toBeGreaterThan(3 * names.length)
  })

  test('counts of each person and day the last report, and shows the same numbers in every group', async () => {
    const sums = await Promise.all(names.map(async name => [name, await sumOf(store, name)] as const))
    // Equals share a rank.
    const ranked = sums.map(([name, sum]) => ({ name, sum, rank: 1 + sums.filter(([, other]) => other > sum).length }))
    const top = ranked.filter(({ rank }) => rank <= shown)
    const expected = Object.fromEntries(top.map(({ name, sum, rank }) => [name, [String(rank), `${sum}万`]]))
    for (const platform of platforms) expect(week.boards.get(platform), platform).toEqual(expected)
  })

  test('posted nothing twice', () => {
    const keys = posted.flatMap(({ key }) => key ?? [])
    expect(keys.length).toBeGreaterThan(kills)
    expect(repeated(keys)).toEqual([])
    // Where no platform keeps our keys, it is told by the words: but for what recurs, nothing is ever said in the same.
    const recurs = /^已私聊回复|还没交|^签单额榜(?![\s\S]*截至)/
    const told = posted.filter(({ text }) => !recurs.test(text))
    expect(told.length).toBeGreaterThan(kills)
    expect(repeated(told.map(({ platform, chat, text }) => `${platform} ${chat} ${text}`))).toEqual([])
  })

  test('reminded people on each platform as often as it knows of, and besides at the most what nobody can know', async () => {
    for (const platform of platforms) {
      const sent = await store.prisma.delivery.count({ where: { platform, purpose: { startsWith: 'nudges.' } } })
      const there = posted.filter(one => one.platform === platform && /^(你的|计划|日报).*还没交/.test(one.text)).length
      expect(there, platform).toBeGreaterThanOrEqual(Math.max(sent, 1))
      expect(there, platform).toBeLessThanOrEqual(sent + uncertain.length)
    }
  })

  test('posted in DingTalk what it knows of, and besides at the most what nobody can know', async () => {
    const sent = await store.prisma.delivery.findMany({ where: { platform: 'dingtalk' } })
    const parts = sent.flatMap(({ receipts }) => z.array(z.unknown()).parse(receipts)).length
    const there = posted.filter(({ platform }) => platform === 'dingtalk').length
    expect(there).toBeGreaterThanOrEqual(parts)
    expect(there).toBeLessThanOrEqual(parts + uncertain.length)
  })

  test('answered every report once, but for what nobody can know', async () => {
    const lost = uncertain.filter(({ purpose }) => purpose === 'reports.submitted').length
    for (const [rep, accounts] of Object.entries(reps)) {
      const own = new Set(accountsOf(accounts).map(account => account.join()))
      const answers = posted.filter(({ platform, chat }) => own.has([platform, chat].join()))
      const count = answers.filter(({ text }) => /^日报已(记下|更新)/.test(text)).length
      const said = (await numbersSaid(store, rep)).length
      expect(count, rep).toBeLessThanOrEqual(said)
      expect(count, rep).toBeGreaterThanOrEqual(said - lost)
    }
    expect(posted.filter(({ text }) => /没能处理好/.test(text))).toEqual([])
  })

  test('posted the digest of each round, and the week’s board, in every group once and with the same numbers', async () => {
    const { from, to } = week
    const rounds = await store.prisma.round.findMany({ where: { dueAt: { lte: to }, opensAt: { gt: from } } })
    expect(rounds.length).toBeGreaterThanOrEqual(9)
    expect(rounds.filter(({ digestAt }) => digestAt === null)).toEqual([])
    const lost = uncertain.filter(({ channelId }) => channelId !== null).length
    const boards = platforms.flatMap(platform => {
      const texts = posted.filter(one => one.platform === platform && inGroup(one)).map(({ text }) => text)
      const titles = texts.flatMap(text => /^(计划|日报)汇总 · .+/.exec(text)?.[0] ?? [])
      expect(titles.length, platform).toBeGreaterThan(0)
      expect(repeated(titles).length, platform).toBeLessThanOrEqual(lost)
      const weekly = texts.filter(text => /签单额榜[\s\S]*截至 .+17:00/.test(text))
      expect(repeated(weekly), platform).toEqual([])
      return weekly.map(text => figuresOf(text, names))
    })
    expect(boards.length).toBeGreaterThanOrEqual(platforms.length - lost)
    expect(boards.length).toBeLessThanOrEqual(platforms.length)
    expect(Object.keys(boards[0] ?? {}).length).toBeGreaterThanOrEqual(shown)
    for (const board of boards) expect(board).toEqual(boards[0])
  })

  test('left nothing behind but what nobody can know', async () => {
    expect(await store.prisma.inboundEvent.count({ where: { state: { not: 'handled' } } })).toBe(0)
    const settled = { state: { notIn: ['sent', 'merged', 'expired'] } }
    const left = await store.prisma.delivery.findMany({
      where: { ...settled, id: { notIn: uncertain.map(({ id }) => id) } },
    })
    expect(left).toEqual([])
    expect(await store.query(`SELECT id FROM pgboss.job WHERE name = 'dead-letters'`)).toEqual([])
  })

  test('stayed within the limits of every platform', () => {
    const { slack, dingtalk, wecom } = week.world
    for (const side of [slack, dingtalk, wecom]) expect(side.takeUnexpected()).toEqual([])
    expect(slack.count429).toBe(0)
    expect([...dingtalk.tooFast, ...wecom.tooFast]).toEqual([])
  })
})

function repeated<T>(all: readonly T[]): readonly T[] {
  return all.filter((one, at) => all.indexOf(one) !== at)
}

const reading = z.object({ values: z.object({ calls: z.number(), revenue: z.number() }) })

/** All numbers that a rep's reports ever said. */
async function numbersSaid(store: Store, rep: string): Promise<number[]> {
  const reports = await store.prisma.report.findMany({
    where: { kind: 'report', member: { name: rep } },
    include: { revisions: true },
  })
  const wordings = reports.flatMap(report => [...report.revisions.map(({ snapshot }) => snapshot), report])
  return wordings.map(wording => reading.parse(wording).values.calls)
}

/** What counts of a rep, in 万. */
async function sumOf(store: Store, rep: string): Promise<number> {
  const reports = await store.prisma.report.findMany({ where: { kind: 'report', member: { name: rep } } })
  return reports.reduce((sum, report) => sum + reading.parse(report).values.revenue / 10_000, 0)
}
