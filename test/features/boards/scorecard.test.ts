import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { periodOf } from '../../../src/calendar/periods.ts'
import { boardSettings } from '../../../src/features/boards/board-settings.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import { everyMetricOf } from '../../../src/features/metrics/catalogue.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { teamById } from '../../../src/features/team/teams.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { friday, stageTeam } from '../metrics/stage.ts'
import { buttonsOf } from '../reports/stage.ts'
import { expectRefusal, tell } from '../team/talk.ts'
import { targetsOf } from './targets.ts'

const board = boards.commands?.find(command => command.name === 'board')
const trace = boards.commands?.find(command => command.name === 'trace')
const metric = metrics.commands?.find(command => command.name === 'metric')
const show = boards.actions?.find(action => action.id === 'boards.show')
const traced = boards.actions?.find(action => action.id === 'boards.trace')
const direct = { place: { kind: 'direct' } } as const
const english = { ...direct, lang: 'en' } as const

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const usual = [
  { metric: 'revenue', weight: 60 },
  { metric: 'visits', weight: 20 },
  { metric: 'quotes', weight: 20 },
]

/**
 * In November 甲 reaches most; 乙 has no target for quotes; 丙 has one for quotes alone; 丁 sells ten times as much as wanted
 * and does nothing else; 戊 has no target at all.
 */
async function stage(scorecard: readonly { metric: string; weight: number }[] = usual) {
  const { store } = database
  const people = [
    ...['甲', '乙', '丙', '丁'].map(name => ({ name })),
    { name: '戊', joinedOn: '2026-11-09' },
    { name: '赵组长', role: 'lead' as const },
    { name: '王芳', role: 'manager' as const },
  ]
  const sales = await stageTeam(store, people, { boards: { scorecard } })
  const { record } = sales
  const wants = await targetsOf(store, sales)

  await wants('甲', { revenue: 100_000, visits: 20, quotes: 10 })
  await wants('乙', { revenue: 50_000, visits: 20 })
  await wants('丙', { quotes: 10 })
  await wants('丁', { revenue: 10_000, visits: 20, quotes: 10 })
  await record('甲', '2026-11-10', { revenue: 90_000, visits: 24, quotes: 5 })
  await record('乙', '2026-11-10', { revenue: 60_000, visits: 10, quotes: 40 })
  await record('丙', '2026-11-10', { quotes: 30 })
  await record('丁', '2026-11-10', { revenue: 100_000 })
  await record('戊', '2026-11-10', { revenue: 900_000 })
  return { ...sales, wants }
}

