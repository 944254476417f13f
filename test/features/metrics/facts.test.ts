import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boards } from '../../../src/features/boards/feature.ts'
import { everyMetricOf, metricsOf, shownMetricsOf } from '../../../src/features/metrics/catalogue.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { stageTeam } from './stage.ts'

const metric = metrics.commands?.find(command => command.name === 'metric')
const board = boards.commands?.find(command => command.name === 'board')
const direct = { place: { kind: 'direct' } } as const

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

async function stage() {
  const staged = await stageTeam(database.store, [
    { name: '王芳', role: 'manager' },
    { name: '李伟' },
    { name: '张三' },
    { name: '赵六' },
  ])
  const named = async (key: string) =>
    (await everyMetricOf(database.store.prisma, staged.team.id)).find(it => it.key === key)
  return { ...staged, named }
}

describe('/metric set', () => {
  it('changes what does not touch the past, in words of either language, and keeps who did', async () => {
    const { type, named, record } = await stage()
    await record('李伟', '2026-11-18', { calls: 3 })
    const { words, emitted } = await type('王芳', metric, '设置 电话 方向=越少越好 小数=１ 填报=组长')
    expect(words[0]).toContain('已修改 电话')
    expect(words[0]).toContain('方向: 越多越好 → 越少越好')
    expect(emitted).toMatchObject([{ name: 'team.changed' }])
    expect(await named('calls')).toMatchObject({ direction: 'less', decimals: 1, reportedBy: 'lead' })
    await type('王芳', metric, 'set calls direction=more decimals=auto', { lang: 'en' })
    expect(await named('calls')).toMatchObject({ direction: 'more', decimals: null })
    const card = await type('王芳', metric, 'calls', { lang: 'en' })
    expect(card.words[0]).toContain('2026-11-20 16:00 王芳 · direction less → more')
    expect(card.words[0]).toContain('direction: more is better')
    expect((await type('王芳', metric, '设置 电话 方向=多')).words[0]).toContain('本来就是这样')
  })

  it('settles what entries mean once there are any, and tells the way out', async () => {
    const { type, named, record } = await stage()
    await type('王芳', metric, 'set 报价 unit=money currency=USD')
    expect(await named('quotes')).toMatchObject({ unit: 'money', currency: 'USD' })
    await record('李伟', '2026-11-18', { quotes: 3, revenue: 100 })
    for (const change of ['unit=count', 'currency=EUR', 'aggregation=last']) {
      await expect(type('王芳', metric, `set 报价 ${change}`)).rejects.toMatchObject({
        code: 'metric-settled',
        words: {
          zh: expect.stringContaining('/指标 停用 报价'),
          en: expect.stringContaining('/metric archive quotes'),
        },
      })
    }
    expect(await named('quotes')).toMatchObject({ unit: 'money', currency: 'USD', aggregation: 'sum' })
  })

  it.each([
    ['set 电话', 'metric-nothing-to-set'],
    ['set 电活 direction=less', 'metric-unknown'],
    ['set 电话 colour=red', 'metric-bad-option'],
    ['set 电话 外呼', 'metric-set-name'],
    ['set 电话 currency=USD', 'metric-currency-of-no-money'],
    ['set 转化率 aggregation=last', 'metric-worked-out'],
    ['set 转化率 formula=签单', 'metric-settled'],
    ['set 电话 amount=拜访', 'metric-not-money'],
    ['rename 电话', 'metric-unclear'],
    ['rename 电话 拜访', 'metric-name-taken'],
    ['rename 电话 3通', 'metric-bad-name'],
  ])('refuses "%s" as %s', async (text, code) => {
    const { type, named } = await stage()
    const before = await named('calls')
    await expect(type('王芳', metric, text)).rejects.toMatchObject({ code })
    expect(await named('calls')).toEqual(before)
  })
})

describe('/metric rename', () => {
  it('gives another name, and the old ones still work', async () => {
    const { type, named } = await stage()
    const { words } = await type('王芳', metric, '改名 电话 外呼 dials')
    expect(words[0]).toContain('现在叫 外呼 / Dials')
    expect(await named('calls')).toMatchObject({ zh: '外呼', en: 'Dials', key: 'calls' })
    await type('王芳', metric, 'rename 电话 outbound')
    expect(await named('calls')).toMatchObject({ zh: '外呼', en: 'Outbound' })
    expect((await named('calls'))?.aliases).toEqual(expect.arrayContaining(['电话', 'dials']))
  })
})

