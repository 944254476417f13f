import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import { entries } from '../../../src/features/entries/feature.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { recount } from '../../../src/features/metrics/recount.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageTeam } from '../metrics/stage.ts'

const named = (name: string) => [...(entries.commands ?? []), ...(boards.commands ?? [])].find(it => it.name === name)
const [record, correct, trace] = [named('record'), named('correct'), named('trace')]
const metric = metrics.commands?.find(command => command.name === 'metric')
const direct = { place: { kind: 'direct' } } as const

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

async function stage() {
  const people = [
    { name: '李伟' },
    { name: '张三', lang: 'en' as const },
    { name: '刘洋', role: 'lead' as const },
    { name: '王芳', role: 'manager' as const },
    { name: '新人', joinedOn: '2026-11-19' },
  ]
  const staged = await stageTeam(database.store, people)
  const written = () => database.store.prisma.entry.count({ where: { teamId: staged.team.id } })
  return { ...staged, written }
}

describe('/record', () => {
  it('adds to one’s own day, today unless another is named, in either language', async () => {
    const { type } = await stage()
    expect((await type('李伟', record, '电话 5', direct)).words[0]).toContain(
      '已记下：李伟 电话 5（2026-11-20），当天共 5',
    )
    expect((await type('李伟', record, '电话３ 今天', direct)).words[0]).toContain('当天共 8')
    const english = await type('张三', record, 'revenue 80k 11-18 signed on paper', { ...direct, lang: 'en' })
    expect(english.words[0]).toContain('Recorded: Revenue 80,000 for 张三 on 2026-11-18; 80,000 that day')
    expect(english.said).toHaveLength(1)
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it('is for another a manager’s, with a reason that the member hears and the trace shows', async () => {
    const { type, who } = await stage()
    const { said, words } = await type('王芳', record, '张三 电话 5 昨天 出差没网', direct)
    expect(said.map(({ to }) => to)).toEqual([{ reply: 'private' }, { person: who('张三').personId }])
    expect(words[1]).toContain('王芳 recorded your Calls of 2026-11-19: +5')
    expect(words[1]).toContain('Reason: 出差没网')
    const traced = await type('张三', trace, '电话 2026-11-19', direct)
    expect(traced.words[0]).toContain('2026-11-19 | 5 | 手工录入（出差没网） | 2026-11-20 16:00 王芳 | 计入')
  })

  it('sets a stock anew instead of adding to it', async () => {
    const { type, record: report } = await stage()
    await type('王芳', metric, 'add 商机额')
    await report('李伟', '2026-11-18', { pipeline: 300_000 })
    await type('李伟', record, '商机额 50万', direct)
    await type('李伟', record, '商机额 60万', direct)
    const { words } = await type('李伟', trace, '商机额 本周', direct)
    expect(words[0]).toContain('最新 60万')
    expect(words[0]).toContain('已更正为 60万，不计入')
    const board = await type('李伟', named('board'), '商机额 本周', direct)
    expect(board.words[0]).toContain('李伟 | 60万')
    expect(board.words[0]).toContain('口径：商机额最新')
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it.each([
    ['电话', 'entry-no-value', /缺少数字/],
    ['电话 很多', 'entry-no-value', /“很多”不是数字/],
    ['电活 5', 'entry-which-metric', /“电活 5”里没有指标/],
    ['张四 电话 5', 'entry-no-member', /没有“张四”/],
    ['张三 电话 5', 'not-allowed', /只能写自己的/],
    ['电话 5 2-31', 'entry-no-day', /没有“2-31”这一天/],
    ['电话 5 2026-02-31 忘了', 'entry-no-day', /这一天/],
    ['电话 5 2月31日', 'entry-no-day', /这一天/],
    ['电话 5 2026-11-21', 'entry-ahead', /还没到/],
    ['拜访 -3', 'entry-negative', /不能是负数.*\/更正/],
    ['拜访 2.5', 'entry-fraction', /整数/],
    ['拜访 20多', 'entry-approximate', /准数/],
    ['拜访 30%', 'entry-not-percent', /不是百分比/],
    ['签单额 1000000000000000', 'entry-too-large', /大得不合理/],
    ['转化率 50', 'entry-worked-out', /由公式算出来（签单 \/ 拜访 \* 100）/],
  ])('answers "%s" with %s, and writes nothing', async (text, code, zh) => {
    const { type, written } = await stage()
    const refused = type('李伟', record, text, direct)
    await expect(refused).rejects.toMatchObject({
      code,
      words: { zh: expect.stringMatching(zh), en: expect.any(String) },
    })
    expect(await written()).toBe(0)
  })

  it('asks a manager for the reason, and whether the member was there', async () => {
    const { type, written } = await stage()
    await expect(type('王芳', record, '张三 电话 5', direct)).rejects.toMatchObject({ code: 'entry-no-reason' })
    await expect(type('王芳', record, '新人 电话 5 11-18 补', direct)).rejects.toMatchObject({
      code: 'entry-not-then',
      words: { zh: '2026-11-18 那天新人不在团队里' },
    })
    expect(await written()).toBe(0)
  })
})

describe('/correct', () => {
  it('replaces what counts by a new entry with its reason; the report stays corrected until it says otherwise', async () => {
    const { type, record: report, who } = await stage()
    const reportId = newId()
    await report('李伟', '2026-11-18', { calls: 20, visits: 2 }, { reportId })
    const { words, emitted } = await type('王芳', correct, '李伟 电话 15 11-18 重复计了 5 个', direct)
    expect(words[0]).toContain('已更正：李伟 2026-11-18 电话 20 → 15')
    expect(words[1]).toContain('王芳 更正了你的电话（2026-11-18）：20 → 15')
    expect(emitted).toMatchObject([{ name: 'entries.corrected', payload: { memberId: who('李伟').memberId } }])
    const traced = await type('李伟', trace, '电话 2026-11-18', direct)
    expect(traced.words[0]).toContain('合计 15')
    expect(traced.words[0]).toContain('已更正为 15，不计入')
    expect(traced.words[0]).toContain('手工录入（重复计了 5 个）')
    await report('李伟', '2026-11-18', { calls: 20, visits: 3 }, { reportId })
    expect((await type('李伟', trace, '电话 2026-11-18', direct)).words[0]).toContain('合计 15')
    await report('李伟', '2026-11-18', { calls: 22, visits: 3 }, { reportId })
    expect((await type('李伟', trace, '电话 2026-11-18', direct)).words[0]).toContain('合计 22')
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it('makes of several entries of a day one figure', async () => {
    const { type, record: report } = await stage()
    await report('李伟', '2026-11-18', { calls: 20 }, { reportId: newId() })
    await type('李伟', record, '电话 5 11-18', direct)
    const { words } = await type('李伟', correct, '电话 18 11-18 数错了', direct)
    expect(words[0]).toContain('25 → 18')
    expect((await type('李伟', trace, '电话 2026-11-18', direct)).words[0]).toContain('合计 18')
    await expect(type('李伟', correct, '电话 18 11-18 再说一次', direct)).rejects.toMatchObject({ code: 'entry-same' })
    expect(await recount(database.store.prisma)).toEqual([])
  })

  it.each([
    ['电话 18 11-18', 'entry-no-reason', /请写上原因/],
    ['报价 1 11-18 忘了', 'entry-none', /没有报价的实绩.*\/记录/],
    ['张三 电话 18 11-18 错了', 'not-allowed', /只能写自己的/],
    ['电话 -1 11-18 错了', 'entry-negative', /负数/],
  ])('answers "%s" with %s, and changes nothing', async (text, code, zh) => {
    const { type, record: report, written } = await stage()
    await report('李伟', '2026-11-18', { calls: 20 }, { reportId: newId() })
    const refused = type('李伟', correct, text, direct)
    await expect(refused).rejects.toMatchObject({ code, words: { zh: expect.stringMatching(zh) } })
    expect(await written()).toBe(1)
  })
})
