import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawSides } from '../../../src/features/contests/draw.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageContests } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const monday = '2026-11-30 10:00'

describe('a contest of the most', () => {
  it('is announced on its first day, told half-way and closed on the workday after its last', async () => {
    const { says, news, day, record, who } = await stageContests(database.store)
    const made = await says('王经理', '最多 签单额 2026-12-01..2026-12-11 奖品=电影票 两张 名=冲刺', monday)
    expect(made.words.join()).toContain('1 天后开始')
    expect(made.said.every(({ to }) => 'reply' in to)).toBe(true)
    expect(await news('2026-11-30')).toBe('')
    const start = await news('2026-12-01')
    expect(start).toContain('冲刺 · 最多')
    expect(start).toContain('奖品：电影票 两张')
    expect(start).toContain('还有 10 天')
    expect(await news('2026-12-02')).toBe('')
    await record('张三', '2026-12-02', { revenue: 80_000 })
    await record('李四', '2026-12-03', { revenue: 50_000 })
    await record('王五', '2026-12-03', { revenue: 20_000 })
    const half = await news('2026-12-07')
    expect(half).toContain('1 | 张三 | 8万\n2 | 李四 | 5万\n')
    expect(await news('2026-12-08')).toBe('')
    await record('李四', '2026-12-11', { revenue: 40_000 })
    await record('张三', '2026-12-12', { revenue: 990_000 })
    expect(await news('2026-12-11')).toBe('')
    const { heard, emitted } = await day('2026-12-14')
    expect(heard.map(({ words }) => words).join()).toContain('🏆 恭喜 李四（9万）　奖品：电影票 两张')
    expect(emitted).toMatchObject([{ name: 'contest.won', payload: { memberIds: [who('李四').memberId] } }])
    expect(await news('2026-12-15')).toBe('')
  })

  it('shares a win among equals', async () => {
    const { says, day, record } = await stageContests(database.store)
    await says('王经理', 'most calls 2026-12-01..2026-12-03', monday)
    await record('张三', '2026-12-01', { calls: 5 })
    await record('李四', '2026-12-02', { calls: 5 })
    await record('王五', '2026-12-02', { calls: 3 })
    const { heard, emitted } = await day('2026-12-04')
    expect(heard.at(-1)?.words).toContain('恭喜 张三、李四')
    expect(heard.at(-1)?.words).toContain('1 | 张三 | 5\n1 | 李四 | 5\n3 | 王五 | 3')
    expect(emitted[0]?.payload['memberIds']).toHaveLength(2)
  })

  it('never shows the last one to all, and everybody their own place alone', async () => {
    const { says, record } = await stageContests(database.store)
    await says('王经理', '最多 电话 2026-11-30..2026-12-04', monday)
    for (const [name, calls] of [
      ['张三', 9],
      ['李四', 7],
      ['王五', 5],
      ['赵六', 1],
    ] as const)
      await record(name, '2026-11-30', { calls })
    const { said, words } = await says('赵六', '', '2026-12-01 10:00')
    expect(said.map(({ to }) => to)).toEqual([{ reply: 'open' }, { reply: 'private' }])
    expect(words[0]).toContain('张三')
    expect(words[0]).not.toContain('赵六')
    expect(words[1]).toContain('你现在第 4，1，距上一名 4')
  })

  it('ranks the fewest first where less is better', async () => {
    const { says, day, record } = await stageContests(database.store)
    await says('王经理', '最多 丢单 2026-12-01..2026-12-02', monday)
    await record('张三', '2026-12-01', { lost: 3 })
    await record('李四', '2026-12-01', { lost: 1 })
    expect((await day('2026-12-03')).heard.at(-1)?.words).toContain('恭喜 李四（1）')
  })

  it('may be about a metric that is worked out', async () => {
    const { says, counts, day, record } = await stageContests(database.store)
    await counts('添加 拜访成功率 单位=百分比 公式=签单 / 拜访 * 100')
    await says('王经理', '最多 拜访成功率 2026-12-01..2026-12-02', monday)
    await record('张三', '2026-12-01', { visits: 10, deals: 3 })
    await record('李四', '2026-12-01', { visits: 4, deals: 2 })
    expect((await day('2026-12-03')).heard.at(-1)?.words).toContain('恭喜 李四（50%）')
    await expect(says('王经理', '先到 拜访成功率 50 下周', monday)).rejects.toMatchObject({ code: 'contest-percent' })
  })

  it('says kindly that nobody won', async () => {
    const { says, day } = await stageContests(database.store)
    await says('王经理', '最多 电话 2026-12-01..2026-12-02', monday)
    const { heard, emitted } = await day('2026-12-03')
    expect(heard.at(-1)?.words).toContain('没有人达到条件')
    expect(emitted).toEqual([])
  })

  it('measures everybody by their own past with a handicap', async () => {
    const { says, day, record } = await stageContests(database.store)
    for (const date of ['2026-11-10', '2026-11-17', '2026-11-24']) {
      await record('张三', date, { revenue: 100_000 })
      await record('李四', date, { revenue: 10_000 })
    }
    await says('王经理', '最多 签单额 2026-12-01..2026-12-07 让分=历史', '2026-12-01 08:00')
    await record('张三', '2026-12-02', { revenue: 110_000 })
    await record('李四', '2026-12-02', { revenue: 15_000 })
    expect((await day('2026-12-08')).heard.at(-1)?.words).toContain('恭喜 李四（150%）')
  })

  it('measures everybody by what a manager gave, the others by the average of that', async () => {
    const { says, day, record } = await stageContests(database.store)
    await says('王经理', '最多 签单额 2026-12-01..2026-12-07 让分=张三:20万、李四:10万', monday)
    await day('2026-12-01')
    await record('张三', '2026-12-02', { revenue: 100_000 })
    await record('王五', '2026-12-02', { revenue: 90_000 })
    const last = (await day('2026-12-08')).heard.at(-1)?.words
    expect(last).toContain('1 | 王五 | 60%\n2 | 张三 | 50%')
  })
})

