import type { Lang, Words } from '../../../base/words.ts'
import { labelOf } from '../../../calendar/period-labels.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import type { Contest, ContestKind } from '../contest.ts'
import type { Place } from '../standing.ts'

/** A contest with the metric it is about, and which way that counts. */
export interface Shown {
  readonly contest: Contest
  readonly metric: Metric | null
  readonly least: boolean
}

export const kindNames: Readonly<Record<ContestKind, Words>> = {
  most: { zh: '最多', en: 'most' },
  first: { zh: '先到', en: 'first' },
  race: { zh: '闯关', en: 'race' },
  elimination: { zh: '淘汰', en: 'elimination' },
  bingo: { zh: '宾果', en: 'bingo' },
  teams: { zh: '分队', en: 'teams' },
}

/** What decides it, in a sentence without an end. */
export function ruleWords({ contest: { rule, handicap }, metric, least }: Shown, lang: Lang): string {
  const name = metric === null ? '' : metricName(metric, lang)
  const mark = (value: number) => amountWords({ handicap }, metric, value, lang)
  switch (rule.kind) {
    case 'most':
      return least
        ? { zh: `${name}最少的人获胜`, en: `The fewest ${name} wins` }[lang]
        : { zh: `${name}最高的人获胜`, en: `The highest ${name} wins` }[lang]
    case 'first':
      return {
        zh: `${name}最先累计到 ${mark(rule.mark)} 的人获胜`,
        en: `The first to reach ${name} ${mark(rule.mark)} wins`,
      }[lang]
    case 'race': {
      const marks = rule.marks.map(mark)
      return {
        zh: `${name}依次闯过 ${marks.join('、')}；闯关最多的人获胜，一样多的看谁先到`,
        en: `${name} past ${marks.join(', ')}: most marks win, and among equals who was there first`,
      }[lang]
    }
    case 'elimination':
      return {
        zh: `比${name}，分 ${rule.rounds} 轮，每轮各算各的；最后一轮最高的人获胜`,
        en: `${name} in ${rule.rounds} rounds, each counted afresh; the highest of the last round wins`,
      }[lang]
    case 'bingo':
      return {
        zh: '每人一张 3×3 的小目标卡，连成的线最多的人获胜；一样多的看完成的格数',
        en: 'A card of 3×3 small goals each: most lines win, and among equals most goals',
      }[lang]
    case 'teams':
      return { zh: `${name}人均最高的队获胜`, en: `The side with the highest average ${name} wins` }[lang]
  }
}

export function handicapWords({ handicap }: Pick<Contest, 'handicap'>, lang: Lang): string | null {
  switch (handicap) {
    case 'none':
      return null
    case 'history':
      return {
        zh: '让分：各人的数字除以自己过去三期的平均，自己平时的水平是 100%',
        en: 'Handicap: everybody is measured against the average of their own last three periods, which is 100%',
      }[lang]
    case 'given':
      return {
        zh: '让分：各人的数字除以自己的基准，基准是 100%',
        en: 'Handicap: everybody is measured against a base of their own, which is 100%',
      }[lang]
  }
}

/** A figure of the contest: of its metric, or with a handicap percents of one's own measure. */
export function amountWords(
  { handicap }: Pick<Contest, 'handicap'>,
  metric: Metric | null,
  value: number,
  lang: Lang,
): string {
  if (handicap !== 'none') return showValue({ unit: 'percent' }, value, lang)
  return showValue(metric ?? { unit: 'count' }, value, lang)
}

export function placeValue({ contest, metric }: Shown, { value }: Pick<Place, 'value'>, lang: Lang): string {
  switch (contest.rule.kind) {
    case 'race':
      return { zh: `过 ${value} 关`, en: value === 1 ? '1 mark' : `${value} marks` }[lang]
    case 'bingo':
      return { zh: `${value} 条线`, en: value === 1 ? '1 line' : `${value} lines` }[lang]
    default:
      return amountWords(contest, metric, value, lang)
  }
}

export function periodWords({ period }: Pick<Contest, 'period'>, lang: Lang): string {
  return labelOf(period, lang)
}

/** What one can win, or nothing. */
export function prizeWords({ prize }: Pick<Contest, 'prize'>, lang: Lang): string | null {
  if (prize === '') return null
  return { zh: `奖品：${prize}`, en: `Prize: ${prize}` }[lang]
}