describe('a board by the scorecard', () => {
  it('ranks by the weighted share of own targets, openly, and tells each alone what theirs is made of', async () => {
    const { type } = await stage()
    const { said, words } = await type('甲', board, '综合 本月')
    expect(said.map(({ to }) => to)).toEqual([{ reply: 'open' }, { reply: 'private' }])
    expect(words[0]).toContain('综合分榜 · 2026年11月')
    expect(words[0]).toContain('名次 | 成员 | 综合分')
    expect(words[0]).toContain(['1 | 乙 | 102.5', '2 | 丁 | 90.0', '3 | 甲 | 88.0'].join('\n'))
    expect(words[0]).not.toMatch(/丙|戊/)
    expect(words[0]).toContain('口径：各项达成本人目标的百分比按权重相加（签单额 60%、拜访 20%、报价 20%），截至')
    expect(words[0]).toContain(
      '每项最多算 150%；没有本人目标或没有数的项不算，其余权重按比例放大；能算的不到一半权重就不排名',
    )
    expect(words[0]).not.toContain('越少越好')
    expect(words[0]).not.toContain('90%')
    expect(words[1]).toBe(
      '2026年11月，综合分 88.0，你在 3 人中排第 3，距上一名 2.0。签单额 90% ×60% + 拜访 120% ×20% + 报价 50% ×20% = 88.0',
    )
  })

  it('leaves out what has no own target, scales the other weights, and says so', async () => {
    const { type } = await stage()
    const { words } = await type('乙', board, 'scorecard month')
    expect(words[1]).toContain('签单额 120% ×75% + 拜访 50% ×25% = 102.5；报价没有这一期的目标，不算')
  })

  it('does not rank whoever has targets for less than half of the weight, and tells them how to be on it', async () => {
    const { type } = await stage()
    const { words } = await type('丙', board, '综合分', english)
    expect(words[0]).toContain('You have no place by the scorecard in November 2026 yet')
    expect(words[0]).toContain('Revenue is left out: no target for this period; Visits is left out')
    expect(words[0]).toContain('less than half of the weight can be counted, so there is no rank')
  })

  it('counts no part beyond 150 %', async () => {
    const { type } = await stage()
    const { words } = await type('丁', board, '综合', direct)
    expect(words[0]).toContain('签单额 150% ×60% + 拜访 0% ×20% + 报价 0% ×20% = 90.0')
  })

  it('counts what should stay small as reached within its target, if it was recorded', async () => {
    const { type, wants, record } = await stage([
      { metric: 'revenue', weight: 3 },
      { metric: 'lost', weight: 1 },
    ])
    for (const name of ['甲', '乙', '丁']) await wants(name, { lost: 4 })
    await record('甲', '2026-11-12', { lost: 5 })
    await record('乙', '2026-11-12', { lost: 0 })
    const { words } = await type('甲', board, '综合', direct)
    // 甲 90 × 3/4 + 75 × 1/4; 乙 120 and 100; 丁 recorded none lost.
    expect(words[0]).toContain(['1 | 丁 | 150.0', '2 | 乙 | 115.0', '3 | 甲 | 86.3'].join('\n'))
    expect(words[0]).toContain('越少越好的，不超目标算 100%，超出多少扣多少')
    expect((await type('丁', board, '综合', direct)).words[0]).toContain('丢单没有实绩，不算')
  })

  it('says the same in English, of this month where none is named, with ways on that can be typed and pressed', async () => {
    const { type, press } = await stage()
    const { said, words } = await type('王芳', board, 'Scorecard', english)
    expect(words[0]).toContain('Scorecard board · November 2026')
    expect(words[0]).toContain('1 | 乙 | 102.5')
    expect(words[0]).toContain(
      'Basis: share of own target of each, by weight (Revenue 60%, Visits 20%, Quotes 20%) up to',
    )
    expect(words[0]).not.toContain('You ')
    const buttons = said.flatMap(({ content }) => buttonsOf(content))
    expect(buttons.map(button => button.words)).toEqual([
      '/board scorecard 2026-10',
      '/board scorecard 2026-Q4',
      '/trace scorecard 2026-11',
    ])
    const before = await press('甲', show, buttons[0]?.value ?? '')
    expect(before.words[0]).toContain('综合分榜 · 2026年10月')
    expect(before.words[0]).toContain('还没有人有综合分：要先有这一期的本人目标')
  })

  it('shows the movement since the period before', async () => {
    const { type, wants, record } = await stage()
    const october = periodOf('month', '2026-10-20')
    await wants('甲', { revenue: 100_000 }, october)
    await wants('乙', { revenue: 100_000 }, october)
    await record('甲', '2026-10-20', { revenue: 90_000 })
    await record('乙', '2026-10-20', { revenue: 80_000 })
    const { words } = await type('王芳', board, '综合 本月', direct)
    expect(words[0]).toContain(['1 | 乙 | 102.5 | ▲1', '2 | 丁 | 90.0 | 新', '3 | 甲 | 88.0 | ▼2'].join('\n'))
  })

  it('can be of newcomers only, but has no other basis', async () => {
    const { type, wants } = await stage()
    await wants('戊', { revenue: 1_000_000, visits: 20 })
    const { words } = await type('戊', board, '综合 本月 新人', direct)
    expect(words[0]).toContain('综合分榜（新人）')
    // 90 × 3/4 and 0 × 1/4
    expect(words[0]).toContain('1 | 戊 | 67.5')
    expect(words[0]).not.toContain('乙')
    const typed = await type('甲', board, '综合 本月 日均').catch(error => error)
    expect(typed).toMatchObject({ code: 'board-scorecard-basis', words: { zh: expect.stringContaining('/榜单 综合') } })
  })

  it('is a picture like any board', async () => {
    const { type } = await stage()
    const { said } = await type('甲', board, '综合 本月')
    const image = said[0]?.content.blocks.find(block => block.b === 'image')
    expect(image?.alt).toBe('图：综合分榜，第一名 乙')
    const kept = await database.store.prisma.picture.findUniqueOrThrow({ where: { ref: image?.ref ?? '' } })
    expect(kept.drawing).toMatchObject({
      ...{ kind: 'board', title: '综合分榜' },
      rows: [
        { rank: 1, name: '乙', value: '102.5', length: 102.5 },
        { rank: 2, name: '丁', value: '90.0' },
        { rank: 3, name: '甲', value: '88.0' },
      ],
      // The rules of counting are for the words: at the foot of a picture they would be cut.
      foot: expect.not.stringContaining('每项最多算'),
    })
  })

  it('goes by another of its names where the team has a metric of that name', async () => {
    const { team, type, record } = await stage()
    await type('王芳', metric, '添加 综合分 quality')
    const added = (await everyMetricOf(database.store.prisma, team.id)).find(({ zh }) => zh === '综合分')
    await record('甲', '2026-11-18', { [added?.key ?? '']: 7 })
    const own = await type('王芳', board, '综合分 本月', direct)
    expect(own.words[0]).toContain('1 | 甲 | 7')
    const { words } = await type('王芳', board, '综合 本月', direct)
    expect(words[0]).toContain('计分卡榜 · 2026年11月')
    expect(words[0]).toContain('[上一期] /榜单 计分卡 2026-10')
  })

  it('forgets a metric that is not counted any more', async () => {
    const { type } = await stage()
    await type('王芳', metric, '停用 报价')
    const { words } = await type('甲', board, '综合', direct)
    expect(words[0]).toContain('（签单额 75%、拜访 25%）')
    await type('王芳', metric, '停用 拜访')
    await expect(type('甲', board, '综合', direct)).rejects.toMatchObject({ code: 'board-no-scorecard' })
  })
})

