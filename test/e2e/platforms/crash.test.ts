import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createRandom, type Random } from '../../../src/base/random.ts'
import { openStore } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'
import { quiet } from '../../store/fixture.ts'
import { fromMonday } from '../furnish.ts'
import { roomClient } from '../room-client.ts'
import { type Acknowledged, startDriver } from './driver.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Platform, platforms } from './places.ts'
import { everythingPosted, inGroup, type Posted } from './posted.ts'
import { answerTo, sees } from './reading.ts'
import { accountsOf, link, setUpTeam } from './team.ts'
import { openWorld, type World } from './world.ts'

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 100_000)
const kills = 20
const boss = { slack: 'U0BOSS', dingtalk: 'boss', wecom: 'boss', room: 'boss' }
const reps = {
  周一: { slack: 'U0REP1' },
  周二: { slack: 'U0REP2' },
  吴三: { dingtalk: 'rep3' },
  吴四: { dingtalk: 'rep4' },
  郑五: { wecom: 'rep5' },
  郑六: { wecom: 'rep6' },
  王七: { room: 'rep7' },
  王八: { room: 'rep8' },
  李九: { slack: 'U0REP9', dingtalk: 'rep9' },
  李十: { wecom: 'rep10', room: 'rep10' },
}
const names = Object.keys(reps)

/** So many ranks a board shows. */
const shown = 5

/** Where the clock is to go during each life of the process, in the week after this one. */
const stops = ['17:10', '18:50', '19:05', '21:00'] as const
const targetOf = (now: Date, life: number): Date => fromMonday(now, Math.floor(life / 4), stops[life % 4] ?? '17:10')