describe('the first to a mark', () => {
  it('wins on the day on which the sum reaches it, and those of the same day share it', async () => {
    const { says, day, news, record } = await stageContests(database.store)
    await says('王经理', '先到 签单额 50万 2026-12-01..2026-12-31', monday)
    await news('2026-12-01')
    await record('张三', '2026-12-01', { revenue: 300_000 })
    await record('李四', '2026-12-02', { revenue: 500_000 })
    await record('张三', '2026-12-02', { revenue: 250_000 })
    await record('王五', '2026-12-03', { revenue: 900_000 })
    const { heard } = await day('2026-12-03')
    expect(heard.at(-1)?.words).toContain('恭喜 张三、李四')
    expect(await news('2026-12-04')).toBe('')
  })

  it('has no winner when nobody gets there', async () => {
    const { says, day, record } = await stageContests(database.store)
    await says('王经理', 'first revenue mark=500k 2026-12-01..2026-12-03', monday)
    await record('张三', '2026-12-01', { revenue: 300_000 })
    expect((await day('2026-12-04')).heard.at(-1)?.words).toContain('没有人达到条件')
  })
})

it('a race is won by most marks, and by the earlier day among equals', async () => {
  const { says, day, record } = await stageContests(database.store)
  await says('王经理', '闯关 电话 线=10、20、30 2026-12-01..2026-12-04', monday)
  await record('张三', '2026-12-01', { calls: 25 })
  await record('李四', '2026-12-01', { calls: 9 })
  await record('李四', '2026-12-02', { calls: 15 })
  const { heard } = await day('2026-12-07')
  expect(heard.at(-1)?.words).toContain('1 | 张三 | 过 2 关 · 12-01\n2 | 李四 | 过 2 关 · 12-02')
})

