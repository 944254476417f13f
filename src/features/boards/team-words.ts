import type { Lang, Words } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Period } from '../../calendar/periods.ts'
import { content, heading, quiet, strong, table, text } from '../../content/build.ts'
import type { Block, Content } from '../../content/content.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import type { Converted } from '../metrics/money/conversion.ts'
import { convertedWords } from '../metrics/money/rate-words.ts'
import { rank } from './rank.ts'

/** A team's figure; `each` is what it is compared by. */
export interface TeamFigure {
  readonly name: string
  readonly value: number
  readonly sellers: number
  readonly each: number
  /** By which rates that team's amounts came together. */
  readonly converted: Converted | null
}

interface TeamBoard {
  readonly metric: Metric
  readonly period: Period
  readonly figures: readonly TeamFigure[]
  /** Teams without a figure that could be compared. */
  readonly left: number
}

export function teamsContent({ metric, period, figures, left }: TeamBoard, lang: Lang): Content {
  const name = metricName(metric, lang)
  const ranked = rank(
    figures.map(({ each }, at) => ({ memberId: String(at), value: each })),
    metric.direction === 'less' ? 'least' : 'most',
  )
  const labels = { zh: ['名次', '团队', '人均', '合计', '人数'], en: ['Rank', 'Team', 'Each', 'Total', 'People'] }[lang]
  const rows = ranked.flatMap(({ memberId, rank: place }) => {
    const figure = figures[Number(memberId)]
    if (!figure) return []
    const { name: team, each, value, sellers } = figure
    return [
      [String(place), strong(team), showValue(metric, each, lang), showValue(metric, value, lang), String(sellers)],
    ]
  })
  return content(
    lang,
    heading(
      { zh: `${name} · 团队榜 · ${labelOf(period, lang)}`, en: `${name} · teams · ${labelOf(period, lang)}` }[lang],
    ),
    table(
      labels.map((label, at) => ({ label, align: at === 1 ? ('start' as const) : ('end' as const) })),
      rows,
    ) ?? text({ zh: `这段时间还没有${name}的实绩`, en: `Nobody has recorded ${name} in it yet` }[lang]),
    ...figures.map(one => ratesLine(one, lang)),
    quiet(basis(metric, left, lang)),
  )
}

function ratesLine({ name, converted }: TeamFigure, lang: Lang): Block | null {
  return converted === null ? null : quiet(`${name} ${convertedWords(converted)[lang]}`)
}

function basis(metric: Metric, left: number, lang: Lang): string {
  const adds = metric.formula === null && metric.aggregation === 'sum'
  const what = adds
    ? {
        zh: '口径：合计 ÷ 团队里做销售的人数（经理不算）',
        en: 'Basis: total for each person who sells, managers aside',
      }
    : { zh: '口径：整个团队的数字', en: 'Basis: the figure of the whole team' }
  const without = {
    zh: left > 0 ? `；${left} 个团队没有可比的数` : '',
    en: left > 0 ? `; ${left} ${left === 1 ? 'team has' : 'teams have'} no figure to compare` : '',
  }
  return `${what[lang]}${without[lang]}${{ zh: '；只有你能看到', en: '; only you can see this' }[lang]}`
}

export const onlyOneTeam: Words = {
  zh: '你只在一个团队里，没有可以比的。团队内的榜单：/榜单',
  en: 'You are in one team only, so there is nothing to compare. The board within it: /board',
}