describe('what is behind the points', () => {
  it('is told to oneself with every part, each of which is traced in turn', async () => {
    const { type, press } = await stage()
    const { said, words } = await type('乙', trace, '综合 本月')
    expect(said.map(({ to }) => to)).toEqual([{ reply: 'private' }])
    expect(words[0]).toContain('乙的综合分 · 2026年11月')
    expect(words[0]).toContain('综合分 = 102.5')
    expect(words[0]).toContain(
      ['签单额 | 6万 | 5万 | 120% | 75% | 90.0', '拜访 | 10 | 20 | 50% | 25% | 12.5', '报价 | 40 | – | – | – | –'].join(
        '\n',
      ),
    )
    expect(words[0]).toContain('团队的权重：签单额 60%、拜访 20%、报价 20%')
    const [first] = said.flatMap(({ content }) => buttonsOf(content))
    expect(first).toMatchObject({ id: 'boards.trace', words: '/追溯 revenue 2026-11' })
    const part = await press('乙', traced, first?.value ?? '')
    expect(part.words[0]).toContain('乙的签单额 · 2026年11月')
    expect(part.words[0]).toContain('2026-11-10 | 6万')
  })

  it('is for leads and up to see of others, who can see who looked', async () => {
    const { type, press, who } = await stage()
    // 乙 is first on the board, yet how far they are with each target is theirs.
    const refused = await type('甲', trace, '乙 综合 本月').catch(error => error)
    expect(refused).toMatchObject({ code: 'not-allowed', words: { zh: expect.stringContaining('只有本人、组长') } })
    const { said, words } = await type('赵组长', trace, '丙 scorecard', english)
    expect(words[0]).toContain('Scorecard of 丙 · November 2026')
    expect(words[0]).toContain('Scorecard = –')
    const { memberId } = who('丙')
    const looks = await database.store.prisma.audit.findMany({ where: { memberId } })
    expect(looks).toMatchObject([{ what: 'boards.trace', actorPersonId: who('赵组长').personId }])
    const [first] = said.flatMap(({ content }) => buttonsOf(content))
    const part = await press('赵组长', traced, first?.value ?? '')
    expect(part.words[0]).toContain('丙的签单额 · 2026年11月')
  })

  it('is nothing where the team has no scorecard, which is told with how to set one', async () => {
    const { type } = await stage([])
    for (const command of [board, trace])
      await expect(type('甲', command, '综合 本月')).rejects.toMatchObject({
        code: 'board-no-scorecard',
        words: {
          zh: expect.stringContaining('/设置 综合分 签单额60 拜访20 报价20'),
          en: expect.stringContaining('/settings boards.scorecard revenue 60 visits 20 quotes 20'),
        },
      })
  })
})