describe('an elimination', () => {
  it('names who goes on, tells the one who does not in private, and starts each round afresh', async () => {
    const { says, day, record, who } = await stageContests(database.store)
    await says('王经理', '淘汰 电话 轮=3 2026-12-01..2026-12-09', monday)
    await day('2026-12-01')
    for (const [name, calls] of [
      ['张三', 9],
      ['李四', 7],
      ['王五', 5],
      ['赵六', 1],
    ] as const)
      await record(name, '2026-12-02', { calls })
    const first = await day('2026-12-04')
    const open = first.heard
      .filter(({ to }) => 'team' in to)
      .map(({ words }) => words)
      .join()
    expect(open).toContain('进入第 2 轮：')
    expect(open).not.toContain('赵六')
    expect(first.heard.find(({ to }) => 'person' in to)).toMatchObject({ to: { person: who('赵六').personId } })
    await record('赵六', '2026-12-05', { calls: 100 })
    await record('王五', '2026-12-05', { calls: 8 })
    await record('李四', '2026-12-05', { calls: 2 })
    await record('张三', '2026-12-05', { calls: 1 })
    const second = (await day('2026-12-07')).heard.map(({ words }) => words).join()
    expect(second).toMatch(/进入第 3 轮：.*王五|进入第 3 轮：.*李四/)
    await record('王五', '2026-12-08', { calls: 3 })
    await record('李四', '2026-12-08', { calls: 4 })
    const { heard } = await day('2026-12-10')
    expect(heard.at(-1)?.words).toContain('恭喜 李四（4）')
    expect(heard.at(-1)?.words).not.toContain('赵六')
    const proof = await says('王经理', '依据', '2026-12-10 10:00')
    expect(proof.words.join().match(/结果相同/g)).toHaveLength(3)
  })

  it('lets everybody go on where several share the lowest figure', async () => {
    const { says, day, record } = await stageContests(database.store)
    await says('王经理', '淘汰 电话 轮=2 2026-12-01..2026-12-04', monday)
    await day('2026-12-01')
    await record('张三', '2026-12-01', { calls: 9 })
    const { heard } = await day('2026-12-03')
    for (const name of ['张三', '李四', '王五', '赵六']) expect(heard[0]?.words).toContain(name)
    expect(heard.filter(({ to }) => 'person' in to)).toEqual([])
  })
})

describe('side against side', () => {
  it('is won by the higher average of a side that the manager made', async () => {
    const { says, day, record } = await stageContests(database.store)
    const made = await says('王经理', '分队 签单额 2026-12-01..2026-12-04 队=猛虎:张三 / 雄鹰:李四、王五', monday)
    expect(made.words[0]).toContain('雄鹰：李四、王五')
    await day('2026-12-01')
    await record('张三', '2026-12-01', { revenue: 50_000 })
    await record('李四', '2026-12-01', { revenue: 90_000 })
    const { heard, emitted } = await day('2026-12-07')
    expect(heard.at(-1)?.words).toContain('恭喜 猛虎：张三（5万）')
    expect(heard.at(-1)?.words).toContain('2 | 雄鹰 | 4.5万')
    expect(emitted[0]?.payload['memberIds']).toHaveLength(1)
  })

  it('draws sides of equal size, which anybody can draw again from the seed', async () => {
    const { says, news, who, team } = await stageContests(database.store)
    const made = await says('王经理', 'teams revenue 2026-12-01..2026-12-04 sides=2', monday)
    expect(made.words[0]).toContain('开始时抽签')
    const start = await news('2026-12-01')
    const sides = [...start.matchAll(/[红蓝]队：(.+)/g)].map(([, names = '']) => names.split('、'))
    expect(sides.map(side => side.length)).toEqual([2, 2])
    expect(sides.flat().toSorted()).toEqual(['张三', '李四', '王五', '赵六'].toSorted())
    const row = await database.store.prisma.contest.findFirstOrThrow({ where: { teamId: team.id } })
    const ids = ['张三', '李四', '王五', '赵六'].map(name => who(name).memberId)
    const again = drawSides(ids.toReversed(), 2, row.seed)
    const entrants = await database.store.prisma.contestEntrant.findMany({ where: { contestId: row.id } })
    for (const { memberId, side } of entrants) expect(again.get(memberId)).toBe(side)
  })
})

