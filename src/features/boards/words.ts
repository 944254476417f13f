import type { Lang, Words } from '../../base/words.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import { type Period, type PeriodKind, periodOf, previous } from '../../calendar/periods.ts'
import { toLocal, type Zone } from '../../calendar/zone.ts'
import { actions, content, heading, quiet, strong, table, text } from '../../content/build.ts'
import type { Block, Button, Column, Content } from '../../content/content.ts'
import { type Metric, metricName } from '../metrics/catalogue.ts'
import { basisLine, boardName, columnName, hasMovement, latestDay, showStanding, typedManner } from './basis-words.ts'
import type { Board, BoardRow } from './board.ts'
import { movementWords } from './place-words.ts'
import { nobodyScored, rulesOf } from './scorecard-words.ts'

interface Beside {
  readonly picture: Block | null
  /** Below the ranking: the reader's own place, for one pair of eyes, or what was corrected. */
  readonly note?: Block | null
}

/** A board that was posted before, with what has become of it. Whose figures were corrected is theirs to tell. */
export function correctedNote({ until }: Board, corrected: readonly Corrected[], zone: Zone, lang: Lang): Block {
  const { date: day, time } = toLocal(until, zone)
  const days = new Set(corrected.map(({ date }) => date))
  const metrics = new Set(corrected.map(({ metric }) => metric))
  const dates = [...days].toSorted()
  const [from, to] = [dates.at(0) ?? '', dates.at(-1) ?? '']
  const on = { zh: from === to ? from : `${from} 至 ${to}`, en: from === to ? from : `${from} to ${to}` }
  const names = { zh: [...metrics].map(({ zh }) => zh).join('、'), en: [...metrics].map(({ en }) => en).join(', ') }
  const one = corrected.length === 1
  return quiet(
    {
      zh: `${day} ${time} 更新：${on.zh} 的${one ? '一个' : '几个'}${names.zh}数字已更正，名次以此为准`,
      en: `Updated ${day} ${time}: ${one ? 'a figure' : 'figures'} of ${names.en} of ${on.en} ${one ? 'was' : 'were'} corrected; this is the ranking now`,
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
  const { period, scorecard } = board
  return content(
    lang,
    heading(`${boardName(board, lang)} · ${labelOf(period, lang)}`),
    picture,
    ranking(board, lang) ?? text(nobodyYet(board)[lang]),
    note,
    quiet(basisLine(board, zone, lang)),
    scorecard ? quiet(rulesOf(scorecard.weights)[lang]) : null,
    actions(...ways(board, zone, lang)),
  )
}

/** What the picture shows, for those who cannot see it; the ranking stands below it. */
export function pictureWords(board: Board, lang: Lang): string {
  const first = board.top.filter(({ rank }) => rank === 1).map(({ name }) => name)
  const names = first.slice(0, 3).join({ zh: '、', en: ', ' }[lang])
  const others = first.length > 3 ? { zh: `等 ${first.length} 人`, en: ` and ${first.length - 3} more` }[lang] : ''
  const title = boardName(board, lang)
  return { zh: `图：${title}，第一名 ${names}${others}`, en: `Picture: ${title}, first ${names}${others}` }[lang]
}

function nobodyYet({ metric, scorecard }: Board): Words {
  if (scorecard) return nobodyScored
  return { zh: `这段时间还没有${metric.zh}的实绩`, en: `Nobody has recorded ${metric.en} in it yet` }
}

function ranking(board: Board, lang: Lang): Block | null {
  const { top } = board
  const [rank, member, change] = { zh: ['名次', '成员', '变化'], en: ['Rank', 'Member', 'Change'] }[lang]
  const columns = [
    column(rank, 'end'),
    column(member, 'start'),
    column(columnName(board, lang), 'end'),
    column(change, 'end'),
  ]
  const rows = top.map(row => [
    String(row.rank),
    strong(row.name),
    showStanding(board, row.value, lang),
    moved(row, lang),
  ])
  const shown = hasMovement(top) ? 4 : 3
  return table(
    columns.slice(0, shown),
    rows.map(row => row.slice(0, shown)),
  )
}

const column = (label = '', align: 'start' | 'end'): Column => ({ label, align })

function moved({ movement }: BoardRow, lang: Lang): string {
  return movement ? movementWords(movement, lang) : ''
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

function ways(board: Board, zone: Zone, lang: Lang): readonly (Button | null)[] {
  const { metric, period, until } = board
  const kind = widerKinds[period.kind]
  const label = kind && widerLabels[kind]
  const trace = { zh: '我的数字从哪来', en: 'Trace my figure' }[lang]
  return [
    showButton(board, previous(period), { zh: '上一期', en: 'Period before' }[lang], lang),
    kind && label ? showButton(board, periodOf(kind, latestDay(period, until, zone)), label[lang], lang) : null,
    { id: 'boards.trace', label: trace, words: traceWords(metric, period, lang), value: askFor(metric, period) },
  ]
}

/** The same board over another period. */
function showButton(board: Board, period: Period, label: string, lang: Lang): Button {
  const { metric } = board
  const manner = typedManner(board, lang)
  const words = [{ zh: '/榜单', en: '/board' }[lang], typedName(metric, lang), period.key, manner]
  return {
    id: 'boards.show',
    label,
    words: words.filter(word => word !== '').join(' '),
    value: `${askFor(metric, period)} ${manner}`.trim(),
  }
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

export const noMetrics: Words = {
  zh: '团队还没有指标。经理可以用 /指标 添加',
  en: 'The team counts nothing yet. A manager can add a metric with /metric add',
}

export function boardUnclear(said: string, metrics: readonly Metric[]): Words {
  return {
    zh: `没看懂“${said}”。可以写：/榜单 电话 本周，/榜单 签单额 2026-11，还可以加 达成、日均、进步、个人最佳、新人；按几项目标综合：/榜单 综合 本月；几个团队相比：/榜单 团队 签单额。指标有：${metrics.map(it => it.zh).join('、')}`,
    en: `I did not understand "${said}". Type for example /board calls week or /board revenue 2026-11, and if you like attainment, daily, improved, best or newcomers; /board scorecard month goes by the team's scorecard, /board teams revenue compares teams. Metrics: ${metrics.map(it => it.en).join(', ')}`,
  }
}
