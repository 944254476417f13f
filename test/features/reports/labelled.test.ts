import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formDefinitionSchema } from '../../../src/features/forms/definition.ts'
import { takeLabelled } from '../../../src/features/reports/labelled.ts'

const words = (zh: string, en: string) => ({ zh, en })
const weekly = formDefinitionSchema.parse({
  title: words('周报', 'Weekly'),
  kind: 'custom',
  cadence: { schedule: { every: 'week', on: 5, at: '17:00' }, opens: { before: 480 }, closes: { after: 60 } },
  questions: [
    { id: 'visits', kind: 'metric', metricKey: 'visits' },
    { id: 'mood', kind: 'scale', scale: { from: 1, to: 5 }, label: words('状态', 'Mood') },
    { id: 'team-mood', kind: 'scale', scale: { from: 1, to: 5 }, label: words('团队状态', 'Team mood') },
    { id: 'market', kind: 'choice', label: words('市场', 'Market'), options: ['好', '好转', 'very good'] },
    { id: 'tools', kind: 'choices', label: words('用过(可多选)', 'Tools'), options: ['CRM', '电话'] },
    { id: 'back', kind: 'date', label: words('回访', 'Back on') },
    { id: 'rival', kind: 'line', label: words('竞品', 'Rival') },
    { id: 'notes', kind: 'notes', label: words('感想', 'Thoughts') },
  ],
})
const today = '2026-11-27'
const take = (line: string) => takeLabelled(line, weekly, today)

describe('answers behind their labels', () => {
  it.each([
    ['状态：4', { mood: '4' }, ''],
    ['拜访3 状态:4 电话5', { mood: '4' }, '拜访3；电话5'],
    ['团队状态＝2，状态：3', { 'team-mood': '2', mood: '3' }, ''],
    [
      'visits 3; MOOD: 4, market: Very Good rival: Acme, Inc.',
      { mood: '4', market: 'very good', rival: 'Acme, Inc.' },
      'visits 3',
    ],
    ['市场：好转了', { market: '好转' }, '了'],
    ['市场：一般 拜访2', { market: '一般' }, '拜访2'],
    ['用过(可多选)：crm、电话；拜访2', { tools: ['CRM', '电话'] }, '拜访2'],
    ['回访：下周一 拜访2', { back: '2026-11-30' }, '拜访2'],
    ['竞品：A 降价，B 没动；拜访2', { rival: 'A 降价，B 没动' }, '拜访2'],
    ['感想：顺利\n拜访2', { notes: '顺利' }, '拜访2'],
    ['今天状态不错', {}, '今天状态不错'],
    ['我的状态：好', {}, '我的状态：好'],
    ['状态：', {}, ''],
  ])('%s', (line, given, rest) => {
    expect(take(line)).toEqual({ given, rest })
  })

  it('are not taken from a report for what every line may say anyway', () => {
    const report = { ...weekly, kind: 'report' as const }
    expect(takeLabelled('感想：顺利 竞品：无', report, today)).toEqual({ given: { rival: '无' }, rest: '感想：顺利' })
  })

  it('a line without a label is left as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'拜访3 电话，；。万 aZ') }), line => {
        expect(take(line).given).toEqual({})
        const bare = (text: string) => text.replace(/^[\s,，;；。]+|[\s,，;；]+$/g, '')
        expect(take(line).rest).toBe(bare(line))
      }),
    )
  })
})
