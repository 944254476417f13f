import type { Lang } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import type { Period } from '../../../calendar/periods.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import type { Cell, Sheet, Workbook } from '../../../sheets/workbook.ts'
import { type Metric, metricName } from '../../metrics/catalogue.ts'
import { figuresOf } from '../../metrics/money/amounts.ts'
import { ratesLines, unratedLine } from '../../metrics/money/rate-words.ts'
import type { Named, SummaryFacts } from '../facts.ts'
import type { EntryRow } from '../store.ts'
import { type Summary, shareOfPlan, shareOfTarget } from '../summary.ts'

export interface Sheets {
  readonly summary: Summary
  readonly facts: SummaryFacts
  /** Whose rows the reader may see. */
  readonly members: readonly Named[]
  /** They are all of the team. */
  readonly isWhole: boolean
  readonly zone: Zone
  readonly entries: readonly EntryRow[]
  readonly hasMore: boolean
  readonly pictures: NonNullable<Sheet['pictures']>
}

export function workbookOf(sheets: Sheets, lang: Lang): Workbook {
  return { sheets: [summarySheet(sheets, lang), membersSheet(sheets, lang), entriesSheet(sheets, lang)] }
}

/** Without its ending. */
export function fileName(team: string, period: Period, lang: Lang): string {
  return { zh: `${team} 总结 ${period.key}`, en: `${team} summary ${period.key}` }[lang].replaceAll('..', '_')
}

export function fileWords(period: Period, isWhole: boolean, lang: Lang): string {
  const label = labelOf(period, lang)
  return {
    zh: `${label}：汇总、${isWhole ? '每个人' : '我的合计'}、明细三张表。再要一份：/总结 ${period.key} xlsx`,
    en: `${label}: a sheet each for the summary, ${isWhole ? 'everybody' : 'your totals'} and the entries. To get it again: /summary ${period.key} xlsx`,
  }[lang]
}

function summarySheet({ summary, zone, pictures }: Sheets, lang: Lang): Sheet {
  const labels = {
    zh: ['指标', '完成', '计划', '完成率', '目标', '达成率', '上期'],
    en: ['Metric', 'Done', 'Planned', 'Of plan', 'Target', 'Of target', 'Before'],
  }[lang]
  const { date, time } = toLocal(summary.until, zone)
  const unrated = unratedLine(summary.mixed, lang)
  const asOf = {
    zh: `${labelOf(summary.period, lang)}，截至 ${date} ${time}`,
    en: `${labelOf(summary.period, lang)}, as of ${date} ${time}`,
  }[lang]
  return {
    name: { zh: '汇总', en: 'Summary' }[lang],
    columns: labels.map(label => ({ label })),
    rows: summary.results.map(result => {
      const { metric, done, planned, target, before } = result
      const [ofPlan, ofTarget] = [percentCell(shareOfPlan(result)), percentCell(shareOfTarget(result))]
      const cell = (value: number | null) => cellOf(metric, value)
      return [columnName(metric, lang), cell(done), cell(planned), ofPlan, cell(target), ofTarget, cell(before)]
    }),
    notes: [asOf, ...ratesLines(summary.mixed, lang), ...(unrated === null ? [] : [unrated])],
    ...(pictures.length > 0 && { pictures }),
  }
}

function percentCell(share: number | null): Cell {
  return share === null ? null : { percent: Math.round(share * 1000) / 10 }
}

function membersSheet({ summary, facts, members, isWhole }: Sheets, lang: Lang): Sheet {
  const labels = { zh: ['成员', '日报', '迟交或补交'], en: ['Member', 'Reports', 'Late'] }[lang]
  const [who = '', reports = '', late = ''] = labels
  const metrics = summary.results.map(({ metric }) => metric)
  const figures = new Map(metrics.map(metric => [metric.id, figuresOf(metric, facts.all, facts.sums)]))
  const figure = (metric: Metric, memberId: string) =>
    figures.get(metric.id)?.find(one => one.memberId === memberId)?.value ?? null
  return {
    name: isWhole ? { zh: '成员', en: 'Members' }[lang] : { zh: '我的合计', en: 'My totals' }[lang],
    columns: [who, ...metrics.map(metric => columnName(metric, lang)), reports, late].map(label => ({ label })),
    rows: members.map(({ memberId, name }) => {
      const count = facts.reports.find(one => one.memberId === memberId)
      return [
        name,
        ...metrics.map(metric => cellOf(metric, figure(metric, memberId))),
        count?.reports ?? 0,
        count?.late ?? 0,
      ]
    }),
  }
}

function entriesSheet({ facts, members, entries, hasMore, zone }: Sheets, lang: Lang): Sheet {
  const labels = {
    zh: ['日期', '成员', '指标', '数值', '来源', '说明', '记录时间'],
    en: ['Date', 'Member', 'Metric', 'Value', 'Source', 'Reason', 'Recorded'],
  }[lang]
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]))
  const metrics = new Map(facts.all.map(metric => [metric.id, metric]))
  return {
    name: { zh: '明细', en: 'Entries' }[lang],
    columns: labels.map(label => ({ label })),
    rows: entries.map(({ date, memberId, metricId, value, source, reason, createdAt }): Cell[] => {
      const metric = metrics.get(metricId)
      const recorded = toLocal(createdAt, zone)
      return [
        { date },
        names.get(memberId) ?? '',
        metric ? columnName(metric, lang) : '',
        metric ? cellOf(metric, value) : value,
        sourceWords(source, lang),
        reason,
        `${recorded.date} ${recorded.time}`,
      ]
    }),
    ...(hasMore && {
      notes: [
        {
          zh: `只列出前 ${entries.length} 条；要看后面的，请把时间分成几段导出`,
          en: `Only the first ${entries.length} are listed; for the others ask for shorter periods`,
        }[lang],
      ],
    }),
  }
}

/** A cell is a bare number, so the currency that is not the team's own stands with the name. */
function columnName(metric: Metric, lang: Lang): string {
  const name = metricName(metric, lang)
  if (metric.currency === null) return name
  return { zh: `${name}（${metric.currency}）`, en: `${name} (${metric.currency})` }[lang]
}

function cellOf({ unit }: Pick<Metric, 'unit'>, value: number | null): Cell {
  if (value === null) return null
  if (unit === 'percent') return { percent: value }
  return unit === 'money' ? { money: value } : value
}

function sourceWords(source: string, lang: Lang): string {
  switch (source) {
    case 'report':
      return { zh: '日报', en: 'report' }[lang]
    case 'manual':
      return { zh: '手工', en: 'by hand' }[lang]
    case 'import':
      return { zh: '导入', en: 'import' }[lang]
    default:
      return source
  }
}
