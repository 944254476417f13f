import type { Words } from '../../../base/words.ts'
import { findMetric, fold, type Metric } from '../../metrics/metric.ts'
import { parseNumeral } from '../../reports/line/numeral.ts'
import { whyNotRecorded } from '../which-metric.ts'
import { mixedSheet, noFigures, noSuchColumn, sheetLacks, twiceInHeader } from './fault-words.ts'

/** What a column of a sheet holds: figures of one metric, or what the word says. */
export type Column =
  | { readonly is: 'name' | 'date' | 'metric' | 'value' | 'else' }
  | {
      readonly is: 'figures'
      readonly metric: Metric
      /** Written behind each of its numbers, for `签单额（万元）`; else empty. */
      readonly scale: string
    }

/** A header that was understood; `leftOut` names columns that hold no figures. */
export interface Header {
  readonly columns: readonly Column[]
  readonly leftOut: readonly string[]
  readonly faults: readonly Words[]
}

/** Whether the first line names columns: it has one for names or for days. */
export function isHeader(cells: readonly string[]): boolean {
  return cells.some(cell => ['name', 'date'].includes(words.get(fold(cell)) ?? ''))
}

/** Reads a header, long (a line for each figure) or wide (a column for each metric). */
export function readHeader(cells: readonly string[], metrics: readonly Metric[]): Header {
  // In a long sheet `amount` is its figures; in a wide one it may be a metric of the team.
  const isLong = cells.some(cell => words.get(fold(cell)) === 'metric')
  const read = cells.map(cell => readColumn(cell, metrics, isLong))
  const columns = read.map(column => ('fault' in column ? other : column))
  const faults = read.flatMap(column => ('fault' in column ? [column.fault] : []))
  const leftOut = cells.filter((cell, at) => read[at] === other && cell !== '')
  // What is missing is told of what was understood only.
  return { columns, leftOut, faults: faults.length > 0 ? faults : shapeFaults(columns) }
}

const other: Column = { is: 'else' }

function readColumn(cell: string, metrics: readonly Metric[], isLong: boolean): Column | { readonly fault: Words } {
  const is = words.get(fold(cell))
  if (cell === '') return other
  if (is && (isLong || is === 'name' || is === 'date')) return is === 'else' ? other : { is }
  const figures = readFigures(cell, metrics)
  if (figures === null) return is ? (is === 'else' ? other : { is }) : { fault: noSuchColumn(cell, metrics) }
  const fault = whyNotRecorded(figures.metric, metrics)
  return fault === null ? figures : { fault }
}

/** 签单额, 签单额（元）, Revenue (万). */
function readFigures(cell: string, metrics: readonly Metric[]): Extract<Column, { is: 'figures' }> | null {
  const whole = findMetric(metrics, cell)
  if (whole) return { is: 'figures', metric: whole, scale: '' }
  const [, name = '', unit = ''] = /^(.+?)\s*\(\s*([^()\d]+?)\s*\)$/.exec(cell.normalize('NFKC')) ?? []
  const metric = name === '' ? null : findMetric(metrics, name)
  if (!metric) return null
  const scale = /^(?:万|亿|千|k|m)/i.exec(unit)?.[0] ?? ''
  const isUnit = parseNumeral(`1${unit}`) !== null || /^[次个家单人件条份通封台户位%]$/.test(unit)
  return isUnit ? { is: 'figures', metric, scale } : null
}

function shapeFaults(columns: readonly Column[]): readonly Words[] {
  const count = (is: Column['is']) => columns.filter(column => column.is === is).length
  const metrics = columns.flatMap(column => (column.is === 'figures' ? [column.metric] : []))
  const repeated = metrics.find((metric, at) => metrics.indexOf(metric) !== at)
  const once = ['name', 'date', 'metric', 'value'] as const
  const twice = once.find(is => count(is) > 1)
  if (twice) return [twiceInHeader(columnNames[twice])]
  if (repeated) return [twiceInHeader(repeated)]
  const isLong = count('metric') > 0
  const missing = once.filter(is => count(is) === 0 && (isLong || is === 'name' || is === 'date'))
  if (missing.length > 0) return [sheetLacks(missing.map(is => columnNames[is]))]
  if (isLong ? metrics.length > 0 : count('value') > 0) return [mixedSheet]
  return !isLong && metrics.length === 0 ? [noFigures] : []
}

const columnNames = {
  name: { zh: '姓名', en: 'name' },
  date: { zh: '日期', en: 'date' },
  metric: { zh: '指标', en: 'metric' },
  value: { zh: '数值', en: 'value' },
} as const

type Named = Exclude<Column['is'], 'figures'>

const spellings: Readonly<Record<Named, readonly string[]>> = {
  name: [
    ...['姓名', '名字', '成员', '人员', '销售', '销售员', '业务员', '员工'],
    ...['name', 'member', 'person', 'rep', 'salesperson', 'employee'],
  ],
  date: ['日期', '时间', '天', 'date', 'day'],
  metric: ['指标', '项目', 'metric', 'measure', 'kpi'],
  value: ['数值', '数字', '数量', '数', '值', '实绩', '金额', 'value', 'number', 'figure', 'amount'],
  // What such sheets have beside figures; anything else unknown may be a metric that is misspelt.
  else: [
    ...['备注', '说明', '序号', '编号', '部门', '团队', '星期', '周几', '合计', '总计', '小计'],
    ...['remark', 'remarks', 'note', 'notes', 'comment', 'no', 'no.', '#', 'team', 'department', 'weekday', 'total'],
  ],
}

const words: ReadonlyMap<string, Named> = new Map(
  (['name', 'date', 'metric', 'value', 'else'] as const).flatMap(is => spellings[is].map(word => [word, is] as const)),
)

/**
 * Parts the words of a header that was typed with spaces into its cells: a metric may have several words (`New customers`).
 */
export function joinWords(parts: readonly string[], metrics: readonly Metric[]): readonly string[] {
  const cells: string[] = []
  for (let at = 0; at < parts.length; ) {
    const run =
      [4, 3, 2].find(count => at + count <= parts.length && findMetric(metrics, phrase(parts, at, count))) ?? 1
    cells.push(phrase(parts, at, run))
    at += run
  }
  return cells
}

function phrase(parts: readonly string[], at: number, count: number): string {
  return parts.slice(at, at + count).join(' ')
}
