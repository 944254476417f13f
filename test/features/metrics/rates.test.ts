import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toInstant } from '../../../src/calendar/zone.ts'
import { boards } from '../../../src/features/boards/feature.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { makeContext, wordsOf } from '../harness.ts'
import { sellAbroad } from './currencies.ts'
import { stageTeam } from './stage.ts'

const named = (name: string) => [...(metrics.commands ?? []), ...(boards.commands ?? [])].find(it => it.name === name)
const [metric, rate, board, trace] = [named('metric'), named('rate'), named('board'), named('trace')]
const weekly = boards.jobs?.find(job => job.name === 'boards.weekly')
const direct = { place: { kind: 'direct' } } as const

/** One database for all tests here: each makes a team of its own. */
let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

async function stage(settings: Record<string, unknown> = {}) {
  const people = [{ name: '王芳', role: 'manager' as const }, { name: '李伟' }, { name: '张三' }, { name: '赵六' }]
  const staged = await stageTeam(database.store, people, settings)
  await sellAbroad(staged.type, '王芳')
  await staged.record('李伟', '2026-11-17', { revenue: 1000, overseas: 100 })
  await staged.record('李伟', '2026-11-19', { overseas: 100 })
  await staged.record('张三', '2026-11-18', { revenue: 1500 })
  return staged
}

describe('money in several currencies', () => {
  it('stays in its own where it is alone, and says which', async () => {
    const { type } = await stage()
    const { words } = await type('李伟', board, '海外额 本周', direct)
    expect(words[0]).toContain('1 | 李伟 | 200美元')
    expect(words[0]).not.toContain('汇率')
    expect((await type('李伟', board, 'overseas week', { ...direct, lang: 'en' })).words[0]).toContain('USD 200')
  })

  it('comes together in the team’s own, at the rate of each entry’s day', async () => {
    const { type } = await stage()
    await type('王芳', rate, 'USD 7 2026-11-01', direct)
    await type('王芳', rate, '美元 7.5 11月19日', direct)
    const { words } = await type('李伟', board, '合计额 本周', direct)
    expect(words[0]).toContain('1 | 李伟 | 2450\n2 | 张三 | 1500')
    expect(words[0]).toContain('按 2026-11-01 汇率 1 USD = 7 CNY，按 2026-11-19 汇率 1 USD = 7.5 CNY，换算成 CNY')
    const traced = await type('李伟', trace, '合计额 本周', direct)
    expect(traced.words[0]).toContain('合计额 = 签单额 + 海外额 = 2450')
    expect(traced.words[0]).toContain('海外额 | 200美元')
    expect(traced.words[0]).toContain('1 USD = 7.5 CNY')
  })

  it('has no figure without a rate: what to type is told, and 1 is never taken for it', async () => {
    const { type } = await stage()
    await type('王芳', rate, 'USD 7 2026-11-18', direct)
    await expect(type('李伟', board, '合计额 本周', direct)).rejects.toMatchObject({
      code: 'rate-missing',
      words: { zh: expect.stringContaining('/汇率 USD 7.1 2026-11-17') },
    })
    await type('王芳', rate, 'USD 7 2026-11-17', direct)
    expect((await type('李伟', board, '合计额 本周', direct)).words[0]).toContain('李伟 | 2400')
  })

  it('lets managers know when the weekly board lacks a rate', async () => {
    const { team, who } = await stage({ boards: { weekly: ['total-sales'] } })
    const at = toInstant('2026-11-20', '17:00', team.zone)
    const said = await inTransaction(database.store, async tx => {
      const { ctx, said } = makeContext(tx, { team, actor: null, place: null, now: at })
      await weekly?.run(ctx, { at, date: '2026-11-20', arg: '' })
      return said
    })
    expect(said.map(({ to }) => to)).toEqual([{ person: who('王芳').personId }])
    expect(said.map(({ content }) => wordsOf(content)).join()).toContain('每周榜单这次没有发出')
  })

  it('is converted into whatever the team calls its own', async () => {
    const { type } = await stage({ metrics: { currency: 'USD' } })
    expect((await type('李伟', board, '合计额 本周', direct)).words[0]).toContain('李伟 | 1200')
  })

  it('comes to the same as each day by itself, whatever the rates', async () => {
    const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']
    const amount = fc.integer({ min: 1, max: 1_000_000 })
    const rates = fc.array(fc.option(fc.integer({ min: 1, max: 2000 }).map(it => it / 100)), {
      minLength: 5,
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(amount, { minLength: 5, maxLength: 5 }), rates, async (amounts, given) => {
        const staged = await stageTeam(database.store, [
          { name: '王芳', role: 'manager' },
          { name: '李伟' },
          { name: '张三' },
        ])
        await staged.type('王芳', metric, '添加 海外额 币种=USD')
        await staged.type('王芳', metric, '添加 合计额 单位=金额 公式=签单额 + 海外额')
        let held = 6
        let expected = 0
        await staged.type('王芳', rate, 'USD 6 2026-11-01')
        for (const [at, day] of days.entries()) {
          const now = given[at] ?? null
          if (now !== null) await staged.type('王芳', rate, `USD ${now} ${day}`)
          held = now ?? held
          expected += held * (amounts[at] ?? 0)
          await staged.record('李伟', day, { 海外额: amounts[at] ?? 0 })
        }
        const { words } = await staged.type('王芳', board, '合计额 本周', { ...direct, lang: 'en' })
        const shown = /李伟 \| ([\d,.]+)/.exec(words[0] ?? '')?.[1] ?? ''
        expect(Number(shown.replaceAll(',', ''))).toBeCloseTo(expected, 2)
      }),
      { numRuns: 6 },
    )
  })
})

describe('/rate', () => {
  it('takes several lines at once and lists them', async () => {
    const { type, team } = await stage()
    const { words } = await type('王芳', rate, '币种,汇率,日期\nUSD,7.1,2026-11-01\n欧元 = 7.8', direct)
    expect(words[0]).toContain('1 USD = 7.1 CNY，2026-11-01 起')
    expect(words[0]).toContain('1 EUR = 7.8 CNY，2026-11-20 起')
    expect((await type('王芳', rate, '', direct)).words[0]).toContain('EUR | 7.8 | 2026-11-20')
    expect(await database.store.prisma.rate.count({ where: { teamId: team.id } })).toBe(2)
  })

  it.each([
    ['USD', /汇率要是大于 0 的数字/],
    ['USD 0', /大于 0/],
    ['USD -7', /大于 0/],
    ['GOLD 7', /不认识的币种/],
    ['CNY 1', /本币/],
    ['USD 7.1 2026-02-31', /没有这一天/],
    ['USD 7.1 2027-01-01', /还没到/],
    ['USD 7.1\nEUR x', /第 2 行“EUR x”/],
  ])('answers "%s" in words, and keeps nothing', async (text, zh) => {
    const { type, team } = await stage()
    await expect(type('王芳', rate, text, direct)).rejects.toMatchObject({
      code: 'rate-unclear',
      words: { zh: expect.stringMatching(zh) },
    })
    expect(await database.store.prisma.rate.count({ where: { teamId: team.id } })).toBe(0)
  })
})
