import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import { readSheet, type SheetScene } from '../../../src/features/entries/sheet/read-sheet.ts'
import { readSheetRequest } from '../../../src/features/entries/sheet/request.ts'
import { defaultMetrics } from '../../../src/features/metrics/default-metrics.ts'
import { activity } from '../../../src/features/metrics/definition.ts'
import { byHouse, type Metric } from '../../../src/features/metrics/metric.ts'
import type { TeamMember } from '../../../src/features/team/members.ts'

const calendar = workCalendarSchema.parse({ kind: 'cn' })
const member = (name: string, more: Partial<TeamMember> = {}): TeamMember => ({
  ...{ memberId: name, personId: name, teamId: 't', name, aliases: [], role: 'rep', lang: 'zh' },
  ...{ calendar, joinedOn: '2020-01-01', leftOn: null },
  ...more,
})
const metrics: readonly Metric[] = [
  ...defaultMetrics,
  activity('new-customers', '新客户', 'New customers', []),
  activity('due', '应交', 'Due', [], { reportedBy: byHouse }),
].map((metric, position) => ({ ...metric, id: metric.key, position }))
const scene: SheetScene = {
  metrics,
  members: [
    ...[member('张三'), member('李伟', { aliases: ['Wei'] }), member('Li Lei'), member('Sun')],
    ...[member('新人', { joinedOn: '2026-11-19' }), member('老赵', { leftOn: '2026-11-10' })],
  ],
  today: '2026-11-20',
}

const sorted = (rows: (string | number | null)[][]) => rows.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))

/** The figures, in no order that the columns would decide. */
const read = (text: string) => {
  const { figures, faults } = readSheet(text, scene)
  expect(faults).toEqual([])
  return sorted(figures.map(({ member: { name }, date, metric, value }) => [name, date, metric.key, value]))
}
const faultsOf = (text: string) =>
  readSheet(text, scene).faults.map(({ line, words }) => {
    expect(words.en).not.toBe('')
    return `${line} ${words.zh}`
  })

const two = [
  ['张三', '2026-11-18', 'visits', 3],
  ['张三', '2026-11-18', 'revenue', 80_000],
  ['Li Lei', '2026-11-19', 'visits', 0],
]

