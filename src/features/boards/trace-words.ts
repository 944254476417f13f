import type { Lang, Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Period } from '../../calendar/periods.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { content, heading, quiet, type Spanlike, strong, table, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import { aggregationWords } from '../metrics/fact-words.ts'
import type { Formula } from '../metrics/formula/formula.ts'
import { formulaWords } from '../metrics/formula-words.ts'
import type { Converted } from '../metrics/money/conversion.ts'
import { convertedWords } from '../metrics/money/rate-words.ts'
import { figureBehind, type TracedEntry } from '../metrics/trace.ts'

/** What is behind a member's figure. */
export interface Trace {
  readonly name: string
  readonly metric: Metric
  readonly period: Period
  /** Oldest first. */
  readonly entries: readonly TracedEntry[]
  /** Who recorded them. */
  readonly authors: readonly { readonly personId: string; readonly name: string }[]
}

/** The latest so many are listed; the sum is of all. */
const MOST_ROWS = 40

export function traceContent(trace: Trace, zone: Zone, lang: Lang): Content {
  const { name, metric, period, entries } = trace
  const figure = showValue(metric, figureBehind(metric, entries), lang)
  const listed = entries.slice(-MOST_ROWS)
  const labels = {
    zh: ['日期', '数值', '来源', '记录', '状态'],
    en: ['Date', 'Value', 'Source', 'Recorded', 'State'],
  }[lang]
  return content(
    lang,
    heading(title(name, metricName(metric, lang), period)[lang]),
    text(`${aggregated(metric, lang)} `, strong(figure)),
    table(
      labels.map(label => ({ label })),
      listed.map(entry => row(trace, entry, zone, lang)),
    ),
    remark(entries.length, entries.length - listed.length, lang),
  )
}

/** How a figure of a member comes about that nobody records. */
export interface Working {
  readonly name: string
  readonly metric: Metric
  readonly formula: Formula
  readonly period: Period
  /** Null where the formula has none. */
  readonly value: number | null
  readonly converted: Converted | null
  readonly parts: readonly { readonly metric: Metric; readonly value: number | null }[]
}

export function workingContent(
  { name, metric, formula, period, value, converted, parts }: Working,
  lang: Lang,
): Content {
  const metricWords = metricName(metric, lang)
  const written = formulaWords(
    formula,
    parts.map(part => part.metric),
    lang,
  )
  const shown = (one: Metric, of: number | null) => (of === null ? '–' : showValue(one, of, lang))
  const labels = { zh: ['指标', '数值'], en: ['Metric', 'Value'] }[lang]
  return content(
    lang,
    heading(title(name, metricWords, period)[lang]),
    text(`${metricWords} = ${written} = `, strong(shown(metric, value))),
    table(
      labels.map(label => ({ label })),
      parts.map(part => [metricName(part.metric, lang), shown(part.metric, part.value)]),
    ),
    converted && quiet(convertedWords(converted)[lang]),
    value === null
      ? quiet({ zh: '有一项还没有实绩，或者除数是 0', en: 'A part has no entries, or something is divided by 0' }[lang])
      : null,
    quiet({ zh: '每一项都可以再追溯', en: 'Each of these can be traced in turn' }[lang]),
  )
}

function title(name: string, metric: string, period: Period): Words {
  return {
    zh: `${name}的${metric} · ${labelOf(period, 'zh')}`,
    en: `${metric} of ${name} · ${labelOf(period, 'en')}`,
  }
}

function aggregated({ aggregation }: Metric, lang: Lang): string {
  const { zh, en } = aggregationWords[aggregation]
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) }[lang]
}

function remark(entries: number, left: number, lang: Lang) {
  if (entries === 0) return quiet({ zh: '这段时间没有实绩', en: 'There are no entries in it' }[lang])
  if (left === 0) return null
  return quiet(
    {
      zh: `只列出最近 ${MOST_ROWS} 条，更早还有 ${left} 条`,
      en: `The latest ${MOST_ROWS} are listed; ${left} are earlier`,
    }[lang],
  )
}

function row(trace: Trace, entry: TracedEntry, zone: Zone, lang: Lang): readonly Spanlike[] {
  const { date, time } = toLocal(entry.createdAt, zone)
  // Of what the house counts nobody is the author.
  const author = entry.source === 'house' ? null : entry.createdBy
  const by = trace.authors.find(({ personId }) => personId === author)?.name
  return [
    entry.date,
    showValue(trace.metric, entry.value, lang),
    entry.source === 'import' ? importWords(by, date, lang) : sourceWords(entry, lang),
    `${date} ${time}${by === undefined ? '' : ` ${by}`}`,
    stateWords(trace.metric, entry, lang),
  ]
}

/** A report is told by its day, which is the day of its entries. */
function sourceWords({ source, date, reason }: TracedEntry, lang: Lang): string {
  const words = {
    report: { zh: `${date} 的日报`, en: `report of ${date}` },
    manual: { zh: '手工录入', en: 'entered by hand' },
    import: { zh: '导入', en: 'imported' },
    house: { zh: '系统统计', en: 'counted automatically' },
  }[source][lang]
  if (reason === null) return words
  return { zh: `${words}（${reason}）`, en: `${words} (${reason})` }[lang]
}

/** Its reason is that it was imported; whose sheet and of when tells it from another. */
function importWords(by: string | undefined, date: LocalDate, lang: Lang): string {
  const day = date.slice(5)
  return { zh: `${by ?? ''} ${day} 导入`.trim(), en: `imported ${by === undefined ? '' : `by ${by} `}on ${day}` }[lang]
}

function stateWords(metric: Metric, { corrects, correctedTo }: TracedEntry, lang: Lang): string {
  if (correctedTo !== null) {
    const value = showValue(metric, correctedTo, lang)
    return { zh: `已更正为 ${value}，不计入`, en: `corrected to ${value}, does not count` }[lang]
  }
  return corrects ? { zh: '更正，计入', en: 'correction, counts' }[lang] : { zh: '计入', en: 'counts' }[lang]
}

export function whichMetric(metrics: readonly Metric[]): Words {
  return {
    zh: `要追溯哪个指标？例如 /追溯 电话 本周，/追溯 张三 签单额 2026-11。指标有：${metrics.map(it => it.zh).join('、')}`,
    en: `Which metric? Type for example /trace calls week or /trace Sam revenue 2026-11. Metrics: ${metrics.map(it => it.en).join(', ')}`,
  }
}

export function whichMember(said: string, members: readonly { readonly name: string }[]): Words {
  const names = members.map(member => member.name)
  return { zh: `“${said}”可能是：${names.join('、')}`, en: `"${said}" may be: ${names.join(', ')}` }
}

export function noSuchMember(said: string, nearest: { readonly name: string } | undefined): Words {
  return {
    zh: `“${said}”不是指标、时间，也不是成员${nearest ? `。是${nearest.name}吗？` : ''}`,
    en: `"${said}" is no metric, no period and no member${nearest ? `. Did you mean ${nearest.name}?` : ''}`,
  }
}

export const mayNotTrace: Words = {
  zh: '可以追溯自己的数字和榜单上公开的数字；其他成员的由组长、经理和管理员查看',
  en: 'You may trace your own figures and those that a board shows to all; others are for leads, managers and admins',
}

/** What a member is told of who saw what. */
export function tracedWords(metric: Metric, period: Period): Words {
  return {
    zh: `查了${metricName(metric, 'zh')}的实绩（${labelOf(period, 'zh')}）`,
    en: `traced the entries of ${metricName(metric, 'en')} (${labelOf(period, 'en')})`,
  }
}
