import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boards } from '../../../src/features/boards/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { friday, stageTeam } from '../metrics/stage.ts'

const board = boards.commands?.find(command => command.name === 'board')
const trace = boards.commands?.find(command => command.name === 'trace')

const show = boards.actions?.find(action => action.id === 'boards.show')

const direct = { place: { kind: 'direct' } } as const
const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚']

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

/** Seven reps and a manager; calls of this week and the last. 庚 has none. */
async function stage(store: Store, settings: Record<string, unknown> = {}) {
  const people = [...names.map(name => ({ name })), { name: '王芳', role: 'manager' as const }]
  const staged = await stageTeam(store, people, settings)
  const thisWeek = [30, 50, 50, 20, 10, 5, 0]
  const lastWeek = [60, 40, 50, 0, 10, 5, 0]
  for (const [at, name] of names.entries()) {
    await staged.record(name, '2026-11-18', { calls: thisWeek[at] ?? 0 })
    if (lastWeek[at]) await staged.record(name, '2026-11-11', { calls: lastWeek[at] ?? 0 })
  }
  return staged
}

describe('/board', () => {
  let sales: Awaited<ReturnType<typeof stage>>
  beforeAll(async () => {
    sales = await stage(database.store)
  })

  it('shows the top to the group, and the asker alone their own place', async () => {
    const { said, words } = await sales.type('己', board, '电话 本周')
    expect(said.map(saying => saying.to)).toEqual([{ reply: 'open' }, { reply: 'private' }])
    expect(words[0]).toContain('电话榜 · 2026年第47周（11月16日至11月22日）')
    expect(words[0]).toContain(
      ['1 | 乙 | 50 | ▲2', '1 | 丙 | 50 | ▲1', '3 | 甲 | 30 | ▼2', '4 | 丁 | 20 | 新', '5 | 戊 | 10 | ▼1'].join('\n'),
    )
    expect(words[0]).not.toContain('己')
    expect(words[0]).not.toContain('庚')
    expect(words[0]).toContain(
      '口径：电话合计，截至 2026年11月20日 16:00；变化为与上一期名次相比；6 人有实绩，列出前 5 名',
    )
    expect(words[1]).toBe('2026年第47周（11月16日至11月22日），电话 5，你在 6 人中排第 6 ▼1，距上一名 5')
  })

  it('says the same in English', async () => {
    const english = { ...direct, lang: 'en' } as const
    const { said, words } = await sales.type('乙', board, 'calls last week', english)
    expect(said.map(saying => saying.to)).toEqual([{ reply: 'private' }])
    expect(words[0]).toContain('Calls board · week 46 of 2026 (9 Nov to 15 Nov)')
    expect(words[0]).toContain('1 | 甲 | 60\n2 | 丙 | 50\n3 | 乙 | 40\n')
    expect(words[0]).toContain(
      'Calls 40 in week 46 of 2026 (9 Nov to 15 Nov): you are number 3 of 5, 10 from the next place',
    )
    expect(words[0]).toContain('Basis: total of Calls up to 15 Nov 2026\n')
    expect(words[0]).toContain('[Whole month] /board calls 2026-11')
    expect(words[0]).toContain('[Trace my figure] /trace calls 2026-W46')
  })

  it('answers a button without disturbing the group', async () => {
    const { said, words } = await sales.press('庚', show, 'calls 2026-11')
    expect(said.map(saying => saying.to)).toEqual([{ reply: 'private' }])
    expect(words[0]).toContain('电话榜 · 2026年11月')
    expect(words[0]).toContain('你还没有电话的实绩')
  })

  it('falls back on the first metric of the team’s list that has a value', async () => {
    expect((await sales.type('甲', board, '')).words[0]).toContain('电话榜 · 2026年第47周')
    expect((await sales.type('甲', board, '上周', direct)).words[0]).toContain('电话榜 · 2026年第46周')
  })

  it('tells a manager nothing of a place that nobody expects of them', async () => {
    const { words } = await sales.type('王芳', board, 'calls week', direct)
    expect(words).toHaveLength(1)
    expect(words[0]).not.toContain('你')
  })

  it('says to a group only once that there is nothing yet', async () => {
    const { said } = await sales.type('甲', board, '签单额 本月')
    expect(said.map(saying => saying.to)).toEqual([{ reply: 'open' }])
  })

  it('says so when there is nothing yet', async () => {
    const { words } = await sales.type('甲', board, '签单额 本月', direct)
    expect(words[0]).toContain('这段时间还没有签单额的实绩')
    expect(words[0]).toContain('你还没有签单额的实绩')
  })

  it.each(['cals week', '电活', 'calls visits'])('refuses "%s" and says what there is', async said => {
    await expect(sales.type('甲', board, said)).rejects.toMatchObject({
      code: 'board-unclear',
      words: { zh: expect.stringContaining('电话、报价'), en: expect.stringContaining('Calls, Quotes') },
    })
  })
})