describe('a sheet', () => {
  it.each([
    ['wide, from a spreadsheet', '姓名\t日期\t拜访\t签单额\n张三\t2026/11/18\t3\t8万\nLi Lei\t11月19日\t0\t'],
    ['with its columns in another order', '日期\t签单额\t姓名\t拜访\n11-18\t¥80,000\t张三\t3\n11-19\t-\tLi Lei\t0'],
    ['in csv', 'Name,Date,Visits,Revenue\n"张三",2026-11-18,3,"80,000"\nli lei,11-19,0,'],
    ['with Chinese commas', '姓名，日期，拜访，签单额\n张三，11-18，3，８万\nLi Lei，11-19，0，—'],
    ['typed with spaces', '姓名 日期 拜访 签单额\n张三 11-18 3 8万\nLi Lei 11-19 0 -'],
    ['with units in its header', '姓名\t日期\t拜访（次）\t签单额（万元）\n张三\t11-18\t3\t8\nLi Lei\t11-19\t0\t'],
    ['long, with a header', '销售,日期,项目,数量\n张三,11-18,拜访,3\n张三,11-18,业绩,8万\nLi Lei,昨天,visit,0'],
    [
      'long in English',
      'date\tmetric\tamount\tname\n11-18\tvisits\t3\t张三\n11-18\tsales\t80k\t张三\n11-19\tvisits\t0\tLi Lei',
    ],
    ['without a header', '张三 11-18 拜访 3\n张三 签单额 80,000 11-18\nLi Lei 11-19 visits 0'],
    [
      'without a header, by tabs',
      '张三\t2026/11/18 0:00:00\t拜访\t3\n张三\t2026/11/18\t签单额\t8万\n\nLi Lei\t11-19\tvisits\t0',
    ],
  ])('is read %s', (_, text) => {
    expect(read(text)).toEqual(sorted(two))
  })

  it('knows metrics of two words where spaces part, and a column’s own unit before the header’s', () => {
    expect(read('name date new customers calls\nWei 11-18 2 5')).toEqual([
      ['李伟', '2026-11-18', 'calls', 5],
      ['李伟', '2026-11-18', 'new-customers', 2],
    ])
    expect(read('姓名\t日期\t签单额(万)\nSun\t11-18\t120万')).toEqual([['Sun', '2026-11-18', 'revenue', 1_200_000]])
  })

  it('leaves out columns that such sheets have beside figures, and says which', () => {
    const { figures, leftOut } = readSheet('序号\t姓名\t日期\t拜访\t备注\n1\t张三\t11-18\t3\t下雨', scene)
    expect(figures).toMatchObject([{ line: 2, value: 3 }])
    expect(leftOut).toEqual(['序号', '备注'])
  })

  it('takes whoever has left for the days on which they were there', () => {
    expect(read('老赵 11-09 电话 4')).toEqual([['老赵', '2026-11-09', 'calls', 4]])
    expect(faultsOf('老赵 11-10 电话 4')).toEqual(['1 2026-11-10 那天老赵不在团队里'])
  })

  it.each([
    ['姓名\t日期\t拜坊\n张三\t11-18\t3', /^1 “拜坊”这一列不是指标。指标有：拜访、/],
    ['姓名\t日期\t转化率\n张三\t11-18\t3', /^1 转化率由公式算出来/],
    ['姓名\t日期\t应交\n张三\t11-18\t3', /^1 应交由系统自动统计/],
    ['姓名\t拜访\n张三\t3', /^1 表头缺少：日期/],
    ['姓名\t日期\t指标\n张三\t11-18\t拜访', /^1 表头缺少：数值/],
    ['姓名\t日期\n张三\t11-18', /^1 表头里没有指标/],
    ['姓名\t日期\t拜访\t走访\n张三\t11-18\t3\t3', /^1 表头里“拜访”出现了两次/],
    ['姓名\t姓名\t日期\t拜访\n张三\t李伟\t11-18\t3', /^1 表头里“姓名”出现了两次/],
    ['姓名\t日期\t指标\t数值\t电话\n张三\t11-18\t拜访\t3\t4', /^1 表头要么是/],
    ['姓名,日期,签单额\n张三,11-18,80,000', /^2 格数比表头多/],
    ['姓名 日期 拜访 电话\n张三 11-18 3', /^2 有 3 格，表头是 4 格/],
    ['姓名\t日期\t拜访\n"张三\t11-18\t3', /^2 引号没有闭合/],
    ['姓名\t日期\t拜访\n张四\t11-18\t3', /^2 团队里没有“张四”。是张三吗？/],
    ['姓名\t日期\t拜访\n\t11-18\t3', /^2 缺姓名/],
    ['姓名\t日期\t拜访\n张三\t\t3', /^2 缺日期/],
    ['姓名\t日期\t拜访\n张三\t2月31日\t3', /^2 没有“2月31日”这一天/],
    ['姓名\t日期\t拜访\n张三\t11/18/2026\t3', /^2 “11\/18\/2026”不是日期，请写成 2026-11-18/],
    ['姓名\t日期\t拜访\n张三\t2026-11-21\t3', /^2 2026-11-21 还没到/],
    ['姓名\t日期\t拜访\n张三\t2006-11-18\t3', /^2 2006-11-18 是 5 年多以前/],
    ['姓名\t日期\t拜访\n张三\t11-18\t-3', /^2 拜访不能是负数/],
    ['姓名\t日期\t拜访\n张三\t11-18\t2.5', /^2 .*整数/],
    ['姓名\t日期\t拜访\n张三\t11-18\t三五个', /^2 “三五个”不是/],
    ['姓名\t日期\t签单额\n张三\t11-18\t1000000000000000', /^2 签单额的数字大得不合理/],
    ['姓名\t日期\t签单额（万）\n张三\t11-18\t1亿亿', /^2 /],
    ['张三 11-18 电活 5', /^1 “张三 电活 5”里没有指标/],
    ['张三 11-18 电话', /^1 缺电话的数字/],
    ['张三 11-18 电话 5 拜访 2', /^1 “拜访 2”多出来了/],
    ['张三 电话 5', /^1 缺日期/],
    ['张三 11-18 转化率 5', /^1 转化率由公式算出来/],
  ])('tells what is wrong in %j', (text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(fault)])
  })

  it('tells each fault with its line, a name’s once however wide the line is', () => {
    expect(faultsOf('姓名\t日期\t拜访\t电话\n张四\t11-18\t3\t4\n张三\t2-31\t3\t很多\n张三\t11-18\t3\t4')).toEqual([
      '2 团队里没有“张四”。是张三吗？',
      '3 没有“2-31”这一天',
      '3 “很多”不是数字',
    ])
  })

  it('refuses a day that is there twice, since it may be either or both', () => {
    expect(faultsOf('张三 11-18 电话 5\n李伟 11-18 电话 5\n张三 11-18 calls 5')).toEqual([
      '3 张三 2026-11-18 的电话在第 1 行已经有了；一人一天一个指标只写一个数，请合并',
    ])
  })
})