describe('a bingo card', () => {
  it('is each one’s own, stays the same, and lines on it win', async () => {
    const { says, day, record } = await stageContests(database.store)
    await says('王经理', '宾果 2026-12-01..2026-12-11', monday)
    await day('2026-12-01')
    const card = async (name: string) => (await says(name, '卡片', '2026-12-01 10:00')).words.join()
    const [own, other] = [await card('张三'), await card('李四')]
    expect(own).toContain('完成 0 格')
    expect(own).not.toBe(other)
    expect(await card('张三')).toBe(own)
    const most = { calls: 99, visits: 99, quotes: 99, deals: 99, revenue: 9_000_000 }
    for (const date of [
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-07',
      '2026-12-08',
      '2026-12-09',
      '2026-12-10',
      '2026-12-11',
    ])
      await record('张三', date, { ...most })
    const { heard } = await day('2026-12-14')
    expect(heard.at(-1)?.words).toMatch(/恭喜 张三（\d 条线）/)
  })
})

it('several contests run side by side, and each says its own once', async () => {
  const { says, day } = await stageContests(database.store)
  await says('王经理', '最多 电话 2026-12-01..2026-12-03', monday)
  await says('王经理', '最多 拜访 2026-12-01..2026-12-03', monday)
  const { heard } = await day('2026-12-01')
  expect(new Set(heard.map(({ key }) => key)).size).toBe(2)
  expect((await day('2026-12-01')).heard).toEqual([])
})

it('one that begins on a day off is announced on the workday before', async () => {
  const { says, news } = await stageContests(database.store)
  await says('王经理', '最多 电话 2026-12-05..2026-12-13', monday)
  expect(await news('2026-12-03')).toBe('')
  expect(await news('2026-12-04')).toContain('1 天后开始')
})

it('one whose first day has come begins at once, and tells the group', async () => {
  const { says } = await stageContests(database.store)
  const { said, words } = await says('王经理', '最多 电话 本月', '2026-11-23 10:00')
  expect(said.map(({ to }) => ('team' in to ? 'team' : 'reply'))).toEqual(['team', 'reply'])
  expect(words[0]).toContain('还有 7 天')
})

it('the result stands as at its slot, however late it runs and whatever is corrected afterwards', async () => {
  const { says, day, recordLate, record, team } = await stageContests(database.store)
  await says('王经理', '最多 电话 2026-12-01..2026-12-03', monday)
  await record('张三', '2026-12-01', { calls: 5 })
  await record('李四', '2026-12-02', { calls: 4 })
  await recordLate('王五', '2026-12-03', { calls: 9 }, '2026-12-04 10:00')
  const { heard } = await day('2026-12-04', 200)
  expect(heard.at(-1)?.words).toContain('恭喜 张三（5）')
  await recordLate('李四', '2026-12-02', { calls: 90 }, '2026-12-05 10:00')
  const kept = await database.store.prisma.contest.findFirstOrThrow({ where: { teamId: team.id } })
  const proof = await says('李四', `依据 ${kept.name}`, '2026-12-07 10:00')
  expect(proof.words.join()).toContain('1 | 张三 | 5')
  expect(proof.words.join()).toContain('结果相同')
  expect(proof.words.join()).toContain(String(kept.seed))
})

it('a contest that is called off says no more', async () => {
  const { says, news } = await stageContests(database.store)
  await says('王经理', '最多 电话 2026-12-01..2026-12-03 名=冲刺', monday)
  await news('2026-12-01')
  const { said } = await says('王经理', '取消 冲刺', '2026-12-02 09:00')
  expect(said.map(({ to }) => ('team' in to ? 'team' : 'reply'))).toEqual(['reply', 'team'])
  expect(await news('2026-12-04')).toBe('')
  expect((await says('张三', '', '2026-12-04 10:00')).words.join()).toContain('现在没有竞赛')
})