describe(`a process on four platforms that is killed ${kills} times (CRASH_SEED=${seed})`, () => {
  let world: World
  let store: Store
  let acknowledged: Acknowledged
  let start: Date
  /** Everything that the processes wrote. */
  let written = ''
  let posted: readonly Posted[]
  /** What was being sent when the process died, on a platform that cannot tell whether it arrived. */
  let unknown: readonly { readonly id: string; readonly purpose: string; readonly channelId: string | null }[]
  /** What everybody in a group was told by `/board`, when all was over. */
  const boards = new Map<Platform, Figures>()

  beforeAll(async () => {
    // A person of whom WeCom waits for three answers is not heard for minutes; here they are killed over the fourth.
    world = await openWorld({ 张敏: boss, ...reps }, { wecom: { openAtOnce: 100 } })
    const random = createRandom(seed)
    await world.start()
    await setUp(world)
    start = await roomClient(world.server.base).now()
    await world.goTo(targetOf(start, 0))

    const driver = startDriver(world, reps, random)
    for (let life = 0; life < kills; life++) {
      const moving = roomClient(world.server.base)
        .goTo(targetOf(start, life))
        .catch(() => undefined)
      await sleep(random.int(50, 1_500))
      upset(world, random)
      await sleep(random.int(50, 500))
      await world.server.end('SIGKILL')
      await moving
      written += world.server.output()
      await world.start()
      }
    acknowledged = await driver.stop()
    await world.goTo(targetOf(start, kills))
    await quietDown(world)
    for (const platform of platforms) boards.set(platform, await askForBoard(world, platform))
    expect(await world.server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    written += world.server.output()
    store = await openStore({ dataDir: world.dataDir, log: quiet })
    posted = await everythingPosted(world, [boss, ...Object.values(reps)], store)
    unknown = await store.prisma.delivery.findMany({
      where: { state: 'failed', lastError: { startsWith: 'uncertain' } },
    })
      unknown.map(u => [u.purpose, u.lastError]),
      [...acknowledged].map(([n, l]) => `${n}${l.length}`).join(),
      written
        .split('\n')
        .filter(l => /"level":(40|50)/.test(l) && !/connection lost/.test(l))
        .join('\n')
        .slice(0, 8000),
    )
  }, 400_000)
  afterAll(async () => {
    await store?.close()
    await world[Symbol.asyncDispose]()
  })

  test('has every acknowledged report once', async () => {
    for (const [rep, numbers] of acknowledged) {
      const said = await numbersSaid(store, rep)
      expect(
        numbers.filter(n => !said.includes(n)),
        rep,
      ).toEqual([])
      expect(new Set(said).size, rep).toBe(said.length)
      expect(numbers.length, rep).toBeGreaterThan(3)
    }
  })

  test('counts of each person and day one report, and shows one board with the same numbers everywhere', async () => {
    const sums = await Promise.all(
      names.map(async name => {
        const kept = await store.prisma.report.findMany({ where: { kind: 'report', member: { name } } })
        return [name, kept.map(({ values }) => numbersIn({ values }).deals).reduce((a, b) => a + b, 0)] as const
      }),
    )
    const ranking = sums.toSorted(([, a], [, b]) => b - a)
    const expected = Object.fromEntries(
      ranking.slice(0, shown).map(([name, sum], at) => [name, [String(at + 1), `${sum}万`]]),
    )
    for (const platform of platforms) expect(boards.get(platform), platform).toEqual(expected)
  })

  test('posted nothing twice', () => {
    const keys = posted.flatMap(({ key }) => key ?? [])
    expect(keys.length).toBeGreaterThan(kills)
    expect(repeated(keys)).toEqual([])
    // Where no platform keeps our keys, nothing that is told once a day may stand there twice on a day.
    const told = posted.filter(({ text }) => !text.startsWith('已私聊回复'))
    expect(repeated(told.map(({ platform, chat, at, text }) => `${platform} ${chat} ${dayOf(at)} ${text}`))).toEqual([])
  })

  test('posted in DingTalk just what it knows of, and at the most what nobody can know', async () => {
    const sent = await store.prisma.delivery.findMany({ where: { platform: 'dingtalk' } })
    const parts = sent.flatMap(({ receipts }) => z.array(z.unknown()).parse(receipts))
    const there = posted.filter(({ platform }) => platform === 'dingtalk').length
    expect(there).toBeGreaterThanOrEqual(parts.length)
    expect(there).toBeLessThanOrEqual(parts.length + unknown.length)
  })

  test('answered every report once, but what nobody can know', async () => {
    for (const [rep, accounts] of Object.entries(reps)) {
      const own = new Set(accountsOf(accounts).map(account => account.join()))
      const answers = posted.filter(
        ({ platform, chat, text }) => own.has([platform, chat].join()) && /^日报已(记下|更新)/.test(text),
      )
      const said = await numbersSaid(store, rep)
      expect(answers.length, rep).toBeLessThanOrEqual(said.length)
      const lost = unknown.filter(({ purpose }) => purpose === 'reports.submitted').length
      expect(answers.length, rep).toBeGreaterThanOrEqual(said.length - lost)
    }
    expect(posted.filter(({ text }) => /没能处理好/.test(text))).toEqual([])
  })

  test('posted every digest and the week’s board once in every group, with the same numbers', async () => {
    const rounds = await store.prisma.round.findMany({
      where: { dueAt: { lte: targetOf(start, kills) }, opensAt: { gt: start } },
    })
    expect(rounds.length).toBeGreaterThanOrEqual(9)
    expect(rounds.filter(({ digestAt }) => digestAt === null)).toEqual([])
    const lost = unknown.filter(({ channelId }) => channelId !== null)
    for (const platform of platforms) {
      const here = posted.filter(one => one.platform === platform && inGroup(one)).map(({ text }) => text)
      const titles = here.flatMap(text => /^(计划|日报)汇总 · .+/.exec(text)?.[0] ?? [])
      expect(titles.length, platform).toBeGreaterThan(0)
      expect(repeated(titles).length, platform).toBeLessThanOrEqual(lost.length)
      const weekly = here.filter(text => /签单额榜[\s\S]*截至 .+17:00/.test(text))
      expect(weekly.length, platform).toBeLessThanOrEqual(1)
      expect(weekly.length, platform).toBeGreaterThanOrEqual(lost.length > 0 ? 0 : 1)
      for (const text of weekly) expect(figuresOf(text, names), platform).toEqual(figuresOf(weeklyInRoom(), names))
    }
  })

  test('left nothing behind but what nobody can know', async () => {
    expect(await store.prisma.inboundEvent.count({ where: { state: { not: 'handled' } } })).toBe(0)
    const left = await store.prisma.delivery.findMany({
      where: { state: { notIn: ['sent', 'merged', 'expired'] }, id: { notIn: unknown.map(({ id }) => id) } },
    })
    expect(left).toEqual([])
    expect(await store.query(`SELECT id FROM pgboss.job WHERE name = 'dead-letters'`)).toEqual([])
  })

  test('stayed within the limits of every platform', () => {
    for (const side of [world.slack, world.dingtalk, world.wecom]) expect(side.takeUnexpected()).toEqual([])
    expect(world.slack.count429).toBe(0)
    expect(written).not.toContain('rate-limited')
  })

  function weeklyInRoom(): string {
    return (
      posted.find(one => one.platform === 'room' && inGroup(one) && /签单额榜[\s\S]*17:00/.test(one.text))?.text ?? ''
    )
  }
})