describe('what is asked of an import', () => {
  it.each([
    ['导入\n姓名\t日期', { kind: 'paste', text: '姓名\t日期' }],
    ['import\r\n\r\nname,date\r\n', { kind: 'paste', text: 'name,date' }],
    ['IMPORT: 张三 11-18 电话 5', { kind: 'paste', text: ' 张三 11-18 电话 5' }],
    ['导入', { kind: 'paste', text: '' }],
    ['导入 确认', { kind: 'record' }],
    ['导入确认', { kind: 'record' }],
    ['import confirm', { kind: 'record' }],
    ['导入 取消', { kind: 'drop' }],
    ['电话 5', null],
    ['导入量 5', null],
    ['imports 5', null],
  ])('%j', (typed, request) => {
    expect(readSheetRequest(typed)).toEqual(request)
  })
})

const cell = fc.record({
  name: fc.constantFrom('张三', 'Li Lei', 'Wei'),
  date: fc.constantFrom('2026-11-16', '2026-11-17', '2026-11-18'),
  visits: fc.option(fc.nat(500)),
  revenue: fc.option(fc.integer({ min: -9_999_999, max: 9_999_999 }).map(cents => cents / 100)),
})
const rows = fc.uniqueArray(cell, { selector: ({ name, date }) => `${name} ${date}`, maxLength: 9 })

test('wide and long sheets, parted by anything, say the same', () => {
  const keys = ['visits', 'revenue'] as const
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom('\t', ',', '，'),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      (all, mark, order) => {
        const line = (cells: readonly (string | number)[]) => order.map(at => cells[at] ?? '').join(mark)
        const wide = [
          line(['姓名', '日期', '拜访', '签单额']),
          ...all.map(({ name, date, visits, revenue }) => line([name, date, visits ?? '', revenue ?? ''])),
        ]
        const figures = all.flatMap(row =>
          keys.flatMap(key => (row[key] === null ? [] : [[row.name, row.date, key, row[key]] as const])),
        )
        const long = [line(['name', 'day', 'metric', 'value']), ...figures.map(figure => line(figure))]
        const bare = figures.map(figure => figure.join(' '))
        const expected = sorted(figures.map(([name, ...rest]) => [name === 'Wei' ? '李伟' : name, ...rest]))
        expect(read(wide.join('\n'))).toEqual(expected)
        expect(read(long.join('\r\n'))).toEqual(expected)
        expect(read(bare.join('\n'))).toEqual(expected)
      },
    ),
  )
})

test('any text is read without failing, and never to a figure of nobody', () => {
  const piece = fc.constantFrom(
    '姓名',
    '日期',
    '拜访',
    '张三',
    '11-18',
    '3',
    '\t',
    ',',
    '"',
    ' ',
    '\n',
    '8万',
    '-',
    '转化率',
    '指标',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 40 }), pieces => {
      const { figures } = readSheet(pieces.join(''), scene)
      for (const figure of figures) {
        expect(scene.members).toContain(figure.member)
        expect(Number.isFinite(figure.value)).toBe(true)
        expect(figure.date <= scene.today).toBe(true)
      }
    }),
  )
})