describe('a ready metric', () => {
  it('is taken by its name alone, with both names and its aliases', async () => {
    const { type, named } = await stage()
    await type('王芳', metric, '添加 邮件')
    expect(await named('mails')).toMatchObject({ zh: '邮件', en: 'Mails', kind: 'activity' })
    await type('王芳', metric, 'add follow-up', { lang: 'en' })
    expect(await named('follow-ups')).toMatchObject({ zh: '跟进' })
    expect((await type('王芳', metric, '')).words[0]).toContain('现成可加')
    await expect(type('王芳', metric, 'add email')).rejects.toMatchObject({ code: 'metric-name-taken' })
  })

  it('brings its parts along, and an alias that means something else stays away', async () => {
    const { type, named, team } = await stage()
    await type('王芳', metric, 'alias 电话 cycle')
    const { words } = await type('王芳', metric, '添加 销售周期')
    expect(words[0]).toContain('也一并添加了：成交天数')
    expect(await named('sales-cycle')).toMatchObject({ decimals: 1, direction: 'less', aliases: ['平均成交天数'] })
    await type('王芳', metric, '添加 留存率')
    expect((await metricsOf(database.store.prisma, team.id)).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['cycle-days', 'renewals', 'expiring']),
    )
  })
})

describe('/metric import', () => {
  it('adds and changes by a pasted table, in either language', async () => {
    const { type, named, team } = await stage()
    const table =
      '导入\n名称,英文,单位,方向,币种,公式\n海外额,overseas,金额,,USD,\n丢单,,,越多越好,,\n合计额,,金额,,,签单额 + 海外额'
    const { words, said, emitted } = await type('王芳', metric, table)
    expect(said).toHaveLength(1)
    expect(words[0]).toContain('已添加：海外额、合计额')
    expect(words[0]).toContain('已有，已按表更新：丢单')
    expect(emitted.map(({ name }) => name)).toContain('team.changed')
    expect(await named('overseas')).toMatchObject({ unit: 'money', currency: 'USD' })
    expect(await named('lost')).toMatchObject({ direction: 'more' })
    expect((await shownMetricsOf(database.store.prisma, team.id)).at(-1)).toMatchObject({ zh: '合计额', unit: 'money' })
  })

  it('writes nothing when a line is wrong, and names every line', async () => {
    const { type, team } = await stage()
    const before = await database.store.prisma.metric.findMany({ where: { teamId: team.id }, orderBy: { key: 'asc' } })
    const table = 'import\nname,zh,unit\nfine,好的,count\n3x,,\nnice,走访,count\nodd,,kilos'
    const refused = type('王芳', metric, table)
    await expect(refused).rejects.toMatchObject({
      code: 'metric-import',
      words: {
        zh: expect.stringMatching(
          /第 3 行：“3x”不能作名字[\s\S]*第 4 行：“走访”已经指拜访[\s\S]*第 5 行：没看懂“unit=kilos”/,
        ),
      },
    })
    const after = await database.store.prisma.metric.findMany({ where: { teamId: team.id }, orderBy: { key: 'asc' } })
    expect(after).toEqual(before)
    await expect(type('王芳', metric, 'import')).rejects.toMatchObject({ code: 'metric-import' })
    await expect(type('王芳', metric, 'import\nname,colour\na,b')).rejects.toMatchObject({
      words: { en: expect.stringContaining('line 1: there is no column "colour"') },
    })
  })
})

describe('a board', () => {
  it('ranks by the metric’s own direction and aggregation', async () => {
    const { type, record } = await stage()
    await type('王芳', metric, 'add 客户数')
    await type('王芳', metric, '添加 满意度 单位=数值 汇总=平均 小数=1')
    await record('李伟', '2026-11-16', { customers: 90, 满意度: 4 })
    await record('李伟', '2026-11-18', { customers: 40, 满意度: 5 })
    await record('张三', '2026-11-17', { customers: 50, 满意度: 4.2 })
    await record('李伟', '2026-11-17', { lost: 3 })
    await record('张三', '2026-11-17', { lost: 1 })
    const lines = async (text: string) => (await type('王芳', board, text, direct)).words[0]
    expect(await lines('客户数 本周')).toContain('1 | 张三 | 50\n2 | 李伟 | 40')
    expect(await lines('满意度 本周')).toContain('1 | 李伟 | 4.5\n2 | 张三 | 4.2')
    expect(await lines('丢单 本周')).toContain('1 | 张三 | 1\n2 | 李伟 | 3')
  })
})