describe('a board', () => {
  it('shows as many ranks as the team wants, and equals together', async () => {
    const { type } = await stage(database.store, { boards: { topRows: 1 } })
    const { words } = await type('甲', board, 'calls week')
    expect(words[0]).toContain('1 | 乙 | 50 | ▲2\n1 | 丙 | 50 | ▲1\n口径')
  })

  it('never shows who is at the bottom when everybody has a value', async () => {
    const people = [{ name: '甲' }, { name: '乙' }, { name: '王芳', role: 'manager' as const }]
    const { type, record } = await stageTeam(database.store, people)
    await record('甲', '2026-11-18', { calls: 3 })
    await record('乙', '2026-11-18', { calls: 2 })
    const { words } = await type('王芳', board, 'calls week')
    expect(words).toHaveLength(1)
    expect(words[0]).toContain('1 | 甲 | 3')
    expect(words[0]).not.toContain('乙')
  })

  it('puts the least first where less is better, and counts a recorded zero', async () => {
    const { type, record } = await stageTeam(database.store, [{ name: '甲' }, { name: '乙' }, { name: '丙' }])
    await record('甲', '2026-11-18', { lost: 2 })
    await record('乙', '2026-11-18', { lost: 0 })
    expect((await type('甲', board, '丢单 本周')).words[0]).toContain('1 | 乙 | 0\n2 | 甲 | 2\n')
  })

  it('averages percentages', async () => {
    const people = [{ name: '甲' }, { name: '乙' }, { name: '丙' }]
    const { type, record, team } = await stageTeam(database.store, people)
    await database.store.prisma.metric.updateMany({
      where: { teamId: team.id, key: 'quotes' },
      data: { unit: 'percent', aggregation: 'average' },
    })
    await record('甲', '2026-11-17', { quotes: 40 })
    await record('甲', '2026-11-18', { quotes: 60 })
    await record('乙', '2026-11-18', { quotes: 55 })
    const { words } = await type('甲', board, '报价 周')
    expect(words[0]).toContain('1 | 乙 | 55%\n2 | 甲 | 50%\n')
    expect(words[0]).toContain('口径：报价平均')
  })

  it('leaves out who has left', async () => {
    const { type, who } = await stage(database.store)
    await database.store.prisma.member.update({ where: { id: who('乙').memberId }, data: { leftOn: '2026-11-19' } })
    const { words } = await type('甲', board, 'calls week')
    expect(words[0]).toContain('1 | 丙 | 50 | ▲1\n2 | 甲 | 30 | ▼1')
    expect((await type('甲', board, 'calls last week')).words[0]).toContain('3 | 乙 | 40')
  })

  it('reads the kept sums and never the entries, so that it costs the same however many there are', async () => {
    const { type, team } = await stage(database.store)
    await database.store.prisma.entry.deleteMany({ where: { teamId: team.id } })
    expect((await type('甲', board, 'calls week')).words[0]).toContain('1 | 乙 | 50')
  })
})

describe('/trace', () => {
  let sales: Awaited<ReturnType<typeof stage>>
  beforeAll(async () => {
    sales = await stage(database.store)
    const reportId = '01993f00-0000-7000-8000-000000000001'
    await sales.record('甲', '2026-11-19', { revenue: 80_000 }, { reportId })
    const corrected = { reportId, reason: '合同改价', now: new Date(friday.getTime() + 60_000) }
    await sales.record('甲', '2026-11-19', { revenue: 85_000 }, corrected)
    await sales.record('甲', '2026-11-20', { revenue: 5_000 }, { source: 'manual' })
  })

  it('lists the entries behind one’s own figure, corrected ones too', async () => {
    const { said, words } = await sales.type('甲', trace, '签单额 本月')
    expect(said.map(saying => saying.to)).toEqual([{ reply: 'private' }])
    expect(words[0]?.split('\n')).toEqual([
      '甲的签单额 · 2026年11月',
      '合计 9万',
      '日期 | 数值 | 来源 | 记录 | 状态',
      '2026-11-19 | 8万 | 2026-11-19 的日报 | 2026-11-20 16:00 甲 | 已更正为 8.5万，不计入',
      '2026-11-19 | 8.5万 | 2026-11-19 的日报（合同改价） | 2026-11-20 16:01 甲 | 更正，计入',
      '2026-11-20 | 5000 | 手工录入 | 2026-11-20 16:00 甲 | 计入',
    ])
  })

  it('says the same in English', async () => {
    const { words } = await sales.type('王芳', trace, '甲 revenue 2026-11', { lang: 'en' })
    expect(words[0]).toContain('Revenue of 甲 · November 2026\nTotal 90,000')
    expect(words[0]).toContain(
      '80,000 | report of 2026-11-19 | 2026-11-20 16:00 甲 | corrected to 85,000, does not count',
    )
  })

  it('lets a rep see what the board shows to all, and nothing else of others', async () => {
    expect((await sales.type('己', trace, '乙 电话 本周')).words[0]).toContain('合计 50')
    await expect(sales.type('甲', trace, '己 电话 本周')).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await sales.type('王芳', trace, '己 电话 本周')).words[0]).toContain('合计 5')
  })

  it('says when there is nothing', async () => {
    expect((await sales.type('庚', trace, '报价 上月')).words[0]).toContain('合计 0\n这段时间没有实绩')
  })

  it.each([
    ['', 'trace-which-metric', '要追溯哪个指标？'],
    ['甲 本周', 'trace-which-metric', '要追溯哪个指标？'],
    ['赵六 电话', 'trace-no-member', '“赵六”不是指标、时间，也不是成员'],
  ])('asks back after "%s"', async (said, code, zh) => {
    const refused = sales.type('王芳', trace, said)
    await expect(refused).rejects.toMatchObject({ code, words: { zh: expect.stringContaining(zh) } })
  })
})