function repeated(texts: readonly string[]): readonly string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at)
}

const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** A team whose workdays are Monday to Friday, whatever year this test runs in, with everybody in it. */
async function setUp(world: World): Promise<void> {
  const { room, dingtalk, wecom } = world.places
  await setUpTeam(world, boss)
  const join = { dingtalk, wecom, room }
  for (const accounts of Object.values(reps)) {
    const [[platform, account] = ['slack', ''] as const] = accountsOf(accounts)
    if (platform !== 'slack') await join[platform].says(account, '/加入')
    await link(world, accounts)
  }
  const members = async () => [
    await answerTo(
      () => room.direct(boss.room),
      () => room.tells(boss.room, '/成员'),
      /销售一部 · \d+ 人/,
    ),
  ]
  await sees(members, /郑五[\s\S]*郑六|郑六[\s\S]*郑五/)
}

/** Cuts a connection or two, or asks for new ones. */
function upset({ slack, dingtalk, wecom }: World, random: Random): void {
  if (random.chance(0.3)) slack.dropsConnections()
  else if (random.chance(0.4)) slack.disconnects('refresh_requested')
  if (random.chance(0.3)) dingtalk.dropsConnections()
  else if (random.chance(0.4)) dingtalk.disconnects()
  if (random.chance(0.4)) wecom.dropsConnections()
}

/** Waits until the bot has said nothing for a while: what is paced takes its time. */
async function quietDown({ slack, dingtalk, wecom }: World): Promise<void> {
  const calls = () => slack.calls.length + dingtalk.calls.length + wecom.calls.length
  for (let before = -1; before !== calls(); await sleep(5_000)) before = calls()
}

async function askForBoard({ places }: World, platform: Platform): Promise<Figures> {
  const { says, group } = places[platform]
  const board = await answerTo(group, () => says(boss[platform], '/榜单'), /签单额榜[\s\S]*截至/)
  return figuresOf(board, names)
}

const reading = z.object({ values: z.object({ calls: z.number(), revenue: z.number() }) })

/** Both are the number that was said. */
function numbersIn(report: unknown) {
  const { calls, revenue } = reading.parse(report).values
  return { calls, deals: revenue / 10_000 }
}

/** All numbers that a rep's reports ever said. */
async function numbersSaid(store: Store, rep: string): Promise<number[]> {
  const reports = await store.prisma.report.findMany({
    where: { kind: 'report', member: { name: rep } },
    include: { revisions: { orderBy: { number: 'asc' } } },
  })
  return reports.flatMap(report => [
    ...report.revisions.map(({ snapshot }) => numbersIn(snapshot).calls),
    numbersIn(report).calls,
  ])
}
