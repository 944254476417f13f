import type { Lang, Words } from '../../base/words.ts'
import { labelOf } from '../../calendar/period-labels.ts'
import type { Period } from '../../calendar/periods.ts'
import { actions, content, heading, quiet, strong, table, text } from '../../content/build.ts'
import type { Block, Content } from '../../content/content.ts'
import { type Metric, metricName, showValue } from '../metrics/catalogue.ts'
import type { Board, BoardRow } from './board.ts'
import { placeLine } from './place-words.ts'
import { knownWeight, type Score, type ScoredPart } from './scorecard.ts'
import { rulesOf, shareWords, weightsWords } from './scorecard-words.ts'

/** What one member alone is told: the own place, and what the points are made of. */
export function ownScoreBlock(board: Board, score: Score, place: BoardRow | null, lang: Lang): Block {
  const label = labelOf(board.period, lang)
  const line = place ? placeLine(board, place, lang) : noPlace(label)[lang]
  return text(`${line}${{ zh: '。', en: '. ' }[lang]}${madeOf(score, lang)}`)
}

function noPlace(label: string): Words {
  return { zh: `${label}，你还没有综合分的名次`, en: `You have no place by the scorecard in ${label} yet` }
}

/** 签单额 90% ×75% + 报价 50% ×25% = 80.0; what is left out follows. */
function madeOf(score: Score, lang: Lang): string {
  const { parts } = score
  const sum = sumWords(score, lang)
  const without = parts.filter(({ attainment }) => attainment === null).map(part => leftOut(part)[lang])
  const points = score.points === null ? tooLittle[lang] : ''
  return [sum, ...without, points].filter(part => part !== '').join({ zh: '；', en: '; ' }[lang])
}

function sumWords({ parts, points }: Score, lang: Lang): string {
  if (points === null) return ''
  const known = knownWeight(parts)
  const counted = parts.flatMap(({ metric, weight, attainment }) =>
    attainment === null ? [] : [`${metricName(metric, lang)} ${attainment}% ×${shareWords(weight, known)}`],
  )
  return `${counted.join(' + ')} = ${points.toFixed(1)}`
}

function leftOut({ metric: { zh, en }, target }: ScoredPart): Words {
  return target === null
    ? { zh: `${zh}没有这一期的目标，不算`, en: `${en} is left out: no target for this period` }
    : { zh: `${zh}没有实绩，不算`, en: `${en} is left out: nothing recorded` }
}

const tooLittle: Words = {
  zh: '能算的不到一半权重，所以不排；定好目标就能上榜：/目标',
  en: 'less than half of the weight can be counted, so there is no rank; with targets there will be: /target',
}

/** How a member's points come about. */
interface TracedScore {
  readonly name: string
  /** The scorecard as it is called. */
  readonly metric: Metric
  readonly period: Period
  readonly score: Score
  /** How each part is asked for in turn: the member's name where it is not the reader. */
  readonly whose: string
}

export function scoreContent({ name, metric, period, score, whose }: TracedScore, lang: Lang): Content {
  const { parts, points } = score
  const called = metricName(metric, lang)
  const label = labelOf(period, lang)
  const columns = {
    zh: ['指标', '实绩', '目标', '达成', '权重', '得分'],
    en: ['Metric', 'Figure', 'Target', 'Of target', 'Weight', 'Points'],
  }[lang]
  return content(
    lang,
    heading({ zh: `${name}的${called} · ${label}`, en: `${called} of ${name} · ${label}` }[lang]),
    text(`${called} = `, strong(points === null ? '–' : points.toFixed(1))),
    text(madeOf(score, lang)),
    table(
      columns.map((column, at) => ({ label: column, align: at === 0 ? ('start' as const) : ('end' as const) })),
      parts.map(part => cells(part, score, lang)),
    ),
    quiet(
      { zh: `团队的权重：${weightsWords(parts, 'zh')}`, en: `The team’s weights: ${weightsWords(parts, 'en')}` }[lang],
    ),
    quiet(rulesOf(parts)[lang]),
    quiet({ zh: '每一项都可以再追溯', en: 'Each of these can be traced in turn' }[lang]),
    actions(...parts.map(part => traceButton(part, { period, whose }, lang))),
  )
}

function cells({ metric, weight, figure, target, attainment }: ScoredPart, { parts, points }: Score, lang: Lang) {
  const shown = (value: number | null) => (value === null ? '–' : showValue(metric, value, lang))
  const known = knownWeight(parts)
  const own = [metricName(metric, lang), shown(figure), shown(target)]
  if (attainment === null) return [...own, '–', '–', '–']
  const part = points === null ? '–' : ((attainment * weight) / known).toFixed(1)
  return [...own, `${attainment}%`, shareWords(weight, known), part]
}

function traceButton({ metric }: ScoredPart, { period, whose }: Pick<TracedScore, 'period' | 'whose'>, lang: Lang) {
  const asked = [whose, metric.key, period.key].filter(word => word !== '').join(' ')
  return {
    id: 'boards.trace',
    label: { zh: `追溯${metric.zh}`, en: `Trace ${metric.en}` }[lang],
    words: `${{ zh: '/追溯', en: '/trace' }[lang]} ${asked}`,
    value: asked,
  }
}

export const mayNotTraceScore: Words = {
  zh: '综合分的构成里有各项目标完成得怎样，只有本人、组长、经理和管理员可以查。看自己的：/追溯 综合 本月',
  en: 'What points are made of tells how far somebody is with each target, so only they, leads, managers and admins may see it. Your own: /trace scorecard month',
}
