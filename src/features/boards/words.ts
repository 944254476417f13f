import type { Lang, Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import { type Period, type PeriodKind, periodOf, previous } from '../../calendar/periods.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { actions, content, heading, quiet, strong, table, text } from '../../content/build.ts'
import type { Block, Button, Column, Content } from '../../content/content.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import { aggregationWords } from '../metrics/fact-words.ts'
import { formulaWords } from '../metrics/formula-words.ts'
import { convertedWords } from '../metrics/money/rate-words.ts'
import type { Board, BoardRow } from './board.ts'
import { movementWords } from './place-words.ts'

interface Beside {
  readonly picture: Block | null
  /** Below the ranking: the reader's own place, for one pair of eyes, or what was corrected. */
  readonly note?: Block | null
}

/** A board that was posted before, with what has become of it. Whose figure was corrected is theirs to tell. */
export function correctedNote({ until }: Board, { metric, date }: Corrected, zone: Zone, lang: Lang): Block {
  const { date: day, time } = toLocal(until, zone)
  return quiet(
    {
      zh: `${day} ${time} 更新：${date} 的一个${metric.zh}数字已更正，名次以此为准`,
      en: `Updated ${day} ${time}: a figure of ${metric.en} of ${date} was corrected; this is the ranking now`,
    }[lang],
  )
}

/** Which figure was corrected. */
interface Corrected {
  readonly metric: Metric
  readonly date: LocalDate
}

/** The board as all may see it: the ranking in words, whether or not there is a picture of it. */
export function boardContent(board: Board, { picture, note = null }: Beside, zone: Zone, lang: Lang): Content {
  const { metric, period } = board
  const name = metricName(metric, lang)
  return content(
    lang,
    heading(`${boardName(metric, lang)} · ${labelOf(period, lang)}`),
    picture,
    ranking(board, lang) ??
      text({ zh: `这段时间还没有${name}的实绩`, en: `Nobody has recorded ${name} in it yet` }[lang]),
    note,
    quiet(basis(board, zone, lang)),
    actions(...ways(board, zone, lang)),
  )
}

export function boardName(metric: Metric, lang: Lang): string {
  const name = metricName(metric, lang)
  return { zh: `${name}榜`, en: `${name} board` }[lang]
}

/** What the picture shows, for those who cannot see it; the ranking stands below it. */
export function pictureWords({ metric, top }: Board, lang: Lang): string {
  const first = top.filter(({ rank }) => rank === 1).map(({ name }) => name)
  const names = first.slice(0, 3).join({ zh: '、', en: ', ' }[lang])
  const others = first.length > 3 ? { zh: `等 ${first.length} 人`, en: ` and ${first.length - 3} more` }[lang] : ''
  const board = boardName(metric, lang)
  return { zh: `图：${board}，第一名 ${names}${others}`, en: `Picture: ${board}, first ${names}${others}` }[lang]
}

function ranking({ top, metric }: Board, lang: Lang): Block | null {
  const name = metricName(metric, lang)
  const [rank, member, change] = { zh: ['名次', '成员', '变化'], en: ['Rank', 'Member', 'Change'] }[lang]
  const columns = [column(rank, 'end'), column(member, 'start'), column(name, 'end'), column(change, 'end')]
  const rows = top.map(row => [
    String(row.rank),
    strong(row.name),
    showValue(metric, row.value, lang),
    moved(row, lang),
  ])
  const shown = hasMovement(top) ? 4 : 3
  return table(
    columns.slice(0, shown),
    rows.map(row => row.slice(0, shown)),
  )
}

const column = (label = '', align: 'start' | 'end'): Column => ({ label, align })

/** In a first period nobody has moved from anywhere. */
function hasMovement(rows: readonly BoardRow[]): boolean {
  return rows.some(row => row.movement !== null)
}

function moved({ movement }: BoardRow, lang: Lang): string {
  return movement ? movementWords(movement, lang) : ''
}

/** What the figures are, until when, against what, and how much of the ranking is shown. */
export function basis(
  { metric, parts: of, converted, period, until, rows, top }: Board,
  zone: Zone,
  lang: Lang,
): string {
  const what = figureWords(metric, of, lang)
  const { date, time } = toLocal(until, zone)
  const day = labelOf(periodOf('day', latestDay(period, until, zone)), lang)
  const moment = date > period.to ? day : `${day} ${time}`
  const parts = [
    {
      zh: `口径：${what}，截至 ${moment}`,
      en: `Basis: ${what} up to ${moment}`,
    },
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

function figureWords(metric: Metric, parts: readonly Metric[], lang: Lang): string {
  const name = metricName(metric, lang)
  if (metric.formula !== null) return `${name} = ${formulaWords(metric.formula, parts, lang)}`
  const { zh, en } = aggregationWords[metric.aggregation]
  return { zh: `${name}${zh}`, en: `${en} of ${name}` }[lang]
}

/** The last day of which there can be figures: a week that ends in the next month is still of this one. */
function latestDay(period: Period, until: Date, zone: Zone): LocalDate {
  const { date } = toLocal(until, zone)
  if (date > period.to) return period.to
  return date
}

/** What a period is a part of. */
const widerKinds: Readonly<Partial<Record<Period['kind'], PeriodKind>>> = {
  day: 'week',
  week: 'month',
  month: 'quarter',
  quarter: 'year',
}

const widerLabels: Readonly<Partial<Record<PeriodKind, Words>>> = {
  week: { zh: '看整周', en: 'Whole week' },
  month: { zh: '看整月', en: 'Whole month' },
  quarter: { zh: '看整季', en: 'Whole quarter' },
  year: { zh: '看全年', en: 'Whole year' },
}

function ways({ metric, period, until }: Board, zone: Zone, lang: Lang): readonly (Button | null)[] {
  const kind = widerKinds[period.kind]
  const label = kind && widerLabels[kind]
  const trace = { zh: '我的数字从哪来', en: 'Trace my figure' }[lang]
  return [
    showButton(metric, previous(period), { zh: '上一期', en: 'Period before' }[lang], lang),
    kind && label ? showButton(metric, periodOf(kind, latestDay(period, until, zone)), label[lang], lang) : null,
    { id: 'boards.trace', label: trace, words: traceWords(metric, period, lang), value: askFor(metric, period) },
  ]
}

function showButton(metric: Metric, period: Period, label: string, lang: Lang): Button {
  const words = `${{ zh: '/榜单', en: '/board' }[lang]} ${typedName(metric, lang)} ${period.key}`
  return { id: 'boards.show', label, words, value: askFor(metric, period) }
}

function traceWords(metric: Metric, period: Period, lang: Lang): string {
  return `${{ zh: '/追溯', en: '/trace' }[lang]} ${typedName(metric, lang)} ${period.key}`
}

/** What people call it, if that is one word. */
function typedName(metric: Metric, lang: Lang): string {
  const name = metricName(metric, lang)
  return /^[\p{L}\p{N}_]+$/u.test(name) ? name.toLowerCase() : metric.key
}

/** A question that reads back as just this metric and period, whatever day it is asked. */
function askFor(metric: Metric, period: Period): string {
  return `${metric.key} ${period.key}`
}

export const whyWeekly: Words = {
  zh: '团队设置了每周榜单：周五，或本周最后一个工作日',
  en: 'The team has a weekly board: on Friday, or on the last workday of the week',
}

export const notPosted: Words = {
  zh: '本周榜单没有发出：',
  en: 'The weekly board was not posted:',
}

export const whyCorrected: Words = {
  zh: '榜单发出后，其中一个数字更正了',
  en: 'A figure on the board was corrected after it was posted',
}

export const whyPlace: Words = {
  zh: '每周榜单发布时，团队设置为私下告诉每个人自己的名次',
  en: 'With the weekly board, the team has each member told their own place in private',
}

export const noMetrics: Words = {
  zh: '团队还没有指标。经理可以用 /指标 添加',
  en: 'The team counts nothing yet. A manager can add a metric with /metric add',
}

export function boardUnclear(said: string, metrics: readonly Metric[]): Words {
  return {
    zh: `没看懂“${said}”。可以写：/榜单 电话 本周，/榜单 签单额 2026-11。指标有：${metrics.map(it => it.zh).join('、')}`,
    en: `I did not understand "${said}". Type for example /board calls week or /board revenue 2026-11. Metrics: ${metrics.map(it => it.en).join(', ')}`,
  }
}