describe('the form', () => {
  it('opens a contest as the typed words do', async () => {
    const { says, use, team } = await stageContests(database.store)
    const { said } = await says('王经理', '新建', monday)
    const [block] = said[0]?.content.blocks ?? []
    expect(block?.b === 'form' && block.form.inputs.map(({ id }) => id)).toContain('handicap')
    const filled = { kind: 'race', metric: 'calls', from: '2026-12-01', to: '2026-12-03', marks: '10、20', rounds: '' }
    await use(
      '王经理',
      'contests.new',
      { values: { ...filled, sides: '', prize: '咖啡', name: '', handicap: '' } },
      monday,
    )
    const row = await database.store.prisma.contest.findFirstOrThrow({ where: { teamId: team.id } })
    expect(row).toMatchObject({ rule: { kind: 'race', marks: [10, 20] }, prize: '咖啡', metricKey: 'calls' })
  })
})

describe('buttons', () => {
  it('show how it stands, the card and the proof to whoever pressed', async () => {
    const { says, use, day, team } = await stageContests(database.store)
    await says('王经理', '宾果 电话 2026-12-01..2026-12-11', monday)
    await day('2026-12-01')
    const { id } = await database.store.prisma.contest.findFirstOrThrow({ where: { teamId: team.id } })
    for (const action of ['contests.show', 'contests.card', 'contests.proof']) {
      const { said } = await use('张三', action, { value: id }, '2026-12-02 10:00')
      expect(said.map(({ to }) => to)).toEqual([{ reply: 'private' }])
    }
  })
})

describe('what cannot be a contest is answered plainly, and nothing is written', () => {
  it.each([
    ['最多 签单额 2026-02-01..2026-02-31', 'span-no-such-day'],
    ['最多 签单额 2026-12-31..2026-12-01', 'span-backwards'],
    ['最多 签单额 2026-10-01..2026-10-31', 'span-past'],
    ['最多 签单额 2026-12-01..2029-12-01', 'span-too-long'],
    ['最多 签单额', 'span-missing'],
    ['最多 本月', 'contest-metric'],
    ['最多 幸福感 本月', 'contest-metric'],
    ['蹦极 签单额 本月 奖品=无', 'contest-kind'],
    ['先到 签单额 10000000000000000 本月', 'contest-mark-too-large'],
    ['先到 签单额 -5 本月', 'contest-mark'],
    ['先到 签单额 本月', 'contest-marks'],
    ['闯关 签单额 线=30万、10万 本月', 'contest-marks'],
    ['淘汰 电话 轮=99 本月', 'contest-rounds'],
    ['分队 电话 队=张三 / 钱八 本月', 'team.member-unknown'],
    ['分队 电话 本月 队=张三 / 钱八', 'team.member-unknown'],
    ['分队 电话 本月 队=张三、李四 / 张三', 'contest-two-sides'],
    ['分队 电话 本月 队=9', 'contest-sides'],
    ['先到 丢单 5 本月', 'contest-least'],
    ['最多 电话 本月 让分=历史', 'contest-no-past'],
    ['先到 电话 50 本月 让分=张三:10', 'contest-mark-percent'],
    ['最多 电话 本月 让分=张三', 'contest-handicap'],
    [`最多 电话 本月 名=${'长'.repeat(31)}`, 'contest-text-too-long'],
    ['最多 电话 本月 顺便说一句', 'contest-unclear'],
  ])('/竞赛 %s', async (text, code) => {
    const { says, team } = await stageContests(database.store)
    await expect(says('王经理', text, '2026-11-23 10:00')).rejects.toMatchObject({ code })
    expect(await database.store.prisma.contest.count({ where: { teamId: team.id } })).toBe(0)
  })

  it('nor is one with the name of another that is on', async () => {
    const { says } = await stageContests(database.store)
    await says('王经理', '最多 电话 下周 名=冲刺', monday)
    await expect(says('王经理', '最多 拜访 下周 名=冲刺', monday)).rejects.toMatchObject({
      code: 'contest-name-in-use',
    })
  })

  it('nor one by a rep, or alone', async () => {
    const { says } = await stageContests(database.store)
    await expect(says('张三', '最多 电话 下周', monday)).rejects.toMatchObject({ code: 'team.not-allowed' })
    const alone = await stageContests(database.store, ['张三'])
    await expect(alone.says('王经理', '最多 电话 下周', monday)).rejects.toMatchObject({ code: 'contest-too-few' })
  })
})
