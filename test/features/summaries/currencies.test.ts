import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudio } from '../../../src/pictures/studio.ts'
import { filesOf } from '../../../src/store/files.ts'
import { picturesOf } from '../../../src/store/pictures.ts'
import { openXlsx } from '../../sheets/open-xlsx.ts'
import { quiet, type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { giveRate, sellAbroad } from '../metrics/currencies.ts'
import { stageSummaries } from './stage.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

/** The week before, one rate; in the week another from Thursday on. */
async function stage() {
  const people = [{ name: '李娜' }, { name: '王强' }, { name: '韩梅', role: 'manager' as const }]
  const staged = await stageSummaries(database.store, people)
  await sellAbroad(staged.type, '韩梅')
  await staged.record('李娜', '2026-11-12', { overseas: 10 })
  await staged.hands('李娜', '2026-11-18', { values: { revenue: 1000, overseas: 100 } })
  await staged.hands('王强', '2026-11-19', { values: { overseas: 50 } })
  return staged
}

async function rated() {
  const staged = await stage()
  await giveRate(staged.type, '韩梅', 'USD 7 2026-11-01')
  await giveRate(staged.type, '韩梅', 'USD 8 2026-11-19')
  return staged
}

describe('the summary of a team that sells in several currencies', () => {
  it('has each metric in its own, and those of both at the rates of the days, which it states', async () => {
    const { post, slotAfter } = await rated()
    const [toGroup, toManager] = await post(await slotAfter('2026-11-16'))
    for (const said of [toGroup, toManager]) {
      expect(said?.words).toContain('签单额 | 1000')
      expect(said?.words).toContain('海外额 | 150美元 | 10美元')
      expect(said?.words).toContain('合计额 | 2100 | 70')
      expect(said?.words).toContain('双倍海外 | 300美元 | 20美元')
      expect(said?.words).toContain(
        '合计额 按 2026-11-01 汇率 1 USD = 7 CNY，按 2026-11-19 汇率 1 USD = 8 CNY，换算成 CNY',
      )
    }
  })

  it('leaves out what lacks a rate, says so with what to type, and goes on with the rest', async () => {
    const { post, slotAfter, type } = await stage()
    const slot = await slotAfter('2026-11-16')
    const [toGroup, toManager] = await post(slot)
    for (const said of [toGroup, toManager]) {
      expect(said?.words).toContain('海外额 | 150美元')
      expect(said?.words).not.toContain('合计额 |')
      expect(said?.words).toContain('没有列出合计额：还不知道 2026-11-18 的 USD 汇率')
      expect(said?.words).toContain('/汇率 USD 7.1 2026-11-18')
    }
    await giveRate(type, '韩梅', 'USD 7 2026-11-01')
    expect((await post(slot))[0]?.words).toContain('合计额 | 2050 | 70')
  })

  it('is asked for with the same figures, and the one who asks reads what to type', async () => {
    const { asks, type } = await stage()
    expect((await asks('李娜', 'weekly', '', { lang: 'en' })).words[0]).toContain(
      'Left out: Total-sales. There is no rate of USD for 2026-11-18',
    )
    await giveRate(type, '韩梅', 'USD 7 2026-11-01')
    expect((await asks('李娜', 'weekly')).words[0]).toContain('合计额 | 2050')
  })

  it('has them in its spreadsheet, with the currency beside the name and the rates below', async () => {
    const { asks } = await rated()
    const { said } = await asks('韩梅', 'weekly', 'xlsx', { place: { kind: 'direct' } })
    const [block] = said.flatMap(({ content }) => content.blocks).filter(one => one.b === 'file')
    if (block?.b !== 'file') return expect.fail('no file was sent')
    const { store } = database
    const kept = await filesOf(store, picturesOf(store, { draw: openStudio(), log: quiet }))(block.ref)
    const [summary, members] = kept ? openXlsx(kept.bytes) : []
    const rows = summary?.rows ?? []
    expect(rows.find(([name]) => name === '合计额')?.[1]).toMatchObject({ value: 2100 })
    expect(rows.find(([name]) => name === '海外额（USD）')?.[1]).toMatchObject({ value: 150 })
    expect(JSON.stringify(rows)).toContain('合计额 按 2026-11-01 汇率 1 USD = 7 CNY')
    const [head = [], ...people] = members?.rows ?? []
    const at = head.indexOf('合计额')
    expect(people.map(row => [row[0], row[at]])).toMatchObject([
      ['李娜', { value: 1700 }],
      ['王强', { value: 400 }],
      ['韩梅', null],
    ])
    expect(head).toContain('双倍海外（USD）')
  })
})
