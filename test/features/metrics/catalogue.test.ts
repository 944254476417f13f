import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDefaultMetrics, metricsOf } from '../../../src/features/metrics/catalogue.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import type { Store } from '../../../src/store/store.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { makeContext } from '../harness.ts'
import { stageTeam } from './stage.ts'

const metric = metrics.commands?.find(command => command.name === 'metric')

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

async function stage(store: Store) {
  const staged = await stageTeam(store, [
    { name: '王芳', role: 'manager' },
    { name: '刘洋', role: 'lead' },
  ])
  const keys = async () => (await metricsOf(store.prisma, staged.team.id)).map(it => it.key)
  return { ...staged, keys }
}

describe('a new team', () => {
  it('counts the usual metrics, once', async () => {
    const { prisma } = database.store
    const { team, keys } = await stage(database.store)
    const { ctx } = makeContext(prisma, { team, actor: null, place: null })
    for (const { on, run } of metrics.reactions ?? []) if (on === 'team.created') await run(ctx, {})
    await createDefaultMetrics(prisma, team)
    expect(await keys()).toEqual(['visits', 'calls', 'quotes', 'deals', 'revenue', 'lost'])
    const deals = (await metricsOf(prisma, team.id)).find(it => it.key === 'deals')
    expect(deals).toMatchObject({ zh: '签单', en: 'Deals', aliases: ['成交', 'deal'], amountKey: 'revenue' })
  })
})

describe('/metric', () => {
  it('lists what is counted, in the language of the asker', async () => {
    const { type } = await stage(database.store)
    const { said, words } = await type('刘洋', metric, '')
    expect(said).toMatchObject([{ to: { reply: 'private' }, lane: 'reply' }])
    expect(words[0]).toContain('签单额 | revenue | Revenue、业绩、销售额、sales | 结果 · 金额')
    const english = await type('刘洋', metric, 'list', { lang: 'en' })
    expect(english.words[0]).toContain('Calls | calls | 电话, 打电话, 通话, call, phone | activity · count')
  })

  it('adds a metric, tells the house, and takes entries for it', async () => {
    const { type, keys, record } = await stage(database.store)
    const { words, emitted } = await type('王芳', metric, '添加 演示　demos 别名=试用 单位=个数')
    expect(words[0]).toContain('已添加指标 演示')
    expect(emitted).toMatchObject([{ name: 'team.changed' }])
    expect((await keys()).at(-1)).toBe('demos')
    expect(await record('刘洋', '2026-11-20', { demos: 2 })).toBe(1)
    const english = await type('王芳', metric, 'add renewals 续约 amount=业绩', { lang: 'en' })
    expect(english.words[0]).toContain('Added the metric Renewals')
  })

  it('adds aliases, and the same again is no error', async () => {
    const { type, team } = await stage(database.store)
    await type('王芳', metric, '别名 电话 外呼、dials')
    const { words } = await type('王芳', metric, 'alias calls Dials', { lang: 'en' })
    expect(words[0]).toContain('Calls is also called: 打电话, 通话, call, phone, 外呼, dials')
    const calls = (await metricsOf(database.store.prisma, team.id)).find(it => it.key === 'calls')
    expect(calls?.aliases).toEqual(['打电话', '通话', 'call', 'phone', '外呼', 'dials'])
  })

  it('archives and restores, and keeps an archived metric open for corrections', async () => {
    const { type, keys, record } = await stage(database.store)
    await type('王芳', metric, '停用 丢单')
    expect(await keys()).not.toContain('lost')
    expect(await record('刘洋', '2026-11-20', { lost: 1 })).toBe(1)
    expect((await type('刘洋', metric, '')).words[0]).toContain('已停用：丢单')
    await expect(type('王芳', metric, 'add lost')).rejects.toMatchObject({ code: 'metric-archived' })
    await type('王芳', metric, 'add 输单')
    await expect(type('王芳', metric, '恢复 丢单')).rejects.toMatchObject({ code: 'metric-name-taken' })
    await type('王芳', metric, 'archive 输单')
    await type('王芳', metric, 'restore lost')
    expect(await keys()).toContain('lost')
  })

  it.each([
    ['add 回款 payments alias=业绩', 'metric-name-taken', '“业绩”已经指签单额'],
    ['add 电话', 'metric-name-taken', '“电话”已经指电话'],
    ['add ＣＡＬＬＳ', 'metric-name-taken', '已经指电话'],
    ['alias 电话 拜访', 'metric-name-taken', '“拜访”已经指拜访'],
    ['alias 电话 3通', 'metric-bad-name', '“3通”不能作名字'],
    ['alias 电话', 'metric-unclear', '没看懂'],
    ['alias 电活 外呼', 'metric-unknown', '没有叫“电活”的指标，可选：拜访'],
    ['add 演示 unit=kilos', 'metric-bad-option', '没看懂“unit=kilos”'],
    ['add 演示 amount=calls', 'metric-not-money', '“calls”不是金额类的指标'],
    ['add', 'metric-no-name', '请给指标起个名字'],
    ['archive', 'metric-unclear', '没看懂'],
    ['恢复 丢单', 'metric-unknown', '没有叫“丢单”的指标'],
    ['frobnicate', 'metric-unclear', '没看懂'],
  ])('refuses "%s" as %s, with words', async (rest, code, zh) => {
    const { type, keys } = await stage(database.store)
    const before = await keys()
    const refused = type('王芳', metric, rest)
    await expect(refused).rejects.toMatchObject({
      code,
      words: { zh: expect.stringContaining(zh), en: expect.any(String) },
    })
    expect(await keys()).toEqual(before)
  })

  it('lets a lead look but not change', async () => {
    const { type, keys } = await stage(database.store)
    await expect(type('刘洋', metric, 'archive lost')).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await keys()).toContain('lost')
  })
})
