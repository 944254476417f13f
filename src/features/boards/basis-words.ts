import type { Lang, Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import { type Period, periodOf } from '../../calendar/periods.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { tidy } from '../../commands/tidy.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import { aggregationWords } from '../metrics/fact-words.ts'
import { formulaWords } from '../metrics/formula-words.ts'
import { convertedWords } from '../metrics/money/rate-words.ts'
import { type Basis, bases } from './basis.ts'
import type { Board, BoardRow } from './board.ts'
import { LOOK_BACK } from './read-yardsticks.ts'
import { measureOf } from './scorecard-words.ts'

/** What each basis is called; all of them can be typed, the first in buttons. */
const typedBases: Readonly<Record<Basis, { readonly zh: readonly string[]; readonly en: readonly string[] }>> = {
  figure: { zh: ['合计', '总量'], en: ['total'] },
  'per-workday': { zh: ['日均', '每工作日'], en: ['daily', 'per workday'] },
  attainment: { zh: ['达成', '达成率', '完成率', '目标'], en: ['attainment', 'target'] },
  improvement: { zh: ['进步', '进步榜'], en: ['improved', 'most improved', 'improvement'] },
  'own-best': { zh: ['个人最佳', '最佳', '个人纪录'], en: ['best', 'personal best', 'own best'] },
}

const typedNewcomers = { zh: ['新人', '新人榜'], en: ['newcomers', 'newcomer'] } as const

/** How a board is asked for besides its metric and period. */
export interface Manner {
  /** Undefined leaves it to the metric. */
  readonly basis?: Basis | undefined
  readonly newcomers: boolean
}

/** Reads `新人 日均` or `most improved`; what it does not understand is in `rest`. */
export function readManner(text: string): Manner & { readonly rest: string } {
  let rest = ` ${tidy(text)} `
  const take = (names: readonly string[]) => {
    const name = names.toSorted((one, other) => other.length - one.length).find(one => rest.includes(` ${one} `))
    if (name !== undefined) rest = rest.replace(` ${name} `, ' ')
    return name !== undefined
  }
  const newcomers = take([...typedNewcomers.zh, ...typedNewcomers.en])
  const basis = bases.find(one => take([...typedBases[one].zh, ...typedBases[one].en]))
  return { basis, newcomers, rest: rest.trim() }
}

/** As it is typed after the metric and the period; empty for the usual one. */
export function typedManner({ basis, newcomers }: Pick<Board, 'basis' | 'newcomers'>, lang: Lang): string {
  const words = [basis === 'figure' ? '' : typedBases[basis][lang][0], newcomers ? typedNewcomers[lang][0] : '']
  return words.filter(word => word !== '').join(' ')
}

/** 签单额榜, 签单额达成榜（新人）; Revenue board, Revenue board: share of own target. */
export function boardName(
  { metric, basis, newcomers }: Pick<Board, 'metric' | 'basis' | 'newcomers'>,
  lang: Lang,
): string {
  const name = metricName(metric, lang)
  const manner: Readonly<Record<Basis, Words>> = {
    figure: { zh: '', en: '' },
    'per-workday': { zh: '日均', en: ': per workday' },
    attainment: { zh: '达成', en: ': share of own target' },
    improvement: { zh: '进步', en: ': most improved' },
    'own-best': { zh: '个人最佳', en: ': share of own best' },
  }
  if (lang === 'zh') return `${name}${manner[basis].zh}榜${newcomers ? '（新人）' : ''}`
  return `${name} board${manner[basis].en}${newcomers ? ' (newcomers)' : ''}`
}

/** What stands over the values. */
export function columnName({ metric, basis }: Board, lang: Lang): string {
  const name = metricName(metric, lang)
  switch (basis) {
    case 'figure':
      return name
    case 'per-workday':
      return { zh: `日均${name}`, en: `${name} a workday` }[lang]
    case 'attainment':
      return { zh: '达成率', en: 'Of own target' }[lang]
    case 'improvement':
      return { zh: '比上期', en: 'Gained' }[lang]
    case 'own-best':
      return { zh: '占个人最佳', en: 'Of own best' }[lang]
  }
}

/** A row's value, or a difference between two, as it is read on that board. */
export function showStanding({ metric, basis }: Pick<Board, 'metric' | 'basis'>, value: number, lang: Lang): string {
  switch (basis) {
    case 'figure':
      return showValue(metric, value, lang)
    case 'per-workday':
      return showValue({ ...metric, decimals: metric.decimals ?? 1 }, value, lang)
    case 'improvement':
      return `${value > 0 ? '+' : ''}${showValue(metric, value, lang)}`
    case 'attainment':
    case 'own-best':
      return `${Math.round(value)}%`
  }
}

/** What the figures are, until when, against what, and how much of the ranking is shown. */
export function basisLine(board: Board, zone: Zone, lang: Lang): string {
  const { converted, period, until, rows, top, newcomers } = board
  const { date, time } = toLocal(until, zone)
  const day = labelOf(periodOf('day', latestDay(period, until, zone)), lang)
  const moment = date > period.to ? day : `${day} ${time}`
  const what = measureWords(board, lang)
  const parts = [
    {
      zh: `口径：${what}，截至 ${moment}`,
      en: `Basis: ${what} up to ${moment}`,
    },
    newcomers && { zh: '只列入队 90 天内的新人', en: 'only those who joined within the last 90 days' },
    converted !== null && convertedWords(converted),
    hasMovement(top) && { zh: '变化为与上一期名次相比', en: 'change is in rank since the period before' },
    rows.length > top.length && {
      zh: `${rows.length} 人有实绩，列出前 ${top.length} 名`,
      en: `top ${top.length} of ${rows.length} with entries`,
    },
  ]
  return parts
    .filter(part => part !== false)
    .map(part => part[lang])
    .join({ zh: '；', en: '; ' }[lang])
}

function measureWords({ metric, parts, basis, period, scorecard }: Board, lang: Lang): string {
  if (scorecard) return measureOf(scorecard)[lang]
  const what = figureWords(metric, parts, lang)
  switch (basis) {
    case 'figure':
      return what
    case 'per-workday':
      return { zh: `${what} ÷ 本人工作日（请假不算）`, en: `${what} ÷ own workdays without leave` }[lang]
    case 'attainment':
      return { zh: `${what} ÷ 本人这一期的目标`, en: `${what} ÷ own target of the period` }[lang]
    case 'improvement':
      return { zh: `${what}，减去上一期同样天数`, en: `${what}, less the same days of the period before` }[lang]
    case 'own-best': {
      const count = LOOK_BACK[period.kind]
      return {
        zh: `${what} ÷ 本人此前 ${count} 期里最好的一期`,
        en: `${what} ÷ the best of one’s ${count} periods before`,
      }[lang]
    }
  }
}

function figureWords(metric: Metric, parts: readonly Metric[], lang: Lang): string {
  const name = metricName(metric, lang)
  if (metric.formula !== null) return `${name} = ${formulaWords(metric.formula, parts, lang)}`
  const { zh, en } = aggregationWords[metric.aggregation]
  return { zh: `${name}${zh}`, en: `${en} of ${name}` }[lang]
}

/** In a first period nobody has moved from anywhere. */
export function hasMovement(rows: readonly BoardRow[]): boolean {
  return rows.some(row => row.movement !== null)
}

/** The last day of which there can be figures: a week that ends in the next month is still of this one. */
export function latestDay(period: Period, until: Date, zone: Zone): LocalDate {
  const { date } = toLocal(until, zone)
  if (date > period.to) return period.to
  return date
}
