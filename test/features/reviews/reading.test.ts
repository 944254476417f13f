import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import { readTyped } from '../../../src/features/reviews/answers.ts'
import { readCriteria, usualCriteria, weighted } from '../../../src/features/reviews/criteria.ts'
import { readReviewRequest } from '../../../src/features/reviews/request.ts'
import { isReminderDay, readTask } from '../../../src/features/reviews/task.ts'

const metrics = defaultMetrics.map((metric, position) => ({ ...metric, id: metric.key, position }))

describe('criteria', () => {
  it.each(['业绩 50、态度 30、协作 20', '业绩５０％，态度30%，协作=20', '业绩50,态度：30；协作 20'])(
    'are read from “%s”',
    text => {
      expect(readCriteria(text)).toEqual({
        ok: true,
        items: [
          { name: '业绩', weight: 50 },
          { name: '态度', weight: 30 },
          { name: '协作', weight: 20 },
        ],
      })
    },
  )

  it.each([
    ['业绩', 'unreadable'],
    ['业绩 0、态度 100', 'unreadable'],
    ['业绩 50、态度 60', 'sum'],
    ['业绩 50、业绩 50', 'twice'],
    [Array.from({ length: 10 }, (_, n) => `项${n}甲 10`).join('、'), 'too-many'],
    [`${'长'.repeat(25)} 100`, 'too-long'],
  ])('like “%s” are refused: %s', (text, fault) => {
    expect(readCriteria(text)).toMatchObject({ ok: false, fault })
  })

  it('weigh scores: always between the lowest and the highest of them', () => {
    const scores = fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 5 })))
    fc.assert(
      fc.property(scores, all => {
        const total = weighted(usualCriteria('zh').items, all) ?? 0
        expect(total).toBeGreaterThanOrEqual(Math.min(...all))
        expect(total).toBeLessThanOrEqual(Math.max(...all))
      }),
    )
    expect(weighted(usualCriteria('zh').items, [5, null, 3])).toBeNull()
  })
})

describe('a typed review', () => {
  const { items } = usualCriteria('zh')
  it.each([
    '做得好：拜访稳定；不足：报价慢；帮助：要样机；打分 4 3 5',
    'well: 拜访稳定; not well: 报价慢; help: 要样机; scores: 4 3 5',
    '做得好的: 拜访稳定\n没做好的: 报价慢\n需要的帮助：要样机\n评分：４、３、５',
  ])('is read from “%s”', text => {
    expect(readTyped(text, items)).toEqual({ good: '拜访稳定', bad: '报价慢', next: '要样机', scores: [4, 3, 5] })
  })

  it('without a label is none, and too few scores are none', () => {
    expect(readTyped('都还不错', items)).toBeNull()
    expect(readTyped('做得好：都行；打分 4 3', items)?.scores).toEqual([null, null, null])
    expect(readTyped('做得好：都行；打分 4 9 5', items)?.scores).toEqual([4, null, 5])
  })
})

describe('what follows /review', () => {
  it.each([
    ['', 'list', ''],
    ['张三', 'show', '张三'],
    ['开始张三 上季度', 'start', '张三 上季度'],
    ['start Sam quarter', 'start', 'Sam quarter'],
    ['started', 'show', 'started'],
    ['评估标准', 'criteria', ''],
    ['SELF', 'self', ''],
    ['面谈：张三 谈过了', 'talk', '张三 谈过了'],
    ['改进计划 张三', 'plan', '张三'],
  ])('“%s” is %s of “%s”', (text, verb, rest) => {
    expect(readReviewRequest(text)).toEqual({ verb, rest })
  })
})

describe('a task', () => {
  it.each([
    ['每天多打5个电话 12月15日前 看 电话', '每天多打5个电话', '2026-12-15', 'calls', null],
    ['five more calls a day by 2026-12-15 metric calls', 'five more calls a day', '2026-12-15', 'calls', null],
    ['整理话术 12-15 负责=李伟', '整理话术', '2026-12-15', null, '李伟'],
    ['每周看 一次样机 12.15', '每周看 一次样机', '2026-12-15', null, null],
    ['下个月再说', '下个月再说', null, null, null],
  ])('“%s”', (text, words, dueOn, metric, owner) => {
    const read = readTask(text, metrics, '2026-11-20')
    expect({ ...read, metric: read.metric?.key ?? null }).toEqual({ words, dueOn, metric, owner })
  })

  it('is reminded of the workday before, on the day, and weekly when it is overdue', () => {
    const on = (today: string, nextWorkday: string, daysOver: number) =>
      isReminderDay('2026-12-07', { today, nextWorkday, daysOver })
    expect(on('2026-12-03', '2026-12-04', -4)).toBe(false)
    expect(on('2026-12-04', '2026-12-07', -3)).toBe(true)
    expect(on('2026-12-07', '2026-12-08', 0)).toBe(true)
    expect(on('2026-12-08', '2026-12-09', 1)).toBe(false)
    expect(on('2026-12-14', '2026-12-15', 7)).toBe(true)
  })
})
