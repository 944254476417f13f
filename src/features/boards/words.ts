import type { Lang, Words } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import { type Period, periodOf, previous } from '../../calendar/periods.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { actions, content, heading, quiet, strong, table, text } from '../../content/build.ts'
import type { Block, Button, Content } from '../../content/content.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import type { Board, BoardRow } from './board.ts'
import type { Movement } from './rank.ts'

/** The board as all may see it. */
export function boardContent(board: Board, zone: Zone, lang: Lang): Content {
  return content(lang, ...boardBlocks(board, zone, lang))
}

/** The board with the asker's own place below it, for one pair of eyes. */
export function boardWithPlace(board: Board, place: BoardRow | null, zone: Zone, lang: Lang): Content {
  const own = place ? text(placeLine(board, place, lang)) : noPlace(board, lang)
  return content(lang, ...boardBlocks(board, zone, lang).toSpliced(2, 0, own))
}

export function ownPlace(board: Board, place: BoardRow | null, lang: Lang): Content {
  return content(lang, place ? text(placeLine(board, place, lang)) : noPlace(board, lang))
}

/** Title, ranking, basis, ways on: always these four, in this order. */
function boardBlocks(board: Board, zone: Zone, lang: Lang): readonly (Block | null)[] {
  const { metric, period } = board
  const name = metricName(metric, lang)
  const label = labelOf(period, lang)
  return [
    heading({ zh: `${name}榜 · ${label}`, en: `${name} board · ${label}` }[lang]),
    ranking(board, lang) ??
      text({ zh: `这段时间还没有${name}的实绩`, en: `Nobody has recorded ${name} in it yet` }[lang]),
    quiet(basis(board, zone, lang)),
    actions(...ways(metric, period, lang)),
  ]
}

function ranking({ top, metric }: Board, lang: Lang): Block | null {
  const labels = {
    zh: ['名次', '成员', metricName(metric, lang), '变化'],
    en: ['Rank', 'Member', metricName(metric, lang), 'Change'],
  }[lang]
  return table(
    labels.map((label, at) => ({ label, align: at === 1 ? 'start' : 'end' })),
    top.map(row => [
      String(row.rank),
      strong(row.name),
      showValue(metric, row.value, lang),
      row.movement ? movementWords(row.movement, lang) : '',
    ]),
  )
}

function movementWords(movement: Movement, lang: Lang): string {
  switch (movement.kind) {
    case 'up':
      return `▲${movement.by}`
    case 'down':
      return `▼${movement.by}`
    case 'same':
      return '–'
    case 'new':
      return { zh: '新', en: 'new' }[lang]
  }
}

/** What the figures are, until when, against what, and how much of the ranking is shown. */
function basis({ metric, period, until, rows, top }: Board, zone: Zone, lang: Lang): string {
  const name = metricName(metric, lang)
  const average = metric.unit === 'percent'
  const { date, time } = toLocal(until, zone)
  const over = date > period.to
  const day = labelOf(periodOf('day', over ? period.to : date), lang)
  const moment = over ? day : `${day} ${time}`
  const hidden = rows.length > top.length
  return {
    zh: `口径：${name}${average ? '平均' : '合计'}，截至 ${moment}；变化为与上一期名次相比${hidden ? `；${rows.length} 人有实绩，列出前 ${top.length} 名` : ''}`,
    en: `Basis: ${average ? 'average' : 'total'} of ${name} up to ${moment}; change is in rank since the period before${hidden ? `; top ${top.length} of ${rows.length} with entries` : ''}`,
  }[lang]
}

function ways(metric: Metric, period: Period, lang: Lang): readonly Button[] {
  const earlier = previous(period)
  const other = period.kind === 'week' ? 'month' : 'week'
  const wider = periodOf(other, period.from)
  const labels = {
    zh: { earlier: '上一期', other: other === 'month' ? '看整月' : '看整周', trace: '我的数字从哪来' },
    en: { earlier: 'Period before', other: `Whole ${other}`, trace: 'Trace my figure' },
  }[lang]
  return [
    showButton(metric, earlier, labels.earlier, lang),
    showButton(metric, wider, labels.other, lang),
    { id: 'boards.trace', label: labels.trace, words: traceWords(metric, period, lang), value: askFor(metric, period) },
  ]
}

function showButton(metric: Metric, period: Period, label: string, lang: Lang): Button {
  const words = `${{ zh: '/榜单', en: '/board' }[lang]} ${metric.key} ${period.key}`
  return { id: 'boards.show', label, words, value: askFor(metric, period) }
}

export function traceWords(metric: Metric, period: Period, lang: Lang): string {
  return `${{ zh: '/追溯', en: '/trace' }[lang]} ${metric.key} ${period.key}`
}

/** A question that reads back as just this metric and period, whatever day it is asked. */
function askFor(metric: Metric, period: Period): string {
  return `${metric.key} ${period.key}`
}

function placeLine({ metric, period, rows }: Board, place: BoardRow, lang: Lang): string {
  const name = metricName(metric, lang)
  const label = labelOf(period, lang)
  const value = showValue(metric, place.value, lang)
  const moved = place.movement && place.movement.kind !== 'same' ? ` ${movementWords(place.movement, lang)}` : ''
  const gap = place.gap === null ? null : showValue(metric, place.gap, lang)
  return {
    zh: `${label}，${name} ${value}，你在 ${rows.length} 人中排第 ${place.rank}${moved}${gap === null ? '' : `，距上一名 ${gap}`}`,
    en: `${name} ${value} in ${label}: you are number ${place.rank} of ${rows.length}${moved}${gap === null ? '' : `, ${gap} from the next place`}`,
  }[lang]
}

function noPlace({ metric, period }: Board, lang: Lang): Block {
  const name = metricName(metric, lang)
  const label = labelOf(period, lang)
  return text({ zh: `${label}，你还没有${name}的实绩`, en: `You have no ${name} recorded in ${label} yet` }[lang])
}

export const whyWeekly: Words = {
  zh: '团队设置了每周榜单：周五，或本周最后一个工作日',
  en: 'The team has a weekly board: on Friday, or on the last workday of the week',
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
