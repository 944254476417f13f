import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import { readQuestion } from '../../../src/features/metrics/question.ts'

const metrics = defaultMetrics.map((metric, position) => ({ ...metric, id: metric.key, position }))
const read = (text: string) => {
  const { metric, period, rest } = readQuestion(text, metrics, '2026-11-21')
  return [metric?.key ?? null, period?.key ?? null, rest]
}

describe('a question', () => {
  it.each([
    ['', null, null, ''],
    ['calls week', 'calls', '2026-W47', ''],
    ['CALLS　last week', 'calls', '2026-W46', ''],
    ['last week calls', 'calls', '2026-W46', ''],
    ['签单额 本月', 'revenue', '2026-11', ''],
    ['本月 业绩', 'revenue', '2026-11', ''],
    ['电话本周', 'calls', '2026-W47', ''],
    ['上月签单额', 'revenue', '2026-10', ''],
    ['上月签单', 'deals', '2026-10', ''],
    ['电话2026-11', 'calls', '2026-11', ''],
    ['张三 revenue 2026-11', 'revenue', '2026-11', '张三'],
    ['Li Wei visits', 'visits', null, 'Li Wei'],
    ['visits 2026-11-01 至 2026-11-15', 'visits', '2026-11-01..2026-11-15', ''],
    ['calls 2026-W46', 'calls', '2026-W46', ''],
    ['cals week', null, '2026-W47', 'cals'],
    ['calls visits', 'calls', null, 'visits'],
    ['week month', null, '2026-W47', 'month'],
  ])('"%s" is about %s over %s, with "%s" left', (text, metric, period, rest) => {
    expect(read(text)).toEqual([metric, period, rest])
  })

  it('never throws and leaves no word out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
        const [metric, period, rest] = read(text)
        if (metric === null && period === null) {
          expect(rest).toBe(text.normalize('NFKC').split(/\s+/).filter(Boolean).join(' '))
        }
      }),
    )
  })
})
