import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { giveRate, sellAbroad } from '../metrics/currencies.ts'
import { recompute } from './programs/recompute.ts'
import { at, command, stageChampions } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const people = [{ name: '李伟' }, { name: '张三' }, { name: '王芳', role: 'manager' as const }]
const direct = { place: { kind: 'direct' }, now: at('2026-11-20 12:00') } as const

/** In dollars 张三 is first, added up bare 李伟 would be. */
async function stage(metrics = ['total-sales', 'revenue']) {
  const staged = await stageChampions(database.store, people, { champions: { metrics } })
  await sellAbroad(staged.type, '王芳')
  await staged.record('李伟', '2026-10-12', { revenue: 1000 }, { now: at('2026-10-12 19:00') })
  await staged.record('张三', '2026-10-13', { revenue: 100, overseas: 50 }, { now: at('2026-10-13 19:00') })
  await staged.record('张三', '2026-10-23', { overseas: 100 }, { now: at('2026-10-23 19:00') })
  return { ...staged, give: (rate: string, now: string) => giveRate(staged.type, '王芳', rate, at(now)) }
}

describe('a champion by a metric of several currencies', () => {
  it('is who is first at the rates of the days, and the proof has these rates', async () => {
    const { clock, give, type, who } = await stage()
    await give('USD 7 2026-10-01', '2026-10-30 10:00')
    await give('USD 8.5 2026-10-20', '2026-10-30 10:00')
    const { emitted, said } = await clock('champions.named', '2026-11-01')
    expect(emitted.map(({ payload }) => [payload['metric'], payload['memberIds']])).toEqual([
      ['total-sales', [who('张三').memberId]],
      ['revenue', [who('李伟').memberId]],
    ])
    expect(said[0]?.words).toContain('合计额 1300')
    const { words: proof } = await type('李伟', command, '2026-10 total-sales', direct)
    expect(proof[0]).toContain('按 2026-10-01 汇率 1 USD = 7 CNY，按 2026-10-20 汇率 1 USD = 8.5 CNY，换算成 CNY')
    expect(proof[0]).toContain('海外额 | 50美元')
    expect(proof[0]).toContain('与评出时一致')
    const { words } = await type('王芳', command, '导出 2026-10 total-sales', direct)
    expect(recompute(words.join('\n'))).toEqual({
      ...{ winners: ['张三'], value: 1300, intact: true },
      claimed: { winners: ['张三'], value: 1300 },
    })
  })

  it('stays proved by its own rates when others are given later', async () => {
    const { clock, give, type } = await stage()
    await give('USD 7 2026-10-01', '2026-10-30 10:00')
    await clock('champions.named', '2026-11-01')
    await give('USD 1 2026-10-01', '2026-11-05 10:00')
    const { words: proof } = await type('李伟', command, '2026-10 total-sales', direct)
    expect(proof[0]).toContain('1 USD = 7 CNY')
    expect(proof[0]).toContain('与评出时一致')
    const { words: redo } = await type('王芳', command, '重算 2026-10 total-sales', direct)
    expect(redo[0]).toMatch(/张三 1150[\s\S]*李伟 1000/)
  })

  it('is not named without a rate: managers are told, the others are named, and a rate names the one that waits', async () => {
    const { clock, give, ratesGiven, who } = await stage()
    const { said, emitted } = await clock('champions.named', '2026-11-01')
    expect(emitted.map(({ payload }) => payload['metric'])).toEqual(['revenue'])
    const [told] = said.filter(({ purpose }) => purpose === 'champions.not-named')
    expect(told).toMatchObject({ to: { person: who('王芳').personId } })
    expect(told?.words).toContain('2026年10月合计额冠军还没有公布')
    expect(told?.words).toContain('/汇率 USD 7.1 2026-10-13')
    await give('USD 7 2026-10-01', '2026-11-03 10:00')
    const later = await ratesGiven(at('2026-11-03 10:00'))
    expect(later.emitted).toMatchObject([{ name: 'champion.named', payload: { metric: 'total-sales' } }])
    expect((await ratesGiven(at('2026-11-03 10:01'))).emitted).toEqual([])
  })

  it('is no news after ten days, nor before it is due', async () => {
    const { clock, give, ratesGiven } = await stage(['total-sales'])
    await clock('champions.named', '2026-11-01')
    await give('USD 7 2026-10-01', '2026-11-01 10:00')
    expect((await ratesGiven(at('2026-11-02 09:00'))).emitted).toEqual([])
    expect((await ratesGiven(at('2026-11-13 10:00'))).emitted).toEqual([])
  })

  it('that cannot be counted again is told to managers, with what to type', async () => {
    const { clock, give, record, who, team } = await stage(['total-sales'])
    await give('USD 7 2026-10-01', '2026-10-30 10:00')
    const reportId = crypto.randomUUID()
    await record('李伟', '2026-10-14', { revenue: 5 }, { now: at('2026-10-14 19:00'), reportId })
    await clock('champions.named', '2026-11-01')
    await database.store.prisma.rate.deleteMany({ where: { teamId: team.id } })
    await record('李伟', '2026-10-14', { revenue: 6 }, { now: at('2026-11-04 19:00'), reportId })
    const { said } = await clock('champions.checked', '2026-11-05')
    expect(said.map(({ to, purpose }) => [to, purpose])).toEqual([
      [{ person: who('王芳').personId }, 'champions.not-counted'],
    ])
    expect(said[0]?.words).toMatch(/\/冠军 重算 2026-10 total-sales[\s\S]*\/汇率 USD 7\.1 2026-10-13/)
  })
})
