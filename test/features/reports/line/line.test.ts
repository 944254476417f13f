import { describe, expect, test } from 'vitest'
import { both, deal, expectPlain, read, rows, valuesOf } from './sales.ts'

describe('numbers beside their names are values', () => {
  test.each(
    rows({
      '拜访3 电话20': { values: both },
      拜访3电话20: { values: both },
      '拜访 3 电话 20': { values: both },
      '拜访:3，电话：20': { values: both },
      '拜访=3；电话＝20': { values: both },
      '拜访3、电话20。': { values: both },
      '拜访3/电话20': { values: both },
      '拜访3\n电话20': { values: both },
      '拜访3\r\n电话20\r\n': { values: both },
      拜访3和电话20: { values: both },
      '拜访 - 3，电话——20': { values: both },
      '拜访 三 电话 二十': { values: both },
      '拜访3家，电话20通': { values: both },
      '拜访 3 家 电话 20 通': { values: both },
      '拜访了3家客户，电话20个': { values: both },
      '3个拜访 20通电话': { values: both },
      '三个拜访，二十通电话': { values: both },
      '今天3个拜访 20通电话': { values: both },
      '打了20通电话，3个拜访': { values: both },
      '1、拜访3家\n2、电话20通': { values: both },
      '- 拜访3\n- 电话20': { values: both },
      '①拜访3②电话20': { values: both },
      '💪拜访3️⃣🔥电话20！！': { values: both },
      'visits 3, calls 20': { values: both },
      'visits 3 calls 20': { values: both },
      '3 visits 20 calls': { values: both },
      '20 calls, 3 visits': { values: both },
      'made 20 calls and 3 visits': { values: both },
      'Visits: 3; CALLS=20': { values: both },
      visits3calls20: { values: both },
      '20 calls，拜访3': { values: both },
      'ｖｉｓｉｔｓ３　ｃａｌｌｓ２０': { values: both },
      '  拜访  3 \t 电话\u00a020 ': { values: both },
      '拜访\u200b3': { values: { visits: 3 } },
      客户拜访3: { values: { visits: 3 } },
      'site  visits 3': { values: { visits: 3 } },
      '拜访0 电话0': { values: { visits: 0, calls: 0 } },
      '电话1,200': { values: { calls: 1200 } },
      '转化率30% 评分4.5': { values: { rate: 30, score: 4.5 } },
      '转化率 12.50 评分 4.50': { values: { rate: 12.5, score: 4.5 } },
      '①跟进华为②电话20': { values: { calls: 20 }, notes: ['跟进华为'] },
    }),
  )('%s', expectPlain)
})

describe('a count and its amount', () => {
  test.each(
    rows({
      '签单1/8万': { values: deal },
      '签单 1 / 8万': { values: deal },
      签单1单8万: { values: deal },
      '签单1单/8万元': { values: deal },
      '签单1单，8万': { values: deal },
      '签单1 8万': { values: deal },
      '签单1（8万）': { values: deal },
      签单1单共8万: { values: deal },
      签单一单八万: { values: deal },
      '签单1单，金额8万': { values: deal },
      '签单1，合计：8万元': { values: deal },
      '1单签单8万': { values: deal },
      '签单1/80000': { values: deal },
      '签单1 签单额8万': { values: deal },
      '业绩8万 签单1': { values: deal },
      'deals 1/80k': { values: deal },
      '1 deal $80k': { values: deal },
      '1 deal / 80k': { values: deal },
      '1 deal worth 80k': { values: deal },
      '签单8万，签单1': { values: deal },
      签单2: { values: { deals: 2 } },
      '签单1 20通电话': { values: { deals: 1, calls: 20 } },
      '签单1/电话20': { values: { deals: 1, calls: 20 } },
      '签单1/8万 电话20': { values: { ...deal, calls: 20 } },
      '3 visits 1 deal 80k': { values: { ...deal, visits: 3 } },
      签单120单: { values: { deals: 120 } },
      '120 deals': { values: { deals: 120 } },
      '签单1/0': { values: { deals: 1, revenue: 0 } },
      '业绩50.00': { values: { revenue: 50 } },
      业绩50元: { values: { revenue: 50 } },
      '业绩 12.5万': { values: { revenue: 125_000 } },
      '业绩：￥85,000.50': { values: { revenue: 85_000.5 } },
    }),
  )('%s', expectPlain)

  test('an amount alone is recorded, and how many deals it was is asked', () => {
    const reading = read('签单8万')
    expect(valuesOf(reading)).toEqual({ revenue: 80_000 })
    expect(reading.asks).toEqual([
      {
        question: 'count-of-amount',
        metric: 'deals',
        amountKey: 'revenue',
        value: 80_000,
        text: '签单8万',
        start: 0,
        end: 4,
      },
    ])
  })
})

test('the two lines of the manual', () => {
  const plan = read('拜访3 电话20 签单8万 跟进华为、中建')
  expect(valuesOf(plan)).toEqual({ visits: 3, calls: 20, revenue: 80_000 })
  expect(plan.asks).toMatchObject([{ question: 'count-of-amount', metric: 'deals' }])
  expect(plan.notes).toEqual(['跟进华为、中建'])
  expectPlain('拜访2 电话25 签单1/8万 丢单1 卡点:合同盖章', {
    values: { visits: 2, calls: 25, ...deal, lost: 1 },
    blockers: ['合同盖章'],
  })
})