describe('the setting of a scorecard', () => {
  async function settled(line: string) {
    const { team, who } = await stage([])
    const { prisma } = database.store
    const tells = (text: string) => tell({ tx: prisma, teamId: team.id, now: friday }, who('王芳').personId, text)
    const answer = await tells(line).catch(error => error)
    const now = await teamById(prisma, team.id)
    return { tells, answer, scorecard: now ? boardSettings(now).scorecard : null }
  }

  it.each([
    '/设置 综合分 签单额60 拜访20 报价20',
    '/settings boards.scorecard revenue 60, visits 20, quotes 20',
    '/设置 综合分：签单额６０％、走访 20%、报价：20%',
    '/设置 综合分签单额60拜访20报价20。',
    '/settings scorecard Revenue=60 + visit*20 + quote 20',
  ])('is typed as people do: %s', async line => {
    const { answer, scorecard } = await settled(line)
    expect(scorecard).toEqual(usual)
    expect(answer.words).toContain('签单额 60、拜访 20、报价 20')
  })

  it('takes ratios, of which people can have targets too', async () => {
    const { answer, scorecard } = await settled('/设置 综合分 转化率2 客单价1')
    expect(scorecard?.map(({ metric: key }) => key)).toEqual(['conversion', 'order-value'])
    expect(answer.words).toContain('转化率 2、客单价 1')
  })

  it('shows the board at once, and none once it is taken away', async () => {
    const { tells } = await settled('/设置 综合分 签单额60 拜访20 报价20')
    expect((await tells('/榜单 综合 本月')).words).toContain('1 | 乙 | 102.5')
    await tells('/设置 综合分 无')
    await expectRefusal(tells('/榜单 综合 本月'), 'board-no-scorecard')
  })

  it.each([
    ['签单额60 幸福感40', 'scorecard-metric', /没有叫“幸福感”的指标。指标有：拜访、电话/],
    ['签单额60 拜访0', 'scorecard-weight', /拜访的权重不能是 0/],
    ['签单额60 拜访-5', 'scorecard-weight', /拜访的权重不能是 -5/],
    ['签单额60 拜访2.5', 'scorecard-weight', /要是 1–1000 的整数/],
    ['签单额60 拜访1001', 'scorecard-weight', /要是 1–1000 的整数/],
    ['签单额60 拜访20 业绩20', 'scorecard-twice', /签单额写了两次/],
    ['签单额60', 'scorecard-count', /要 2–8 个指标，这里是 1 个/],
    ['签单额60 拜访', 'settings.unfit', /各带一个整数权重/],
    ['六十', 'settings.unfit', /各带一个整数权重/],
    ['60 40', 'settings.unfit', /各带一个整数权重/],
  ])('refuses %s and writes nothing', async (text, code, why) => {
    const { answer, scorecard } = await settled(`/设置 综合分 ${text}`)
    expect(answer).toMatchObject({ code, words: { zh: expect.stringMatching(why) } })
    expect(scorecard).toEqual([])
  })
})
